package sheet

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A head is the first line of the sheet: whose it is, when that was published and of which family it is, and the button that
// closes the sheet. Where there is little room the family gives way first, and then the year.
type head struct {
	badge       *graphic.Badge
	title, when *canvas.Text
	closer      *kit.IconButton
	box         *fyne.Container

	name        string
	year, dated string // the year, and with the family
	ink, muted  color.Color
}

// headGap is the room between the parts of the head, in units.
const headGap = 4

func newHead(badge *graphic.Badge, closer *kit.IconButton) *head {
	h := &head{badge: badge, closer: closer}
	h.title, h.when = canvas.NewText("", color.Transparent), canvas.NewText("", color.Transparent)
	h.ink, h.muted = color.Transparent, color.Transparent
	h.title.TextStyle.Bold = true
	h.box = container.New(h, badge, h.title, h.when, closer)
	return h
}

// set says whose the sheet is, and in which sizes and colours.
func (h *head) set(name, year, dated string, ink, muted color.Color) {
	h.name, h.year, h.dated = name, year, dated
	h.ink, h.muted = ink, muted
	h.Layout(nil, h.box.Size())
}

// Layout places the parts, and words them for the room.
func (h *head) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		size.Width = slimmest // it has not been laid out yet
	}
	button := h.closer.MinSize()
	end := size.Width - button.Width
	kit.Place(h.closer, end, (size.Height-button.Height)/2, button.Width, button.Height)
	x := float32(0)
	if h.badge.Visible() {
		least := h.badge.MinSize()
		kit.Place(h.badge, 0, (size.Height-least.Height)/2, least.Width, least.Height)
		x = least.Width + headGap
	}
	place := func(t *canvas.Text, text string, ink color.Color) {
		kit.PaintText(t, text, t.TextSize, ink)
		width := fyne.MeasureText(text, t.TextSize, t.TextStyle).Width
		kit.Place(t, x, 0, width, size.Height)
		x += width + headGap
	}
	room := func() float32 { return max(end-x-headGap, 1) }
	place(h.title, kit.Shorten(h.name, room(), h.title.TextSize, h.title.TextStyle), h.ink)
	text := h.dated
	for _, brief := range []string{h.year, ""} {
		if fyne.MeasureText(text, h.when.TextSize, h.when.TextStyle).Width <= room() {
			break
		}
		text = brief
	}
	layout.SetShown(h.when, text != "")
	place(h.when, text, h.muted)
}

// MinSize leaves the sheet free to shrink.
func (h *head) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(h.closer.MinSize().Height, h.title.MinSize().Height))
}
