package prose

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Widget        = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Tappable      = (*grip)(nil)
	_ desktop.Mouseable  = (*grip)(nil)
	_ desktop.Hoverable  = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

// finely is what a unit of a drag, or a press of an arrow key, is worth while Shift is held down.
const finely = 0.1

// A grip lies over a span that is pressed or dragged, and has the focus for it.
type grip struct {
	kit.Widget
	kit.Hinted

	of      *Paragraph
	span    int
	steps   float64 // of the gesture under way
	focused bool
	pressed bool
	clicks  gesture.Clicks
	burst   gesture.Burst // of keys
	wash    *canvas.Rectangle
	ring    *kit.Ring
}

func newGrip(p *Paragraph, span int) *grip {
	g := &grip{of: p, span: span, wash: canvas.NewRectangle(color.Transparent), ring: kit.NewRing(3)}
	g.wash.CornerRadius = 4
	g.ExtendHinted(g)
	g.ExtendBaseWidget(g)
	return g
}

// number tells whether it is dragged; else it is pressed.
func (g *grip) number() bool {
	return g.span < len(g.of.spans) && g.of.spans[g.span].Kind == Number
}

// leave ends what is under way: there is no such span any more.
func (g *grip) leave() {
	g.finish()
	gesture.Leave(g)
}

// move goes on with a gesture by some small steps.
func (g *grip) move(by float64) {
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		by *= finely
	}
	g.steps += by
	g.of.held = true
	if g.of.OnScrub != nil {
		g.of.OnScrub(g.span, g.steps, false)
	}
}

// finish ends a gesture.
func (g *grip) finish() {
	g.burst.End()
	if !g.of.held {
		return
	}
	steps := g.steps
	g.steps, g.of.held = 0, false
	clear(g.of.widest)
	if g.of.OnScrub != nil {
		g.of.OnScrub(g.span, steps, true)
	}
	g.of.relay()
}

// MouseDown begins a gesture.
func (g *grip) MouseDown(ev *desktop.MouseEvent) {
	g.Dismiss()
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	g.finish()
	g.focus()
	g.pressed = true
	g.refresh()
	if g.number() && g.clicks.Double(ev.Position) && g.of.OnReset != nil {
		g.of.OnReset(g.span)
	}
}

// MouseUp ends it.
func (g *grip) MouseUp(*desktop.MouseEvent) {
	g.pressed = false
	g.finish()
	g.refresh()
}

// Tapped presses a link.
func (g *grip) Tapped(*fyne.PointEvent) {
	if !g.number() && g.of.OnPress != nil {
		g.of.OnPress(g.span)
	}
}

// Dragged moves the number.
func (g *grip) Dragged(ev *fyne.DragEvent) {
	if g.number() && ev.Dragged.DX != 0 {
		gesture.Hold(true)
		g.clicks.Forget()
		g.move(float64(ev.Dragged.DX))
	}
}

// focus takes the keyboard's focus.
func (g *grip) focus() {
	gesture.Focus(g)
}

// DragEnd ends that. Where the hand lets go beside the number, Fyne has taken the focus away.
func (g *grip) DragEnd() {
	gesture.Hold(false)
	if g.number() {
		g.focus()
	}
	g.pressed = false
	g.finish()
	g.refresh()
}

// TypedKey moves the number, or presses the link.
func (g *grip) TypedKey(ev *fyne.KeyEvent) {
	by := map[fyne.KeyName]float64{fyne.KeyLeft: -1, fyne.KeyDown: -1, fyne.KeyRight: 1, fyne.KeyUp: 1}[ev.Name]
	switch {
	case g.number() && by != 0:
		g.move(by)
		g.burst.GoOn(g.finish)
	case g.number() && ev.Name == fyne.KeyEscape && g.of.held:
		g.finish()
	case !g.number() && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace):
		g.Tapped(nil)
	default:
		gesture.PassKey(g, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (g *grip) TypedRune(r rune) {
	if r != ' ' || g.number() {
		gesture.PassRune(g, r)
	}
}

// FocusGained shows where the keys go.
func (g *grip) FocusGained() {
	g.focused = true
	g.refresh()
	if g.of.OnFocus != nil && !g.pressed {
		g.of.OnFocus(g.Position().Y, g.Size().Height)
	}
}

// FocusLost ends a row of steps.
func (g *grip) FocusLost() {
	g.focused = false
	g.finish()
	g.refresh()
}

// MouseIn shows that there is something to be done.
func (g *grip) MouseIn(ev *desktop.MouseEvent) { g.Hinted.MouseIn(ev); g.refresh() }

// MouseOut takes that back.
func (g *grip) MouseOut() { g.Hinted.MouseOut(); g.refresh() }

// Cursor says what.
func (g *grip) Cursor() desktop.Cursor {
	if g.number() {
		return desktop.HResizeCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is called by Fyne.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	g.refresh()
	return g.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{g.wash, g.ring.Rectangle},
		Least: func() fyne.Size { return fyne.NewSize(1, 1) },
		Arrange: func(size fyne.Size) {
			kit.Place(g.wash, 0, 0, size.Width, size.Height)
			g.ring.Around(2, 2, size.Width-4, size.Height-4)
		},
		Paint: g.refresh,
	})
}

func (g *grip) refresh() {
	share := 0.1
	if g.pressed {
		share = 0.2
	}
	kit.PaintRect(g.wash, skin.Faded(skin.Ink(g, theme.ColorNamePrimary), share), color.Transparent, 0)
	layout.SetShown(g.wash, g.Hovered() || g.pressed)
	g.ring.Paint(g, g.focused)
}
