package optim

import (
	"errors"
	"regexp"
	"strings"
	"sync/atomic"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation"
)

// LambdaLR is Base times a formula in t, the update's number from 0.
type LambdaLR struct {
	Base float64
	*factors
}

// factors are the values of a formula.
type factors struct {
	first   []float64 // some may be known
	program *expr.Program
	spare   atomic.Pointer[expr.Eval] // one at rest, for a schedule belongs to no goroutine
}

// Lambda is the LambdaLR of a formula in package expr's grammar, which fails as its compilation does.
func Lambda(base float64, formula string) (LambdaLR, error) {
	program, err := compileFactor(formula)
	if err != nil {
		return LambdaLR{}, err
	}
	return LambdaLR{base, &factors{program: program}}, nil
}

func (s LambdaLR) Rate(t int) float64 {
	if t < len(s.first) {
		return s.Base * s.first[t]
	}
	return s.Base * s.at(t)
}

// at is the value at an update.
func (f *factors) at(t int) float64 {
	eval := f.spare.Swap(nil)
	if eval == nil {
		eval = f.program.Bind(0)
	}
	eval.Set(float64(t))
	v := eval.Value(0, 0)
	f.spare.Store(eval)
	return v
}

// mostFactors is the greatest number of factors that a Template works out for all of its plans.
const mostFactors = 10000

// lambda makes the schedule of a formula that has been checked. A Template compiles it once.
func (k settings) lambda(base float64, formula string) Schedule {
	if f := k.formulas[formula]; f != nil {
		return LambdaLR{base, f}
	}
	s, err := Lambda(base, formula)
	if err != nil {
		panic(err)
	}
	if k.formulas != nil {
		for t := range min(k.steps, mostFactors) {
			s.first = append(s.first, s.at(t))
		}
		k.formulas[formula] = s.factors
	}
	return s
}

var lambdaKind = ScheduleKind{
	Key: "lambda", Title: "Formula", Cite: "torch.optim.lr_scheduler.LambdaLR",
	Idea: "Multiplies lr by a formula in the number of the step, t.",
	Knobs: []Knob{{
		Name: "lr_lambda", Help: "Factor of lr at step t, which counts from 0.", Kind: Text, Written: "0.95^t", Max: 1,
		text: &textKind{"a formula in t, as 0.95^t or min(t + 1, 10)/10", readFactor, pythonFactor, checkFactor},
	}},
	Torch: "torch.optim.lr_scheduler.LambdaLR({optimizer}, {lr_lambda})",
	make:  func(k settings) Schedule { return k.lambda(k.num("lr"), k.text("lr_lambda")) },
}

// pythonLambda is a function of one argument, as PyTorch's schedulers are given.
var pythonLambda = regexp.MustCompile(`^\[?\s*lambda\s+(\w+)\s*:(.*?)\]?$`)

// readFactor puts a formula in t, as people write formulas, into package expr's grammar. In a lambda of Python's the argument may
// have any name.
func readFactor(text string) (string, error) {
	if inner, is := strings.CutPrefix(text, "["); is {
		if several := arguments(strings.TrimSuffix(inner, "]")); len(several) > 1 {
			return "", say.Errorf("one formula in t is needed, as 0.95^t, for there is one group of parameters; got a list of %d",
				len(several))
		}
	}
	if called := pythonLambda.FindStringSubmatch(text); called != nil {
		text = word(called[1]).ReplaceAllString(called[2], "t")
	}
	if strings.TrimSpace(text) == "" {
		return "", say.Errorf("a formula in t is needed, as 0.95^t")
	}
	reading, err := notation.Read(text, "t")
	letter := otherLetter.FindString(text)
	switch {
	case err != nil && !errors.As(err, new(*notation.Ambiguous)) && letter != "":
		return "", stray(letter)
	case err != nil:
		return "", oneLine(err)
	case len(reading.Params) > 0:
		return "", stray(reading.Params[0].Name)
	case !word("x").MatchString(text) && word("x").MatchString(reading.Formula): // another name was taken for x
		return "", say.Errorf("a formula in t is needed, as 0.95^t; got %s", quote(text))
	}
	return strings.Join(strings.Fields(reading.Formula), " "), nil
}

// otherLetter is one that stands alone and is neither the step nor the number e.
var otherLetter = regexp.MustCompile(`\b[a-df-su-zA-Z]\b`)

// word finds a name.
func word(name string) *regexp.Regexp {
	return regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `\b`)
}

// stray is the error about a letter that is not the step.
func stray(letter string) error {
	return say.Errorf("%s has no value here: t, the number of the step, is the only letter, as in 0.95^t", letter)
}

// checkFactor says what is wrong with a formula for the factor of a rate.
func checkFactor(formula string) error {
	program, err := compileFactor(formula)
	if err != nil {
		return err
	}
	if v := program.Bind(0).Value(0, 0); !geom.Finite(v) {
		return say.Errorf("it is %v at t = 0, the first step; write t + 1 for a count from 1", v)
	}
	return nil
}

// pythonFactor writes a formula as a function of Python's: of plain numbers, or, where it calls functions, of tensors, which
// calculate as here at the ends of their domains, too.
func pythonFactor(formula string) string {
	lines, err := expr.Python(expr.Identity, formula, []string{"t"}, nil)
	if err != nil {
		panic(err) // it has been checked
	}
	code := strings.TrimPrefix(lines[len(lines)-1], "return ")
	code = strings.TrimSuffix(code, " + 0*(x + y)") // its tie to variables that it has not
	plain := pythonConstant.ReplaceAllString(code, "$1")
	if !strings.Contains(plain, "torch.") {
		return "lambda t: " + plain
	}
	return "lambda t: (lambda t: " + code + ")(torch.tensor(float(t))).item()"
}

// pythonConstant is a positive number that stands there as a tensor.
var pythonConstant = regexp.MustCompile(`torch\.tensor\(([0-9][0-9.e+-]*)\)`)

// compileFactor makes the program of a formula in t.
func compileFactor(formula string) (*expr.Program, error) {
	program, err := expr.Compile(formula, "t")
	if err != nil {
		return nil, oneLine(err)
	}
	for _, letter := range []string{"x", "y"} {
		if program.Uses(letter) {
			return nil, stray(letter)
		}
	}
	return program, nil
}

// oneLine is an error without the breaks of its lines.
func oneLine(err error) error { return errors.New(strings.Join(strings.Fields(err.Error()), " ")) }
