package kit

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The rings round a control, from the inner one: how far they lie outside of it, and how far outside of a row, which has others
// above and below it; how thick they are, in units, and how strong.
var ringLines = [2]struct {
	off, tight, width float32
	strength          float64
}{{3, 1, 2, 1}, {7, 4, 1.5, 0.45}}

// rings draw the eye to a control of the window, in the accent's colour. They take no part in the mouse's business.
type rings struct {
	widget.BaseWidget

	owner   fyne.CanvasObject // that they lie round; nil: none
	at      fyne.Position     // where that was in the window
	size    fyne.Size
	lines   [2]*canvas.Rectangle
	watched bool // somebody will look after the owner
}

func newRings() *rings {
	r := &rings{}
	for i := range r.lines {
		r.lines[i] = canvas.NewRectangle(color.Transparent)
	}
	r.ExtendBaseWidget(r)
	r.Hide()
	return r
}

// ShowRings lays rings round a control of a window instead of the one that had them; nil takes them away. They follow it.
func ShowRings(window fyne.Window, owner fyne.CanvasObject) {
	h, ok := window.Content().(*Hints)
	if !ok {
		return
	}
	h.rings.owner = owner
	h.ring()
}

// ring puts the rings where their owner is now.
func (h *Hints) ring() {
	r := h.rings
	if r.owner == nil {
		h.unring()
		return
	}
	at, seen := whereabouts(r.owner)
	switch {
	case !seen:
		h.unring()
	case !r.Visible() || at != r.at || r.owner.Size() != r.size:
		r.at, r.size = at, r.owner.Size()
		at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(h))
		Place(r, at.X, at.Y, r.size.Width, r.size.Height)
		layout.SetShown(r, true)
		h.bell.Refresh() // as for a bubble
	}
	if !r.watched {
		r.watched = true
		gesture.After(hintLook, func() {
			r.watched = false
			if r.owner != nil {
				h.ring()
			}
		})
	}
}

// unring hides the rings.
func (h *Hints) unring() {
	if h.rings.Visible() {
		h.rings.Hide()
		h.bell.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (r *rings) CreateRenderer() fyne.WidgetRenderer {
	r.refresh()
	return &Parts{
		Drawn:   []fyne.CanvasObject{r.lines[1], r.lines[0]},
		Least:   func() fyne.Size { return fyne.Size{} },
		Arrange: r.arrange,
		Paint:   r.refresh,
	}
}

func (r *rings) arrange(size fyne.Size) {
	round := r.Theme().Size(theme.SizeNameButtonRadius)
	if size.Width == size.Height {
		round = size.Width / 2
	}
	for i, line := range r.lines {
		off := ringLines[i].tight + ringLines[i].width
		if size.Width == size.Height {
			off = ringLines[i].off + ringLines[i].width
		}
		line.CornerRadius = round + off
		Place(line, -off, -off, size.Width+2*off, size.Height+2*off)
	}
}

func (r *rings) refresh() {
	accent := skin.Ink(r, theme.ColorNamePrimary)
	for i, line := range r.lines {
		PaintRect(line, color.Transparent, skin.Faded(accent, ringLines[i].strength), ringLines[i].width)
	}
}
