package lessons

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lesson/quiz"
	"descentlab/app/window/desk/desktest"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/prose"
	"descentlab/widgets/widgettest"
)

// asks is the first question of a kind among the lessons that the program comes with, opened.
func asks(t *testing.T, r *Room, d *desktest.Desk, kind quiz.Kind) *questionRow {
	t.Helper()
	for i, b := range r.books {
		for k, q := range b.lesson.Questions {
			if q.Kind == kind {
				r.openBook(i)
				d.Settle()
				return r.asking.rows[k]
			}
		}
	}
	t.Fatalf("no lesson asks for %s", kind)
	return nil
}

// readIn is what is to be read in an object.
func readIn(object fyne.CanvasObject) (list []string) {
	desktest.Walk(object, false, func(o fyne.CanvasObject) {
		if p, is := o.(*prose.Paragraph); is {
			list = append(list, strings.Join(p.Lines(), " "))
		}
	})
	return list
}

// says is what is said in a question.
func says(q *questionRow) string { return strings.Join(readIn(q.card.Object()), "\n") }

// choices are the answers to choose from.
func choices(q *questionRow) (list []fyne.Focusable) {
	desktest.Walk(q.card.Object(), false, func(o fyne.CanvasObject) {
		if f, is := o.(fyne.Focusable); is {
			list = append(list, f)
		}
	})
	return list
}

// TestChoosing: a wrong answer is told to be wrong and can be given anew; all runs say what they come to; a right one counts.
func TestChoosing(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Least)
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	wrong, right := -1, -1
	for i, is := range solved.Right {
		if is {
			right = i
		} else {
			wrong = i
		}
	}
	if strings.Contains(strings.Join(desktest.Texts(q.card.Object(), false), " "), solved.Values[right].String()) {
		t.Error("it says what is right before there is an answer")
	}
	widgettest.Key(choices(q)[wrong], fyne.KeySpace)
	d.Settle()
	if s := q.card.State(); s.Verdict == nil || s.Verdict.Right || !strings.Contains(says(q), "Not that one.") {
		t.Errorf("of a wrong answer it says %q", says(q))
	}
	seen := strings.Join(desktest.Texts(q.card.Object(), false), " ")
	for _, v := range solved.Values {
		if !strings.Contains(seen, v.String()) {
			t.Errorf("%s is not told: %s", v, seen)
		}
	}
	if n, _ := r.study.Right(); n != 0 {
		t.Error("a wrong answer counts")
	}
	choices(q)[right].(fyne.Tappable).Tapped(nil)
	d.Settle()
	if s := q.card.State(); s.Verdict == nil || !s.Verdict.Right || !strings.Contains(says(q), "Right.") {
		t.Errorf("of a right answer it says %q", says(q))
	}
	if n, _ := r.study.Right(); n != 1 || r.contents.Share(r.open) <= 0 {
		t.Error("a right answer does not count")
	}
	again, _ := entered(t, r.State())
	if s := again.asking.rows[q.number].card.State(); s.Verdict == nil || !s.Verdict.Right {
		t.Error("the next start does not know of the answer")
	}
}

// TestNumbers: what is typed is compared with the run, and told by how much it is off.
func TestNumbers(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Number)
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []float64{solved.Number * 3, solved.Number} {
		q.card.OnAnswer(quiz.Answer{Number: v})
		d.Settle()
		s := q.card.State()
		if s.Verdict == nil || s.Verdict.Right != (v == solved.Number) || !strings.Contains(says(q), "The run says") {
			t.Errorf("of %v it says %q", v, says(q))
		}
	}
}

// predict begins a prediction, in which nobody's run is seen.
func predict(t *testing.T, r *Room, q *questionRow) {
	t.Helper()
	q.card.OnPredict()
	s := r.living.desk.lab.State()
	for _, racer := range s.Doc.Racers {
		if !racer.Hidden {
			t.Error("a run is seen before it is predicted")
		}
	}
	if !r.hides() || s.Head != 0 || q.card.State().Ready {
		t.Errorf("the lab has %s at step %v", r.living.scene, s.Head)
	}
}

