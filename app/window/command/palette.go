package command

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

// Measures of the palette, in units.
const (
	widest    = 660 // where the window has as much
	margin    = 24  // beside it, and below
	fromTop   = 64  // of the window
	pad       = 6
	rowHigh   = 32
	footHigh  = 28
	mostRows  = 13
	leastRows = 4
	barWide   = 4
	rowGap    = 2 // between the field and the rows
)

var (
	_ fyne.Widget     = (*Palette)(nil)
	_ fyne.Scrollable = (*Palette)(nil)
)

// A Palette is a field over a list of all that can be done: what is typed leaves what answers it, best first. What was used last
// comes first before anything is typed.
type Palette struct {
	widget.BaseWidget

	// Do does what was chosen, once the palette is closed.
	Do func(c desk.Command)

	kept   fyne.Preferences
	all    []match
	found  []match // that answer what was typed
	active int     // of found, that Enter does
	top    int     // of found, that is seen first
	entry  *entry
	rows   []*line // for as many as can be seen
	popup  *widget.PopUp

	frame, bar *canvas.Rectangle
	rule, base *canvas.Line
	none, hint *canvas.Text
}

// Open opens a palette of commands over a window. The settings keep what was used last.
func Open(win fyne.Window, kept fyne.Preferences, list []desk.Command, do func(desk.Command)) *Palette {
	p := &Palette{
		Do: do, kept: kept, all: choices(list, used(kept)),
		frame: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		rule: canvas.NewLine(color.Transparent), base: canvas.NewLine(color.Transparent),
		none: canvas.NewText("", color.Transparent), hint: canvas.NewText("", color.Transparent),
	}
	p.none.Alignment = fyne.TextAlignCenter
	p.entry = newEntry(p)
	room := win.Canvas().Size().Height - fromTop - margin - p.head() - footHigh - 2*pad
	for range min(mostRows, max(leastRows, int(room/rowHigh))) {
		p.rows = append(p.rows, newLine(p))
	}
	p.ExtendBaseWidget(p)
	p.filter("")
	p.popup = widget.NewPopUp(p, win.Canvas())
	p.put()
	win.Canvas().Focus(p.entry)
	return p
}

// head is the height of the field, with what is above and below it.
func (p *Palette) head() float32 { return p.entry.MinSize().Height + 2*rowGap }

// put gives the palette its place, which stays, and its size, which goes with what is found.
func (p *Palette) put() {
	window := p.popup.Canvas.Size()
	width := min(widest, window.Width-2*margin)
	high := p.head() + rowHigh*float32(max(1, min(len(p.found), len(p.rows)))) + footHigh + 2*pad
	p.popup.ShowAtPosition(fyne.NewPos((window.Width-width)/2, min(fromTop, max(window.Height-high-margin, 0))))
	p.popup.Resize(fyne.NewSize(width, high))
}

// filter leaves what answers a text.
func (p *Palette) filter(text string) {
	p.found, p.active, p.top = p.all, 0, 0
	if text != "" {
		p.found = search(p.all, text)
	}
	p.Refresh()
}

// activate makes another one that which Enter does, and shows it.
func (p *Palette) activate(i int) {
	p.active = max(min(i, len(p.found)-1), 0)
	p.top = min(max(p.top, p.active-len(p.rows)+1), p.active)
	p.Refresh()
}

// Scrolled shows others of what was found.
func (p *Palette) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	if ev.Scrolled.DY == 0 {
		return
	}
	const turn = 3
	p.top = max(min(p.top+turn*by, len(p.found)-len(p.rows)), 0)
	p.active = max(min(p.active, p.top+len(p.rows)-1), p.top)
	p.Refresh()
}

// key tells whether a key meant the list.
func (p *Palette) key(name fyne.KeyName) bool {
	page := max(len(p.rows)-1, 1)
	switch name {
	case fyne.KeyDown:
		p.activate(p.active + 1)
	case fyne.KeyUp:
		p.activate(p.active - 1)
	case fyne.KeyPageDown:
		p.activate(p.active + page)
	case fyne.KeyPageUp:
		p.activate(p.active - page)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.active)
	case fyne.KeyEscape:
		p.popup.Hide()
	default:
		return false
	}
	return true
}

