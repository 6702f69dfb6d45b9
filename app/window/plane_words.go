package window

import (
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// explain says what is under the pointer, or how far the work is, or else what the colours stand for.
func (p *planePane) explain() {
	p.legend.SetEntries(append(p.remarks(), p.paint.legend...))
	switch text := p.pointed(); {
	case p.empty != "":
		p.say(p.empty)
	case text != "":
		p.say(text)
	case p.work.told != "":
		p.say(fmt.Sprintf("mapping … %s (Esc stops)", p.work.told))
	default:
		p.say("")
	}
}

// remarks are what is to be known beside the colours.
func (p *planePane) remarks() (list []plot.LegendEntry) {
	if p.work.stopped {
		list = append(list, plot.LegendEntry{Text: "stopped; any change maps it anew"})
	}
	if look := p.state.Doc.Look; p.examples() == 0 && (look.PlaneX == lab.BatchAxis || look.PlaneY == lab.BatchAxis) {
		list = append(list, plot.LegendEntry{Text: "no batch axis: there are no examples"})
	}
	return list
}

// planeNote is the height of the note under a plane: two lines.
const planeNote = 36

func (p *planePane) hovered(at plot.Point, inside bool) {
	p.cross = nil
	if inside {
		p.cross = &at
	}
	p.explain()
}

// pointed tells of the setting under the pointer; "" if there is none, or nothing is known of it.
func (p *planePane) pointed() string {
	s := p.sheet
	if p.cross == nil || s == nil || p.shown != p.axes {
		return ""
	}
	at := *p.cross
	view, _, _ := figure.PlaneView(p.shown[0], p.shown[1])
	// In the room around the plane a click sets what is nearest, so that is what it reads.
	u := min(max((at.X-view.X0)/(view.X1-view.X0), 0), 1)
	v := min(max((view.Y1-at.Y)/(view.Y1-view.Y0), 0), 1)
	i, j := min(max(int(u*float64(s.W)), 0), s.W-1), min(max(int(v*float64(s.H)), 0), s.H-1)
	o := s.At(i, j)
	if o.Kind == sweep.Pending {
		return ""
	}
	text := fmt.Sprintf("%s, %s: %v", p.setting(0, u), p.setting(1, 1-v), lab.End(o.Kind))
	if o.Kind == sweep.Arrived {
		text += fmt.Sprintf(" at %s after %d steps", p.places[o.Target].Label(), o.Steps)
	} else {
		text += fmt.Sprintf(", loss %s after %d steps", words.Short(o.Loss), o.Steps)
	}
	return text
}

// setting is what stands at a share of an axis: "lr 0.01", "batch 8".
func (p *planePane) setting(axis int, share float64) string {
	a := p.axes[axis]
	v := a.At(share)
	if k, err := p.state.Doc.AxisKnob(p.subject(), a.Knob, p.examples()); err == nil && k.Kind == optim.Integer {
		return fmt.Sprintf("%s %.0f", a.Knob, v)
	}
	return a.Knob + " " + words.Short(v)
}

func (p *planePane) say(text string) {
	p.told = text
	p.note.Set(widgets.MutedText(text))
	layout.SetShown(p.noted, text != "")
	layout.SetShown(p.legend, text == "")
}