// seen tells that the run is seen that was predicted, and plays.
func seen(t *testing.T, r *Room, q *questionRow) {
	t.Helper()
	s := r.living.desk.lab.State()
	if s.Doc.Racers[q.of.Racer].Hidden || !s.Playing || r.hides() {
		t.Error("the run is not shown")
	}
	for i, racer := range s.Doc.Racers {
		if i != q.of.Racer && !racer.Hidden {
			t.Error("another run is shown, too")
		}
	}
}

// TestSketch: a line is drawn on the map, and then compared with the way.
func TestSketch(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Sketch)
	before := r.living.scene
	predict(t, r, q)
	d.Settle()
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(way ...surfaces.Point) {
		desktest.Drag(r.hands[""], desktest.Ground(way[0]), way[1:]...)
	}
	start := solved.Path[0]
	draw(start, surfaces.Point{X: start.X - 0.4, Y: start.Y - 0.4})
	if scene := desktest.Find[*graphic.Map](r.living.maps.Object()).Scene(); !slices.ContainsFunc(scene.Curves,
		func(c plot.Curve) bool { return c.Pts[0] == start }) || len(scene.Traces) > 0 {
		t.Errorf("on the map there are %d curves and %d ways", len(scene.Curves), len(scene.Traces))
	}
	q.card.OnCheck()
	d.Settle()
	if s := q.card.State(); s.Verdict == nil || s.Verdict.Right || !strings.Contains(says(q), "Not quite.") {
		t.Errorf("of a wrong line it says %q", says(q))
	}
	seen(t, r, q)
	r.Key(fyne.KeyEscape)
	if r.living.scene != before {
		t.Errorf("Escape leads to %s", r.living.scene)
	}
	predict(t, r, q)
	d.Settle()
	if _, presented := r.Presents(); presented {
		t.Error("a prediction is presented before it is made")
	}
	draw(solved.Path...)
	if !q.card.State().Ready {
		t.Fatal("what is drawn cannot be checked")
	}
	q.card.OnCheck()
	d.Settle()
	if s := q.card.State(); s.Verdict == nil || !s.Verdict.Right || !strings.Contains(says(q), "map's diagonal") {
		t.Errorf("of the right line it says %q", says(q))
	}
	if n, _ := r.study.Right(); n != 1 {
		t.Error("a right line does not count")
	}
	p, presented := r.Presents()
	if !presented {
		t.Fatal("what has come of a prediction is not presented")
	}
	if p.Next(1); r.predicts() || r.lesson().Scene(r.living.scene) == nil {
		t.Errorf("the next experiment is %s", r.living.scene)
	}
}

// TestBasin: a minimum is picked on the map.
func TestBasin(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Basin)
	predict(t, r, q)
	d.Settle()
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range solved.Places {
		desktest.Drag(r.hands[""], desktest.Ground(p.At))
		q.card.OnCheck()
		d.Settle()
		if s := q.card.State(); s.Verdict == nil || s.Verdict.Right != (p.Name == solved.Place.Name) {
			t.Errorf("of %s it says %q", p.Name, says(q))
		}
		seen(t, r, q)
		predict(t, r, q)
	}
	q.card.OnCancel()
	if r.predicts() || q.card.State().Armed {
		t.Error("a prediction that is given up goes on")
	}
}

// TestMark: the step is marked with the playhead, all by the keyboard.
func TestMark(t *testing.T) {
	r, d := entered(t, nil)
	q := asks(t, r, d, quiz.Mark)
	if !r.Rune('p') || r.asking.now == nil || r.asking.now.row != q {
		t.Fatal("a key does not begin the prediction")
	}
	d.Settle()
	solved, err := q.of.Solve(t.Context(), r.values.bench)
	if err != nil {
		t.Fatal(err)
	}
	r.living.desk.lab.Seek(math.Round(solved.Number * 1.05))
	called := q.of.Doc.Names()[q.of.Racer] // by the lab, and by the question otherwise
	if says := says(q); !q.card.State().Ready || !strings.Contains(says, "It stands at step") || !strings.Contains(says, called) {
		t.Fatalf("it says %q of %s", says, called)
	}
	r.Key(fyne.KeyReturn)
	d.Settle()
	if s := q.card.State(); s.Verdict == nil || !s.Verdict.Right || s.Verdict.Gap == 0 {
		t.Errorf("it says %q", says(q))
	}
	seen(t, r, q)
}
