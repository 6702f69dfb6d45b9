package widgets

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Segmented)(nil)

// Segmented is a row of labels of which exactly one is chosen, by a click, or with Left and Right while it has the focus.
type Segmented struct {
	kit.Widget
	kit.Hinted

	// OnChanged tells which label was clicked, if it was not the chosen one.
	OnChanged func(i int)
	// Tight lets the labels move together where there is little room, and shrink a little: for tabs in a NewLine.
	Tight bool
	// Heads is for labels above what the chosen one shows: hints stand above them, and there is none of the chosen one.
	Heads bool
	// Even makes all labels equally wide, where there is room.
	Even bool

	labels        []string
	chosen, hover int // hover: -1 for none
	hints         []string
	focused       bool
	hidden        []bool
	frame, ground *canvas.Rectangle
	mark, wash    *canvas.Rectangle
	ring          *kit.Ring
	rules         []*canvas.Rectangle
	resized       func() // the preferred width may be another; may be nil
	texts         []*canvas.Text
}

// NewSegmented returns a row of labels with the first one chosen.
func NewSegmented(labels ...string) *Segmented {
	s := &Segmented{labels: labels, hover: -1, hidden: make([]bool, len(labels)), ring: kit.NewRing(0)}
	for _, r := range []**canvas.Rectangle{&s.frame, &s.ground, &s.mark, &s.wash} {
		*r = canvas.NewRectangle(color.Transparent)
	}
	for range labels {
		t := canvas.NewText("", color.Transparent)
		t.Alignment = fyne.TextAlignCenter
		s.texts = append(s.texts, t)
		s.rules = append(s.rules, canvas.NewRectangle(color.Transparent))
	}
	s.ExtendHinted(s)
	s.ExtendBaseWidget(s)
	return s
}

// Selected returns the index of the chosen label.
func (s *Segmented) Selected() int { return s.chosen }

// SetSelected chooses a label; OnChanged is not called.
func (s *Segmented) SetSelected(i int) {
	if i == s.chosen || i < 0 || i >= len(s.labels) {
		return
	}
	s.chosen = i
	s.Refresh()
}

// SetShown takes a label away, or puts it back.
func (s *Segmented) SetShown(i int, shown bool) {
	if i < 0 || i >= len(s.labels) || s.hidden[i] == !shown {
		return
	}
	s.hidden[i] = !shown
	if s.resized != nil {
		s.resized()
	}
	s.Refresh()
}

// CreateRenderer is called by Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	s.refresh()
	objects := []fyne.CanvasObject{s.frame, s.ground}
	for _, r := range s.rules {
		objects = append(objects, r)
	}
	objects = append(objects, s.wash, s.mark)
	for _, t := range s.texts {
		objects = append(objects, t)
	}
	objects = append(objects, s.ring.Rectangle)
	return s.Consists(&kit.Parts{
		Drawn: objects,
		Least: func() fyne.Size {
			if s.Tight {
				return fyne.NewSize(s.width(tightPad, s.normal()-1), kit.ControlHeight)
			}
			return fyne.NewSize(s.PreferredWidth(), kit.ControlHeight)
		},
		Arrange: s.layout,
		Paint:   func() { s.refresh(); s.layout(s.Size()) },
	})
}

// Room at the sides of a label, and sizes of these.
const (
	tightPad  = 3   // the least room
	easyPad   = 5   // that for which they shrink
	leastPart = 0.8 // of the usual size, which they keep
	sizeStep  = 0.5
)

// PreferredWidth is the width at which the labels have the room that they like.
func (s *Segmented) PreferredWidth() float32 { return s.width(kit.ControlPad, s.normal()) }

// width is that of all labels in a size, with so much room at their sides.
func (s *Segmented) width(pad, size float32) (width float32) {
	for _, i := range s.shown() {
		width += s.need(i, size) + 2*pad
	}
	return width
}

// normal is the size of the labels where there is room.
func (s *Segmented) normal() float32 { return s.Theme().Size(theme.SizeNameText) }

// size is that of the labels in the present width.
func (s *Segmented) size() float32 {
	size := s.normal()
	for least := leastPart * size; s.Tight && size-sizeStep >= least && s.Size().Width < s.width(easyPad, size); {
		size -= sizeStep
	}
	return size
}

