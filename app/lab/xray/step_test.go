package xray_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/optim"
	"descentlab/surfaces"
)

// raced is the state of a race on a surface of the catalogue, or on a formula.
func raced(t testing.TB, surface string, steps int, change func(*setup.Experiment), racers ...string) lab.State {
	t.Helper()
	doc := labtest.Experiment(t, surface, steps, racers...)
	if change != nil {
		change(&doc)
	}
	return labtest.Raced(t, doc, lab.WantRace)
}

// at is the state with its playhead on a step.
func at(s lab.State, step int) lab.State {
	s.Head = float64(step)
	return s
}

// TestEveryMethodIsTakenApart: of every method of the catalogue each memory is shown before and after as the tape has it, the
// slope is the tape's, and the shift is what leads from one position to the next.
func TestEveryMethodIsTakenApart(t *testing.T) {
	for _, m := range optim.Methods() {
		s := raced(t, "rosenbrock", 12, nil, m.Key)
		run := s.Tape.Runs[0]
		for k := range run.Steps {
			step := xray.Of(at(s, k), 0)
			if step.Said != "" || step.T != k {
				t.Fatalf("%s, step %d: %q, of step %d", m.Key, k, step.Said, step.T)
			}
			before, after := run.Row(k), run.Row(k+1)
			x, to := run.Plan.X(before), run.Plan.X(after)
			if step.From.X != x[0] || step.To.Y != to[1] || step.Shift.X != to[0]-x[0] || step.Loss[1] != run.Loss(k+1) {
				t.Errorf("%s, step %d: from %v to %v", m.Key, k, step.From, step.To)
			}
			shown := 0
			for _, stage := range step.Stages {
				for _, b := range stage.Blocks {
					if b.Before != nil {
						shown++
					}
				}
			}
			if want := len(run.Plan.Memories()); shown != want {
				t.Errorf("%s, step %d: %d memories are shown, want %d", m.Key, k, shown, want)
			}
			if first, last := step.Stages[0], step.Stages[len(step.Stages)-1]; first.Key != xray.KeySlope ||
				first.Blocks[0].After[0] != run.Plan.Grad(before)[0] || last.Key != xray.KeyMove {
				t.Errorf("%s, step %d begins with %s and ends with %s", m.Key, k, first.Key, last.Key)
			}
		}
	}
}

