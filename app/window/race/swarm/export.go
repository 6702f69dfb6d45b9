package swarm

import (
	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
)

var _ desk.Exporter = (*Pane)(nil)

// Exports are the cloud that is on the maps, if it is that of the experiment as it is now: nobody waits for it twice.
func (p *Pane) Exports() ([]export.Offer, string) {
	now, _ := p.job.Result()
	racer := p.state.Doc.Subject()
	if now.swarm == nil || racer < 0 || !p.state.Surveyable() {
		return nil, ""
	}
	if survey := p.state.Survey(); p.job.Of() != survey.SwarmKey(racer) {
		return nil, ""
	}
	return []export.Offer{offers.Swarm(p.state, now.swarm.SwarmRun)}, setup.PanelSwarm
}
