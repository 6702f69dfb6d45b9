// Package tabs is the widget of tabs that are words.
package tabs

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Lengths of tabs, in units.
const (
	tabsHeight = 32
	tabsGap    = 15 // between two words
	tabsTight  = 7  // and between two short ones
	tabsBar    = 2  // below the chosen one
	tabsRadius = 4  // of the ring round it
)

var (
	_ fyne.Widget       = (*Tabs)(nil)
	_ fyne.Tappable     = (*Tabs)(nil)
	_ fyne.Focusable    = (*Tabs)(nil)
	_ desktop.Hoverable = (*Tabs)(nil)
)

// Tabs are words of which one is chosen and underlined, above a line that is as wide as the widget. Left and Right choose
// among them while they have the focus.
type Tabs struct {
	kit.Widget
	kit.Hinted

	// OnChanged tells which word was clicked, if it was not the chosen one.
	OnChanged func(i int)
	// Inset is the room before the first word, and Trail what is to be free behind the last one.
	Inset, Trail float32
	// Short are words for where there is no room for the others, nearer together; nil: there are none.
	Short []string

	words         []string
	hints         []string
	hidden        []bool
	chosen, hover int // hover: -1 for none
	focused       bool
	texts         []*canvas.Text
	line, bar     *canvas.Rectangle
	ring          *kit.Ring // round the chosen word
}

// New are words of which the first one is chosen, with what is said of each when the pointer rests on it, but of the chosen
// one. That stands above, for below is what the chosen one shows.
func New(words, hints []string) *Tabs {
	t := &Tabs{words: words, hints: hints, hidden: make([]bool, len(words)), hover: -1}
	t.ring = kit.NewRing(tabsRadius)
	t.line, t.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	for range words {
		t.texts = append(t.texts, canvas.NewText("", color.Transparent))
	}
	t.HintAbove = true
	t.ExtendHinted(t)
	t.ExtendBaseWidget(t)
	return t
}

// Selected is the index of the chosen word.
func (t *Tabs) Selected() int { return t.chosen }

// SetSelected chooses a word; OnChanged is not called.
func (t *Tabs) SetSelected(i int) {
	if i != t.chosen && i >= 0 && i < len(t.words) {
		t.chosen = i
		t.Refresh()
	}
}

// SetShown takes a word away, or puts it back.
func (t *Tabs) SetShown(i int, shown bool) {
	if t.hidden[i] == shown {
		t.hidden[i] = !shown
		t.Refresh()
	}
}

// choose is SetSelected by a gesture.
func (t *Tabs) choose(i int) {
	if i < 0 || i == t.chosen {
		return
	}
	t.SetSelected(i)
	if t.OnChanged != nil {
		t.OnChanged(i)
	}
}

// Tapped is called by Fyne for a click.
func (t *Tabs) Tapped(ev *fyne.PointEvent) { t.choose(t.at(ev.Position.X)) }

// TypedKey chooses the neighbour with Left and Right; other keys are the window's.
func (t *Tabs) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		t.choose(t.beside(-1))
	case fyne.KeyRight:
		t.choose(t.beside(1))
	default:
		gesture.PassKey(t, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (t *Tabs) TypedRune(r rune) { gesture.PassRune(t, r) }

// beside is the next word that is shown on a side of the chosen one, or -1.
func (t *Tabs) beside(step int) int {
	for i := t.chosen + step; i >= 0 && i < len(t.words); i += step {
		if !t.hidden[i] {
			return i
		}
	}
	return -1
}

// FocusGained shows where the keys go.
func (t *Tabs) FocusGained() { t.focused = true; t.refresh(); reach.Came(t) }

// FocusLost ends that.
func (t *Tabs) FocusLost() { t.focused = false; t.refresh() }

// MouseIn shows which word the pointer is over.
func (t *Tabs) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved follows the pointer.
func (t *Tabs) MouseMoved(ev *desktop.MouseEvent) {
	i := t.at(ev.Position.X)
	if i == t.hover {
		return
	}
	t.hover = i
	t.Hinted.MouseOut()
	t.SetHint("")
	if i >= 0 && i != t.chosen { // what is below says what the chosen one is
		t.SetHint(t.hints[i])
		t.Hinted.MouseIn(ev)
	}
	t.refresh()
}

// MouseOut ends that.
func (t *Tabs) MouseOut() {
	t.hover = -1
	t.Hinted.MouseOut()
	t.refresh()
}

// CreateRenderer is called by Fyne.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	t.refresh()
	drawn := []fyne.CanvasObject{t.line, t.bar}
	for _, text := range t.texts {
		drawn = append(drawn, text)
	}
	drawn = append(drawn, t.ring.Rectangle)
	return t.Consists(&kit.Parts{
		Drawn: drawn,
		Least: func() fyne.Size {
			end, words, gap := t.Inset, t.words, float32(tabsGap)
			if t.Short != nil {
				words, gap = t.Short, tabsTight
			}
			t.each(words, gap, func(_ int, x, width float32) { end = x + width })
			return fyne.NewSize(end, tabsHeight)
		},
		Arrange: t.layout,
		Paint:   func() { t.refresh(); t.layout(t.Size()) },
	})
}

