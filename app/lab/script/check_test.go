package script

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/internal/tools/pytorch"
	"descentlab/optim"
)

// raced is a race on a surface with its paths and places.
func raced(t *testing.T, surface string, steps int, racers ...string) lab.Run {
	t.Helper()
	return labtest.Run(t, labtest.Experiment(t, surface, steps, racers...), lab.WantSeen)
}

// checked is the program of the only racer of a race.
func checked(t *testing.T, r lab.Run) string {
	t.Helper()
	text, err := Checked(t.Context(), r, 0)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var compared = regexp.MustCompile(`(?m)^recorded = \[(.*), (.*)\]\noff = .*path\[(\d+)\]`)

// TestTheRecordedEndIsExact: the numbers in the program read back as those of the run.
func TestTheRecordedEndIsExact(t *testing.T) {
	for _, racer := range []string{"sgd lr=0.012", "adam lr=0.06 schedule=cosine", "momentum lr=0.008 @20 lr=0.01", "asgd lr=0.01"} {
		r := raced(t, "peaks", 140, racer)
		found := compared.FindStringSubmatch(checked(t, r))
		if found == nil {
			t.Fatalf("%s: nothing is compared", racer)
		}
		x, errX := strconv.ParseFloat(found[1], 64)
		y, errY := strconv.ParseFloat(found[2], 64)
		end := r.Tape.Runs[0].X(140)
		if errX != nil || errY != nil || x != end[0] || y != end[1] || found[3] != "140" {
			t.Errorf("%s: recorded %q, want %v", racer, found[1:], end)
		}
	}
}

// TestWhatIsNotCompared: the program says why, and a run that amplifies rounding is compared only at its beginning.
func TestWhatIsNotCompared(t *testing.T) {
	noisy := raced(t, "peaks", 20, "sgd lr=0.01")
	noisy.Doc.Noise = 0.1
	for want, r := range map[string]lab.Run{
		"It draws random numbers of its own.":          noisy,
		"SciPy's method takes another path.":           raced(t, "peaks", 20, "bfgs"),
		"Its run has ended early: diverged at step 5.": raced(t, "rosenbrock", 20, "sgd lr=0.01"),
	} {
		text := checked(t, r)
		if !strings.Contains(text, want) || strings.Contains(text, "recorded") {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	chaotic := raced(t, "rastrigin", 200, "sam lr=0.01")
	text := checked(t, chaotic)
	step, err := strconv.Atoi(compared.FindStringSubmatch(text)[3])
	if err != nil || step < 3 || step > 30 || !strings.Contains(text, "From then on rounding grows") {
		t.Errorf("a run that doubles every error is compared at step %d", step)
	}
}

// TestNoProgram: without racers there is an error, and after the end of the context as well.
func TestNoProgram(t *testing.T) {
	if _, err := Checked(t.Context(), raced(t, "peaks", 5), 0); !errors.Is(err, errNoRacer) {
		t.Error(err)
	}
	stops := raced(t, "peaks", 5, "gauss_newton")
	if _, err := Checked(t.Context(), stops, 0); err == nil || !strings.Contains(err.Error(), "Gauss-Newton: stopped at step 1: ") {
		t.Error(err)
	}
	ctx, end := context.WithCancel(t.Context())
	end()
	if _, err := Checked(ctx, raced(t, "peaks", 5, "sgd"), 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

const runChecked = `
import json, sys
answers = {}
for name, text in json.load(sys.stdin).items():
    try:
        exec(compile(text, name + ".py", "exec"), {"__name__": name, "print": lambda *values: None})
        answers[name] = ""
    except BaseException as e:
        answers[name] = repr(e)
print(json.dumps(answers))
`

// TestCheckedProgramsRun: in PyTorch every method comes where its race is, on two surfaces and for long enough to get somewhere.
func TestCheckedProgramsRun(t *testing.T) {
	pytorch.Needed(t)
	texts := map[string]string{}
	for _, m := range optim.Methods() {
		for _, surface := range []string{"peaks", "rosenbrock"} {
			text, err := Checked(t.Context(), raced(t, surface, 120, m.Key), 0)
			if err != nil {
				t.Logf("%s: %v", m.Key, err)
				continue
			}
			texts[m.Key+" on "+surface] = text
		}
	}
	var answers map[string]string
	pytorch.Run(t, runChecked, texts, &answers)
	for name, wrong := range answers {
		if wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// TestSteady: of a path that leaves the other one, the last step before.
func TestSteady(t *testing.T) {
	calm := raced(t, "peaks", 50, "sgd lr=0.012")
	other, err := nudge(t.Context(), calm)
	if err != nil {
		t.Fatal(err)
	}
	if got := steady(calm.Tape.Runs[0], other.Runs[0]); got != 50 {
		t.Errorf("steady up to %d", got)
	}
	away := raced(t, "peaks", 50, "sgd lr=0.013")
	got := steady(calm.Tape.Runs[0], away.Tape.Runs[0])
	if got != 0 {
		t.Errorf("runs that part at once are steady up to %d", got)
	}
	if calm.Doc.Start != away.Doc.Start {
		t.Error("the nudge has moved the document's own start")
	}
}
