package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// Plane describes how the racer that is looked at ends for all settings of two of its knobs; a nil plane is none yet. Its table
// has a row for each cell.
func Plane(s lab.State, plane *figure.Plane) describe.Description {
	title := words.T("Two settings")
	if _, why := figure.PlaneKnobs(s); why != "" {
		return nothing(title, why)
	}
	racer := s.Doc.Subject()
	name := s.Doc.Names()[racer]
	if plane == nil {
		return nothing(title, words.T("The runs of %s with all settings of two of its knobs are still being made.", name))
	}
	x, y := plane.Axes[0], plane.Axes[1]
	d := describe.Description{Title: words.T("%s and %s of %s on %s", x.Knob, y.Knob, name, surface(s))}
	axis := func(a sweep.Axis) string {
		if a.Log {
			return words.T("%s from %s to %s, on a logarithmic axis", a.Knob, describe.Number(a.From), describe.Number(a.To))
		}
		return words.T("%s from %s to %s", a.Knob, describe.Number(a.From), describe.Number(a.To))
	}
	now := words.T("The ring is the present setting: %s %s, %s %s.",
		x.Knob, describe.Number(s.Doc.AxisValue(racer, x.Knob, s.Examples())),
		y.Knob, describe.Number(s.Doc.AxisValue(racer, y.Knob, s.Examples())))
	ends := words.T("Some of the settings have been run; the others are under way.")
	if plane.Done() {
		list, _ := lab.Shares(plane.Sheet, plane.Places)
		ends = words.T("The runs end: %s.", shares(list))
	}
	d.Text = describe.Paragraph(words.T("%s of %s from one start, %d by %d settings: across %s; up %s.",
		words.Runs(plane.W*plane.H), name, plane.W, plane.H, axis(x), axis(y)), ends, now)
	var u, v []float64
	var t outcomes
	for j := 0; j < plane.H; j += plane.Stride {
		for i := 0; i < plane.W; i += plane.Stride {
			u = append(u, setting(s, x, (float64(i)+0.5)/float64(plane.W)))
			v = append(v, setting(s, y, 1-(float64(j)+0.5)/float64(plane.H)))
			t.add(plane.At(i, j), plane.Places)
		}
	}
	d.Table = describe.Table{Columns: append([]describe.Column{describe.Numbers(x.Knob, "", u), describe.Numbers(y.Knob, "", v)},
		t.columns()...)}
	return d
}

// setting is the value at a share of an axis, as the runs had it.
func setting(s lab.State, a sweep.Axis, share float64) float64 {
	k, _ := s.Doc.AxisKnob(s.Doc.Subject(), a.Knob, s.Examples()) // the axes are those of its knobs
	return sweep.Round(k, a.At(share))
}
