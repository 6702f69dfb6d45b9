package words

import (
	"descentlab/optim"
	"descentlab/optim/race"
)

// Ending is how a run has ended: "diverged at step 12", "stopped at step 5: the Hessian is singular".
func Ending(v race.Verdict) string {
	switch v.Kind {
	case race.Diverged:
		if v.Step == 0 {
			return T("infinite at the start")
		}
		return T("diverged at step %d", v.Step)
	case race.Undefined:
		return T("left the domain at step %d", v.Step)
	case race.Stopped:
		return T("stopped at step %d: %s", v.Step, Failure(v.Why))
	}
	return T("finished")
}

// EndingPlainly is Ending without why: "diverged at step 12", "stopped at step 5"; "" of a run that has all its steps.
func EndingPlainly(v race.Verdict) string {
	switch v.Kind {
	case race.Finished:
		return ""
	case race.Stopped:
		return T("stopped at step %d", v.Step)
	}
	return Ending(v)
}

// EndingAlone is Ending without the step: "diverged".
func EndingAlone(v race.Verdict) string {
	switch v.Kind {
	case race.Diverged:
		return T("diverged")
	case race.Undefined:
		return T("left the domain")
	case race.Stopped:
		return T("stopped")
	}
	return T("finished")
}

// EndingBriefly is Ending in the fewest words: "diverged, 12". Why a run stopped is left out.
func EndingBriefly(v race.Verdict) string {
	switch v.Kind {
	case race.Diverged:
		return T("diverged, %d", v.Step)
	case race.Undefined:
		return T("left domain, %d", v.Step)
	case race.Stopped:
		return T("stopped, %d", v.Step)
	}
	return T("finished")
}

// Failure is why a method could not go on. Its English texts stand in the catalogue of failures.
func Failure(f optim.Failure) string { return T(f.String()) }
