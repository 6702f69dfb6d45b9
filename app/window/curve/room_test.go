package curve

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// entered is the room in a window, at its first start.
func entered(t *testing.T) (*Room, *desktest.Desk) {
	t.Helper()
	room, d := desktest.Housed(t, desktest.UsualWidth, desktest.UsualHeight,
		func(f desk.Frame, said fyne.CanvasObject) (desk.Room, error) { return Kind().New(f, said, nil) })
	room.Enter()
	return room.(*Room), d
}

// drag leads from a place of a picture to another.
func drag(on *graphic.Drawing, from fyne.Position, way ...fyne.Position) {
	on.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for _, to := range way {
		on.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
		from = to
	}
	on.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	on.DragEnd()
}

// place is where a value of the curve stands in the plot.
func place(r *Room, v plot.Vec) fyne.Position { return fyne.NewPos(float32(v.X), float32(v.Y)) }

// ball is where the first ball is seen.
func ball(r *Room) fyne.Position {
	w, h := r.stage.tiles[0].size()
	return place(r, r.stage.tiles[0].shown(1).Ball(w, h))
}

func TestKeysStep(t *testing.T) {
	r, d := entered(t)
	for range 6 {
		r.Key(fyne.KeyRight)
	}
	if s := r.lab.State(); s.Step != 6 || math.Abs(s.Row(0).W-2.16499) > 1e-4 || d.Changes != 6 {
		t.Errorf("step %d, w %v, told %d times", s.Step, s.Row(0).W, d.Changes)
	}
	r.Key(fyne.KeyLeft)
	if s := r.lab.State(); s.Step != 5 || s.Done != 6 {
		t.Errorf("back at %d of %d", s.Step, s.Done)
	}
	r.Rune('r')
	if s := r.lab.State(); s.Step != 0 || s.Done != 0 {
		t.Errorf("reset: %d of %d", s.Step, s.Done)
	}
	if r.Rune('x') || r.Key(fyne.KeyF9) {
		t.Error("it has use for keys that mean nothing here")
	}
}

func TestStepButton(t *testing.T) {
	r, _ := entered(t)
	test.Tap(r.left.step)
	if r.lab.State().Step != 1 {
		t.Error("Step makes none")
	}
	test.Tap(r.left.reset)
	if r.lab.State().Done != 0 {
		t.Error("Reset does not")
	}
}

// TestBallIsDragged along the curve: the start follows, and one undo takes all of it back.
func TestBallIsDragged(t *testing.T) {
	r, _ := entered(t)
	r.Key(fyne.KeyRight)
	r.hold.advance(1)
	from := ball(r)
	drag(r.stage.tiles[0].picture, from, from.AddXY(-20, 10), from.AddXY(-60, 0))
	s := r.lab.State()
	w, _ := r.stage.tiles[0].size()
	want := r.stage.tiles[0].shown(1).At(float64(from.X-60), w)
	if math.Abs(s.Doc.Start-want) > 0.02 || s.Step != 0 {
		t.Errorf("starts at %v after step %d; want %v", s.Doc.Start, s.Step, want)
	}
	if b := ball(r); math.Abs(float64(b.X-from.X+60)) > 1 {
		t.Errorf("the ball is at %v", b)
	}
	r.Undo()
	if s := r.lab.State(); s.Doc.Start != -3 || r.CanUndo() {
		t.Errorf("undone: %v", s.Doc.Start)
	}
	r.Redo()
	desktest.Click(r.stage.tiles[0].picture, fyne.NewPos(300, 20))
	drag(r.stage.tiles[0].picture, fyne.NewPos(300, 20), fyne.NewPos(200, 20))
	if s := r.lab.State(); math.Abs(s.Doc.Start-want) > 0.02 {
		t.Error("a drag beside the ball moves it")
	}
}

func TestChipsAndShelf(t *testing.T) {
	r, _ := entered(t)
	desktest.Click(r.left.chips, fyne.NewPos(10, 20))
	if eta, _ := r.lab.State().Doc.Eta(0); eta != 0.3 || r.left.rate.Value() != 0.3 {
		t.Errorf("the first chip gives %v, the knob shows %v", eta, r.left.rate.Value())
	}
	r.Rune('3')
	if eta, _ := r.lab.State().Doc.Eta(0); eta != 7 {
		t.Errorf("key 3 gives %v", eta)
	}
	desktest.Click(r.left.shelf, fyne.NewPos(60, curves.ShelfRow+10))
	s := r.lab.State()
	if s.Doc.Named != "two_wells" || r.header.formula.Text() != s.Curve.Formula || r.view != s.Curve.Window(s.Doc.Start) {
		t.Errorf("the second row is %q", s.Doc.Named)
	}
	r.Key(fyne.KeyPageDown)
	if s := r.lab.State(); s.Doc.Named != "plateau" {
		t.Errorf("the next is %q", s.Doc.Named)
	}
}

