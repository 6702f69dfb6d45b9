package curve

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/window/desk"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A tile is a curve with its ball.
type tile struct {
	room     *Room
	of       int // the racer
	picture  *graphic.Drawing
	dragging bool
	grabbed  fyne.Position // where the ball was taken hold of
	last     fyne.Position
	near     bool // the pointer is on the ball
}

func newTile(r *Room, of int) *tile {
	t := &tile{room: r, of: of}
	t.picture = graphic.NewDrawing(fyne.NewSize(120, 110), func(on plot.Canvas, scale float64) { t.shown(scale).DrawLive(on) })
	t.picture.Ground = func(on plot.Canvas, scale float64) { t.shown(scale).DrawGround(on) }
	t.picture.Same = func(scale float64) any { return t.shown(scale).GroundKey() }
	t.picture.OnPress, t.picture.OnDrag, t.picture.OnRelease = t.press, t.drag, t.release
	t.picture.OnHover, t.picture.OnWheel, t.picture.Shape = t.hover, t.wheel, t.cursor
	t.picture.OnMenu = func(at fyne.Position) { r.desk.Context(at, desk.Menu(r.menu())) }
	return t
}

// shown is the curve as it is now.
func (t *tile) shown(scale float64) curves.Plot {
	list := t.room.stage.pictures(scale)
	return list[min(t.of, len(list)-1)]
}

// size of the picture in units.
func (t *tile) size() (w, h float64) {
	return float64(t.picture.Size().Width), float64(t.picture.Size().Height)
}

// onBall tells whether a place is on the ball.
func (t *tile) onBall(at fyne.Position) bool {
	ball := t.shown(1).Ball(t.size())
	return ball.Finite() && ball.Sub(plot.Vec{X: float64(at.X), Y: float64(at.Y)}).Len() <= curves.BallReach
}

// press takes hold of the ball, or of the window beside it, and has this ball's steps solved by hand.
func (t *tile) press(at fyne.Position) {
	t.room.hold.stop()
	t.room.hold.rest()
	t.room.choose(t.of)
	t.dragging, t.grabbed, t.last = t.onBall(at), at, at
}

// drag leads the ball along the curve: what it would do from there is seen at once, and what it has done stays.
func (t *tile) drag(at fyne.Position) {
	if !t.dragging {
		return
	}
	t.last = at
	w, _ := t.size()
	start := t.room.snapped(t.shown(1).At(float64(at.X), w))
	t.room.try(func(d *model.Document) { d.Start = start })
}

// release lets go of the ball: it starts there, unless it is where it was taken.
func (t *tile) release() {
	if !t.dragging {
		return
	}
	t.dragging = false
	if math.Abs(float64(t.last.X-t.grabbed.X)) < gesture.ClickSlack {
		t.room.drop()
		return
	}
	t.room.take()
}

// snapped is a w in as many digits as the picture can show.
func (r *Room) snapped(w float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10((r.view.X1-r.view.X0)/500)))
	return math.Round(w/unit) * unit
}

// hover shows that the ball can be taken hold of.
func (t *tile) hover(at fyne.Position, inside bool) {
	t.near = inside && t.onBall(at)
	role := model.Plain
	if t.near {
		role = model.Weight
	}
	t.room.light(role)
}

func (t *tile) cursor(fyne.Position) desktop.Cursor {
	return pointing(t.near || t.dragging)
}

// zoomStep is what a notch of the wheel does.
const zoomStep = 1.18

// wheel zooms about the pointer, or moves the window.
func (t *tile) wheel(at fyne.Position, dx, dy float32) {
	w, h := t.size()
	picture := t.shown(1)
	if moving(dx) {
		t.room.view = picture.Panned(-float64(dx+dy)/gesture.WheelNotch*panStep, 0)
	} else {
		by := math.Pow(zoomStep, -float64(dy)/gesture.WheelNotch)
		t.room.view = picture.Zoomed(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, w, h, by)
	}
	t.room.stage.update()
}
