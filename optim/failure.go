package optim

// A Failure says why a method could not make an update. It stands in the row as a number.
type Failure int

const (
	Sound            Failure = iota // nothing has failed
	NoHessian                       // the loss has no second derivatives
	NoResiduals                     // Gauss-Newton met a loss that is not written as a sum of squares
	NoMinimum                       // a method that needs the least loss was not told it
	SingularHessian                 // Newton's system has no solution
	LineSearchFailed                // no step along the direction fulfils the search's condition
	MethodFailed                    // a method of gonum's ended with an error
)

// String says what was wrong, in words that follow "stopped at step 12: ".
func (f Failure) String() string {
	switch f {
	case Sound:
		return "sound"
	case NoHessian:
		return "the loss has no second derivatives"
	case NoResiduals:
		return "the loss is not written as a sum of squares"
	case NoMinimum:
		return "no minimum is known: set f_star, and known_minimum=false"
	case SingularHessian:
		return "the Hessian is singular"
	case LineSearchFailed:
		return "the line search found no step"
	case MethodFailed:
		return "the method cannot go on from here"
	}
	return "unknown failure"
}
