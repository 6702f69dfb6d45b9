// Package exporting is the dialog in which whatever a room shows is written into a file: with a preview of it, as what kind of
// picture, in which format, how large, and where.
package exporting

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/job"
	"descentlab/app/window/filing"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// A Host is the window that something is exported from.
type Host struct {
	filing.Host
	Kept    fyne.Preferences
	Dark    bool                                        // the window is
	Colours string                                      // the set of colours that it has
	Screen  fyne.Size                                   // of what it shows, in units
	Copy    func(ctx context.Context, png []byte) error // puts it on the clipboard
	Notice  func(text string)                           // says something for a while
	Fail    func(error)                                 // says what has gone wrong
	Over    func(key func(fyne.KeyName) bool)           // gives the dialog the keys that nothing else has use for
}

// A Dialog lies over the window until something has been exported, or the user gives up.
type Dialog struct {
	host    Host
	offers  []export.Offer
	at      int // of them
	choices Choices
	fault   error // what is wrong with the choices

	stage          *stage
	what, format   *picker.Picker
	says           *kit.Paragraph
	size           *picker.Picker
	wide, high     *number
	unit           *widgets.Segmented
	theme, ground  *widgets.Segmented
	scale, dpi     *widgets.Segmented
	frames, rate   *number
	facts          *kit.Label // how large, in pixels and in bytes
	plays          *kit.Label
	sizes, moving  []fyne.CanvasObject // the rows of pictures, and of films
	detail         []fyne.CanvasObject // the row of pixels
	path           *filing.Path
	message        *widget.Label
	bar            *bar
	copies, cancel *filing.Button
	save           *filing.Button
	dialog         *dialog.CustomDialog
	form           fyne.CanvasObject

	looking *job.Job[view]
	writing *job.Job[outcome]
	copying *job.Job[int64]
	draft   *draft   // of the newest preview
	turns   int      // wishes so far
	agreed  []string // the files that the user has been asked about
	named   bool     // the user has given the file a name
	quiet   bool     // the fields are filled, and not typed in
	closed  bool
	left    bool // something else has its place, and it is busy still
}

// Open shows the dialog over a window, with the offer of a key chosen, or the first one.
func Open(h Host, offers []export.Offer, seen string) *Dialog {
	d := &Dialog{host: h, offers: offers, choices: recall(h.Kept)}
	d.at = max(slices.IndexFunc(offers, func(o export.Offer) bool { return o.Key == seen }), 0)
	d.looking = job.New[view](h.Post, d.seen)
	d.writing = job.New[outcome](h.Post, d.heard)
	d.copying = job.New[int64](h.Post, d.copied)
	d.build()
	d.fill()
	d.propose()
	d.dialog = dialog.NewCustomWithoutButtons("", d.compose(), h.Window)
	room := h.Window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(room.Width-marginX, widest), min(room.Height-marginY, highest)))
	d.dialog.Show()
	h.Over(d.Key)
	h.Window.Canvas().Focus(d.path)
	d.path.SelectName()
	d.refresh()
	return d
}

// Lengths, in units.
const (
	marginX = 40 // that the dialog leaves of the window
	marginY = 40
	widest  = 1060
	highest = 720
)

// offer is the one that is chosen.
func (d *Dialog) offer() export.Offer { return d.offers[d.at] }

// ending is that of the format that is chosen: the one of last time, if this result has it.
func (d *Dialog) ending() string {
	endings := d.offer().Endings()
	if slices.Contains(endings, d.choices.Ending) {
		return d.choices.Ending
	}
	return formatItems(endings)[0].Key
}

// look is how the picture is wanted.
func (d *Dialog) look() (picture.Look, error) {
	return d.choices.Look(d.ending(), d.host)
}