// TestAdam: the stages of the best known method, with their mathematics and the numbers of the step put in.
func TestAdam(t *testing.T) {
	step := xray.Of(at(raced(t, "peaks", 30, nil, "adam lr=0.06"), 23), 0)
	var got []string
	for _, stage := range step.Stages {
		line := stage.Title
		for _, b := range stage.Blocks {
			line += " | " + b.Math
			if b.Note != "" {
				line += " " + b.Note
			}
		}
		got = append(got, line)
	}
	want := []string{
		`slope | g = \nabla f(x)`,
		`clip, decay`,
		`first memory | m \leftarrow 0.9 m + 0.1 g`,
		`second memory | v \leftarrow 0.999 v + 0.001 g^2`,
		`bias correction | \hat m = m / (1 - 0.9^{24}) \div 0.9202 | \hat v = v / (1 - 0.999^{24}) \div 0.02373`,
		`direction | \hat m / (\sqrt{\hat v} + \epsilon)`,
		`effective rate | 0.06 / (\sqrt{\hat v} + \epsilon)`,
		`step | \Delta x = -0.06 \cdot \text{direction}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if step.Pull != `-\hat m` || step.Momentum == nil || step.Usually != `\sqrt{\hat v}` || step.Usual == nil {
		t.Errorf("pulls by %q, over %q", step.Pull, step.Usually)
	}
	// The rate of each axis makes the step of the corrected mean, but for rounding.
	if got := step.Rates.X * step.Momentum.X; math.Abs(got-step.Shift.X) > 1e-12 {
		t.Errorf("rate times mean is %v, the step %v", got, step.Shift.X)
	}
}

// TestStagesAround: what clips and decays shows itself if it changes anything, and is told in a line if it does not.
func TestStagesAround(t *testing.T) {
	idle := func(step xray.Step) (list []string) {
		for _, stage := range step.Stages {
			if stage.Idle {
				list = append(list, stage.Title)
			}
		}
		return list
	}
	title := func(step xray.Step, title string) *xray.Stage {
		for i := range step.Stages {
			if step.Stages[i].Title == title && !step.Stages[i].Idle {
				return &step.Stages[i]
			}
		}
		return nil
	}
	s := raced(t, "rosenbrock", 9, nil, "sgd lr=0.001 clip_norm=1 weight_decay=0.1", "sgd lr=1e-5 clip_norm=1000",
		"adam lookahead_k=3", "schedule_free_sgd", "nelder_mead", "adam maximize=true")
	if step := xray.Of(at(s, 0), 0); len(idle(step)) != 0 || title(step, "clip") == nil || title(step, "decay") == nil {
		t.Errorf("clipping and decaying: idle %q", idle(step))
	}
	if step := xray.Of(at(s, 0), 1); len(idle(step)) != 2 || title(step, "clip") != nil {
		t.Errorf("clipping nothing: idle %q", idle(step))
	}
	said := func(slot, step int) string {
		stages := xray.Of(at(s, step), slot).Stages
		return stages[len(stages)-1].Said
	}
	if a, b := said(2, 1), said(2, 2); a != "" || !strings.Contains(b, "lookahead moved the point itself") {
		t.Errorf("lookahead says %q, and as it moves %q", a, b)
	}
	for _, slot := range []int{3, 4} {
		if got := said(slot, 2); !strings.Contains(got, "the method moved the point itself") {
			t.Errorf("racer %d says %q", slot, got)
		}
	}
	up := xray.Of(at(s, 3), 5)
	if up.Downward != `+g` || up.Downhill.X != s.Tape.Runs[5].Plan.Grad(s.Tape.Runs[5].Row(3))[0] || up.Worse() {
		t.Errorf("a climber goes along %q, %v", up.Downward, up.Course)
	}
}

// TestCourse: how the loss went is told with what the slope has to do with it, and truly.
func TestCourse(t *testing.T) {
	s := raced(t, "0.5*(x^2+y^2)", 40, func(e *setup.Experiment) { e.Start = surfaces.Point{X: 1, Y: 0.5} },
		"sgd lr=0.1", "sgd lr=2.5", "momentum lr=0.1 momentum=0.9", "sgd lr=1")
	seen := map[string]bool{}
	for slot := range 4 {
		for k := range s.Tape.Runs[slot].Steps {
			step := xray.Of(at(s, k), slot)
			along := step.Shift.X*step.Downhill.X + step.Shift.Y*step.Downhill.Y
			rises := step.Loss[1] > step.Loss[0]
			seen[step.Course] = true
			if strings.Contains(step.Course, "points the other way") != (along < 0) ||
				strings.HasPrefix(step.Course, "up") != rises || step.Worse() != rises {
				t.Errorf("racer %d, step %d: %q, though the loss goes %v and the step %v along the slope", slot, k, step.Course,
					step.Loss, along)
			}
		}
	}
	for _, want := range []string{"down", "up, although −g points the other way",
		"up, although it goes along −g: the step is too long", "the same: the step has no length"} {
		if !seen[want] {
			t.Errorf("%q is never said", want)
		}
	}
}

// TestEnds: at the end of a race, or of a run, its last step is shown, and that there is no later one is said.
func TestEnds(t *testing.T) {
	s := raced(t, "rosenbrock", 50, nil, "sgd lr=1", "adam", "newton")
	for slot, want := range []string{"Its last step: diverged at step", "The race ends here"} {
		step := xray.Of(at(s, 50), slot)
		if !strings.HasPrefix(step.Note, want) || step.T != s.Tape.Runs[slot].Steps-1 || step.Said != "" {
			t.Errorf("racer %d at the end: step %d, %q, %q", slot, step.T, step.Note, step.Said)
		}
	}
	if step := xray.Of(at(s, 3), 1); step.Note != "" {
		t.Errorf("on the way it says %q", step.Note)
	}
	if step := xray.Of(at(raced(t, "rosenbrock", 1, nil, "adam"), 1), 0); step.T != 0 || step.Note == "" || len(step.Stages) == 0 {
		t.Errorf("a race of one step shows step %d, %q", step.T, step.Note)
	}
	nowhere := raced(t, "log(x)+y^2", 20, func(e *setup.Experiment) { e.Start = surfaces.Point{X: -1, Y: 1} }, "adam")
	if step := xray.Of(nowhere, 0); !strings.Contains(step.Said, "has made no step") || len(step.Stages) != 0 {
		t.Errorf("who has made no step: %q", step.Said)
	}
	if step := xray.Of(lab.State{}, 0); step.Said == "" {
		t.Error("of no race a step is shown")
	}
	if step := xray.Of(s, 9); step.Said == "" || xray.Subject(lab.State{View: lab.NewView()}) != -1 {
		t.Error("of nobody a step is shown")
	}
	singular := raced(t, "x^4+y", 5, func(e *setup.Experiment) { e.Start = surfaces.Point{X: 1, Y: 1} }, "newton")
	step := xray.Of(at(singular, 0), 0)
	if last := step.Stages[len(step.Stages)-1]; !strings.Contains(last.Said, "the Hessian is singular") || step.Model.Faults == "" {
		t.Errorf("a step that could not be made: %q, %q", last.Said, step.Model.Faults)
	}
}

// TestModel: the quadratic model has the exact derivatives, and Newton's step leads to where it is level.
func TestModel(t *testing.T) {
	s := raced(t, "peaks", 30, nil, "adam lr=0.06")
	for k := range 30 {
		step := xray.Of(at(s, k), 0)
		m, n := step.Model, step.Model.Newton
		if m.Faults != "" || m.Said != "" || m.F != step.Loss[0] {
			t.Fatalf("step %d: %q, %q", k, m.Faults, m.Said)
		}
		gx, gy := m.X+m.XX*n.X+m.XY*n.Y, m.Y+m.XY*n.X+m.YY*n.Y
		if math.Hypot(gx, gy) > 1e-9*math.Hypot(m.X, m.Y) {
			t.Errorf("step %d: after Newton's step the model's slope is (%v, %v)", k, gx, gy)
		}
	}
	kink := raced(t, "sqrt(abs(x))+y^2", 1, func(e *setup.Experiment) { e.Start = surfaces.Point{X: 0, Y: 1} }, "nelder_mead")
	if step := xray.Of(at(kink, 0), 0); step.Said == "" && (step.Model.Said == "" || step.Model.Faults == "") {
		t.Errorf("at a pole of the slope there is a model: %+v", step.Model)
	}
}

// TestNoise: a slope that is a sample's is told to be one.
func TestNoise(t *testing.T) {
	s := raced(t, "peaks", 10, func(e *setup.Experiment) { e.Noise = 0.5 }, "adam")
	step := xray.Of(at(s, 4), 0)
	if !strings.Contains(step.Stages[0].Said, "noise") || step.Loss[0] != s.Tape.Runs[0].Loss(4) {
		t.Errorf("%q, loss %v", step.Stages[0].Said, step.Loss)
	}
}

// TestChanges: a racer that changes on its way is shown as what it is in the step, with what it took over.
func TestChanges(t *testing.T) {
	s := raced(t, "rosenbrock", 12, func(e *setup.Experiment) {
		spec, err := optim.ParseSpec("adam lr=0.02")
		if err != nil {
			t.Fatal(err)
		}
		e.Racers[0].Changes = e.Racers[0].Changes.With(5, spec)
	}, "momentum lr=0.001")
	run := s.Tape.Runs[0]
	for k := range 12 {
		step := xray.Of(at(s, k), 0)
		adam := slices.ContainsFunc(step.Stages, func(stage xray.Stage) bool { return strings.HasPrefix(stage.Key, "adam.") })
		if adam != (k >= 5) || step.From.X != run.X(k)[0] || step.To.X != run.X(k + 1)[0] {
			t.Errorf("step %d leads from %v to %v, by Adam: %v", k, step.From, step.To, adam)
		}
	}
}

// TestPace: slow motion goes through the phases in their order and stays at the end.
func TestPace(t *testing.T) {
	for seconds, want := range map[float64]xray.Phase{
		-1: xray.Look, 0: xray.Look, 0.69: xray.Look, 0.71: xray.Remember, 1.5: xray.Form, 2.2: xray.Move, 99: xray.Move,
	} {
		if got, part := xray.Pace(seconds); got != want || part < 0 || part > 1 {
			t.Errorf("after %v s it is at %v, %v", seconds, got, part)
		}
	}
	if xray.Paced(2.7) || !xray.Paced(2.8) {
		t.Error("it ends at another time")
	}
}

// BenchmarkOf takes a step of Adam apart.
func BenchmarkOf(b *testing.B) {
	s := at(raced(b, "peaks", 140, nil, "sgd", "momentum", "rmsprop", "adam lr=0.06"), 23)
	for b.Loop() {
		if step := xray.Of(s, 3); step.Said != "" {
			b.Fatal(step.Said)
		}
	}
}
