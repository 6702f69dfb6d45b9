package offer

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// HeadHeight is that of the line above the offers.
const HeadHeight = 24

const headIcon = 14

var (
	_ fyne.Widget       = (*Head)(nil)
	_ fyne.Tappable     = (*Head)(nil)
	_ fyne.Focusable    = (*Head)(nil)
	_ desktop.Hoverable = (*Head)(nil)
)

// A Head is the line above the offers: a title, and while they are folded a note of what there is. A click folds or unfolds them.
type Head struct {
	kit.Widget
	kit.Hinted

	// OnTapped is called by a click, and by Enter and Space.
	OnTapped func()

	title, note   string
	folded        bool
	focused       bool
	ring          *canvas.Rectangle
	icon          *kit.Picture
	name, remarks *canvas.Text
}

// NewHead is a line with a title.
func NewHead(title string) *Head {
	h := &Head{title: title, ring: canvas.NewRectangle(color.Transparent), icon: kit.NewPicture(),
		name: canvas.NewText("", color.Transparent), remarks: canvas.NewText("", color.Transparent)}
	h.name.TextStyle.Bold, h.ring.CornerRadius = true, radius
	h.ExtendHinted(h)
	h.ExtendBaseWidget(h)
	return h
}

// Set shows a note beside the title, and what a click does.
func (h *Head) Set(note string, folded bool, hint string) {
	if h.note == note && h.folded == folded && h.Hint() == hint {
		return
	}
	h.note, h.folded = note, folded
	h.SetHint(hint)
	h.paint()
}

// CreateRenderer is called by Fyne.
func (h *Head) CreateRenderer() fyne.WidgetRenderer {
	h.paint()
	return h.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{h.name, h.remarks, h.icon.Image, h.ring},
		Least:   func() fyne.Size { return fyne.NewSize(4*indent, HeadHeight) },
		Arrange: func(size fyne.Size) { h.arrange(size); h.paint() },
		Paint:   h.paint,
	})
}

func (h *Head) arrange(size fyne.Size) {
	name := h.name.MinSize().Width
	kit.Place(h.ring, 0, 0, size.Width, size.Height)
	kit.Place(h.name, 2, 0, name, size.Height)
	kit.Place(h.remarks, name+12, 0, max(size.Width-name-12-headIcon-6, 0), size.Height)
	kit.Place(h.icon.Image, size.Width-headIcon-2, (size.Height-headIcon)/2, headIcon, headIcon)
}

func (h *Head) paint() {
	muted := skin.Ink(h, theme.ColorNamePlaceHolder)
	kit.PaintText(h.name, h.title, h.Theme().Size(theme.SizeNameText), skin.Ink(h, theme.ColorNameForeground))
	size := skin.RowTextSize(h.Theme())
	kit.PaintText(h.remarks, kit.Shorten(h.note, h.remarks.Size().Width, size, fyne.TextStyle{}), size, muted)
	layout.SetShown(h.remarks, h.note != "")
	icon := kit.IconRemove
	if h.folded {
		icon = kit.IconUp
	}
	if h.Hovered() {
		muted = skin.Ink(h, theme.ColorNameForeground)
	}
	h.icon.Set(icon, muted)
	kit.PaintRect(h.ring, color.Transparent, skin.Ink(h, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(h.ring, h.focused)
}

// Tapped is called by Fyne for a click.
func (h *Head) Tapped(*fyne.PointEvent) {
	h.Dismiss()
	if h.OnTapped != nil {
		h.OnTapped()
	}
}

// MouseIn shows that there is something to click.
func (h *Head) MouseIn(ev *desktop.MouseEvent) { h.Hinted.MouseIn(ev); h.paint() }

// MouseOut ends that.
func (h *Head) MouseOut() { h.Hinted.MouseOut(); h.paint() }

// FocusGained shows the ring.
func (h *Head) FocusGained() { h.focused = true; h.paint() }

// FocusLost hides it.
func (h *Head) FocusLost() { h.focused = false; h.paint() }

// TypedKey folds or unfolds.
func (h *Head) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.Tapped(nil)
	default:
		gesture.PassKey(h, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (h *Head) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(h, r)
	}
}
