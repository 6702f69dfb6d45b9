package notation

import "descentlab/internal/say"

// An ambiguity is a kind of text that people mean differently.
type ambiguity int

const (
	overProduct ambiguity = iota + 1
	argumentPower
	argumentProduct
	inversePower
	exponentProduct
	rootReach
	powerChain
	thousands
	equation
	indexBase
	digitAfter
	logisticSigma
	fortranExponent
	sheetMinus
	vectorNorm
	polar
	logBase
)

// what says what it is that reads in two ways.
func (a ambiguity) what() string {
	switch a {
	case overProduct:
		return say.T("what follows / without * may stand below the line or behind it")
	case argumentPower:
		return say.T("the power may be of the argument or of the function")
	case argumentProduct:
		return say.T("the argument of the function may end sooner or later")
	case inversePower:
		return say.T("^-1 after a function may mean its inverse or 1 over it")
	case exponentProduct:
		return say.T("the exponent may end sooner or later")
	case rootReach:
		return say.T("the root may end sooner or later")
	case powerChain:
		return say.T("a chain of powers is read from the left or from the right")
	case thousands:
		return say.T("the comma may part decimals or thousands")
	case equation:
		return say.T("an equation is a curve, not a surface: the curve can be a surface's level 0 or its lowest points")
	case indexBase:
		return say.T("[1] may mean the first variable or the second")
	case logisticSigma:
		return say.T("σ before a bracket may be the logistic function or a factor")
	case fortranExponent:
		return say.T("d after a number may begin Fortran's exponent or be a factor")
	case vectorNorm:
		return say.T("a norm may be the length of the vector of both variables or the absolute value of one")
	case polar:
		return say.T("r may be the distance from the origin or the name of a variable")
	case logBase:
		return say.T("the base of the logarithm may stand first or last")
	case sheetMinus:
		return say.T("a spreadsheet takes the sign before the power, paper after it")
	}
	return say.T("a digit behind x or y may be a power or a factor")
}

// A site is a place in the text that is ambiguous.
type site struct {
	kind ambiguity
	at   int
}

// ask notes an ambiguous place, and returns which way it is to be taken.
func (r *reader) ask(kind ambiguity, at int) int {
	r.sites = append(r.sites, site{kind, at})
	return r.way[kind]
}
