// Package fold is what opens and closes: the headings of panels, lines within cards, and the first lines of cards.
package fold

import (
	"image/color"
	"slices"
	"strings"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Lengths of folds, in units.
const (
	foldHeight = 38 // of the heading of a panel
	foldPad    = 12 // beside its text
	moreHeight = 32 // of a fold within a card
	foldIcon   = 13
	ruleEnd    = 2 // from the end of the rule to the edge of the card, whose rim goes on
)

var (
	_ fyne.Widget       = (*Fold)(nil)
	_ fyne.Tappable     = (*Fold)(nil)
	_ fyne.Focusable    = (*Fold)(nil)
	_ desktop.Hoverable = (*Fold)(nil)
)

// A Fold is a line that opens and closes what is below it, by a click, Enter or Space: the heading of a panel, or a line within a
// card that stands below a rule. It is for the owner to show the new state.
type Fold struct {
	kit.Widget
	kit.Hinted
	reach.Pressable

	OnTapped func()
	Crossed  bool // its sign is a cross while it is open, and else an arrow

	title, detail string
	brief         []string // to say instead, from the longest
	about         string   // what is below it
	within        bool     // a card
	open          bool
	rule          *canvas.Rectangle
	wash, ring    *canvas.Rectangle
	name, note    *canvas.Text
	arrow         *kit.Picture
}

// NewFold is the heading of a panel, which is closed. It fills the panel's width: see kit.NewFilled.
func NewFold(title string) *Fold {
	f := &Fold{title: title, arrow: kit.NewPicture(), name: canvas.NewText("", color.Transparent),
		note: canvas.NewText("", color.Transparent)}
	for _, r := range []**canvas.Rectangle{&f.rule, &f.wash, &f.ring} {
		*r = canvas.NewRectangle(color.Transparent)
		(*r).CornerRadius = kit.CardRadius
	}
	f.rule.CornerRadius = 0
	f.name.TextStyle.Bold = true
	f.ExtendHinted(f)
	f.ExtendPressable(f, func() { kit.Call(f.OnTapped) }, f.paint)
	f.ExtendBaseWidget(f)
	return f
}

// NewMore is a line within a card.
func NewMore(title string) *Fold {
	f := NewFold(title)
	f.within, f.name.TextStyle.Bold = true, false
	return f
}

// Set shows a title, what there is to say beside it, and whether the fold is open. Where the detail has no room, a brief one is
// said if there is any.
func (f *Fold) Set(title, detail string, open bool, brief ...string) {
	if f.title == title && f.detail == detail && f.open == open && slices.Equal(f.brief, brief) {
		return
	}
	f.title, f.detail, f.open, f.brief = title, detail, open, brief
	f.Refresh()
}

// SetHint tells what is below the line, where the pointer rests on it. What there is no room for in the line is told before that.
func (f *Fold) SetHint(text string) {
	f.about = text
	f.paint()
}

// Title and Detail are what it says.
func (f *Fold) Title() string  { return f.title }
func (f *Fold) Detail() string { return f.detail }

// Tapped is called by Fyne for a click.
func (f *Fold) Tapped(*fyne.PointEvent) {
	f.Dismiss()
	kit.Call(f.OnTapped)
}

// MouseIn shows a wash under the pointer.
func (f *Fold) MouseIn(ev *desktop.MouseEvent) { f.Hinted.MouseIn(ev); f.paint() }

// MouseOut takes it away.
func (f *Fold) MouseOut() { f.Hinted.MouseOut(); f.paint() }

// CreateRenderer is called by Fyne.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	f.paint()
	return f.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{f.rule, f.wash, f.name, f.note, f.arrow.Image, f.ring},
		Least: func() fyne.Size {
			height := float32(foldHeight)
			if f.within {
				height = moreHeight
			}
			return fyne.NewSize(120, height)
		},
		Arrange: f.arrange,
		Paint:   func() { f.paint(); f.arrange(f.Size()) },
	})
}

