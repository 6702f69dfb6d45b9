package lessons

import (
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the panes of the lab beside the text. While a prediction is made, the losses are hidden.
func (r *Room) Spots() []desk.Spot {
	v := r.living
	if v == nil || !v.box.Visible() {
		return nil
	}
	list := []desk.Spot{{Name: words.T("Map"), Object: v.maps.Object(), Describe: v.maps.Describe}}
	if v.chart.Object().Visible() {
		list = append(list, desk.Spot{Name: words.T("Progress"), Object: v.chart.Object(), Describe: v.chart.Describe})
	}
	return append(list, desk.Spot{Name: words.T("Time"), Object: v.time.Object(), Describe: v.time.Describe})
}
