package optim

import (
	"strconv"
	"strings"

	"descentlab/internal/say"
)

// A Part is what one stage of a plan did in an update, as the rows before and after it tell. Its slices are views of them.
type Part struct {
	Name     string      // of the stage in the row's fields: "adam", "decay2"
	Rule     Rule        // that was applied
	In, Out  []float64   // the direction that it was handed, and the one that it handed on
	Memories []string    // names of its vectors
	Before   [][]float64 // and those vectors, before the update
	After    [][]float64 // and after it
	T        int         // the update's number, from that on with which the stage began
	LR       float64     // its scheduled rate
}

// Parts tell what the stages did in update t, which led from the row before to the row after, in their order. The first one was
// handed the gradient, with the other sign if the racer climbs.
func (p *Plan) Parts(before, after []float64, t int) []Part {
	handed := p.Grad(before)
	if p.climbs {
		handed = append([]float64(nil), handed...)
		negate(handed)
	}
	parts := make([]Part, len(p.stages))
	for i, s := range p.stages {
		part := Part{
			Name: s.name, Rule: s.rule, In: handed, Out: view(after, s.out, p.dim), Memories: s.names, T: t - s.since, LR: p.LR(after),
		}
		for k := range s.count {
			at := s.memory + k*p.dim
			part.Before, part.After = append(part.Before, view(before, at, p.dim)), append(part.After, view(after, at, p.dim))
		}
		parts[i], handed = part, part.Out
	}
	return parts
}

// A resetter is a rule that takes the step into its own hands in some updates: the factor is then 1.
type resetter interface{ resets(t int) bool }

// Factor is what update t multiplied the last direction by before it subtracted it from x: the rate, or 1 where the direction is
// the whole step. The row is that after the update.
func (p *Plan) Factor(after []float64, t int) float64 {
	factor := 1.0
	for _, s := range p.stages {
		switch r := s.rule.(type) {
		case Rate:
			factor *= p.LR(after)
		case resetter:
			if r.resets(t - s.since) {
				factor = 1
			}
		}
	}
	return factor
}

// Box is where the plan keeps its points.
func (p *Plan) Box() Box { return p.box }

// A Quantity is what a Line is of.
type Quantity int

// The quantities of which rules are made.
const (
	Direction     Quantity = iota // what the rule hands on
	Memory                        // what it remembers, of no kind below
	Velocity                      // a fading sum of gradients
	MeanGradient                  // a moving mean of gradients
	MeanSquare                    // a moving mean of their squares, or another one of their sizes
	SquareSum                     // the sum of all of them
	GreatestSoFar                 // the greatest size so far
	Unbiased                      // a mean without the weight of its zero start
	Divisor                       // what divides each coordinate: the rate over it is that coordinate's own
	Position                      // a point that is remembered
)

// A Line is a quantity of an update, coordinate by coordinate, and how it is computed.
type Line struct {
	Of     Quantity
	Name   string // of a memory, as in the row: "exp_avg"; "" of what is not remembered
	Letter string // by which it goes in the mathematics of the lines after it: `m`, `\hat m`; "" if it has none
	Math   string // how it comes about, with the update's numbers put in; may be ""
	Note   string // a number in Math, worked out; may be ""

	Before, After []float64 // Before is nil of what is not remembered
}

// An Explainer is a rule that says how its update is written; what others did is told from the row alone. The markup is that of
// package widgets/plot's formulas; g is what the rule was handed, x the point.
type Explainer interface {
	// Explain gives the quantities of an update in the order in which they are computed: all memories, and the direction.
	Explain(u Part) []Line
}

// Explain tells what a stage did: by its rule's own mathematics, or, if it has none, memory by memory.
func (u Part) Explain() []Line {
	if e, ok := u.Rule.(Explainer); ok {
		return e.Explain(u)
	}
	var lines []Line
	for i := range u.Memories {
		lines = append(lines, u.memory(i, kindOf(u.Memories[i]), "", ""))
	}
	return append(lines, u.hands(""))
}

// kindOf is what a memory is, by its name as PyTorch's optimizers have it.
func kindOf(memory string) Quantity {
	switch memory {
	case "exp_avg", "exp_avg_slow":
		return MeanGradient
	case "velocity", "velocity1", "velocity2", "velocity3", "momentum_buffer", "push":
		return Velocity
	case "exp_avg_sq", "exp_avg_var", "square_avg", "exp_inf", "exp_hessian_diag_sq", "hessian":
		return MeanSquare
	case "sum", "grad_sum_sq", "g_sq":
		return SquareSum
	case "max_exp_avg_sq":
		return GreatestSoFar
	case "x0", "z", "x", "start", "slow", "average", "ax", "best", "prev_x", "trial", "point":
		return Position
	}
	return Memory
}

// memory is the line of the i-th memory.
func (u Part) memory(i int, of Quantity, letter, math string) Line {
	return Line{Of: of, Name: u.Memories[i], Letter: letter, Math: math, Before: u.Before[i], After: u.After[i]}
}

// mean is the line of a moving average: of what, in markup, it keeps that part of the past.
func (u Part) mean(i int, of Quantity, letter string, keep float64, what string) Line {
	return u.memory(i, of, letter, letter+` \leftarrow `+written(keep)+` `+letter+` + `+weighted(1-keep, what))
}

// unbiased is the line of memory i over what it would be of ones: 1 - keep^(t+1).
func (u Part) unbiased(i int, letter string, keep float64) Line {
	over := 1 - power(keep, u.T+1)
	l := Line{Of: Unbiased, Letter: `\hat ` + letter, Note: `\div ` + rounded(over), After: make([]float64, len(u.Out))}
	l.Math = l.Letter + ` = ` + letter + ` / (1 - ` + written(keep) + `^{` + strconv.Itoa(u.T+1) + `})`
	for k, v := range u.After[i] {
		l.After[k] = v / over
	}
	return l
}

// hands is the line of the direction.
func (u Part) hands(math string) Line { return Line{Of: Direction, Math: math, After: u.Out} }

// divisor is the line of what divides each coordinate of the direction.
func (u Part) divisor(letter string, of func(i int) float64) Line {
	l := Line{Of: Divisor, Letter: letter, After: make([]float64, len(u.Out))}
	for i := range l.After {
		l.After[i] = of(i)
	}
	return l
}

// weighted is a number times what is written so.
func weighted(k float64, what string) string {
	switch k {
	case 0:
		return `0`
	case 1:
		return what
	}
	return written(k) + ` ` + what
}

// written is a number in markup, as far as people set numbers: 0.1 for 1 - 0.9.
func written(v float64) string { return inMarkup(v, 9) }

// rounded is a number in markup with four digits.
func rounded(v float64) string { return inMarkup(v, 4) }

func inMarkup(v float64, digits int) string {
	switch text := strconv.FormatFloat(v, 'g', digits, 64); text {
	case "NaN":
		return `\text{NaN}`
	case "+Inf":
		return `\infty`
	case "-Inf":
		return `-\infty`
	default:
		text = strings.Replace(say.Decimal(text), ",", "{,}", 1) // no comma of a list, which has room behind it
		mantissa, exponent, small := strings.Cut(text, "e")
		if !small {
			return text
		}
		power := `10^{` + strings.TrimLeft(strings.Replace(exponent, "-0", "-", 1), "+0") + `}`
		if mantissa == "1" {
			return power
		}
		return mantissa + ` \cdot ` + power
	}
}
