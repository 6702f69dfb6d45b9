// Package doubt holds the kinds of text that people mean differently, what is asked about each, and what is wrong in a text.
package doubt

import "descentlab/internal/say"

// A Kind is a kind of text that people mean differently.
type Kind int

// The kinds.
const (
	OverProduct Kind = iota + 1
	ArgumentPower
	ArgumentProduct
	InversePower
	ExponentProduct
	RootReach
	PowerChain
	Thousands
	Equation
	IndexBase
	DigitAfter
	LogisticSigma
	FortranExponent
	SheetMinus
	VectorNorm
	Polar
	LogBase
	Percent
)

// What says what it is that reads in two ways.
func (a Kind) What() string {
	switch a {
	case OverProduct:
		return say.T("what follows / without * may stand below the line or behind it")
	case ArgumentPower:
		return say.T("the power may be of the argument or of the function")
	case ArgumentProduct:
		return say.T("the argument of the function may end sooner or later")
	case InversePower:
		return say.T("^-1 after a function may mean its inverse or 1 over it")
	case ExponentProduct:
		return say.T("the exponent may end sooner or later")
	case RootReach:
		return say.T("the root may end sooner or later")
	case PowerChain:
		return say.T("a chain of powers is read from the left or from the right")
	case Thousands:
		return say.T("the comma may part decimals or thousands")
	case Equation:
		return say.T("an equation is a curve, not a surface: the curve can be a surface's level 0 or its lowest points")
	case IndexBase:
		return say.T("[1] may mean the first variable or the second")
	case LogisticSigma:
		return say.T("σ before a bracket may be the logistic function or a factor")
	case FortranExponent:
		return say.T("d after a number may begin Fortran's exponent or be a factor")
	case VectorNorm:
		return say.T("a norm may be the length of the vector of both variables or the absolute value of one")
	case Polar:
		return say.T("r may be the distance from the origin or the name of a variable")
	case LogBase:
		return say.T("the base of the logarithm may stand first or last")
	case Percent:
		return say.T("a percent sign behind a number may mean hundredths or the remainder of a division")
	case SheetMinus:
		return say.T("a spreadsheet takes the sign before the power, paper after it")
	}
	return say.T("a digit behind x or y may be a power or a factor")
}
