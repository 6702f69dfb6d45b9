package window

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// swarmPane lets one racer run hundreds of times, each time with other random numbers, from around the start or wherever the
// user wants. The cloud moves over the maps with the playhead.
type swarmPane struct {
	ui           *ui
	whose        *widgets.Picker
	from         *widgets.Segmented // where the runs begin, in the order of lab.Froms
	runs, radius *widgets.Knob
	paint        *widgets.Button
	picture      *widgets.Segmented // what the chart shows, in the order of lab.SwarmPictures
	chart        *widgets.Chart
	ends         *widgets.Caption
	box          *fyne.Container

	work   background
	busy   bool // work is at a swarm
	later  bool // and is to begin another one when it is done
	state  lab.State
	run    *lab.SwarmRun // nil: none, yet
	bands  []sweep.Band
	places []lab.Place // of run
	none   error       // why there is none
	racer  int         // slot
}

// swarmChartLeast is the height that the chart keeps, however much is told below it.
const swarmChartLeast = 120

func newSwarmPane(u *ui) *swarmPane {
	p := &swarmPane{ui: u, ends: widgets.NewCaption(""), chart: widgets.NewChart()}
	p.work = background{post: u.post, telling: p.show}
	idea := widgets.NewCaption("Many runs of one racer, each with its own random numbers: a cloud on the map that moves with the playhead.")
	p.from = widgets.NewSegmented("disc", "ring", "grid", "painted")
	p.from.Tight = true
	p.from.OnChanged = p.setFrom
	p.whose = widgets.NewPicker(nil)
	p.whose.Plain = true
	p.whose.OnPicked = desk.PickRacer(u)
	p.runs = p.knob(widgets.KnobSpec{Label: "runs", Help: "How many runs", Min: 10, Max: sweep.MaxSwarm, Low: 1, High: sweep.MaxSwarm,
		Scale: widgets.Log, Integer: true, Default: 300}, func(s *lab.Swarming, v float64) { s.Runs = int(v) })
	p.radius = p.knob(widgets.KnobSpec{Label: "radius", Help: "Of the disc in which the runs begin, around the start, or of the ring; 0 is its middle",
		Min: 0, Max: 1, Low: 0, High: math.MaxFloat64, Default: 0.1}, func(s *lab.Swarming, v float64) { s.Radius, s.Point = v, v == 0 })
	p.paint = widgets.NewButton("Paint", "", "Paint on the map where the runs begin (P)", func() { u.Say(u.lab.TogglePaint()) })
	p.picture = widgets.NewSegmented("loss", "arrivals", "escapes")
	p.picture.OnChanged = func(i int) { u.Edit("", func(e *lab.Experiment) { e.Look.SwarmShows = lab.SwarmPictures[i] }) }
	p.chart.OnSeek = u.lab.Seek
	space, room := fynelayout.NewSpacer(), fynelayout.NewSpacer()
	top := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), idea.Note.Box, widgets.NewLine(space, p.whose, space, p.from), p.runs, p.radius,
		widgets.NewLine(room, p.paint, room, p.picture))
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(0, swarmChartLeast))
	p.box = container.NewBorder(top, p.ends.Note.Box, nil, nil, container.NewStack(least, p.chart))
	return p
}

func (p *swarmPane) knob(spec widgets.KnobSpec, set func(*lab.Swarming, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.ui.Edit("swarm "+spec.Label, func(e *lab.Experiment) { set(&e.Swarm, v) })
		if done {
			p.ui.lab.Seal()
		}
	}
	k.OnError = func(msg string) { p.ends.Set(msg) }
	return k
}

// setFrom lets the runs begin in a disc around the start, on a ring (around the selected place, or else the start), all over
// the window, or where is painted: if nothing is yet, painting begins.
func (p *swarmPane) setFrom(i int) {
	around := p.state.Doc.Start
	if place := p.state.View.Selected; place != nil {
		around = place.At
	}
	p.ui.Edit("", func(e *lab.Experiment) {
		e.Swarm.From, e.Swarm.Around = lab.Froms[i], surfaces.Point{}
		if e.Swarm.From == lab.FromRing {
			e.Swarm.Around = around
		}
	})
	if lab.Froms[i] == lab.FromPainted && len(p.state.Doc.Painted) == 0 {
		p.ui.Say(p.ui.lab.Paint())
	}
}

