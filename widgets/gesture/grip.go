package gesture

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Hand is what a widget does by the mouse.
type Hand struct {
	Begin func(at fyne.Position, button desktop.MouseButton, keys fyne.KeyModifier) // a button went down
	Move  func()                                                                    // the pointer has moved since
	End   func()                                                                    // it went up again
	Hover func(at fyne.Position)                                                    // the pointer is there, or Nowhere
}

// Nowhere is where the pointer is that has left.
var Nowhere = fyne.NewPos(-1e6, -1e6)

// A Grip follows a button of the mouse on a widget from its press to its release, in whatever way Fyne tells of them: drags of
// the primary and the middle button by Dragged, those of the right one by MouseMoved. A widget embeds it.
type Grip struct {
	Button     desktop.MouseButton
	From, Last fyne.Position // where the button went down, and where the pointer was seen last
	Moved      bool          // further than a click may
	Clicks     Clicks

	of   fyne.CanvasObject
	hand Hand
	held bool
}

// Follow sets of what widget the grip is.
func (g *Grip) Follow(of fyne.CanvasObject, hand Hand) { g.of, g.hand = of, hand }

// MouseDown begins a gesture, unless another button is held.
func (g *Grip) MouseDown(ev *desktop.MouseEvent) {
	if !g.held {
		g.begin(ev.Position, ev.Button, ev.Modifier)
	}
}

func (g *Grip) begin(at fyne.Position, button desktop.MouseButton, keys fyne.KeyModifier) {
	Hold(true)
	g.held, g.Moved, g.Button, g.From, g.Last = true, false, button, at, at
	g.hand.Begin(at, button, keys)
}

func (g *Grip) move(at fyne.Position) {
	g.Last = at
	if !g.Moved && !Near(at, g.From, ClickSlack) {
		g.Moved = true
		g.Clicks.Forget()
	}
	g.hand.Move()
}

// end finishes the gesture where the pointer was seen last.
func (g *Grip) end() {
	Hold(false)
	g.held = false
	g.hand.End()
}

// MouseUp ends the gesture of the button that went up.
func (g *Grip) MouseUp(ev *desktop.MouseEvent) {
	if g.held && ev.Button == g.Button {
		g.end()
	}
}

// Dragged follows a drag. One that no press announced (a finger's) begins here.
func (g *Grip) Dragged(ev *fyne.DragEvent) {
	if !g.held {
		g.begin(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY), desktop.MouseButtonPrimary, 0)
	}
	g.move(ev.Position)
	g.hand.Hover(ev.Position)
}

// DragEnd ends a drag that no release has ended.
func (g *Grip) DragEnd() {
	if g.held {
		g.end()
	}
}

// MouseIn tells where the pointer came in.
func (g *Grip) MouseIn(ev *desktop.MouseEvent) {
	PointIn(g.of)
	g.MouseMoved(ev)
}

// MouseMoved tells where the pointer is, and carries drags of the right button.
func (g *Grip) MouseMoved(ev *desktop.MouseEvent) {
	switch {
	case !g.held:
	case ev.Button&g.Button == 0:
		g.end() // it was released where nobody heard of it
	default:
		g.move(ev.Position)
	}
	g.hand.Hover(ev.Position)
}

// MouseOut tells that the pointer has left. A drag of the right button ends here, for its release would be told to whatever
// lies there.
func (g *Grip) MouseOut() {
	PointOut(g.of)
	if g.held && g.Button == desktop.MouseButtonSecondary {
		g.end()
	}
	g.hand.Hover(Nowhere)
}
