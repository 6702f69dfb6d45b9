package turntable

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A kind says what a pressed button does.
type kind int

const (
	idle     kind = iota
	using         // the tool
	clicking      // nothing yet: a click is the tool's, a drag turns
	turning
	panning
)

// A drag is a press until its release.
type drag struct {
	kind   kind
	button desktop.MouseButton
	from   fyne.Position // where the button went down
	last   fyne.Position // where the pointer was seen last
	moved  bool          // further than a click may
	camera relief.Camera // at the press
	part   relief.Part   // of the gizmo, that was pressed
	told   bool          // another camera was asked for, so that a last word is due

	press graphic.Press
	on    bool // the surface
	tool  graphic.Tool
	use   graphic.Drag
	grab  fyne.Delta // pointer minus where what it took hold of is seen
	at    plot.Point // of the surface, where the pointer was last
}

// MouseDown begins a gesture. Fyne reports drags of the primary and the middle button by Dragged and those of the right one by
// MouseMoved.
func (r *Relief) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && !r.focused {
		r.pressed = true
		c.Focus(r)
	}
	if r.drag.kind == idle {
		r.begin(ev.Position, ev.Button, ev.Modifier)
	}
}

// begin finds out what a press is for. The middle button, and shift, always move the picture.
func (r *Relief) begin(at fyne.Position, button desktop.MouseButton, keys fyne.KeyModifier) {
	gesture.Hold(true)
	d := drag{kind: panning, button: button, from: at, last: at, camera: r.asked}
	defer func() { r.drag = d }()
	if button == desktop.MouseButtonTertiary || keys&fyne.KeyModifierShift != 0 {
		return
	}
	d.press, d.on = r.under(at)
	d.press.Button, d.press.Keys = button, keys
	d.at = d.press.At
	primary := d.press.Primary()
	if primary {
		if d.part = r.part(at); d.part != relief.NoPart {
			d.kind = turning
			return
		}
		d.kind, d.press.Double = clicking, r.clicks.Double(at)
	}
	if r.Tool == nil || !d.on {
		return
	}
	held := d.press.Start || d.press.Handle >= 0 || d.press.Mark != nil
	if primary && !r.Works && !held {
		return
	}
	d.tool = r.Tool
	if seen, ok := r.painter.Spot(r.scene, d.press.Held, r.size.X, r.size.Y); ok && (d.press.Start || d.press.Handle >= 0) {
		off := r.pixels(at).Sub(seen)
		d.grab = fyne.NewDelta(float32(off.X/r.scale), float32(off.Y/r.scale))
	}
	if d.use = r.Tool.Press(d.press); d.use != nil {
		d.kind = using
	}
}

// motion is where a gesture of the tool has come to. Beside the surface it stays where it was.
func (r *Relief) motion(d *drag) graphic.Motion {
	m := graphic.Motion{Click: !d.moved}
	if at, on := r.ground(d.last); on {
		d.at = at
	}
	m.At, m.Held = d.at, d.press.Held
	if d.moved {
		if at, on := r.ground(d.last.SubtractXY(d.grab.DX, d.grab.DY)); on {
			d.press.Held = at
		}
		m.Held = d.press.Held
	}
	return m
}

// move follows the pointer in the middle of a gesture.
func (r *Relief) move(at fyne.Position) {
	d := &r.drag
	by := at.Subtract(d.from)
	d.last = at
	if !d.moved && !gesture.Near(at, d.from, gesture.ClickSlack) {
		d.moved = true
		r.clicks.Forget()
		if d.kind == clicking {
			d.kind = turning
		}
	}
	switch {
	case d.kind == using && d.tool == r.Tool:
		d.use.Move(r.motion(d))
	case d.kind == turning && d.moved:
		d.told = true
		across, down := turnPerPx, tiltPerPx
		if d.part != relief.NoPart {
			across, down = gizmoTurns, gizmoTurns
		}
		r.ask(d.camera.Turned(across*float64(by.X), down*float64(by.Y)), false)
	case d.kind == panning && d.moved:
		d.told = true
		r.ask(d.camera.Panned(plot.Vec{X: float64(by.X), Y: float64(by.Y)}.Mul(r.scale), r.size.X, r.size.Y), false)
	}
}

