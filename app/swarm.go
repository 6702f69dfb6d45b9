package main

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// swarmPane lets one racer run hundreds of times from a disc around the start, each time with other random numbers. The
// cloud moves over the maps with the playhead.
type swarmPane struct {
	ui           *ui
	whose        *widgets.Picker
	from         *widgets.Segmented // where the runs begin
	runs, radius *widgets.Knob
	chart        *widgets.Chart
	ends         *caption
	box          *fyne.Container

	work   background
	state  lab.State
	swarm  *sweep.Swarm
	bands  []sweep.Band
	shares []lab.Share
	racer  int // slot
	escape string
	cloud  *plot.Cloud
	moment int // of cloud
}

// swarmChartLeast is the height that the bands keep, however much is told below them.
const swarmChartLeast = 120

func newSwarmPane(u *ui) *swarmPane {
	p := &swarmPane{ui: u, work: background{post: u.post}, ends: newCaption(""), chart: widgets.NewChart(), moment: -1}
	idea := newCaption("Many runs of one racer, each with its own random numbers: a cloud on the map that moves with the playhead.")
	p.from = widgets.NewSegmented("from a disc", "from a ring")
	p.from.OnChanged = p.setFrom
	p.whose = widgets.NewPicker(nil)
	p.whose.Plain = true
	p.whose.OnPicked = u.maps.pickSubject
	p.runs = p.knob(widgets.KnobSpec{Label: "runs", Help: "How many runs", Min: 10, Max: sweep.MaxSwarm, Low: 1, High: sweep.MaxSwarm,
		Scale: widgets.Log, Integer: true, Default: 300}, func(s *lab.Swarming, v float64) { s.Runs = int(v) })
	p.radius = p.knob(widgets.KnobSpec{Label: "radius", Help: "Of the disc in which the runs begin, around the start, or of the ring; 0 is its middle",
		Min: 0, Max: 1, Low: 0, High: math.MaxFloat64, Default: 0.1}, func(s *lab.Swarming, v float64) { s.Radius, s.Point = v, v == 0 })
	p.chart.OnSeek = u.lab.Seek
	top := container.New(layout.NewCustomPaddedVBoxLayout(panelGap/2), idea.note.box, container.NewBorder(nil, nil, p.whose, p.from), p.runs, p.radius)
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, swarmChartLeast))
	p.box = container.NewBorder(top, p.ends.note.box, nil, nil, container.NewStack(room, p.chart))
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

// setFrom lets the runs begin in a disc around the start, or on a ring: around the selected place, or else the start.
func (p *swarmPane) setFrom(i int) {
	around := p.state.Doc.Start
	if place := p.ui.selection.place; place != nil {
		around = place.At
	}
	p.ui.edit("", func(e *lab.Experiment) {
		e.Swarm.Ring, e.Swarm.Around = i == 1, surfaces.Point{}
		if e.Swarm.Ring {
			e.Swarm.Around = around
		}
	})
}

func (p *swarmPane) update(s lab.State, c lab.Change) {
	p.state = s
	if !p.box.Visible() {
		if p.swarm != nil {
			p.work.stop()
			p.swarm, p.cloud, p.moment = nil, nil, -1
		}
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
	p.chart.SetCursor(s.Head)
}

// refresh asks for the swarm of the racer that is looked at, if it is another one than before.
func (p *swarmPane) refresh() {
	s := p.state
	sw := s.Doc.Swarm.Filled()
	p.runs.SetValue(float64(sw.Runs))
	p.radius.SetValue(sw.Radius)
	p.from.SetSelected(map[bool]int{false: 0, true: 1}[sw.Ring])
	i := s.Doc.Subject()
	if i < 0 || s.Field == nil || !s.Field.Known || s.Stale() {
		return
	}
	p.whose.SetItems(racerItems(s.Doc))
	p.whose.SetSelected(fmt.Sprint(s.Doc.Racers[i].Slot))
	survey := lab.Survey{Probe: s.Field.Probe, Least: s.Field.Least, Doc: s.Doc, View: s.Doc.Home, Places: s.Field.Places}
	starts := s.Doc.SwarmStarts()
	p.work.ask(survey.SwarmKey(i), func(ctx context.Context, say func(func())) {
		swarm, shares, err := survey.Swarm(ctx, i, starts)
		if err != nil {
			return // cancelled: the document's racers have passed their checks
		}
		bands, escape := swarm.Bands(), ""
		if e := survey.Escapes(ctx, swarm); e != nil {
			escape = e.String()
		}
		say(func() {
			p.swarm, p.shares, p.bands, p.racer, p.escape = swarm, shares, bands, survey.Doc.Racers[i].Slot, escape
			p.cloud, p.moment = nil, -1
			p.show()
			p.ui.maps.draw()
		})
	})
	p.show()
}

// show draws the bands and tells how the runs end.
func (p *swarmPane) show() {
	if p.swarm == nil {
		p.ends.set("Running …")
		return
	}
	st := p.ui.style()
	least, _ := lab.Best(p.state.Tape, p.state.Field.Places)
	chart := plot.Chart{Title: "loss − best minimum: median, mean, 10 % and 90 % (log)", Log: true, Style: st, Steps: p.swarm.Steps, Floor: resolution(least)}
	hue := st.Palette.Racer(p.racer)
	pick := []func(sweep.Band) float64{
		func(b sweep.Band) float64 { return b.Median }, func(b sweep.Band) float64 { return b.Low }, func(b sweep.Band) float64 { return b.High }, func(b sweep.Band) float64 { return b.Mean },
	}
	for k, of := range pick {
		y := make([]float64, p.swarm.Steps+1)
		for t := range y {
			y[t] = of(p.bands[min(t/p.swarm.Every, len(p.bands)-1)]) - least
		}
		line := hue
		if k > 0 {
			line = plot.Mix(hue, st.Palette.Panel, 0.45)
		}
		chart.Series = append(chart.Series, plot.Series{Y: y, Color: line, Glyph: plot.RacerGlyph(p.racer), Name: []string{"median", "10 %", "90 %", "mean"}[k]})
	}
	p.chart.SetChart(chart)
	var parts []string
	for _, s := range p.shares {
		part := s.Label + " " + percent(s.Part)
		if s.Place != nil {
			part += fmt.Sprintf(" (after %.0f steps)", s.Steps)
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, " · ")
	if p.escape != "" {
		text += "\n" + p.escape
	}
	p.ends.set(text)
	p.ui.charts.settle()
}

// clouds are the swarm at the playhead.
func (p *swarmPane) clouds(s lab.State) []*plot.Cloud {
	if p.swarm == nil || s.Stale() {
		return nil
	}
	k := min(s.Step()/p.swarm.Every, p.swarm.Moments()-1)
	if k != p.moment {
		cloud := &plot.Cloud{Color: p.ui.palette().Racer(p.racer), Pts: make([]plot.Point, p.swarm.Runs)}
		for i := range cloud.Pts {
			x, y, _ := p.swarm.At(k, i)
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