// build makes the controls.
func (d *Dialog) build() {
	d.stage = newStage(d.refresh)
	var kinds []picker.Item
	for _, o := range d.offers {
		kinds = append(kinds, picker.Item{Key: o.Key, Title: o.Name})
	}
	d.what, d.format, d.size = picker.New(kinds), picker.New(nil), picker.New(sizeItems())
	for _, p := range []*picker.Picker{d.what, d.format, d.size} {
		p.Wide = true
	}
	d.says = kit.NewParagraph(3, "")
	d.what.OnPicked = d.choose
	d.format.OnPicked = func(key string) { d.change(func(c *Choices) { c.Ending = key }) }
	d.size.OnPicked = d.resize
	d.wide, d.high = newNumber(d.typed, d.Save, d.Cancel), newNumber(d.typed, d.Save, d.Cancel)
	d.unit = d.segmented(func(c *Choices, i int) { d.switchUnit(c, []string{pixels, centimetres}[i]) }, words.T("px"), words.T("cm"))
	d.theme = d.segmented(func(c *Choices, i int) { c.Theme = []string{light, dark}[i] }, words.T("Light"), words.T("Dark"))
	d.ground = d.segmented(func(c *Choices, i int) { c.Transparent = i == 1 }, words.T("Filled"), words.T("Transparent"))
	d.scale = d.segmented(func(c *Choices, i int) { *c.scaleOf(d.ending()) = scales[i] }, "1×", "2×", "4×")
	d.dpi = d.segmented(func(c *Choices, i int) { c.DPI = densities[i] }, "150", "300", words.T("%d dpi", 600))
	typed := func(set func(c *Choices, text string)) func(string) {
		return func(text string) {
			if !d.quiet {
				d.change(func(c *Choices) { set(c, text) })
			}
		}
	}
	d.frames = newNumber(typed(func(c *Choices, text string) { c.Frames = text }), d.Save, d.Cancel)
	d.rate = newNumber(typed(func(c *Choices, text string) { c.Rate = text }), d.Save, d.Cancel)
	d.facts, d.plays = kit.NewLabel(""), kit.NewLabel("")
	d.facts.Muted, d.facts.Least, d.plays.Muted, d.plays.Least = true, 1, true, 1

	d.path = filing.NewPath(d.Cancel)
	d.path.OnChanged = func(string) { d.renamed() }
	d.path.OnSubmitted = func(string) { d.Save() }
	d.message = widget.NewLabel("")
	d.message.Wrapping = fyne.TextWrapWord
	d.bar = newBar()
	d.copies = filing.NewButton(words.T("Copy picture"), d.Copy, d.Cancel)
	d.cancel = filing.NewButton(words.T("Cancel"), d.Cancel, d.Cancel)
	d.save = filing.NewButton(words.T("Save"), d.Save, d.Cancel)
	d.save.Importance = widget.HighImportance
}

// What can be chosen of pixels for a unit, and of pixels for an inch.
var (
	scales    = []float64{1, 2, 4}
	densities = []float64{150, 300, 600}
)

// segmented is a choice between few.
func (d *Dialog) segmented(set func(c *Choices, i int), labels ...string) *widgets.Segmented {
	s := widgets.NewSegmented(labels...)
	s.OnChanged = func(i int) { d.change(func(c *Choices) { set(c, i) }) }
	return s
}

// change changes the choices, and shows what comes of it.
func (d *Dialog) change(f func(c *Choices)) {
	f(&d.choices)
	d.fill()
	d.rename()
	d.refresh()
}

// choose chooses another result.
func (d *Dialog) choose(key string) {
	d.at = max(slices.IndexFunc(d.offers, func(o export.Offer) bool { return o.Key == key }), 0)
	d.fill()
	if d.named {
		d.rename()
	} else {
		d.propose()
	}
	d.refresh()
}

// resize chooses another size, with the scale that goes with it. One's own begins as what was there.
func (d *Dialog) resize(key string) {
	d.change(func(c *Choices) {
		if key == typedSize && c.Size != typedSize {
			c.Unit = c.unit()
			c.W, c.H = d.wide.Text, d.high.Text
		}
		c.Size = key
		if p := presetOf(key); p.scale > 0 {
			*c.scaleOf(d.ending()) = p.scale
		}
	})
}

// typed takes a size in that is typed.
func (d *Dialog) typed(string) {
	if d.quiet {
		return
	}
	d.change(func(c *Choices) {
		c.Unit = c.unit()
		c.Size, c.W, c.H = typedSize, d.wide.Text, d.high.Text
	})
}

// switchUnit says the size in another unit.
func (d *Dialog) switchUnit(c *Choices, unit string) {
	if unit == c.unit() {
		return
	}
	if v, made := d.looking.Result(); made && d.fault == nil && v.preview.Look.W > 0 {
		c.W, c.H = lengthOf(v.preview.Look.W, unit), lengthOf(v.preview.Look.H, unit)
	}
	c.Size, c.Unit = typedSize, unit
}