// end finishes the gesture where the pointer was seen last.
func (r *Relief) end() {
	gesture.Hold(false)
	d := r.drag
	r.drag = drag{}
	restore := false
	switch {
	case d.kind == using && d.tool == r.Tool:
		restore = d.use.End(r.motion(&d))
	case d.kind == turning && d.part > relief.DiscPart && !d.moved:
		r.ask(r.asked.Along(d.part), true)
	case d.kind == clicking:
		restore = r.click(&d)
	case d.told:
		r.ask(r.asked, true)
	}
	if restore && r.OnRestore != nil {
		r.OnRestore()
	}
}

// click gives a click on bare ground to the tool. One beside the surface is nothing, unless it is a double one.
func (r *Relief) click(d *drag) (restore bool) {
	if !d.on || r.Tool == nil {
		return d.press.Double
	}
	if use := r.Tool.Press(d.press); use != nil {
		return use.End(graphic.Motion{At: d.press.At, Held: d.press.Held, Click: true})
	}
	return d.press.Double
}

// MouseUp ends the gesture of the button that went up.
func (r *Relief) MouseUp(ev *desktop.MouseEvent) {
	if r.drag.kind != idle && ev.Button == r.drag.button {
		r.end()
	}
}

// Dragged follows a drag. One that no press announced (a finger's) begins here.
func (r *Relief) Dragged(ev *fyne.DragEvent) {
	if r.drag.kind == idle {
		r.begin(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY), desktop.MouseButtonPrimary, 0)
	}
	r.move(ev.Position)
	r.hover(ev.Position)
}

// DragEnd ends a drag that no release has ended.
func (r *Relief) DragEnd() {
	if r.drag.kind != idle {
		r.end()
	}
}

// MouseIn tells where the pointer came in.
func (r *Relief) MouseIn(ev *desktop.MouseEvent) {
	gesture.PointIn(r)
	r.MouseMoved(ev)
}

// MouseMoved tells where the pointer is, and carries drags of the right button.
func (r *Relief) MouseMoved(ev *desktop.MouseEvent) {
	switch {
	case r.drag.kind == idle:
	case ev.Button&r.drag.button == 0:
		r.end() // it was released where nobody heard of it
	default:
		r.move(ev.Position)
	}
	r.hover(ev.Position)
}

// MouseOut tells that the pointer has left. A drag of the right button ends here, for its release would be told to whatever
// lies there.
func (r *Relief) MouseOut() {
	gesture.PointOut(r)
	if r.drag.kind != idle && r.drag.button == desktop.MouseButtonSecondary {
		r.end()
	}
	r.hover(nowhere)
}

// hover tells what is under the pointer: nothing while the block turns.
func (r *Relief) hover(at fyne.Position) {
	r.pointer = at
	if r.OnHover == nil {
		return
	}
	p, on := plot.Point{}, false
	if r.drag.kind != turning && r.drag.kind != panning && r.part(at) == relief.NoPart {
		p, on = r.ground(at)
	}
	if !on {
		r.OnHover(plot.Point{}, nil, false)
		return
	}
	r.OnHover(p, r.markAt(at, markReach), true)
}

// Scrolled zooms about the pointer, or, with Ctrl, makes heights greater or less, unless the tool has a use for the wheel.
func (r *Relief) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY == 0 {
		return
	}
	notches, keys := float64(ev.Scrolled.DY)/gesture.WheelNotch, gesture.Modifiers()
	if p, on := r.under(ev.Position); on && r.Tool != nil {
		if p.Keys = keys; r.Tool.Turn(p, notches) {
			return
		}
	}
	if keys&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		r.raise(notches)
		return
	}
	r.zoom(notches, r.pixels(ev.Position))
}
