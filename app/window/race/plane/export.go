package plane

import (
	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/lab/setup"
)

// Exports are the plane, as far as it is zoomed.
func (p *Pane) Exports() ([]export.Offer, string) {
	if p.state.Panel() != setup.PanelPlane || p.why != "" || !p.state.Surveyable() {
		return nil, ""
	}
	return []export.Offer{offers.Plane(p.state, p.axes)}, setup.PanelPlane
}
