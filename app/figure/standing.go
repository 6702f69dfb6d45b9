package figure

import (
	"descentlab/app/lab"
	"descentlab/app/words"
)

// StandingHint says all of a standing in words, since a narrow table leaves columns away.
func StandingHint(name string, s lab.Standing) string {
	loss, norm := words.Short(s.Loss), words.Short(s.GradNorm)
	if s.Settled < 0 {
		return words.T("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s",
			name, s.Step, loss, norm, s.Evaluations, s.Where)
	}
	return words.T("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s; settled from step %d on",
		name, s.Step, loss, norm, s.Evaluations, s.Where, s.Settled)
}
