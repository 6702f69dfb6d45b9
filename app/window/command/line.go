package command

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/window/desk"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

// Measures of a line, in units.
const (
	checkWide = 22 // left of the name
	apart     = 10 // between the name, the group and the keys
	capPad    = 5  // beside the letters of a key
	capGap    = 3
	capHigh   = 19
	pieces    = 24 // of a name, at most
	caps      = 4  // keys of a shortcut, at most
)

var (
	_ fyne.Tappable     = (*line)(nil)
	_ desktop.Hoverable = (*line)(nil)
)

// A line is one command of a palette: whether it is on, its name with the letters that were searched for, what it is about or why
// it cannot be done, and its keys.
type line struct {
	widget.BaseWidget

	palette *Palette
	match   match
	active  bool

	wash  *canvas.Rectangle
	check *kit.Picture
	name  [pieces]*canvas.Text
	group *canvas.Text
	caps  [caps]*canvas.Rectangle
	keys  [caps]*canvas.Text
}

func newLine(p *Palette) *line {
	l := &line{palette: p, wash: canvas.NewRectangle(color.Transparent), check: kit.NewPicture(),
		group: canvas.NewText("", color.Transparent)}
	for i := range l.name {
		l.name[i] = canvas.NewText("", color.Transparent)
	}
	for i := range l.keys {
		l.caps[i], l.keys[i] = canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)
		l.keys[i].Alignment = fyne.TextAlignCenter
	}
	l.ExtendBaseWidget(l)
	return l
}

// show shows a command.
func (l *line) show(m match, active bool) {
	l.match, l.active = m, active
	l.paint()
}

// index is which one of what was found it is.
func (l *line) index() int {
	for i, r := range l.palette.rows {
		if r == l {
			return l.palette.top + i
		}
	}
	return -1
}

// Tapped does it.
func (l *line) Tapped(*fyne.PointEvent) { l.palette.choose(l.index()) }

// MouseIn makes it the active one.
func (l *line) MouseIn(*desktop.MouseEvent) {
	if i := l.index(); i < len(l.palette.found) {
		l.palette.active = i
		l.palette.Refresh()
	}
}

// MouseMoved does nothing.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing: the line stays the active one.
func (l *line) MouseOut() {}

// CreateRenderer is called by Fyne.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.wash, l.check.Image}
	for _, t := range l.name {
		objects = append(objects, t)
	}
	objects = append(objects, l.group)
	for i := range l.caps {
		objects = append(objects, l.caps[i], l.keys[i])
	}
	l.paint()
	return &kit.Parts{
		Drawn:   objects,
		Least:   func() fyne.Size { return fyne.NewSize(100, rowHigh) },
		Arrange: func(fyne.Size) { l.paint() },
		Paint:   l.paint,
	}
}

// paint gives everything its place and its looks.
func (l *line) paint() {
	size := l.Size()
	l.wash.CornerRadius = l.Theme().Size(theme.SizeNameSelectionRadius)
	fill, edge := color.Color(color.Transparent), color.Color(color.Transparent)
	if l.active {
		fill, edge = skin.Ink(l, theme.ColorNameSelection), skin.Ink(l, theme.ColorNameSeparator)
	}
	kit.PaintRect(l.wash, fill, edge, 1)
	kit.Place(l.wash, 0, 1, size.Width, size.Height-2)
	layout.SetShown(l.check.Image, l.match.On)
	if l.match.On {
		l.check.Set(kit.IconCheck, skin.Ink(l, theme.ColorNamePrimary))
		kit.Place(l.check.Image, 7, (size.Height-12)/2, 12, 12)
	}
	left := l.paintKeys(size)
	l.paintName(left-checkWide, size)
}

// paintKeys places the keys at the right, and gives where they begin.
func (l *line) paintKeys(size fyne.Size) float32 {
	var parts []string
	if len(l.match.Keys) > 0 && l.match.Why == "" {
		parts = strings.Split(desk.KeyText(l.match.Keys[0]), "+")
		if len(parts) > caps || strings.HasSuffix(l.match.Keys[0], "+") {
			parts = []string{desk.KeyText(l.match.Keys[0])}
		}
	}
	small := l.Theme().Size(theme.SizeNameCaptionText)
	x := size.Width - apart
	for i := caps - 1; i >= 0; i-- {
		shown := i < len(parts)
		layout.SetShown(l.caps[i], shown)
		layout.SetShown(l.keys[i], shown)
		if !shown {
			continue
		}
		wide := max(fyne.MeasureText(parts[i], small, fyne.TextStyle{}).Width+2*capPad, capHigh)
		x -= wide
		l.caps[i].CornerRadius = 4
		kit.PaintRect(l.caps[i], color.Transparent, skin.Ink(l, theme.ColorNameSeparator), 1)
		kit.Place(l.caps[i], x, (size.Height-capHigh)/2, wide, capHigh)
		kit.PaintText(l.keys[i], parts[i], small, skin.Ink(l, theme.ColorNamePlaceHolder))
		kit.Place(l.keys[i], x, (size.Height-capHigh)/2, wide, capHigh)
		x -= capGap
	}
	return x - apart
}

// paintName writes the name, the letters that were searched for apart, and what it is about behind it.
func (l *line) paintName(room float32, size fyne.Size) {
	plain, hit := skin.Ink(l, theme.ColorNameForeground), skin.Ink(l, theme.ColorNamePrimary)
	about := l.match.Group
	if l.match.Why != "" {
		plain, about = skin.Ink(l, theme.ColorNamePlaceHolder), l.match.Why
		hit = plain
	}
	text := l.Theme().Size(theme.SizeNameText)
	x, end := float32(checkWide), checkWide+room
	parts := split(l.match.Name, l.match.hits)
	for i, t := range l.name {
		word, ink := "", plain
		if i < len(parts) {
			word = parts[i].text
			t.TextStyle.Bold = parts[i].hit
			if parts[i].hit {
				ink = hit
			}
		}
		layout.SetShown(t, word != "")
		if word == "" {
			continue
		}
		word = kit.Shorten(word, max(end-x, 1), text, t.TextStyle)
		kit.PaintText(t, word, text, ink)
		wide := fyne.MeasureText(word, text, t.TextStyle).Width
		kit.Place(t, x, 0, wide, size.Height)
		x += wide
	}
	small := l.Theme().Size(theme.SizeNameCaptionText)
	x += apart
	about = kit.Shorten(about, max(end-x, 1), small, fyne.TextStyle{})
	if end-x < 2*apart {
		about = ""
	}
	kit.PaintText(l.group, about, small, skin.Ink(l, theme.ColorNamePlaceHolder))
	kit.Place(l.group, x, 1, max(end-x, 1), size.Height)
}

// A piece is a part of a name, of letters that were searched for or of others.
type piece struct {
	text string
	hit  bool
}

// split parts a name where letters begin or end that were searched for.
func split(name string, hits []int) (list []piece) {
	marked := map[int]bool{}
	for _, h := range hits {
		marked[h] = true
	}
	for i, r := range []rune(name) {
		if n := len(list); n > 0 && (list[n-1].hit == marked[i] || n == pieces) {
			list[n-1].text += string(r)
			continue
		}
		list = append(list, piece{string(r), marked[i]})
	}
	return list
}
