package curve

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/words"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// stage is the middle: the curve, and the small pictures below it.
type stage struct {
	room               *Room
	plot, loss, webbed *graphic.Drawing
	dragging           bool
	near               bool // the pointer is on the ball
	box                *fyne.Container
}

func newStage(r *Room) *stage {
	p := &stage{room: r}
	p.plot = graphic.NewDrawing(fyne.NewSize(240, 200), func(on plot.Canvas, scale float64) { p.picture(scale).DrawLive(on) })
	p.plot.Ground = func(on plot.Canvas, scale float64) { p.picture(scale).DrawGround(on) }
	p.plot.Same = func(scale float64) any { return p.picture(scale).GroundKey() }
	p.plot.OnPress, p.plot.OnDrag, p.plot.OnRelease = p.press, p.drag, p.release
	p.plot.OnHover, p.plot.OnWheel, p.plot.Shape = p.hover, p.wheel, p.cursor
	p.loss = graphic.NewDrawing(fyne.NewSize(110, 110), func(on plot.Canvas, scale float64) { p.chart(scale).Draw(on) })
	p.loss.OnPress = p.seek
	p.loss.OnDrag = p.seek
	p.webbed = graphic.NewDrawing(fyne.NewSize(110, 110), func(on plot.Canvas, scale float64) {
		curves.Cobweb{State: r.lab.State(), View: r.view, Look: r.look(scale)}.Draw(on)
	})
	hint := kit.NewLabel(words.T("drag the ball: new start · arrow keys: step, back · wheel: zoom"))
	hint.Muted, hint.Small, hint.Align = true, true, fyne.TextAlignTrailing
	p.box = container.New(middle{}, p.plot, hint, p.loss, p.webbed)
	return p
}

// picture is the curve as it is now.
func (p *stage) picture(scale float64) curves.Plot {
	r := p.room
	return curves.Plot{State: r.lab.State(), View: r.view, Shown: r.shown, Grown: r.hold.grown, Lit: r.lit, Look: r.look(scale)}
}

// chart is the loss against the step.
func (p *stage) chart(scale float64) curves.Loss {
	return curves.Loss{State: p.room.lab.State(), Log: !p.room.linear, Look: p.room.look(scale)}
}

// update draws all of it.
func (p *stage) update() {
	p.plot.Redraw()
	p.loss.Redraw()
	p.webbed.Redraw()
}

// size of the plot in units.
func (p *stage) size() (w, h float64) {
	return float64(p.plot.Size().Width), float64(p.plot.Size().Height)
}

// onBall tells whether a place is on the ball.
func (p *stage) onBall(at fyne.Position) bool {
	w, h := p.size()
	ball := p.picture(1).Ball(0, w, h)
	return ball.Finite() && ball.Sub(plot.Vec{X: float64(at.X), Y: float64(at.Y)}).Len() <= curves.BallReach
}

// press takes hold of the ball, or of the window beside it.
func (p *stage) press(at fyne.Position) {
	p.room.hold.stop()
	p.room.hold.rest()
	p.dragging = p.onBall(at)
}

// drag leads the ball along the curve.
func (p *stage) drag(at fyne.Position) {
	if !p.dragging {
		return
	}
	w, _ := p.size()
	start := p.room.snapped(p.picture(1).At(float64(at.X), w))
	p.room.edit("start", func(d *model.Document) { d.Start = start })
}

// snapped is a w in as many digits as the picture can show.
func (r *Room) snapped(w float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10((r.view.X1-r.view.X0)/500)))
	return math.Round(w/unit) * unit
}

// release lets go of the ball.
func (p *stage) release() {
	if p.dragging {
		p.dragging = false
		p.room.lab.Seal()
	}
}

// hover shows that the ball can be taken hold of.
func (p *stage) hover(at fyne.Position, inside bool) {
	p.near = inside && p.onBall(at)
	role := model.Plain
	if p.near {
		role = model.Weight
	}
	p.room.light(role)
}

func (p *stage) cursor(fyne.Position) desktop.Cursor {
	if p.near || p.dragging {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// zoomStep is what a notch of the wheel does.
const zoomStep = 1.18

// wheel zooms about the pointer, and with Shift, or by a second finger to the side, moves the window.
func (p *stage) wheel(at fyne.Position, dx, dy float32) {
	w, h := p.size()
	picture := p.picture(1)
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 || dx != 0 {
		p.room.view = picture.Panned(-float64(dx+dy)/gesture.WheelNotch*0.06, 0)
	} else {
		by := math.Pow(zoomStep, -float64(dy)/gesture.WheelNotch)
		p.room.view = picture.Zoomed(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, w, h, by)
	}
	p.update()
}

// zoom is that about the middle, for the keys.
func (p *stage) zoom(by float64) {
	w, h := p.size()
	p.room.view = p.picture(1).Zoomed(plot.Vec{X: w / 2, Y: (h - curves.NumberLine) / 2}, w, h, by)
	p.update()
}

// seek looks at the step under the pointer.
func (p *stage) seek(at fyne.Position) {
	p.room.hold.stop()
	p.room.lab.Seek(p.chart(1).Step(float64(at.X), float64(p.loss.Size().Width)))
}
