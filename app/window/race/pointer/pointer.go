// Package pointer is the pane that tells what the surface is at the point that is looked at.
package pointer

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure/reading"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane tells what the surface is under the pointer; without one, at the start. While a place is selected it explains that one
// instead, and follows the curves through it if it is a saddle. Whatever it says, it is as high.
type Pane struct {
	desk   desk.Desk
	tracer *tracer
	loose  ringRace
	parts  *parts
	long   *kit.Caption // the explanation of the selected place
	ring   *kit.Button
	close  *kit.IconButton
	inner  *fyne.Container
	box    fyne.CanvasObject

	ways  reading.Ways
	probe *surfaces.Probe // our own scratch
	of    *surfaces.Probe // the probe it was forked from
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, tracer: newTracer(d), loose: ringRace{desk: d}, parts: newParts(), long: kit.NewCaption("")}
	p.ring = kit.NewButton(words.T("Race from a ring"), kit.IconPlay,
		words.T("Let a racer run hundreds of times from a small circle around it: who escapes, when, and to which side"), p.race)
	p.close = kit.NewIconButton(kit.IconRemove, words.T("Close (Esc)"), func() {
		d.Lab().Look(func(v *lab.View) { v.Select(nil) })
	})
	p.inner = p.compose()
	p.box = kit.NewPanel(p.inner, nil)
	p.showSelected(nil, "")
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update reads the surface anew.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.tracer.update(s, c)
	p.loose.update(s, c)
	if c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	if s.Field != nil && s.Field.Probe != p.of {
		p.of, p.probe = s.Field.Probe, s.Field.Probe.Fork()
	}
	if p.probe != nil {
		r := reading.Read(s, p.probe, &p.ways)
		p.parts.show(r, p.desk.Palette(), s.Shown)
		p.showSelected(s.View.Selected, reading.Explain(s))
	}
}

// showSelected explains the selected place in the room of the facts, or gives that back.
func (p *Pane) showSelected(place *lab.Place, text string) {
	p.long.Set(text)
	for _, o := range p.parts.facts() {
		layout.SetShown(o, place == nil)
	}
	for _, o := range []fyne.CanvasObject{p.ring, p.close} {
		layout.SetShown(o, place != nil)
	}
	if place != nil { // the button stands where the title leaves room
		p.inner.Layout.Layout(p.inner.Objects, p.inner.Size())
	}
}

// race lets the subject racer loose from a ring around the selected place.
func (p *Pane) race() {
	if place := p.desk.Lab().State().View.Selected; place != nil {
		p.loose.begin(place.At)
	}
}

// onScreen is a direction of the plane as the map shows it.
func onScreen(along geom.Point, shown lab.Shown) plot.Vec {
	if !(shown.UnitX > 0 && shown.UnitY > 0) {
		return plot.Vec(along)
	}
	return plot.Vec{X: along.X / shown.UnitX, Y: along.Y / shown.UnitY}
}

// parts are what a reading is shown by.
type parts struct {
	title, coordinates  *kit.Label
	symbol, name, about *kit.Label
	terms               [3]*kit.Term // height, slope, fastest safe lr
	values              [3]*kit.Label
	downhill            *graphic.Compass
	upright, rule       *kit.Rule
	discs               [2]*graphic.Compass
	bends, says         [2]*kit.Label
	curvature           [2]*kit.Term
	foot                *kit.Paragraph

	reading reading.Reading
	width   float32
	brief   bool // there is little room

	bendPitch float32 // from one curvature to the next
}

func newParts() *parts {
	label := func(bold, muted bool) *kit.Label {
		l := kit.NewLabel("")
		l.Bold, l.Muted, l.Small, l.Least = bold, muted, true, 1
		return l
	}
	p := &parts{
		title: kit.NewLabel(words.T("Under the pointer")), coordinates: label(false, true),
		symbol: label(false, false), name: label(true, false), about: label(false, true),
		downhill: graphic.NewCompass(), upright: kit.NewRule(), rule: kit.NewRule(), foot: kit.NewParagraph(footLines, ""),
	}
	p.title.Bold, p.title.Least = true, 1
	p.symbol.Small, p.symbol.Large = false, true
	p.coordinates.Align = fyne.TextAlignTrailing
	p.terms = [3]*kit.Term{
		kit.NewTerm(words.T("height"), words.Meaning("height")), kit.NewTerm(words.T("slope"), words.Meaning("slope")),
		kit.NewTerm(words.T("fastest safe lr"), words.Meaning("fastest safe lr")),
	}
	for i := range p.values {
		p.values[i] = label(true, false)
	}
	for i := range p.discs {
		p.discs[i] = graphic.NewCompass()
		p.bends[i], p.says[i] = label(true, false), label(false, true)
		p.curvature[i] = kit.NewTerm(words.T("curvature"), words.Meaning("curvature"))
	}
	return p
}

// facts are all that gives its room to an explanation.
func (p *parts) facts() []fyne.CanvasObject {
	list := []fyne.CanvasObject{p.coordinates, p.symbol, p.name, p.about, p.downhill, p.upright, p.rule, p.foot}
	for i := range p.terms {
		list = append(list, p.terms[i], p.values[i])
	}
	for i := range p.discs {
		list = append(list, p.discs[i], p.bends[i], p.says[i], p.curvature[i])
	}
	return list
}

// show shows a reading.
func (p *parts) show(r reading.Reading, c *plot.Palette, shown lab.Shown) {
	p.reading = r
	p.title.Set(r.Title, nil)
	p.coordinates.Set(r.Coordinates(), nil)
	p.symbol.Set(r.Symbol(), nil)
	p.name.Set(r.Name(), nil)
	p.foot.Set(r.Note())
	var down geom.Point
	if r.Place == nil {
		down = geom.Point{X: -r.Gradient.X, Y: -r.Gradient.Y}
	}
	p.downhill.Set(onScreen(down, shown), true, c.Error)
	for i, bend := range r.Bends() {
		ink := c.Muted
		switch {
		case bend.Way > 0:
			ink = c.Error
		case bend.Way < 0:
			ink = c.Accent
		}
		p.discs[i].Set(onScreen(bend.Along, shown), false, ink)
		p.bends[i].Set(bend.Value, nil)
	}
	for i, text := range []string{r.Height(), r.Slope(), r.Rate()} {
		p.values[i].Set(text, nil)
	}
	p.say()
	if p.width > 0 {
		p.placeName(p.width)
		p.placeFacts(p.width)
	}
}
