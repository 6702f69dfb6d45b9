package swarm

import (
	"math"
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
)

// makeChoices makes what is chosen of a few.
func (p *Pane) makeChoices() {
	p.whose = picker.New(nil)
	p.whose.Plain = true
	p.whose.OnPicked = desk.PickRacer(p.desk)
	p.from = widgets.NewSegmented(words.T("disc"), words.T("ring"), words.T("grid"), words.T("painted"))
	p.from.Tight = true
	p.from.OnChanged = func(i int) { p.begin(setup.Froms[i]) }
	p.paint = kit.NewButton(words.T("Paint"), "", words.T("Paint on the map where the runs begin (P)"), func() {
		p.desk.Say(p.desk.Lab().TogglePaint())
	})
	p.picture = widgets.NewSegmented(words.T("loss"), words.T("arrivals"), words.T("escapes"))
	p.picture.OnChanged = func(i int) {
		p.desk.Edit("", func(e *setup.Experiment) { e.Look.SwarmShows = setup.SwarmPictures[i] })
	}
}

// makeNumbers makes the sliders.
func (p *Pane) makeNumbers() {
	p.runs = p.knob(widgets.KnobSpec{
		Label: words.T("runs"), Help: words.T("How many runs"),
		Min: 10, Max: sweep.MaxSwarm, Low: 1, High: sweep.MaxSwarm, Scale: widgets.Log, Integer: true, Default: 300,
	}, "swarm runs", func(s *setup.Swarming, v float64) { s.Runs = int(v) })
	p.radius = p.knob(widgets.KnobSpec{
		Label: words.T("radius"),
		Help:  words.T("Of the disc in which the runs begin, around the start, or of the ring; 0 is its middle"),
		Min:   0, Max: 1, Low: 0, High: math.MaxFloat64, Default: 0.1,
	}, "swarm radius", func(s *setup.Swarming, v float64) { s.Radius, s.Point = v, v == 0 })
}

// knob is a slider that changes the document by edits of a key.
func (p *Pane) knob(spec widgets.KnobSpec, key string, set func(*setup.Swarming, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.desk.Edit(key, func(e *setup.Experiment) { set(&e.Swarm, v) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.desk.Around()
	k.OnError = p.ends.Set
	return k
}

// begin lets the runs begin in a disc around the start, on a ring (around the selected place, or else the start), all over
// the window, or where is painted: if nothing is yet, painting begins.
func (p *Pane) begin(from string) {
	around := p.state.Doc.Start
	if place := p.state.View.Selected; place != nil {
		around = place.At
	}
	p.desk.Edit("", func(e *setup.Experiment) {
		e.Swarm.From, e.Swarm.Around = from, surfaces.Point{}
		if from == setup.FromRing {
			e.Swarm.Around = around
		}
	})
	if from == setup.FromPainted && len(p.state.Doc.Painted) == 0 {
		p.desk.Say(p.desk.Lab().Paint())
	}
}

// showChoices shows the document's choices for the swarm.
func (p *Pane) showChoices() {
	doc := &p.state.Doc
	sw := doc.Swarm.Filled()
	p.runs.SetValue(float64(sw.Runs))
	p.radius.SetValue(sw.Radius)
	p.from.SetSelected(slices.Index(setup.Froms, sw.From))
	p.picture.SetSelected(slices.Index(setup.SwarmPictures, doc.Look.SwarmShows))
	layout.SetShown(p.radius, sw.Round())
	layout.SetShown(p.paint, sw.From == setup.FromPainted)
	racer := doc.Subject()
	layout.SetShown(p.whose, racer >= 0)
	if racer >= 0 {
		p.whose.SetItems(desk.RacerItems(doc))
		p.whose.SetSelected(desk.RacerKey(doc, racer))
	}
}
