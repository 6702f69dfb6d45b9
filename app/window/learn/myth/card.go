package myth

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/prose"
)

// The styles of what is told on a card.
var (
	ideaStyle    = prose.Style{Size: 13, Pitch: 19, Muted: true}
	findingStyle = prose.Style{Size: 14, Pitch: 20, Bold: true}
)

// A card is one of the two tests: what it is about, what can be chosen, a picture and a table that fill in while it runs, and
// what they show.
type card struct {
	title         *kit.Heading
	idea, finding *prose.Paragraph
	knobs         *fyne.Container
	run, other    *kit.Button
	told          *kit.Label
	view          *widgets.Segmented // which picture; nil: there is one
	line          *fyne.Container    // of the four above
	picture       *graphic.Drawing
	table         *graphic.Table
	drawn         string // what the picture is of
	panel         *kit.Panel
}

// A look is what a card says of itself.
type look struct {
	title   string
	idea    []prose.Span
	columns []graphic.Column
	draw    func(on plot.Canvas, st plot.Style)
	press   func() // the button that runs and stops
	other   func() // the one for another seed
}

func plainly(text string) []prose.Span { return []prose.Span{{Text: text}} }

func newCard(r *Room, l look, view *widgets.Segmented, knobs ...*widgets.Knob) *card {
	c := &card{title: kit.NewHeading(l.title), told: kit.NewLabel(""), view: view, table: graphic.NewTable(l.columns)}
	c.idea = prose.New(ideaStyle, l.idea...)
	c.finding = prose.New(findingStyle)
	c.run = kit.NewButton("", "", "", l.press)
	c.other = kit.NewButton(words.T("Another seed"), "", words.T("The same with other random numbers"), l.other)
	c.told.Muted, c.told.Small, c.told.Least = true, true, 1
	c.table.Small, c.table.Row = true, tableRow
	c.picture = graphic.NewPlainDrawing(fyne.NewSize(200, 160), func(on plot.Canvas, scale float64) {
		st := r.desk.Style()
		st.Scale = scale
		l.draw(on, st)
	})
	c.picture.Within(r.scroll)
	c.knobs = container.New(knobsLayout{})
	for _, k := range knobs {
		k.OnFocus = func() { r.see(c) }
		c.knobs.Add(k)
	}
	parts := []fyne.CanvasObject{c.run, c.other, c.told}
	if view != nil {
		parts = append(parts, view)
	}
	c.line = widgets.NewLine(c.told, parts...)
	body := container.New(cardLayout{c}, c.title, c.idea, c.knobs, c.line, c.picture, c.finding, c.table)
	c.panel = kit.NewFilled(body, nil)
	return c
}

// tableRow is the height of a row.
const tableRow = 18

// say shows what is found, and how far the work is.
func (c *card) say(finding, told string) {
	var spans []prose.Span
	if finding != "" {
		spans = append(spans, prose.Span{Text: strings.ReplaceAll(finding, " %", "\u00a0%"), Bold: true})
	}
	c.finding.SetSpans(spans)
	c.told.Set(told, nil)
}

// redraw draws the picture anew if it is of something else than before.
func (c *card) redraw(of string) {
	if c.drawn != of {
		c.drawn = of
		c.picture.Redraw()
	}
}

// offer words the button: it stops what is under way.
func (c *card) offer(busy, fresh bool, begin, again string) {
	text := begin
	switch {
	case busy:
		text = words.T("Cancel")
	case fresh:
		text = again
	}
	c.run.SetText(text)
	c.run.SetPrimary(!busy && !fresh)
}

// knob is a slider that changes the document by edits of a key.
func (r *Room) knob(spec widgets.KnobSpec, key string, set func(d *document, v float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.SetLabelWidth(labelWidth)
	k.OnChanged = func(v float64, done bool) {
		r.edit(key, func(d *document) { set(d, v) })
		if done {
			r.past.SealRun(key)
		}
	}
	k.OnError = func(message string) { r.fault(message) }
	k.Scroller = r.scroll
	return k
}

// labelWidth is that of the names of knobs.
const labelWidth = 58

// fault says what is wrong with what was typed; "" for nothing.
func (r *Room) fault(message string) {
	if message == "" {
		r.desk.Say(nil)
		return
	}
	r.desk.Say(words.Errorf("%s", message))
}

// seed is the slider of a seed.
func (r *Room) seed(key, help string, of func(d *document) *uint64) *widgets.Knob {
	return r.knob(widgets.KnobSpec{Label: words.T("seed"), Help: help, Min: 0, Max: 100, Low: 0, High: widgets.LargestWhole,
		Integer: true}, key, func(d *document, v float64) { *of(d) = uint64(v) })
}

// anotherSeed is the next one, from the least on again after the greatest that a knob holds.
func anotherSeed(seed uint64) uint64 { return (seed + 1) % widgets.LargestWhole }
