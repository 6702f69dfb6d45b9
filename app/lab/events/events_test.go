package events

import (
	"context"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/labtest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// raced is a race on a surface of the catalogue, or a formula, from its own start or from another.
func raced(t testing.TB, surface string, start *surfaces.Point, steps int, racers ...string) lab.Run {
	t.Helper()
	doc := labtest.Experiment(t, surface, steps, racers...)
	if start != nil {
		doc.Start = *start
	}
	return labtest.Run(t, doc, lab.WantSeen)
}

// told are the events of a race, which it checks for what holds of all of them.
func told(t testing.TB, r lab.Run) [][]Event {
	t.Helper()
	all, err := Of(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	for i, list := range all {
		sound(t, r, i, list)
	}
	return all
}

// sound holds that events are in order and inside of the run, and that ends agree with the table of standings.
func sound(t testing.TB, r lab.Run, i int, list []Event) {
	t.Helper()
	run, at := r.Tape.Runs[i], r.Courses.At(i, r.Tape.Steps)
	has := func(k chronicle.Kind) bool {
		return slices.ContainsFunc(list, func(e Event) bool { return e.Kind == k })
	}
	for k, e := range list {
		if e.From < 0 || e.To < e.From || e.To > run.Steps || k > 0 && e.From < list[k-1].From {
			t.Errorf("%v: event %d of kind %d spans steps %d to %d of %d", run.Spec, k, e.Kind, e.From, e.To, run.Steps)
		}
		if e.Loss != [2]float64{run.Loss(e.From), run.Loss(e.To)} && e.Kind != chronicle.Ended {
			t.Errorf("%v: event %d has the losses %v", run.Spec, k, e.Loss)
		}
	}
	settled := at.Kind == lab.Settled || at.Kind == lab.OnLine
	if settled != has(chronicle.Settled) && run.Verdict.Kind == race.Finished {
		t.Errorf("%v: the table says %q, the events %v", run.Spec, at, list)
	}
	if at.Kind == lab.LeftMap && at.Step > 0 && !has(chronicle.LeftWindow) ||
		at.Kind == lab.EndedOtherwise && !has(chronicle.Ended) {
		t.Errorf("%v: the table says %q, the events %v", run.Spec, at, list)
	}
	if at.Kind == lab.Bouncing && !slices.ContainsFunc(list, func(e Event) bool {
		return (e.Kind == chronicle.Oscillation || e.Kind == chronicle.Cycle) && e.To == run.Steps
	}) {
		t.Errorf("%v: the table says %q, the events %v", run.Spec, at, list)
	}
	if at.Kind == lab.LevelGround && !has(chronicle.Plateau) {
		t.Errorf("%v: the table says %q, the events %v", run.Spec, at, list)
	}
}

// only are the events of a kind.
func only(list []Event, k chronicle.Kind) []Event {
	return slices.DeleteFunc(slices.Clone(list), func(e Event) bool { return e.Kind != k })
}

// kinds are those of events, each once, as letters in the order of the kinds.
func kinds(list []Event) string {
	const letters = "BRSOKVECPLTX"
	said := ""
	for k := chronicle.InBasin; k <= chronicle.Ended; k++ {
		if len(only(list, k)) > 0 {
			said += string(letters[k])
		}
	}
	return said
}

// Gradient descent on x² + y², whose curvature is 2: below 1/L it only falls, up to 2/L it goes to and fro, at 2/L for ever,
// above that it is lost.
func TestRatesOnABowl(t *testing.T) {
	r := raced(t, "sphere", nil, 100, "sgd lr=0.1", "sgd lr=0.9", "sgd lr=1", "sgd lr=1.1")
	all := told(t, r)
	for i, want := range []string{"BT", "BVT", "BEC", "BL"} {
		if got := kinds(all[i]); got != want {
			t.Errorf("%v: events %q, want %q", r.Tape.Runs[i].Spec, got, want)
		}
	}
	cycle, edge := only(all[2], chronicle.Cycle)[0], only(all[2], chronicle.Edge)[0]
	if cycle.Period != 2 || cycle.From != 0 || math.Abs(cycle.Size-4) > 1e-9 {
		t.Errorf("the cycle at 2/L is %+v", cycle)
	}
	if edge.Limit != 2 || edge.Sharpness != 2 {
		t.Errorf("the sharpness at 2/L is %v, the limit %v", edge.Sharpness, edge.Limit)
	}
	if e := all[3][len(all[3])-1]; e.From != r.Courses.Left(3) {
		t.Errorf("it leaves the window at step %d, by the table at %d", e.From, r.Courses.Left(3))
	}
	far := told(t, raced(t, "sphere", nil, 3000, "sgd lr=1.1"))[0]
	if end := far[len(far)-1]; end.Kind != chronicle.Ended || end.Verdict.Kind != race.Diverged || end.From != end.Verdict.Step {
		t.Errorf("a run that diverges ends with %+v", end)
	}
}

// TestEdgeAfterAChange: the limit is that of the settings that make the step, not of those with which the racer began.
func TestEdgeAfterAChange(t *testing.T) {
	doc := raced(t, "sphere", nil, 100, "adam lr=0.05", "sgd lr=0.1").Doc
	for i, text := range []string{"sgd lr=1", "momentum lr=1 momentum=0.5"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers[i].Changes = optim.Changes{{At: 5, Spec: spec}}
	}
	r, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	edges := only(told(t, r)[0], chronicle.Edge)
	if len(edges) != 1 || edges[0].From < 5 || edges[0].Limit != 2 {
		t.Errorf("Adam that becomes descent at 2/L has the edges %+v", edges)
	}
	limit, known := limitOf(r.Tape.Runs[1])
	if !known || limit(4) != 2/0.1 || limit(5) != 2*(1+0.5)/1 {
		t.Errorf("the limits around the change are %v and %v", limit(4), limit(5))
	}
	if limit, _ := limitOf(r.Tape.Runs[0]); !math.IsNaN(limit(4)) {
		t.Errorf("Adam's limit is %v", limit(4))
	}
}

// Almost on the ridge, descent comes to the saddle, waits, and leaves along the direction of negative curvature.
func TestWaitingAtASaddle(t *testing.T) {
	r := raced(t, "double_well", nil, 300, "sgd lr=0.05")
	list := told(t, r)[0]
	waits := only(list, chronicle.AtSaddle)
	if kinds(list) != "BST" || len(waits) != 1 {
		t.Fatalf("events %+v", list)
	}
	e := waits[0]
	reach := lab.Reach(r.Doc.Home)
	x, y := r.Tape.Runs[0].X(e.To), r.Tape.Runs[0].X(e.To+1)
	if math.Hypot(x[0], x[1]) > reach || math.Hypot(y[0], y[1]) <= reach {
		t.Errorf("it has left at step %d, from (%g, %g) to (%g, %g)", e.To, x[0], x[1], y[0], y[1])
	}
	if e.Place.Name != "S1" || !e.Left || !e.Downhill || e.Fallen <= e.To || e.Below >= e.Loss[1] {
		t.Errorf("the wait is %+v", e)
	}
	if first := list[0]; first.Kind != chronicle.InBasin || first.From != 0 || first.Place != list[len(list)-1].Place {
		t.Errorf("it begins in %+v", first)
	}
	// On the ridge itself it never leaves.
	list = told(t, raced(t, "double_well", &surfaces.Point{X: -2}, 300, "sgd lr=0.05"))[0]
	if w := only(list, chronicle.AtSaddle); len(w) != 1 || w[0].Left || w[0].To != 300 || w[0].Slope > 1e-6 {
		t.Errorf("on the ridge: %+v", list)
	}
	// Who climbs leaves a saddle the other way, along the direction in which it curves upward.
	list = told(t, raced(t, "double_well", &surfaces.Point{X: 0.01, Y: 1.2}, 120, "sgd lr=0.05 maximize=true"))[0]
	if w := only(list, chronicle.AtSaddle); len(w) != 1 || !w[0].Left || !w[0].Downhill || w[0].Below <= w[0].Loss[1] {
		t.Errorf("climbing: %+v", list)
	}
}

// Momentum carries a racer over the pass: the basin after that step is that in which it settles.
func TestCrossingARidge(t *testing.T) {
	list := told(t, raced(t, "two_wells", nil, 300, "momentum lr=0.05"))[0]
	crossed, basins, settled := only(list, chronicle.CrossedRidge), only(list, chronicle.InBasin), only(list, chronicle.Settled)
	if len(crossed) != 1 || len(basins) != 2 || len(settled) != 1 {
		t.Fatalf("events %+v", list)
	}
	if crossed[0].Place.Name != "S1" || basins[1].From != crossed[0].To || basins[1].Place != settled[0].Place ||
		basins[0].Place == basins[1].Place {
		t.Errorf("events %+v", list)
	}
}

// The basin of every event is that of the row, and of the rows until the next one but for short visits.
func TestBasinsAreTrue(t *testing.T) {
	lengthy.Test(t)
	for _, surface := range []string{"two_wells", "peaks", "himmelblau", "rastrigin"} {
		r := raced(t, surface, nil, 150, "momentum lr=0.02", "adam lr=0.2", "sgd lr=0.01 grad_noise=3")
		for i, list := range told(t, r) {
			for _, e := range only(list, chronicle.InBasin) {
				w, ok := r.Courses.Below(i, e.From)
				if !ok || w.Place != e.Place {
					t.Errorf("%s, %v: at step %d the basin is %v, not %v", surface, r.Tape.Runs[i].Spec, e.From, w, e.Where)
				}
			}
		}
	}
}

// The stories that surfaces of the catalogue were made for.
func TestStories(t *testing.T) {
	for _, c := range []struct {
		surface, racer string
		steps          int
		want           chronicle.Kind
	}{
		{"edge_quartic", "sgd lr=0.1", 300, chronicle.Edge},
		{"plateau", "momentum lr=0.5", 2000, chronicle.Plateau},
		{"plateau", "momentum lr=0.5", 2000, chronicle.Spike},
		{"ravine", "sign_sgd lr=0.1", 300, chronicle.Cycle},
		{"ravine", "momentum lr=0.01", 300, chronicle.Overshoot},
		{"rosenbrock", "sgd lr=0.01", 300, chronicle.Ended},
		{"log(x)+y^2", "sgd lr=0.1", 30, chronicle.Ended},
	} {
		start := (*surfaces.Point)(nil)
		if strings.Contains(c.surface, "log") {
			start = &surfaces.Point{X: 1, Y: 1}
		}
		list := told(t, raced(t, c.surface, start, c.steps, c.racer))[0]
		if len(only(list, c.want)) == 0 {
			t.Errorf("%s, %s: no event of kind %d in %+v", c.surface, c.racer, c.want, list)
		}
	}
	edge := only(told(t, raced(t, "edge_quartic", nil, 300, "sgd lr=0.1"))[0], chronicle.Edge)[0]
	if edge.Limit != 20 || math.Abs(edge.Sharpness/edge.Limit-1) > 0.1 || edge.To != 300 {
		t.Errorf("at the edge of stability: %+v", edge)
	}
	level := told(t, raced(t, "-exp(-9*x^2-9*y^2)", &surfaces.Point{X: 2.9, Y: 1}, 100, "sgd lr=0.5"))[0]
	if p := only(level, chronicle.Plateau); len(p) != 1 || p[0].From != 0 || p[0].To != 100 || p[0].Where.Kind != lab.LevelGround {
		t.Errorf("on level ground: %+v", level)
	}
}

// Rises span what they say: at the end it is no higher than at the beginning, and between it is.
func TestRises(t *testing.T) {
	r := raced(t, "himmelblau", nil, 300, "momentum lr=0.01", "lion lr=0.1", "rmsprop lr=0.1", "momentum lr=0.01 maximize=true")
	for i, list := range told(t, r) {
		run, sign := r.Tape.Runs[i], 1.0
		if run.Spec.Climbs() {
			sign = -1
		}
		for _, e := range slices.Concat(only(list, chronicle.Overshoot), only(list, chronicle.Spike)) {
			if e.Top <= e.From || e.Top > e.To || e.TopLoss != run.Loss(e.Top) || sign*(e.TopLoss-e.Loss[0]) <= 0 {
				t.Errorf("%v: %+v", run.Spec, e)
			}
		}
	}
}

// Odd races: from outside of the domain, with no racers, of more steps than are kept, without places, and ended by the context.
func TestOddRaces(t *testing.T) {
	list := told(t, raced(t, "log(x)+y^2", &surfaces.Point{X: -1}, 20, "sgd lr=0.1"))[0]
	if len(list) != 1 || list[0].Kind != chronicle.Ended || list[0].Verdict.Kind != race.Undefined || list[0].To != 0 {
		t.Errorf("outside of the domain: %+v", list)
	}
	if all := told(t, raced(t, "sphere", nil, 20)); len(all) != 0 {
		t.Errorf("without racers: %+v", all)
	}
	doc := raced(t, "peaks", nil, 40, "sgd lr=0.01").Doc
	r, err := lab.Prepare(t.Context(), doc, lab.WantPaths)
	if err != nil {
		t.Fatal(err)
	}
	if list := told(t, r)[0]; strings.ContainsAny(kinds(list), "BRST") {
		t.Errorf("without places: %+v", list)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if all, err := Of(ctx, raced(t, "peaks", nil, 40, "sgd lr=0.01")); err == nil {
		t.Errorf("without time: %+v", all)
	}
}

func TestManySteps(t *testing.T) {
	lengthy.Test(t)
	r := raced(t, "rosenbrock", nil, race.MaxSteps+10, "sgd lr=0.001", "momentum lr=0.0001")
	r.Doc.Steps = 250000
	r, err := lab.Prepare(t.Context(), r.Doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range told(t, r) {
		if s := only(list, chronicle.Settled); len(s) != 1 {
			t.Errorf("events %+v", list)
		}
	}
}

// Equal races have equal events, whichever goroutines have recorded them.
func TestEventsAreDeterministic(t *testing.T) {
	var first [][]Event
	for range 2 {
		r := raced(t, "peaks", nil, 200, "momentum lr=0.05", "adam lr=0.06 grad_noise=0.5", "rmsprop lr=0.1")
		all := told(t, r)
		for _, list := range all {
			for k := range list {
				list[k].Place, list[k].Where.Place = nil, nil // pointers into the field of the race
			}
		}
		if first != nil && !reflect.DeepEqual(first, all) {
			t.Errorf("the same race has the events %+v and %+v", first, all)
		}
		first = all
	}
}

func BenchmarkEvents8x2000(b *testing.B) {
	r := raced(b, "peaks", nil, 2000, "sgd lr=0.01", "momentum lr=0.05", "rmsprop lr=0.05", "adam lr=0.06", "lion lr=0.05",
		"sgd lr=0.05 grad_noise=2", "nesterov lr=0.02", "adagrad lr=0.5")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Of(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
}
