package curve

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	model "descentlab/app/curve"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
)

// TestSideBySide: the switch brings another ball along, each has a curve of its own, the steps that were made are made by all,
// and one undo takes it back.
func TestSideBySide(t *testing.T) {
	r, _ := entered(t)
	for range 4 {
		r.Key(fyne.KeyRight)
	}
	r.header.side.OnChanged(1)
	s := r.lab.State()
	if len(s.Runs) != 2 || s.Doc.Racers[1].Spec.Method != "momentum" || s.Step != 4 || r.header.side.Selected() != 1 {
		t.Fatalf("%v at step %d", s.Doc.Names(), s.Step)
	}
	if n := len(r.stage.field.Objects); n != 2 {
		t.Fatalf("%d curves", n)
	}
	a, b := r.stage.tiles[0].shown(1), r.stage.tiles[1].shown(1)
	if a.Name != "Gradient descent" || b.Name != "Momentum" || a.State.Row(0).W == b.State.Row(0).W || !a.Chosen || b.Chosen {
		t.Errorf("%q at %v, %q at %v", a.Name, a.State.Row(0).W, b.Name, b.State.Row(0).W)
	}
	r.Key(fyne.KeyDown)
	if got := r.right.formula(1).State.Row(0).W; got != b.State.Row(0).W || !r.stage.tiles[1].shown(1).Chosen {
		t.Errorf("the rule is of the ball at %v", got)
	}
	r.header.side.OnChanged(0)
	if s := r.lab.State(); len(s.Runs) != 1 || len(s.Doc.Racers) != 2 || s.Step != 4 || len(r.stage.field.Objects) != 1 {
		t.Errorf("one ball: %d runs, %d racers", len(s.Runs), len(s.Doc.Racers))
	}
	r.Undo()
	r.Undo()
	if s := r.lab.State(); !s.Doc.Equal(model.Default()) || s.Step != 4 {
		t.Errorf("undone: %v at step %d", s.Doc.Names(), s.Step)
	}
}

// TestTilesAreWholeAndApart: none covers another, and a press in one has its steps solved.
func TestTilesAreWholeAndApart(t *testing.T) {
	r, _ := entered(t)
	r.header.side.OnChanged(1)
	for range model.MaxRacers {
		r.left.racers.another()
	}
	tiles := r.stage.field.Objects
	if len(tiles) != model.MaxRacers {
		t.Fatalf("%d curves", len(tiles))
	}
	for i, o := range tiles {
		for _, p := range tiles[:i] {
			if o.Position().X < p.Position().X+p.Size().Width && o.Position().Y < p.Position().Y+p.Size().Height &&
				p.Position().X < o.Position().X+o.Size().Width && p.Position().Y < o.Position().Y+o.Size().Height {
				t.Errorf("%d lies over another", i)
			}
		}
		if end := o.Position().Add(o.Size()); end.X > r.stage.field.Size().Width+1 || end.Y > r.stage.field.Size().Height+1 {
			t.Errorf("%d ends at %v", i, end)
		}
	}
	desktest.Click(tiles[5].(*graphic.Drawing), fyne.NewPos(3, 3))
	if r.chosen != 5 {
		t.Errorf("pressed: %d", r.chosen)
	}
}

func TestBallsComeAndGo(t *testing.T) {
	r, _ := entered(t)
	r.header.side.OnChanged(1)
	test.Tap(r.left.racers.add)
	s := r.lab.State()
	if len(s.Runs) != 3 || s.Doc.Racers[1].Spec.Method != "momentum" || s.Doc.Racers[2].Spec.Method != "adam" {
		t.Fatalf("%v", s.Doc.Names())
	}
	trials, err := s.Curve.Try(s.Doc.Racers[2].Spec, s.Doc.Start, s.Doc.Racers[2].Spec.Get("lr").Num)
	if err != nil || trials[0].Steps < 1 {
		t.Errorf("Adam's rate %v: %+v, %v", s.Doc.Racers[2].Spec, trials, err)
	}
	r.left.racers.take(0, "nelder_mead")
	if s := r.lab.State(); s.Doc.Racers[0].Spec.Method != "nelder_mead" || s.Trials != nil {
		t.Errorf("%v", s.Doc.Names())
	}
	r.choose(2)
	r.left.racers.remove(1)
	if s := r.lab.State(); len(s.Runs) != 2 || s.Doc.Racers[1].Spec.Method != "adam" || r.led().Doc.Racers[0].Spec.Method != "adam" {
		t.Errorf("%v", s.Doc.Names())
	}
	for range 4 {
		r.Undo()
	}
	if s := r.lab.State(); !s.Doc.Equal(model.Default()) {
		t.Errorf("undone: %v", s.Doc.Names())
	}
}

// TestDragKeepsTheRun until the ball is let go: what it would do from there is shown at once.
func TestDragKeepsTheRun(t *testing.T) {
	r, _ := entered(t)
	for range 3 {
		r.Key(fyne.KeyRight)
	}
	r.hold.advance(1)
	on, from := r.stage.tiles[0].picture, ball(r)
	hold := func(to fyne.Position) {
		r.stage.tiles[0].press(from)
		r.stage.tiles[0].drag(to)
	}
	hold(from.AddXY(-60, 0))
	p := r.stage.tiles[0].shown(1)
	want := p.At(float64(from.X-60), float64(on.Size().Width))
	if s := r.lab.State(); s.Step != 3 || s.Doc.Start != -3 || r.CanUndo() {
		t.Errorf("the run is lost while the ball is held: step %d, start %v", s.Step, s.Doc.Start)
	}
	if got := p.State.Row(0).W; math.Abs(got-want) > 0.02 || p.Past == nil || p.Past.Step != 3 {
		t.Errorf("held, the ball is at %v", got)
	}
	if row := r.right.formula(1).State.Row(0); math.Abs(row.W-want) > 0.02 || row.Step != 0 {
		t.Errorf("the rule is of %+v", row)
	}
	r.Key(fyne.KeyEscape)
	r.stage.tiles[0].release()
	if s := r.lab.State(); s.Step != 3 || s.Doc.Start != -3 || r.draft != nil {
		t.Error("Escape does not leave it as it was")
	}
	hold(from.AddXY(-60, 0))
	r.stage.tiles[0].drag(from.AddXY(1, 0))
	r.stage.tiles[0].release()
	if s := r.lab.State(); s.Step != 3 || s.Doc.Start != -3 || r.CanUndo() {
		t.Error("brought back, it starts anew")
	}
	hold(from.AddXY(-60, 0))
	r.stage.tiles[0].release()
	if s := r.lab.State(); s.Step != 0 || math.Abs(s.Doc.Start-want) > 0.02 {
		t.Errorf("let go: step %d, start %v", s.Step, s.Doc.Start)
	}
	r.Undo()
	if s := r.lab.State(); s.Step != 3 || s.Doc.Start != -3 || r.CanUndo() {
		t.Errorf("undone: step %d, start %v", s.Step, s.Doc.Start)
	}
}
