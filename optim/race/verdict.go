package race

import (
	"fmt"
	"math"

	"descentlab/optim"
)

// A VerdictKind says how a run ended.
type VerdictKind int

const (
	// Finished runs have all their steps.
	Finished VerdictKind = iota
	// Diverged runs came to a coordinate that is not finite or beyond Far, or to an infinite loss or gradient.
	Diverged
	// Undefined runs came to a finite point where the loss or its gradient is not a number.
	Undefined
	// Stopped runs came to a step that their method could not make.
	Stopped
)

// String is "finished", "diverged", "left the domain" or "stopped".
func (k VerdictKind) String() string {
	return [...]string{"finished", "diverged", "left the domain", "stopped"}[k]
}

// Far is the size of a coordinate beyond which a run counts as diverged.
const Far = 1e12

// A Verdict is how a run ended and at which step: its last row, the first one that is no longer sound if it did not
// finish.
type Verdict struct {
	Kind VerdictKind
	Step int
	Why  optim.Failure // of a run that stopped; else optim.Sound
}

// String is the verdict as it is called in errors: by its key.
func (v Verdict) String() string { return v.Key() }

// Key is the verdict as it stands in files: "finished", "diverged at step 12", "left the domain at step 3" or "stopped at step 5:
// the Hessian is singular".
func (v Verdict) Key() string {
	switch v.Kind {
	case Finished:
		return v.Kind.String()
	case Stopped:
		return fmt.Sprintf("%v at step %d: %v", v.Kind, v.Step, v.Why)
	}
	return fmt.Sprintf("%v at step %d", v.Kind, v.Step)
}

// Judge looks at one row, a position with its gradient and its loss, and says whether a run ends there: it is Diverged,
// Undefined, or Finished if the row is sound. What stops a method is not seen in these.
func Judge(x, grad []float64, loss float64) VerdictKind {
	// Zero times anything is zero, unless that is infinite or not a number: one test clears a sound row.
	zero := 0 * loss
	for i, v := range x {
		zero += 0 * grad[i]
		if !(math.Abs(v) <= Far) {
			return Diverged
		}
	}
	if zero == 0 {
		return Finished
	}
	if math.IsNaN(loss) {
		return Undefined
	}
	for _, g := range grad {
		if math.IsNaN(g) {
			return Undefined
		}
	}
	return Diverged
}
