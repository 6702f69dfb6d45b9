package ghost

import (
	"descentlab/app/lab"
	"descentlab/app/lab/flows"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// How flows are drawn, in units.
const (
	flowWidth   = 1.5
	centralDash = 5
)

// Flows are the curves beside a race on the map of a racer, or of all for -1, and what is written of them.
func Flows(f flows.Flows, s lab.State, racer int, p *plot.Palette) (curves []plot.Curve, tags []plot.Tag) {
	if pts := f.Gradient; len(pts) > 1 {
		curves = append(curves, plot.Curve{Pts: pts, Color: p.Text, Width: flowWidth, Dashed: true, Over: true, Clear: true})
		tags = append(tags, plot.Tag{At: middle(pts), Text: words.T("gradient flow"), Color: p.Text, Faint: true})
	}
	names := s.TapeDoc.Names()
	for i, r := range s.TapeDoc.Racers {
		pts := f.Central[i]
		if racer >= 0 && racer != i || r.Hidden || len(pts) < 2 {
			continue
		}
		ink := p.Racer(r.Slot)
		curves = append(curves, plot.Curve{Pts: pts, Color: ink, Width: flowWidth, Dashed: true, Dash: centralDash, Clear: true})
		tags = append(tags, plot.Tag{At: pts[len(pts)-1], Text: words.T("central flow of %s", names[i]), Color: ink, Faint: true})
	}
	return curves, tags
}
