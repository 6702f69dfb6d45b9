package lab

import (
	"context"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// A queue stands for the goroutine of the window: posted functions run when the test says so.
type queue chan func()

func (q queue) post(f func()) { q <- f }

// settle runs what is posted until the lab has nothing under way.
func (q queue) settle(t *testing.T, l *Lab) {
	t.Helper()
	for l.State().Busy {
		select {
		case f := <-q:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the worker has gone silent")
		}
	}
}

func newTestLab(t *testing.T, doc setup.Experiment) (*Lab, queue) {
	q := make(queue, 64)
	l := New(doc, q.post)
	t.Cleanup(l.Close)
	q.settle(t, l)
	return l, q
}

func TestThreeWaysDown(t *testing.T) {
	l, _ := newTestLab(t, setup.Default())
	s := l.State()
	if s.Err != nil {
		t.Fatal(s.Err)
	}
	var where []string
	for _, row := range s.Courses.Standings(s.Doc.Steps) {
		where = append(where, row.Where.String())
	}
	want := []string{"settled at C", "circling A", "settled at B", "circling B"}
	if !reflect.DeepEqual(where, want) {
		t.Errorf("the racers end at %q, want %q", where, want)
	}
	if names := s.Doc.Names(); !reflect.DeepEqual(names, []string{"SGD", "Momentum", "RMSprop", "Adam"}) {
		t.Errorf("names %q", names)
	}
}

func TestEditUndoRedoGiveEqualDocuments(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	first := l.State().Doc
	edits := []func(*setup.Experiment){
		func(e *setup.Experiment) { e.Start = surfaces.Point{X: 1, Y: 2} },
		func(e *setup.Experiment) { e.Racers = e.Racers[:2] },
		func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.5)) },
		func(e *setup.Experiment) { e.SetFormula("x^2+y^2") },
		func(e *setup.Experiment) { e.Steps = 17 },
	}
	docs := []setup.Experiment{first}
	for _, f := range edits {
		if err := l.Edit("", f); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, l.State().Doc)
	}
	for i := len(docs) - 1; i > 0; i-- {
		l.Undo()
		if !reflect.DeepEqual(l.State().Doc, docs[i-1]) {
			t.Fatalf("undo %d gives another document", i)
		}
	}
	if l.State().CanUndo {
		t.Error("more can be undone than was done")
	}
	for i := 1; i < len(docs); i++ {
		l.Redo()
		if !reflect.DeepEqual(l.State().Doc, docs[i]) {
			t.Fatalf("redo %d gives another document", i)
		}
	}
	q.settle(t, l)
	if got := l.State(); !reflect.DeepEqual(got.TapeDoc, got.Doc) || got.Tape.Steps != 17 {
		t.Error("the tape is not of the last document")
	}
}

func TestEqualKeysMergeUntilSealed(t *testing.T) {
	l, _ := newTestLab(t, setup.Default())
	move := func(x float64) { l.Edit("start", func(e *setup.Experiment) { e.Start.X = x }) }
	move(1)
	move(2)
	l.Seal()
	move(3)
	move(4)
	l.Undo()
	if x := l.State().Doc.Start.X; x != 2 {
		t.Errorf("after one undo start.x = %v, want 2", x)
	}
	l.Undo()
	if x := l.State().Doc.Start.X; x != -0.1 {
		t.Errorf("after two undos start.x = %v, want -0.1", x)
	}
}

// TestReturn: after it the edits since the moment can neither be undone nor redone, and those before it can as before.
func TestReturn(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	steps := func(key string, n int) { l.Edit(key, func(e *setup.Experiment) { e.Steps = n }) }
	for n := 150; n <= 180; n += 10 {
		steps("", n)
	}
	l.Undo()
	l.Undo()
	m := l.Moment()
	l.Redo()
	l.Undo()
	l.Undo()
	steps("a", 200)
	steps("b", 210)
	for range 2 {
		l.Return(m)
		if got := l.State(); got.Doc.Steps != 160 || !got.CanUndo || !got.CanRedo {
			t.Fatalf("returned to %d steps", got.Doc.Steps)
		}
		l.Redo()
		l.Redo()
		if got := l.State(); got.Doc.Steps != 180 || got.CanRedo {
			t.Errorf("made again: %d steps", got.Doc.Steps)
		}
	}
	for _, want := range []int{170, 160, 150, 140} {
		l.Undo()
		if got := l.State().Doc.Steps; got != want {
			t.Errorf("undone: %d steps, want %d", got, want)
		}
	}
	q.settle(t, l)
	if got := l.State(); got.CanUndo || got.Tape.Steps != 140 {
		t.Errorf("the tape has %d steps", got.Tape.Steps)
	}
}

