package fold

import (
	"image/color"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// HeadlineInset is where what stands on a headline begins: behind the glyph.
const HeadlineInset = 31

const (
	headHeight = 40
	headGlyph  = 9 // from the left edge to the glyph's square
)

var (
	_ fyne.Widget       = (*Headline)(nil)
	_ fyne.Tappable     = (*Headline)(nil)
	_ fyne.Focusable    = (*Headline)(nil)
	_ desktop.Hoverable = (*Headline)(nil)
)

// A Headline is the ground of an open card's first line, and the glyph of what the card stands for. What can be done there lies
// above it; a click beside that, Enter or Space closes the card, and one on the glyph switches what it stands for off and on.
type Headline struct {
	kit.Widget
	kit.Hinted
	reach.Pressable

	OnClose, OnGlyph func()
	OnContext        func(at fyne.Position) // its menu is wanted at a place in the window; may be nil
	OnMenu           func()                 // the menu of the card is wanted, by its key
	OnHover          func(over bool)        // the pointer has come or gone; may be nil

	shape  plot.Glyph
	color  color.Color
	hidden bool
	glyph  *kit.Glyph
	ring   *canvas.Rectangle
}

// NewHeadline is the headline of a card.
func NewHeadline(shape plot.Glyph, c color.Color) *Headline {
	h := &Headline{shape: shape, color: c, glyph: kit.NewGlyph(), ring: canvas.NewRectangle(color.Transparent)}
	h.ring.CornerRadius = kit.CardRadius
	h.ExtendHinted(h)
	h.ExtendPressable(h, func() { kit.Call(h.OnClose) }, h.paint)
	h.SetHint(say.T("A click closes the card"))
	h.ExtendBaseWidget(h)
	return h
}

// SetHidden shows what the card stands for as switched off.
func (h *Headline) SetHidden(hidden bool) {
	if h.hidden != hidden {
		h.hidden = hidden
		h.paint()
	}
}

// TappedSecondary wants the menu at the pointer.
func (h *Headline) TappedSecondary(ev *fyne.PointEvent) {
	h.Dismiss()
	if h.OnContext != nil {
		h.OnContext(ev.AbsolutePosition)
	}
}

// Tapped is a click on the ground or on the glyph.
func (h *Headline) Tapped(ev *fyne.PointEvent) {
	h.Dismiss()
	if ev.Position.X < HeadlineInset-3 {
		kit.Call(h.OnGlyph)
		return
	}
	kit.Call(h.OnClose)
}

// MouseIn tells that the pointer has come.
func (h *Headline) MouseIn(ev *desktop.MouseEvent) { h.Hinted.MouseIn(ev); kit.Tell(h.OnHover, true) }

// MouseOut tells that it has gone.
func (h *Headline) MouseOut() { h.Hinted.MouseOut(); kit.Tell(h.OnHover, false) }

// TypedKey closes the card with Enter or Space, and opens its menu with the key for menus.
func (h *Headline) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyMenu {
		kit.Call(h.OnMenu)
		return
	}
	h.Pressable.TypedKey(ev)
}

// CreateRenderer is called by Fyne.
func (h *Headline) CreateRenderer() fyne.WidgetRenderer {
	h.paint()
	return h.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{h.glyph.Raster, h.ring},
		Least: func() fyne.Size { return fyne.NewSize(180, headHeight) },
		Arrange: func(size fyne.Size) {
			kit.Place(h.glyph.Raster, headGlyph, (size.Height-kit.GlyphSize)/2, kit.GlyphSize, kit.GlyphSize)
			kit.Place(h.ring, 0, 0, size.Width, size.Height)
		},
		Paint: h.paint,
	})
}

func (h *Headline) paint() {
	h.glyph.Set(h.shape, h.color, h.hidden)
	kit.PaintRect(h.ring, color.Transparent, skin.Ink(h, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(h.ring, h.Focused())
}
