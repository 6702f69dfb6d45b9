package surfaces

import (
	"slices"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/internal/near"
	"descentlab/surfaces/expr"
)

// A Surface is a loss over the plane, stated as data.
//
// Only Formula is needed to evaluate one, so that a typed formula is
// Surface{Formula: text}.
type Surface struct {
	Name      string    // key: lower case, words joined by underscores
	Title     string    // what a reader calls it
	Group     Group     // the heading under which it is listed
	Cite      string    // where it was first published or is best documented
	Formula   string    // in x, y and the parameters; the grammar is package expr's
	Params    []Param   // the formula's parameters: sliders
	Data      *Dataset  // examples; the loss is the formula's mean over them. Nil for a plain formula
	Model     Model     // what x and y are the weights of, if there is Data
	Weighing  Weighing  // which two of three weights x and y are, if there is a third one
	Fitted    bool      // the third one's default is its value where the loss over all three is lowest
	View      Rect      // the window first shown; of a test function, the literature's
	Start     Point     // a good start for a race
	Note      string    // one sentence: what to look for here
	Minima    []Point   // where the window's least value is taken, if that is known: the same for all parameters
	Least     float64   // the value there
	Transform Transform // how the formula's picture lies in the plane

	member int // which one of its family the formula is; 0 if there is none
}

// A Param is a named number in a formula that may be varied.
type Param struct {
	Name              string
	Default, Min, Max float64 // Min and Max are the ends of a slider, not limits
}

// Switch reports whether people choose one end of the parameter or the other.
func (p Param) Switch() bool { return p.Name == Half.Name }

// Whole reports whether the parameter is a whole number, that says which one of a family a surface is.
func (p Param) Whole() bool { return p.Name == InstanceParam }

// Probe compiles the formula and binds its parameters: to params where it names
// them, else to their defaults. A nil map means all defaults.
//
// A faulty formula gives an *expr.Error; a name in params that the surface does
// not have, or a value that is not finite, is an error too, and so is a faulty
// transform.
func (s Surface) Probe(params map[string]float64) (*Probe, error) {
	s, err := s.At(params)
	if err != nil {
		return nil, err
	}
	names, values, err := s.bind(params)
	if err != nil {
		return nil, err
	}
	if err := s.Transform.Check(); err != nil {
		return nil, err
	}
	if s.Data != nil {
		return s.probeOver(names, values)
	}
	program, err := expr.CompileOver(s.Transform.toFormula(), s.Formula, names...)
	if err != nil {
		return nil, err
	}
	return &Probe{program: program, params: values, eval: program.Bind(values...)}, nil
}

// bind returns names and values of the parameters.
func (s Surface) bind(params map[string]float64) ([]string, []float64, error) {
	names := make([]string, len(s.Params))
	values := make([]float64, len(s.Params))
	for i, p := range s.Params {
		names[i], values[i] = p.Name, p.Default
	}
	for _, name := range sortedKeys(params) {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, nil, unknown("parameter", name, names)
		}
		values[i] = params[name]
	}
	for i, v := range values {
		if !geom.Finite(v) {
			return nil, nil, say.Errorf("parameter %s is %g: it must be a finite number", names[i], v)
		}
	}
	return names, values, nil
}

// sortedKeys makes the choice among several errors independent of map order.
func sortedKeys(m map[string]float64) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Lookup returns the built-in surface of that name. The error for an unknown
// name suggests the nearest one.
func Lookup(name string) (Surface, error) {
	names := make([]string, len(catalogue))
	for i, s := range catalogue {
		if s.Name == name {
			return s.clone(), nil
		}
		names[i] = s.Name
	}
	if function, is := suiteFunction(name); is {
		return benchmark(function, 1), nil
	}
	if strings.HasPrefix(name, "bbob") {
		names = nil
		for _, s := range Benchmarks() {
			names = append(names, s.Name)
		}
	}
	return Surface{}, unknown("surface", name, names)
}

// An UnknownError is a name that is not among those that there are.
type UnknownError struct {
	What, Name string   // "surface", "parameter"
	Known      []string // what there is
	Nearest    string   // the name that was probably meant; "" if none is near
}

func (e *UnknownError) Error() string {
	switch {
	case len(e.Known) == 0:
		return say.T("unknown %s %q: there are none", e.what(), e.Name)
	case e.Nearest != "":
		return say.T("unknown %s %q: did you mean %s?", e.what(), e.Name, e.Nearest)
	}
	if len(e.Known) == 1 {
		return say.T("unknown %s %q: the only one is %s", e.what(), e.Name, e.Known[0])
	}
	return say.T("unknown %s %q: known are %s", e.what(), e.Name, strings.Join(e.Known, ", "))
}

// what is the kind of the name.
func (e *UnknownError) what() string {
	if e.What == "surface" {
		return say.T("surface")
	}
	return say.T("parameter")
}

// unknown is the error for a name that is not among names.
func unknown(what, name string, names []string) error {
	return &UnknownError{what, name, names, near.Prefix(name, names)}
}

// clone returns a copy that shares no memory with s.
func (s Surface) clone() Surface {
	s.Params = slices.Clone(s.Params)
	s.Minima = slices.Clone(s.Minima)
	return s
}