func (p *swarmPane) update(s lab.State, c lab.Change) {
	stroke := p.state.View.Stroke
	p.state = s
	p.paint.SetOn(s.View.Tool == lab.ToolPaint)
	if !p.box.Visible() {
		if p.run != nil || p.work.key != "" { // not for every frame of a race that plays
			p.forget()
		}
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 || c&lab.ViewChanged != 0 && stroke != s.View.Stroke {
		p.refresh()
	}
	p.chart.SetCursor(s.Head)
}

// drop takes the swarm away.
func (p *swarmPane) drop() {
	p.run, p.none, p.busy, p.later = nil, nil, false, false
}

// forget ends the runs at hand and takes the swarm away.
func (p *swarmPane) forget() {
	p.work.stop()
	p.drop()
	p.show()
	p.shown()
}

// interrupt stops the runs, on the user's wish. The swarm that they were to take the place of goes: it is of another
// experiment.
func (p *swarmPane) interrupt() {
	if p.work.interrupt() {
		p.drop()
		p.show()
		p.shown()
	}
}

// refresh asks for the swarm of the racer that is looked at, if it is another one than before. In the middle of a stroke the
// swarm at hand is finished first: else it would be begun again and again, and nothing be seen of it.
func (p *swarmPane) refresh() {
	s := p.state
	p.showChoices(s.Doc)
	i := s.Doc.Subject()
	if i < 0 {
		p.forget()
		return
	}
	if !s.Surveyable() {
		return
	}
	p.whose.SetItems(racerItems(s.Doc))
	p.whose.SetSelected(fmt.Sprint(s.Doc.Racers[i].Slot))
	if p.later = p.busy && s.View.Stroke >= 0; p.later {
		return
	}
	survey := s.Survey()
	asked := p.work.ask(survey.SwarmKey(i), func(ctx context.Context, say func(func())) {
		run, err := survey.Swarm(ctx, i, p.work.metered(say)(0, 1))
		if err != nil && !errors.Is(err, lab.ErrNothingPainted) {
			return // cancelled: the document's racers have passed their checks
		}
		var bands []sweep.Band
		if run != nil {
			bands = run.Bands()
		}
		say(func() { p.arrived(survey, i, run, bands, err) })
	})
	if asked {
		p.busy, p.none = true, nil
	}
	p.show()
}

// showChoices shows the document's choices for the swarm.
func (p *swarmPane) showChoices(doc lab.Experiment) {
	sw := doc.Swarm.Filled()
	p.runs.SetValue(float64(sw.Runs))
	p.radius.SetValue(sw.Radius)
	p.from.SetSelected(slices.Index(lab.Froms, sw.From))
	p.picture.SetSelected(slices.Index(lab.SwarmPictures, doc.Look.SwarmShows))
	layout.SetShown(p.radius, sw.Round())
	layout.SetShown(p.paint, sw.From == lab.FromPainted)
	layout.SetShown(p.whose, len(doc.Racers) > 0)
}

// arrived takes a swarm in.
func (p *swarmPane) arrived(of lab.Survey, racer int, run *lab.SwarmRun, bands []sweep.Band, err error) {
	later := p.later
	p.drop()
	p.run, p.none, p.bands, p.places, p.racer = run, err, bands, of.Places, of.Doc.Racers[racer].Slot
	if later {
		p.refresh()
	}
	p.show()
	p.shown()
}

// shown puts the swarm on the maps.
func (p *swarmPane) shown() {
	var swarm *lab.Swarmed
	if p.run != nil {
		swarm = &lab.Swarmed{SwarmRun: p.run, Slot: p.racer, Places: p.places}
	}
	p.ui.lab.Look(func(v *lab.View) { v.Swarm = swarm })
}

// racerItems are the racers as choices, by slot.
func racerItems(doc lab.Experiment) []widgets.PickerItem {
	var items []widgets.PickerItem
	for i, r := range doc.Racers {
		items = append(items, widgets.PickerItem{Key: fmt.Sprint(r.Slot), Title: doc.Names()[i]})
	}
	return items
}