// textSize is that of the words: a smaller one where even the short words have no room.
func (t *Tabs) textSize() float32 {
	size, end, room := t.Theme().Size(theme.SizeNameText), t.Inset, t.Size().Width-t.Trail
	t.spread(t.Short, tabsTight, size, func(_ int, x, width float32) { end = x + width })
	if t.Short == nil || t.Size().Width <= 0 || end <= room {
		return size
	}
	return max(size*(room-t.Inset)/(end-t.Inset), t.Theme().Size(theme.SizeNameCaptionText))
}

// edges calls f with the left edge and the width of each word, which is that of the bold one, so that choosing moves nothing.
func (t *Tabs) edges(f func(i int, x, width float32)) {
	words, gap := t.shown()
	t.each(words, gap, f)
}

func (t *Tabs) each(words []string, gap float32, f func(i int, x, width float32)) {
	t.spread(words, gap, t.textSize(), f)
}

// spread is each with letters of a size.
func (t *Tabs) spread(words []string, gap, size float32, f func(i int, x, width float32)) {
	x := t.Inset
	for i, word := range words {
		if t.hidden[i] {
			continue
		}
		width := fyne.MeasureText(word, size, fyne.TextStyle{Bold: true}).Width
		f(i, x, width)
		x += width + gap
	}
}

// shown are the words that there is room for, and how far they are apart.
func (t *Tabs) shown() (words []string, gap float32) {
	end := float32(0)
	t.each(t.words, tabsGap, func(_ int, x, width float32) { end = x + width })
	if size := t.Size().Width; t.Short != nil && size > 0 && end+t.Trail > size {
		return t.Short, tabsTight
	}
	return t.words, tabsGap
}

// at is the word at x, with half of the gaps beside it, or -1.
func (t *Tabs) at(x float32) int {
	found := -1
	t.edges(func(i int, left, width float32) {
		if x >= left-tabsGap/2 && x < left+width+tabsGap/2 {
			found = i
		}
	})
	return found
}

func (t *Tabs) layout(size fyne.Size) {
	t.refresh()
	kit.Place(t.line, 0, size.Height-1, size.Width, 1)
	for i, text := range t.texts {
		layout.SetShown(text, !t.hidden[i])
	}
	t.edges(func(i int, x, width float32) {
		kit.Place(t.texts[i], x, 0, width, size.Height-tabsBar)
		if i == t.chosen {
			kit.Place(t.bar, x, size.Height-tabsBar, width, tabsBar)
			t.ring.Around(x-tabsRadius/2, tabsRadius, width+tabsRadius, size.Height-2*tabsRadius)
		}
	})
}

func (t *Tabs) refresh() {
	t.ring.Paint(t, t.focused)
	kit.PaintRect(t.line, skin.Ink(t, theme.ColorNameSeparator), color.Transparent, 0)
	kit.PaintRect(t.bar, skin.Ink(t, theme.ColorNamePrimary), color.Transparent, 0)
	words, _ := t.shown()
	for i, text := range t.texts {
		ink := skin.Ink(t, theme.ColorNamePlaceHolder)
		switch {
		case i == t.chosen || i == t.hover:
			ink = skin.Ink(t, theme.ColorNameForeground)
		}
		if bold := i == t.chosen; text.TextStyle.Bold != bold {
			text.TextStyle.Bold = bold
			text.Text = ""
		}
		kit.PaintText(text, words[i], t.textSize(), ink)
	}
}
