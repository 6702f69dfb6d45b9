package optim

import "gonum.org/v1/gonum/optimize"

// searches tells whether a driver's method searches along lines.
func searches(d driver) bool {
	switch d.(type) {
	case bfgs, cg, lbfgs, gonumNewton:
		return true
	}
	return false
}

// overhear has the line search of a method tell of its steps. It is the one that the method itself would choose.
func overhear(m optimize.Method, step func(float64)) {
	switch m := m.(type) {
	case *optimize.BFGS:
		m.Linesearcher = told{&optimize.Bisection{}, step}
	case *optimize.LBFGS:
		m.Linesearcher = told{&optimize.Bisection{}, step}
	case *optimize.Newton:
		m.Linesearcher = told{&optimize.Bisection{}, step}
	case *optimize.CG:
		m.Linesearcher = told{&optimize.MoreThuente{CurvatureFactor: 0.1}, step}
	}
}

// told is a line search of gonum's that tells of every step that it tries: the last one before an iteration ends is the one
// that was taken, which gonum itself does not report.
type told struct {
	optimize.Linesearcher
	step func(float64)
}

func (l told) Init(value, derivative, step float64) optimize.Operation {
	l.step(step)
	return l.Linesearcher.Init(value, derivative, step)
}

func (l told) Iterate(value, derivative float64) (optimize.Operation, float64, error) {
	op, step, err := l.Linesearcher.Iterate(value, derivative)
	if err == nil {
		l.step(step)
	}
	return op, step, err
}
