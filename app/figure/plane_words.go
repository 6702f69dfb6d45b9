package figure

import (
	"fmt"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// Told tells what becomes of the setting at a place of the plane, in a sentence; "" if that is not known yet, or there is
// no racer. In the room around the plane a click sets what is nearest, so that is what it reads there.
func (p *Plane) Told(s lab.State, at plot.Point) string {
	if s.Doc.Subject() < 0 {
		return ""
	}
	view, _, _ := PlaneView(p.Axes[0], p.Axes[1])
	u := min(max((at.X-view.X0)/(view.X1-view.X0), 0), 1)
	v := min(max((view.Y1-at.Y)/(view.Y1-view.Y0), 0), 1)
	i, j := min(max(int(u*float64(p.W)), 0), p.W-1), min(max(int(v*float64(p.H)), 0), p.H-1)
	o := p.At(i, j)
	if o.Kind == sweep.Pending {
		return ""
	}
	x, y, end := settingText(s, p.Axes[0], u), settingText(s, p.Axes[1], 1-v), words.Outcome(o.Kind)
	if o.Kind == sweep.Arrived {
		return words.T("%s, %s: %s at %s after %s", x, y, end, p.Places[o.Target].Label(), words.Steps(int(o.Steps)))
	}
	return words.T("%s, %s: %s, loss %s after %s", x, y, end, words.Short(o.Loss), words.Steps(int(o.Steps)))
}

// settingText is what stands at a share of an axis: "lr 0.01", "batch 8".
func settingText(s lab.State, a sweep.Axis, share float64) string {
	v := a.At(share)
	if k, err := s.Doc.AxisKnob(s.Doc.Subject(), a.Knob, s.Examples()); err == nil && k.Kind == optim.Integer {
		return fmt.Sprintf("%s %.0f", a.Knob, v)
	}
	return a.Knob + " " + words.Short(v)
}

// PlaneRemarks are what is to be known of a plane beside its colours.
func PlaneRemarks(s lab.State) []plot.LegendEntry {
	look := s.Doc.Look
	if s.Examples() == 0 && (look.PlaneX == setup.BatchAxis || look.PlaneY == setup.BatchAxis) {
		return []plot.LegendEntry{{Text: words.T("no batch axis: there are no examples")}}
	}
	return nil
}