func TestSealRunLeavesOtherGesturesAlone(t *testing.T) {
	l, _ := newTestLab(t, setup.Default())
	steps := func(n int) { l.Edit("steps", func(e *setup.Experiment) { e.Steps = n }) }
	steps(150)
	l.SealRun("view")
	steps(160)
	l.SealRun("steps")
	steps(170)
	l.Undo()
	if got := l.State().Doc.Steps; got != 160 {
		t.Errorf("after one undo %d steps, want 160", got)
	}
	l.Undo()
	if got := l.State().Doc.Steps; got != 140 {
		t.Errorf("after two undos %d steps, want 140", got)
	}
}

func TestEditRefusesWhatCannotBeRaced(t *testing.T) {
	l, _ := newTestLab(t, setup.Default())
	before := l.State()
	for name, c := range map[string]struct {
		edit func(*setup.Experiment)
		says string
	}{
		"formula":   {func(e *setup.Experiment) { e.SetFormula("x^2+") }, "column"},
		"surface":   {func(e *setup.Experiment) { e.Surface = "rosenbrok" }, "rosenbrock"},
		"window":    {func(e *setup.Experiment) { e.View.X0 = e.View.X1 }, "view"},
		"nan":       {func(e *setup.Experiment) { e.View.Y0 = math.NaN() }, "view"},
		"steps":     {func(e *setup.Experiment) { e.Steps = 0 }, "1 to 100000"},
		"steps up":  {func(e *setup.Experiment) { e.Steps = race.MaxSteps + 1 }, "1 to 100000"},
		"noise":     {func(e *setup.Experiment) { e.Noise = -1 }, "noise"},
		"start":     {func(e *setup.Experiment) { e.Start.X = math.Inf(1) }, "start"},
		"knob":      {func(e *setup.Experiment) { e.Racers[3].Spec = e.Racers[3].Spec.With("bata1", optim.Num(0.5)) }, "beta1"},
		"domain":    {func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(-1)) }, "lr"},
		"identity":  {func(e *setup.Experiment) { e.Racers[1].Slot = e.Racers[0].Slot }, "identity"},
		"parameter": {func(e *setup.Experiment) { e.Params = map[string]float64{"a": 1} }, "a"},
	} {
		err := l.Edit("", c.edit)
		if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want one line with %q", name, err, c.says)
		}
		if !reflect.DeepEqual(l.State().Doc, before.Doc) || l.State().CanUndo {
			t.Fatalf("%s: a refused edit has changed the document", name)
		}
	}
}

func TestStartOutsideTheWindowIsAllowed(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	if err := l.Edit("", func(e *setup.Experiment) { e.Start = surfaces.Point{X: 50, Y: 50} }); err != nil {
		t.Fatal(err)
	}
	q.settle(t, l)
	if x := l.State().Tape.Runs[0].X(0); x[0] != 50 {
		t.Errorf("the race starts at %v", x)
	}
}

func TestZoomKeepsTheTape(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	tape := l.State().Tape
	if err := l.Edit("view", func(e *setup.Experiment) { e.View = surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1} }); err != nil {
		t.Fatal(err)
	}
	q.settle(t, l)
	s := l.State()
	if s.Tape != tape || s.TapeDoc.View != s.Doc.View {
		t.Error("a change of the window has recorded the race again or left the tape's document behind")
	}
}

func TestOnlyTheNewestEditIsDelivered(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	for i := 1; i <= 50; i++ {
		if err := l.Edit("steps", func(e *setup.Experiment) { e.Steps = 1000 + i }); err != nil {
			t.Fatal(err)
		}
	}
	q.settle(t, l)
	if s := l.State(); s.Tape.Steps != 1050 || s.Head != 1050 {
		t.Errorf("tape of %d steps with the head at %v, want both 1050", s.Tape.Steps, s.Head)
	}
}

func TestViewsAreToldWhatChanged(t *testing.T) {
	l, q := newTestLab(t, setup.Default())
	var seen Change
	l.OnChange(func(_ State, c Change) { seen |= c })
	seen = 0
	l.Seek(3)
	if seen != HeadChanged {
		t.Errorf("a seek tells %b", seen)
	}
	seen = 0
	l.Edit("", func(e *setup.Experiment) { e.Look.LinearLoss = true })
	if seen != DocChanged || l.State().Busy {
		t.Errorf("a change of looks tells %b and races: %v", seen, l.State().Busy)
	}
	seen = 0
	l.Edit("", func(e *setup.Experiment) { e.Surface = ""; e.SetFormula("x^2+y^2") })
	q.settle(t, l)
	if seen&(FieldChanged|TapeChanged) != FieldChanged|TapeChanged {
		t.Errorf("a new surface tells %b", seen)
	}
}