// choose does what stands in a row, if it can be done now.
func (p *Palette) choose(i int) {
	if i < 0 || i >= len(p.found) || p.found[i].Why != "" {
		return
	}
	p.popup.Hide()
	c := p.found[i].Command
	use(p.kept, c)
	p.Do(c)
}

// CreateRenderer is called by Fyne.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.frame, p.entry, p.rule}
	for _, r := range p.rows {
		objects = append(objects, r)
	}
	objects = append(objects, p.bar, p.none, p.base, p.hint)
	p.refresh()
	return &kit.Parts{
		Drawn:   objects,
		Least:   func() fyne.Size { return fyne.NewSize(200, p.head()+rowHigh+footHigh+2*pad) },
		Arrange: p.layout,
		Paint:   p.refresh,
	}
}

func (p *Palette) layout(size fyne.Size) {
	kit.Place(p.frame, 0, 0, size.Width, size.Height)
	y := p.entry.MinSize().Height
	kit.Place(p.entry, pad, rowGap, size.Width-2*pad, y)
	y = p.head()
	horizontal(p.rule, y, size.Width)
	y += pad
	for i, r := range p.rows {
		kit.Place(r, pad, y+rowHigh*float32(i), size.Width-2*pad-barWide, rowHigh)
	}
	kit.Place(p.none, pad, y, size.Width-2*pad, rowHigh)
	foot := size.Height - footHigh
	horizontal(p.base, foot, size.Width)
	kit.Place(p.hint, 2*pad+4, foot, size.Width-4*pad, footHigh)
	p.refresh()
}

// horizontal lays a line from edge to edge.
func horizontal(l *canvas.Line, y, width float32) {
	l.Position1, l.Position2 = fyne.NewPos(1, y), fyne.NewPos(width-1, y)
}

func (p *Palette) refresh() {
	p.frame.CornerRadius = p.Theme().Size(theme.SizeNamePopupRadius)
	edge := skin.Ink(p, theme.ColorNameSeparator)
	kit.PaintRect(p.frame, skin.Ink(p, theme.ColorNameMenuBackground), edge, 1)
	for _, l := range []*canvas.Line{p.rule, p.base} {
		l.StrokeColor, l.StrokeWidth = edge, 1
		l.Refresh()
	}
	for i, r := range p.rows {
		at := p.top + i
		layout.SetShown(r, at < len(p.found))
		if at < len(p.found) {
			r.show(p.found[at], at == p.active)
		}
	}
	small := p.Theme().Size(theme.SizeNameCaptionText)
	muted := skin.Ink(p, theme.ColorNamePlaceHolder)
	none := ""
	if len(p.found) == 0 {
		none = words.T("Nothing of that name can be done here.")
	}
	kit.PaintText(p.none, none, p.Theme().Size(theme.SizeNameText), muted)
	kit.PaintText(p.hint, kit.Shorten(p.tells(), max(p.Size().Width-4*pad, 1), small, fyne.TextStyle{}), small, muted)
	p.showBar()
}

// tells is what is said of the active one.
func (p *Palette) tells() string {
	if p.active < len(p.found) {
		if c := p.found[p.active]; c.Why != "" {
			return c.Why
		} else if c.Hint != "" {
			return words.SentenceCase(c.Hint)
		}
	}
	return words.T("Enter does it, arrows choose, Esc closes")
}

// showBar shows which part of the list is seen.
func (p *Palette) showBar() {
	seen, all := len(p.rows), len(p.found)
	layout.SetShown(p.bar, all > seen)
	if all <= seen {
		return
	}
	track := rowHigh * float32(seen)
	high := max(track*float32(seen)/float32(all), 2*rowHigh/3)
	y := (track - high) * float32(p.top) / float32(all-seen)
	p.bar.CornerRadius = barWide / 2
	kit.PaintRect(p.bar, skin.Ink(p, theme.ColorNameScrollBar), color.Transparent, 0)
	kit.Place(p.bar, p.Size().Width-barWide-3, p.head()+pad+y, barWide, high)
}