// shown are the labels that are not hidden.
func (s *Segmented) shown() (list []int) {
	for i, hidden := range s.hidden {
		if !hidden {
			list = append(list, i)
		}
	}
	return list
}

// need is the width of a label, bold or not, so that choosing moves nothing.
func (s *Segmented) need(i int, size float32) float32 {
	return fyne.MeasureText(s.labels[i], size, fyne.TextStyle{Bold: true}).Width
}

// edges calls f with the left edge and the width of each segment; the room at the sides of the labels is shared out evenly.
func (s *Segmented) edges(f func(i int, x, width float32)) {
	list, size := s.shown(), s.size()
	room := (s.Size().Width - s.width(0, size)) / float32(max(len(list), 1))
	even := s.Even
	for _, i := range list { // unless one needs more
		even = even && s.need(i, size)+2*easyPad <= s.Size().Width/float32(len(list))
	}
	var x float32
	for _, i := range list {
		width := s.need(i, size) + room
		if even {
			width = s.Size().Width / float32(len(list))
		}
		f(i, x, width)
		x += width
	}
}

// at returns which segment is at x, or -1.
func (s *Segmented) at(x float32) int {
	found := -1
	s.edges(func(i int, left, width float32) {
		if x >= left && x < left+width {
			found = i
		}
	})
	return found
}

func (s *Segmented) layout(size fyne.Size) {
	if len(s.texts) > 0 && s.texts[0].TextSize != s.size() {
		s.refresh()
	}
	kit.Place(s.frame, 0, 0, size.Width, size.Height)
	s.ring.Around(0, 0, size.Width, size.Height)
	rim := float32(1)
	if s.focused {
		rim = skin.FocusRing
	}
	kit.Place(s.ground, rim, rim, size.Width-2*rim, size.Height-2*rim)
	radius := s.Theme().Size(theme.SizeNameButtonRadius)
	for i, hidden := range s.hidden {
		layout.SetShown(s.texts[i], !hidden)
		layout.SetShown(s.rules[i], !hidden && i > 0)
	}
	s.edges(func(i int, x, width float32) {
		kit.Place(s.texts[i], x, 0, width, size.Height)
		kit.Place(s.rules[i], x, 0, 1, size.Height)
		first, last := x == 0, x+width > size.Width-1
		for _, r := range []struct {
			rect *canvas.Rectangle
			is   bool
		}{{s.mark, i == s.chosen}, {s.wash, i == s.hover}} {
			if r.is {
				kit.Place(r.rect, x, 0, width, size.Height)
				roundEnds(r.rect, first, last, radius)
			}
		}
	})
}

// roundEnds rounds the left and the right corners of a rectangle, or leaves them square.
func roundEnds(r *canvas.Rectangle, left, right bool, radius float32) {
	l, t := float32(0), float32(0)
	if left {
		l = radius
	}
	if right {
		t = radius
	}
	r.TopLeftCornerRadius, r.BottomLeftCornerRadius = l, l
	r.TopRightCornerRadius, r.BottomRightCornerRadius = t, t
	r.Refresh()
}

func (s *Segmented) refresh() {
	radius := s.Theme().Size(theme.SizeNameButtonRadius)
	s.frame.CornerRadius, s.ground.CornerRadius = radius, radius-1
	s.ring.CornerRadius = radius + skin.FocusRing
	s.ring.Paint(s, s.focused)
	kit.PaintRect(s.frame, skin.Ink(s, theme.ColorNameSeparator), color.Transparent, 0)
	kit.PaintRect(s.ground, skin.Ink(s, theme.ColorNameOverlayBackground), color.Transparent, 0)
	kit.PaintRect(s.mark, skin.Ink(s, theme.ColorNamePrimary), color.Transparent, 0)
	kit.PaintRect(s.wash, skin.Ink(s, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(s.wash, s.hover >= 0)
	for i, t := range s.texts {
		kit.PaintRect(s.rules[i], skin.Ink(s, theme.ColorNameSeparator), color.Transparent, 0)
		c := skin.Ink(s, theme.ColorNamePlaceHolder)
		if i == s.chosen {
			c = skin.Ink(s, theme.ColorNameForegroundOnPrimary)
		}
		bold := i == s.chosen
		if t.TextStyle.Bold != bold {
			t.TextStyle.Bold = bold
			t.Text = ""
		}
		kit.PaintText(t, s.labels[i], s.size(), c)
	}
}