func TestDivergedAndUndefinedRunsAreSaid(t *testing.T) {
	doc := setup.Default()
	doc.SetFormula("log(x) + y^2")
	doc.Start = surfaces.Point{X: 0.5, Y: 1}
	doc.Racers = nil
	for i, text := range []string{"sgd lr=10", "sgd lr=0.01"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	l, _ := newTestLab(t, doc)
	s := l.State()
	table := s.Courses.Standings(doc.Steps)
	if table[0].Where.String() != "left the domain at step 1" {
		t.Errorf("the racer that left the domain is said to be %q", table[0].Where)
	}
	if s.Tape.Runs[1].Verdict.Kind == race.Finished && table[1].Where.String() == "" {
		t.Error("the other racer has no place")
	}
	if before := s.Courses.Standings(0); before[0].Where.Kind == EndedOtherwise {
		t.Errorf("before it left, the racer is said to be %q", before[0].Where)
	}
}

func TestPlacesKeepTheirNamesWhenZoomedOut(t *testing.T) {
	s, err := surfaces.Lookup("rastrigin")
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	home, _, err := FindPlaces(context.Background(), probe, s.View, s.View)
	if err != nil {
		t.Fatal(err)
	}
	wide, _, err := FindPlaces(context.Background(), probe, s.View, surfaces.Rect{X0: -3.3, X1: 3.3, Y0: -3.3, Y1: 3.3})
	if err != nil {
		t.Fatal(err)
	}
	if len(wide) <= len(home) {
		t.Fatalf("%d places in the wider window, %d at home", len(wide), len(home))
	}
	names := map[string]surfaces.Point{}
	for _, p := range wide {
		if _, twice := names[p.Name]; twice {
			t.Errorf("two places are called %s", p.Name)
		}
		names[p.Name] = p.At
	}
	for _, p := range home {
		if at, ok := names[p.Name]; !ok || at != p.At {
			t.Errorf("%s is at %v in the wider window, at home at %v", p.Name, at, p.At)
		}
	}
}

// TestTableAndMapsAgree: where a map says that a run has arrived, the table of the same race does, too.
func TestTableAndMapsAgree(t *testing.T) {
	for _, racer := range []string{"sgd lr=0.004", "adam lr=0.03", "newton lr=0.05"} {
		s := surveyOf(t, "himmelblau", 60, racer)
		s.Doc.Noise = 0.1
		const n = 12
		sheet, err := s.Basins(t.Context(), 0, n, n, sweep.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for k := range n * n {
			o := sheet.At(k%n, k/n)
			if o.Kind != sweep.Arrived {
				continue
			}
			doc := s.Doc.Clone()
			doc.Start.X, doc.Start.Y = s.View.Middle(k%n, k/n, n, n)
			tape, err := record(t.Context(), s.Probe, s.Least, doc)
			if err != nil {
				t.Fatal(err)
			}
			got := s.courses(tape).At(0, doc.Steps)
			if want := s.Places[o.Target]; got.Place == nil || got.Place.Name != want.Name {
				t.Errorf("%s from %v: the table says %q, the map %s", racer, doc.Start, got, want.Label())
			}
		}
	}
}

// courses are those of a race on the survey's surface.
func (s *Survey) courses(tape *race.Tape) *Courses {
	return NewCourses(tape, &Field{Probe: s.Probe, Places: s.Places, Region: s.View, Known: true}, s.Doc.Home)
}

// TestSliderKeepsPlaces: while a parameter moves the places go along, before the search has ended.
func TestSliderKeepsPlaces(t *testing.T) {
	l, q := newTestLab(t, onSurface(t, "strict_saddle"))
	n := len(l.State().Field.Places)
	if n == 0 {
		t.Fatal("no places")
	}
	l.Edit("p", func(e *setup.Experiment) { e.SetTransform(2, 0) })
	(<-q)() // the race is recorded
	for _, p := range l.State().Field.Places {
		j := l.State().Field.Probe.Fork().Jet(p.At.X, p.At.Y)
		if math.Hypot(j.X, j.Y) > 1e-9 {
			t.Errorf("%s is at %v, where the gradient is %g, %g", p.Name, p.At, j.X, j.Y)
		}
	}
	if got := len(l.State().Field.Places); got != n {
		t.Errorf("%d places follow, of %d", got, n)
	}
	q.settle(t, l)
}

// onSurface is the first experiment, on another surface.
func onSurface(t *testing.T, name string) setup.Experiment {
	t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	e := setup.Default()
	e.SetSurface(s)
	return e
}
