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

// begin finds out what a press is for. The middle button, and shift, always move the picture.
func (r *Relief) begin(at fyne.Position, button desktop.MouseButton, keys fyne.KeyModifier) {
	d := drag{kind: panning, camera: r.asked}
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
		d.kind, d.press.Double = clicking, r.Clicks.Double(at)
	}
	if r.Tool == nil || !d.on {
		return
	}
	held := d.press.Start || d.press.Handle >= 0 || d.press.Mark != nil
	if primary && !r.Works && !held {
		return
	}
	d.tool = r.Tool
	w, h := r.Drawn()
	if seen, ok := r.painter.Spot(r.scene, d.press.Held, w, h); ok && (d.press.Start || d.press.Handle >= 0) {
		off := r.Pixels(at).Sub(seen)
		d.grab = fyne.NewDelta(float32(off.X/r.Scale()), float32(off.Y/r.Scale()))
	}
	if d.use = r.Tool.Press(d.press); d.use != nil {
		d.kind = using
	}
}

// motion is where a gesture of the tool has come to. Beside the surface it stays where it was.
func (r *Relief) motion(d *drag) graphic.Motion {
	m := graphic.Motion{Click: !r.Moved}
	if at, on := r.ground(r.Last); on {
		d.at = at
	}
	m.At, m.Held = d.at, d.press.Held
	if r.Moved {
		if at, on := r.ground(r.Last.SubtractXY(d.grab.DX, d.grab.DY)); on {
			d.press.Held = at
		}
		m.Held = d.press.Held
	}
	return m
}

// move follows the pointer in the middle of a gesture.
func (r *Relief) move() {
	d, by := &r.drag, r.Last.Subtract(r.From)
	if r.Moved && d.kind == clicking {
		d.kind = turning
	}
	switch {
	case d.kind == using && d.tool == r.Tool:
		d.use.Move(r.motion(d))
	case d.kind == turning && r.Moved:
		d.told = true
		across, down := turnPerPx, tiltPerPx
		if d.part != relief.NoPart {
			across, down = gizmoTurns, gizmoTurns
		}
		r.ask(d.camera.Turned(across*float64(by.X), down*float64(by.Y)), false)
	case d.kind == panning && r.Moved:
		d.told = true
		w, h := r.Drawn()
		r.ask(d.camera.Panned(r.Pixels(by), w, h), false)
	}
}

// end finishes the gesture where the pointer was seen last.
func (r *Relief) end() {
	d := r.drag
	r.drag = drag{}
	restore := false
	switch {
	case d.kind == using && d.tool == r.Tool:
		restore = d.use.End(r.motion(&d))
	case d.kind == turning && d.part > relief.DiscPart && !r.Moved:
		r.ask(r.asked.Along(d.part), true)
	case d.kind == clicking:
		restore = r.click(&d)
	case d.told:
		r.ask(r.asked, true)
	case d.kind == panning && !r.Moved && d.press.Button == desktop.MouseButtonSecondary && d.on && r.OnMenu != nil:
		r.OnMenu(d.press, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).Add(r.From))
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
	r.zoom(notches, r.Pixels(ev.Position))
}
