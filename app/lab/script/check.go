package script

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/python"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Tolerance is by how much a program may be off from the recorded race, relative to 1 + |x|. Both compute in float64, but add in
// another order. Where a run amplifies such differences it is compared only for as long as they stay small, see steady.
const Tolerance = 1e-6

// A Program is a racer of a recorded race as a Python program, which keeps its positions in the list path, and where the race
// was.
type Program struct {
	Name string // of the racer
	Text string
	Step int        // the last one of the run, or that up to which rounding does not matter
	End  [2]float64 // where it was then
	Last bool       // it is the last one
	Why  string     // why the program need not come there, as a sentence; "": it should
}

// Programs are those of the racers of a race. Where a racer has no program, there is an error in its place in missing that says
// why. The error is the context's.
func Programs(ctx context.Context, r lab.Run) (list []Program, missing []error, err error) {
	other, err := nudge(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	list, missing = make([]Program, len(r.Doc.Racers)), make([]error, len(r.Doc.Racers))
	for i := range list {
		list[i], missing[i] = program(r, other, i)
	}
	return list, missing, nil
}

// Rounding is imitated. The start is off by some dozens of roundings, relative to the larger of 1 and its size, for a single one
// may come to nothing in the first step; and each gradient by about one, for a run may come to one point from everywhere and
// leave it again by what is rounded there.
const (
	offStart    = 1e-14
	offGradient = 1e-15
)

// nudge is the race with such a start and such gradients.
func nudge(ctx context.Context, r lab.Run) (*race.Tape, error) {
	doc := r.Doc
	off := func(v float64) float64 { return v + offStart*max(math.Abs(v), 1) }
	doc.Start = surfaces.Point{X: off(doc.Start.X), Y: off(doc.Start.Y)}
	doc.Noise = max(doc.Noise, offGradient)
	again, err := lab.Prepare(ctx, doc, lab.WantPaths)
	return again.Tape, err
}

// steady is the last step up to which a run does not care about rounding: it stays near the one that was nudged.
func steady(run, other *race.Run) int {
	for t := range min(run.Steps, other.Steps) + 1 {
		for k, x := range run.X(t) {
			if off := math.Abs(x - other.X(t)[k]); !(off <= Tolerance/1000*(1+math.Abs(x))) {
				return max(t-1, 0)
			}
		}
	}
	return min(run.Steps, other.Steps)
}

func program(r lab.Run, other *race.Tape, i int) (Program, error) {
	run, of, name := r.Tape.Runs[i], r.Doc.Racers[i], r.Doc.Names()[i]
	step := steady(run, other.Runs[i])
	p := Program{Name: name, Step: step, End: [2]float64(run.X(step)), Last: step == run.Steps}
	if run.Verdict.Kind == race.Stopped { // a step that cannot be made is an exception in Python
		return p, errors.New(words.Ending(run.Verdict))
	}
	var err error
	p.Text, err = write(of.Spec, of.Changes, name, r.State(), true)
	switch {
	case err != nil:
		return p, err
	case strings.Contains(p.Text, "scipy.optimize"):
		p.Why = words.T("SciPy's method takes another path.")
	case strings.Contains(p.Text, "generator=rng"):
		p.Why = words.T("It draws random numbers of its own.")
	case run.Verdict.Kind != race.Finished:
		p.Why = words.T("Its run has ended early: %s.", words.Ending(run.Verdict))
	}
	return p, nil
}

// Checked is the program of racer i of a race, which says at its end whether it has come where the race has. It fails where there
// is no such racer or no program, or with the context's error.
func Checked(ctx context.Context, r lab.Run, i int) (string, error) {
	if i < 0 || i >= len(r.Doc.Racers) {
		return "", errNoRacer
	}
	other, err := nudge(ctx, r)
	if err != nil {
		return "", err
	}
	p, err := program(r, other, i)
	if err != nil {
		return "", fmt.Errorf("%s: %w", p.Name, err)
	}
	return p.Text + p.check(), nil
}

// check are the lines that compare.
func (p Program) check() string {
	if p.Why != "" {
		return "\n# The race in Descent Lab is not compared with. " + p.Why + "\n"
	}
	longer := ""
	if !p.Last {
		longer = " From then on rounding grows, and with it what is off."
	}
	return fmt.Sprintf(`
# After %d updates the race in Descent Lab is here.%s
recorded = %s
off = max(abs(a - b) / (1 + abs(b)) for a, b in zip(path[%d], recorded))
print("off by", off)
assert off <= %g, "this is not where the race in Descent Lab is"
`, p.Step, longer, python.List(p.End[:]), p.Step, Tolerance)
}