func (f *Fold) arrange(size fyne.Size) {
	kit.Place(f.rule, 0, 0, size.Width-ruleEnd, 1)
	kit.Place(f.wash, 1, 1, size.Width-2, size.Height-2)
	kit.Place(f.ring, 0, 0, size.Width, size.Height)
	x, end := float32(foldPad), size.Width-foldPad
	y := (size.Height - foldIcon) / 2
	if f.within {
		kit.Place(f.arrow.Image, x, y, foldIcon, foldIcon)
		x += foldIcon + 6
	} else {
		end -= foldIcon
		kit.Place(f.arrow.Image, end, y, foldIcon, foldIcon)
		end -= 6
	}
	f.fit(end - x)
	width := f.name.MinSize().Width
	kit.Place(f.name, x, 0, width, size.Height)
	gap := float32(8)
	if f.within {
		gap = 4
	}
	kit.Place(f.note, x+width+gap, 0, max(end-x-width-gap, 0), size.Height)
}

// fit words title and detail for a room: the detail gives way.
func (f *Fold) fit(room float32) {
	size, ink := f.Theme().Size(theme.SizeNameText), skin.Ink(f, theme.ColorNameForeground)
	small, muted := skin.RowTextSize(f.Theme()), skin.Ink(f, theme.ColorNamePlaceHolder)
	if f.within {
		size, ink, muted = small, muted, ink
	}
	kit.PaintText(f.name, kit.Shorten(f.title, room, size, f.name.TextStyle), size, ink)
	detail, size := f.worded(max(room-f.name.MinSize().Width-8, 1), small)
	kit.PaintText(f.note, detail, size, muted)
	layout.SetShown(f.note, f.detail != "")
	if hint := f.about; detail != f.detail || f.name.Text != f.title {
		f.Hinted.SetHint(strings.TrimSpace(f.title + " " + f.detail + "\n" + hint))
	} else {
		f.Hinted.SetHint(hint)
	}
}

// leastNote is the part of its usual size down to which a detail shrinks before anything of it is left out.
const leastNote = 0.86

// worded is what is said of the detail in a width, and how large.
func (f *Fold) worded(width, size float32) (string, float32) {
	for _, text := range append([]string{f.detail}, f.brief...) {
		for _, part := range []float32{1, 0.93, leastNote} {
			if fyne.MeasureText(text, part*size, fyne.TextStyle{}).Width <= width {
				return text, part * size
			}
		}
	}
	return gist(f.detail, width, size), size
}

// gist is a text, or as many of its parts as fit a width: what follows a comma or a colon gives way.
func gist(text string, width, size float32) string {
	style := fyne.TextStyle{}
	for short := text; ; {
		if fyne.MeasureText(short, size, style).Width <= width {
			return short
		}
		end := max(strings.LastIndex(strings.TrimSuffix(short, " …"), ", "), strings.LastIndex(strings.TrimSuffix(short, " …"), ": "))
		if end < 0 {
			return kit.Shorten(text, width, size, style)
		}
		if listed := short[end] == ','; listed {
			short = short[:end] + " …"
		} else {
			short = short[:end]
		}
	}
}

func (f *Fold) paint() {
	kit.PaintRect(f.rule, skin.Ink(f, theme.ColorNameSeparator), color.Transparent, 0)
	layout.SetShown(f.rule, f.within)
	kit.PaintRect(f.wash, skin.Ink(f, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(f.wash, f.Hovered())
	kit.PaintRect(f.ring, color.Transparent, skin.Ink(f, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(f.ring, f.Focused())
	icon := kit.IconDown
	switch {
	case f.within && !f.open:
		icon = kit.IconNext
	case f.open && !f.within:
		icon = kit.IconUp
		if f.Crossed {
			icon = kit.IconRemove
		}
	}
	f.arrow.Set(icon, skin.Ink(f, theme.ColorNamePlaceHolder))
	if size := f.Size(); size.Width > 0 {
		f.arrange(size)
	}
}
