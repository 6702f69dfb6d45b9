package progress

import (
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// curvesOf are the numbers of a kind of chart.
func curvesOf(t *testing.T, s lab.State, kind string) Curves {
	t.Helper()
	c, err := Of(t.Context(), s, kind)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// near tells whether a curve has at every step what it should have.
func near(t *testing.T, c Curve, want func(t int) float64) {
	t.Helper()
	for step, got := range c.Y {
		if w := want(step); !(math.Abs(got-w) <= 1e-9*(1+math.Abs(w))) && !(math.IsNaN(got) && math.IsNaN(w)) {
			t.Fatalf("racer %d %s at step %d: %v, want %v", c.Racer, c.Part, step, got, w)
		}
	}
}

// bowl is a race on x^2 + 4y^2, whose Hessian is (2, 8) everywhere, from (3, 2).
func bowl(t *testing.T, steps int, racers ...string) lab.State {
	t.Helper()
	s := raced(t, "x^2+4*y^2", steps, lab.WantAll, racers...)
	if s.TapeDoc.Start.X == 0 && s.TapeDoc.Start.Y == 0 {
		t.Fatal("it starts at the minimum")
	}
	return s
}

// TestDescentOnABowl: on a quadratic every number of plain descent has a closed form.
func TestDescentOnABowl(t *testing.T) {
	const lr = 0.05
	s := bowl(t, 60, "sgd lr=0.05", "momentum lr=0.02 momentum=0.5", "nesterov lr=0.02 momentum=0.5",
		"sgd lr=0.2 schedule=exponential gamma=0.9 weight_decay=0.5", "lion lr=0.01")
	x0, y0 := s.TapeDoc.Start.X, s.TapeDoc.Start.Y
	at := func(n int) (x, y float64) {
		return x0 * math.Pow(1-2*lr, float64(n)), y0 * math.Pow(1-8*lr, float64(n))
	}
	near(t, curvesOf(t, s, setup.ChartDistance).List[0], func(n int) float64 { return math.Hypot(at(n)) })
	near(t, curvesOf(t, s, setup.ChartSlope).List[0], func(n int) float64 { x, y := at(n); return math.Hypot(2*x, 8*y) })
	loss := curvesOf(t, s, setup.ChartLoss)
	near(t, loss.List[0], func(n int) float64 { x, y := at(n); return x*x + 4*y*y })

	sharp := curvesOf(t, s, setup.ChartSharpness)
	var parts []string
	for _, one := range sharp.List {
		parts = append(parts, one.key())
	}
	if want := []string{"0", "0 limit", "1", "1 limit", "2", "2 limit", "3", "3 limit", "4"}; !slices.Equal(parts, want) {
		t.Fatalf("curves %q", parts)
	}
	for k, want := range map[int]func(int) float64{
		0: func(int) float64 { return 8 },
		1: func(int) float64 { return 2 / lr },
		3: func(int) float64 { return 2 * 1.5 / 0.02 },
		5: func(int) float64 { return 2 * 1.5 / (0.02 * 2) },
		6: func(int) float64 { return 8.5 }, // with its penalty
		7: func(n int) float64 { return 2 / (0.2 * math.Pow(0.9, float64(n))) },
		8: func(int) float64 { return 8 },
	} {
		near(t, sharp.List[k], want)
	}
	if sharp.Note != "No limit is known of Lion." {
		t.Errorf("it says %q", sharp.Note)
	}

	rate := curvesOf(t, s, setup.ChartRate)
	near(t, rate.List[3], func(n int) float64 { return 0.2 * math.Pow(0.9, float64(n)) })
	near(t, rate.List[0], func(int) float64 { return lr })
	each := curvesOf(t, s, setup.ChartAxisRates)
	if len(each.List) != 4 || each.List[0].Part != whole || each.Note != "Not known of Lion." {
		t.Errorf("%d curves, %q", len(each.List), each.Note)
	}
	near(t, each.List[0], func(int) float64 { return lr })
	buffer := curvesOf(t, s, setup.ChartOfMemory("momentum_buffer"))
	if got := []string{buffer.List[0].key(), buffer.List[1].key()}; len(buffer.List) != 4 || got[0] != "1 x" || got[1] != "1 y" {
		t.Errorf("memories %q", got)
	}
	run := s.Tape.Runs[1]
	field, _ := run.Plan.Field("sgd.momentum_buffer")
	near(t, buffer.List[1], func(n int) float64 { return run.Row(n)[field.At+1] })
	if buffer.Log || !slices.Contains(Kinds(&s.TapeDoc), "memory momentum_buffer") {
		t.Error("a memory that can be negative has a logarithmic axis, or is not offered")
	}
}

// TestAdamsSharpness: it is the eigenvalue of the Hessian between the roots of the divisors, here of a diagonal one.
func TestAdamsSharpness(t *testing.T) {
	s := bowl(t, 40, "adam lr=0.1 beta1=0.9 beta2=0.99")
	run := s.Tape.Runs[0]
	field, _ := run.Plan.Field("adam.exp_avg_sq")
	sharp, each := curvesOf(t, s, setup.ChartSharpness), curvesOf(t, s, setup.ChartAxisRates)
	near(t, sharp.List[1], func(int) float64 { return 38 / 0.1 })
	divisor := func(n, axis int) float64 { // of the update that leaves step n, from the row to which it leads
		v := run.Row(min(n+1, run.Steps))[field.At+axis]
		return (math.Sqrt(v/(1-math.Pow(0.99, float64(n+1)))) + 1e-8) * (1 - math.Pow(0.9, float64(n+1)))
	}
	sharp.List[0].Y, each.List[0].Y, each.List[1].Y = sharp.List[0].Y[:40], each.List[0].Y[:40], each.List[1].Y[:40]
	near(t, sharp.List[0], func(n int) float64 { return max(2/divisor(n, 0), 8/divisor(n, 1)) })
	near(t, each.List[0], func(n int) float64 { return 0.1 / divisor(n, 0) })
	near(t, each.List[1], func(n int) float64 { return 0.1 / divisor(n, 1) })
}

// TestEvaluations: the loss stands at what it cost.
func TestEvaluations(t *testing.T) {
	s := bowl(t, 20, "sgd lr=0.05", "sam lr=0.05", "bfgs")
	c := curvesOf(t, s, setup.ChartEvaluations)
	for i, one := range c.List {
		for step, x := range one.X {
			if x != float64(s.Tape.Runs[i].Evaluations(step)) {
				t.Fatalf("racer %d at step %d: %v evaluations", i, step, x)
			}
		}
	}
	chart := c.Chart(s, style(t), nil)
	if chart.Steps != 40 || chart.Timed() {
		t.Errorf("the axis goes to %d", chart.Steps)
	}
}

// TestWhatIsNotThere: a chart without numbers says why; diverged runs and holes are shown as they are.
func TestWhatIsNotThere(t *testing.T) {
	plane := raced(t, "x+2*y", 10, lab.WantAll, "sgd lr=0.1")
	if c := curvesOf(t, plane, setup.ChartDistance); len(c.List) > 0 || !strings.Contains(c.Empty, "No minimum is known") {
		t.Errorf("without minima: %d curves, %q", len(c.List), c.Empty)
	}
	unsearched := raced(t, "x^2+4*y^2", 10, lab.WantLeast, "sgd lr=0.1")
	if c := curvesOf(t, unsearched, setup.ChartDistance); len(c.List) == 0 && !strings.Contains(c.Empty, "not known yet") {
		t.Errorf("before the search: %q", c.Empty)
	}
	if c := curvesOf(t, plane, setup.ChartOfMemory("exp_avg")); len(c.List) > 0 || c.Empty != "No racer remembers exp_avg." {
		t.Errorf("without such a memory: %q", c.Empty)
	}
	gone := raced(t, "x^4+y^4", 50, lab.WantAll, "sgd lr=50")
	for _, kind := range Kinds(&gone.TapeDoc) {
		c := curvesOf(t, gone, kind)
		chart := c.Chart(gone, style(t), nil)
		for _, series := range chart.Series {
			if len(series.Y) > gone.Tape.Runs[0].Steps+1 {
				t.Errorf("%s: %d numbers of a run of %d steps", kind, len(series.Y), gone.Tape.Runs[0].Steps)
			}
		}
	}
	edge := raced(t, "sqrt(x)+y^2", 20, lab.WantAll, "sgd lr=3")
	curvesOf(t, edge, setup.ChartSharpness)
	none := raced(t, "x^2+y^2", 5, lab.WantAll)
	for _, kind := range setup.ChartKinds {
		chart := curvesOf(t, none, kind).Chart(none, style(t), nil)
		if len(chart.Series) > 0 {
			t.Errorf("%s: curves without racers", kind)
		}
	}
	var nothing lab.State
	if c := curvesOf(t, nothing, setup.ChartLoss); len(c.List) > 0 || c.Title == "" {
		t.Error("before the first race")
	}
}

// TestHiding: one curve is hidden by itself, all of a racer's in every chart, and a second time they are there again.
func TestHiding(t *testing.T) {
	s := bowl(t, 10, "adam lr=0.1", "sgd lr=0.05")
	memory, loss := curvesOf(t, s, setup.ChartOfMemory("exp_avg")), curvesOf(t, s, setup.ChartLoss)
	shown := func(c Curves, keys []string) (list []bool) {
		for _, series := range c.Chart(s, style(t), keys).Series {
			list = append(list, !series.Hidden)
		}
		return list
	}
	var keys []string
	for _, step := range []struct {
		what         string
		of           Curves
		clicked      []int
		memory, loss []bool
	}{
		{"one axis", memory, []int{1}, []bool{true, false}, []bool{true, true}},
		{"it comes back", memory, []int{1}, []bool{true, true}, []bool{true, true}},
		{"both axes", memory, []int{0, 1}, []bool{false, false}, []bool{false, true}},
		{"the racer comes back elsewhere", loss, []int{0}, []bool{true, true}, []bool{true, true}},
		{"the racer", loss, []int{0}, []bool{false, false}, []bool{false, true}},
		{"one axis of the hidden racer", memory, []int{0}, []bool{true, true}, []bool{true, true}},
		{"two racers", loss, []int{0, 1}, []bool{false, false}, []bool{false, false}},
		{"two racers come back", loss, []int{0, 1}, []bool{true, true}, []bool{true, true}},
	} {
		keys = step.of.Toggled(keys, step.clicked)
		if m, l := shown(memory, keys), shown(loss, keys); !slices.Equal(m, step.memory) || !slices.Equal(l, step.loss) {
			t.Errorf("%s: %v, %v by %q", step.what, m, l, keys)
		}
	}
}

// TestLabelsOfParts: both axes have labels of their own while there are few, and one together when there are many; limits have
// none.
func TestLabelsOfParts(t *testing.T) {
	few := bowl(t, 10, "adam lr=0.1", "adam lr=0.05")
	each := []string{"Adam 1 x", "Adam 1 y", "Adam 2 x", "Adam 2 y"}
	if got := texts(chartOf(t, few, "memory exp_avg").Ends); !slices.Equal(got, each) {
		t.Errorf("few: %q", got)
	}
	if got := texts(chartOf(t, few, setup.ChartSharpness).Ends); len(got) != 2 || strings.Contains(got[0], "limit") {
		t.Errorf("with limits: %q", got)
	}
	many := bowl(t, 10, "adam lr=0.1", "adam lr=0.05", "adam lr=0.02")
	if got := texts(chartOf(t, many, "memory exp_avg").Ends); !slices.Equal(got, []string{"Adam 1", "Adam 2", "Adam 3"}) {
		t.Errorf("many: %q", got)
	}
}
