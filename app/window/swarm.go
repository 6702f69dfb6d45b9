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
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
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
	ends         *caption
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
	cloud  *plot.Cloud
	moment int // of cloud
}

// swarmChartLeast is the height that the chart keeps, however much is told below it.
const swarmChartLeast = 120

func newSwarmPane(u *ui) *swarmPane {
	p := &swarmPane{ui: u, ends: newCaption(""), chart: widgets.NewChart(), moment: -1}
	p.work = background{post: u.post, telling: p.show}
	idea := newCaption("Many runs of one racer, each with its own random numbers: a cloud on the map that moves with the playhead.")
	p.from = widgets.NewSegmented("disc", "ring", "grid", "painted")
	p.from.Tight = true
	p.from.OnChanged = p.setFrom
	p.whose = widgets.NewPicker(nil)
	p.whose.Plain = true
	p.whose.OnPicked = u.maps.pickSubject
	p.runs = p.knob(widgets.KnobSpec{Label: "runs", Help: "How many runs", Min: 10, Max: sweep.MaxSwarm, Low: 1, High: sweep.MaxSwarm,
		Scale: widgets.Log, Integer: true, Default: 300}, func(s *lab.Swarming, v float64) { s.Runs = int(v) })
	p.radius = p.knob(widgets.KnobSpec{Label: "radius", Help: "Of the disc in which the runs begin, around the start, or of the ring; 0 is its middle",
		Min: 0, Max: 1, Low: 0, High: math.MaxFloat64, Default: 0.1}, func(s *lab.Swarming, v float64) { s.Radius, s.Point = v, v == 0 })
	p.paint = widgets.NewButton("Paint", "", "Paint on the map where the runs begin (P)", u.brush.toggle)
	p.picture = widgets.NewSegmented("loss", "arrivals", "escapes")
	p.picture.OnChanged = func(i int) { u.edit("", func(e *lab.Experiment) { e.Look.SwarmShows = lab.SwarmPictures[i] }) }
	p.chart.OnSeek = u.lab.Seek
	space, room := fynelayout.NewSpacer(), fynelayout.NewSpacer()
	top := container.New(fynelayout.NewCustomPaddedVBoxLayout(panelGap/2), idea.note.box, widgets.NewLine(space, p.whose, space, p.from), p.runs, p.radius,
		widgets.NewLine(room, p.paint, room, p.picture))
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(0, swarmChartLeast))
	p.box = container.NewBorder(top, p.ends.note.box, nil, nil, container.NewStack(least, p.chart))
	return p
}

func (p *swarmPane) knob(spec widgets.KnobSpec, set func(*lab.Swarming, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.ui.edit("swarm "+spec.Label, func(e *lab.Experiment) { set(&e.Swarm, v) })
		if done {
			p.ui.lab.Seal()
		}
	}
	k.OnError = func(msg string) { p.ends.set(msg) }
	return k
}

// setFrom lets the runs begin in a disc around the start, on a ring (around the selected place, or else the start), all over
// the window, or where is painted: if nothing is yet, painting begins.
func (p *swarmPane) setFrom(i int) {
	around := p.state.Doc.Start
	if place := p.ui.selection.place; place != nil {
		around = place.At
	}
	p.ui.edit("", func(e *lab.Experiment) {
		e.Swarm.From, e.Swarm.Around = lab.Froms[i], surfaces.Point{}
		if e.Swarm.From == lab.FromRing {
			e.Swarm.Around = around
		}
	})
	if lab.Froms[i] == lab.FromPainted && len(p.state.Doc.Painted) == 0 {
		p.ui.brush.set(true)
	}
}

// painting tells that the brush is at work, or no longer.
func (p *swarmPane) painting(on bool) {
	p.paint.SetOn(on)
	if p.box.Visible() {
		p.refresh()
	}
}

func (p *swarmPane) update(s lab.State, c lab.Change) {
	p.state = s
	if !p.box.Visible() {
		if p.run != nil || p.work.key != "" { // not for every frame of a race that plays
			p.forget()
		}
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
	p.chart.SetCursor(s.Head)
}

// drop takes the swarm away.
func (p *swarmPane) drop() {
	p.run, p.none, p.cloud, p.moment, p.busy, p.later = nil, nil, nil, -1, false, false
}

// forget ends the runs at hand and takes the swarm away.
func (p *swarmPane) forget() {
	p.work.stop()
	p.drop()
	p.show()
}

// interrupt stops the runs, on the user's wish. The swarm that they were to take the place of goes: it is of another
// experiment.
func (p *swarmPane) interrupt() {
	if p.work.interrupt() {
		p.drop()
		p.show()
		p.ui.maps.draw()
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
	if p.later = p.busy && p.ui.brush.stroke >= 0; p.later {
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
	setShown(p.radius, sw.Round())
	setShown(p.paint, sw.From == lab.FromPainted)
	setShown(p.whose, len(doc.Racers) > 0)
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
	p.ui.maps.draw()
}

// clouds are the swarm at the playhead.
func (p *swarmPane) clouds(s lab.State) []*plot.Cloud {
	if p.run == nil || s.Stale() {
		return nil
	}
	k := min(s.Step()/p.run.Every, p.run.Moments()-1)
	if hue := p.ui.palette().Racer(p.racer); k != p.moment || p.cloud.Color != hue {
		cloud := &plot.Cloud{Color: hue, Pts: make([]plot.Point, p.run.Runs)}
		for i := range cloud.Pts {
			x, y, _ := p.run.At(k, i)
			cloud.Pts[i] = plot.Point{X: x, Y: y}
		}
		p.cloud, p.moment = cloud, k
	}
	return []*plot.Cloud{p.cloud}
}

// racerItems are the racers as choices, by slot.
func racerItems(doc lab.Experiment) []widgets.PickerItem {
	var items []widgets.PickerItem
	for i, r := range doc.Racers {
		items = append(items, widgets.PickerItem{Key: fmt.Sprint(r.Slot), Title: doc.Names()[i]})
	}
	return items
}