// TestHeldTillNaN: held on, the run that explodes gets past all numbers in some seconds, and stops there.
func TestHeldTillNaN(t *testing.T) {
	r, _ := entered(t)
	r.Rune('3')
	r.Rune(' ')
	if !r.hold.on {
		t.Fatal("Space does not hold")
	}
	first := r.lab.State().Step
	r.hold.advance(0.1)
	if s := r.lab.State().Step; s-first > 3 {
		t.Errorf("%d steps in the first tenth of a second", s-first)
	}
	seconds := 0.0
	for ; r.hold.on && seconds < 60; seconds += 0.02 {
		r.hold.advance(0.02)
	}
	if s := r.lab.State(); !math.IsNaN(s.Row(0).W) || seconds > 20 {
		t.Errorf("after %v s: step %d, w %v", seconds, s.Step, s.Row(0).W)
	}
	if r.hold.ticker.Running() {
		t.Error("it goes on ticking")
	}
	r.Rune(' ')
	r.Leave()
	if r.hold.on || r.hold.ticker.Running() {
		t.Error("it moves though nobody sees it")
	}
}

func TestTableGoesBack(t *testing.T) {
	r, _ := entered(t)
	for range 5 {
		r.Key(fyne.KeyRight)
	}
	desktest.Click(r.right.table, fyne.NewPos(100, 62+2*29+10))
	if s := r.lab.State(); s.Step != 2 || s.Done != 5 {
		t.Errorf("row 2 looks at %d of %d", s.Step, s.Done)
	}
	for range 40 {
		r.lab.Step(1)
	}
	if n := r.right.rows(1); n.First+n.Rows() <= 42 || n.First > 42 {
		t.Errorf("rows from %d, step 42 is not seen", n.First)
	}
	r.right.table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 75)})
	if n := r.right.rows(1); n.First+n.Rows() != 40 {
		t.Errorf("three notches up: rows from %d", n.First)
	}
}

func TestStripSetsTheRate(t *testing.T) {
	r, _ := entered(t)
	w := r.right.insight.Size().Width
	x := 16 + (w-32)*(0.5+1.7)/2.7 // the factor 0.5
	drag(r.right.insight, fyne.NewPos(x, 130), fyne.NewPos(x, 131))
	if eta, _ := r.lab.State().Doc.Eta(0); math.Abs(eta-0.5/0.3) > 0.02 {
		t.Errorf("eta %v", eta)
	}
	desktest.Click(r.right.insight, fyne.NewPos(x+30, 20)) // in the sentence
	if eta, _ := r.lab.State().Doc.Eta(0); math.Abs(eta-0.5/0.3) > 0.02 {
		t.Error("the sentence sets it")
	}
}

// TestGuess: the answer is marked, and its rate is tried.
func TestGuess(t *testing.T) {
	r, _ := entered(t)
	w := r.left.quiz.picture.Size().Width
	desktest.Click(r.left.quiz.picture, fyne.NewPos(w/2, 55))
	q := r.left.quiz
	if eta, _ := r.lab.State().Doc.Eta(0); q.taken != q.list[0].Right || math.Abs(eta-1/0.3) > 1e-9 {
		t.Errorf("choice %d, eta %v", q.taken, eta)
	}
	r.Key(fyne.KeyRight)
	if at := r.lab.State().Row(0).W; math.Abs(at-4) > 1e-9 {
		t.Errorf("which leads to %v", at)
	}
	r.Rune('q')
	if q.at != 1 || q.taken != -1 {
		t.Errorf("question %d, taken %d", q.at, q.taken)
	}
}

func TestFormulaOfOnesOwn(t *testing.T) {
	r, d := entered(t)
	r.header.commit("w^4 - w²")
	if s := r.lab.State(); s.Curve.Formula != "w^4 - w^2" || len(s.Curve.Minima) != 2 || d.Said != nil {
		t.Errorf("%q, %v", s.Curve.Formula, d.Said)
	}
	r.header.commit("a*w")
	if s := r.lab.State(); s.Curve.Formula != "w^4 - w^2" {
		t.Error("a letter without a value is taken")
	}
	r.Undo()
	if s := r.lab.State(); s.Doc.Named != "bowl" || r.header.formula.Text() != s.Curve.Formula {
		t.Error("undo leaves the formula")
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	r, _ := entered(t)
	w, _ := r.stage.tiles[0].size()
	before := r.stage.tiles[0].shown(1).At(100, w)
	at := fyne.PointEvent{Position: fyne.NewPos(100, 100)}
	r.stage.tiles[0].picture.Scrolled(&fyne.ScrollEvent{PointEvent: at, Scrolled: fyne.NewDelta(0, 50)})
	if after := r.stage.tiles[0].shown(1).At(100, w); math.Abs(after-before) > 1e-9 || r.view.X1-r.view.X0 > 14 {
		t.Errorf("%v is now %v in %v", before, after, r.view)
	}
	r.Rune('0')
	if r.view != r.lab.State().Curve.Home {
		t.Errorf("all of it: %v", r.view)
	}
}

// TestTermsLightTogether: over a part of the rule its twins in the other pictures are lit.
func TestTermsLightTogether(t *testing.T) {
	r, _ := entered(t)
	r.right.rule.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(216, 60)}})
	if r.lit != model.Rate || r.stage.tiles[0].shown(1).Lit != model.Rate || r.right.rows(1).Lit != model.Rate {
		t.Errorf("lit: %v", r.lit)
	}
	r.right.rule.MouseOut()
	if r.lit != model.Plain {
		t.Error("it stays lit")
	}
}
