package surfaces

import (
	"fmt"
	"slices"
	"strings"

	"descentlab/surfaces/expr"
)

// A Surface is a loss over the plane, stated as data.
//
// Only Formula is needed to evaluate one, so that a typed formula is
// Surface{Formula: text}.
type Surface struct {
	Name    string  // key: lower case, words joined by underscores
	Title   string  // what a reader calls it
	Cite    string  // where it was first published or is best documented
	Formula string  // in x, y and the parameters; the grammar is package expr's
	Params  []Param // the formula's parameters: sliders
	View    Rect    // the window first shown
	Start   Point   // a good start for a race
	Note    string  // one sentence: what to look for here
}

// A Param is a named number in a formula that may be varied.
type Param struct {
	Name              string
	Default, Min, Max float64 // Min and Max are the ends of a slider, not limits
}

// Probe compiles the formula and binds its parameters: to params where it names
// them, else to their defaults. A nil map means all defaults.
//
// A faulty formula gives an *expr.Error; a name in params that the surface does
// not have, or a value that is not finite, is an error too.
func (s Surface) Probe(params map[string]float64) (*Probe, error) {
	names := make([]string, len(s.Params))
	values := make([]float64, len(s.Params))
	for i, p := range s.Params {
		names[i], values[i] = p.Name, p.Default
	}
	for _, name := range sortedKeys(params) {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, unknown("parameter", name, names)
		}
		values[i] = params[name]
	}
	for i, v := range values {
		if !finite(v) {
			return nil, fmt.Errorf("parameter %s is %g: it must be a finite number", names[i], v)
		}
	}
	program, err := expr.Compile(s.Formula, names...)
	if err != nil {
		return nil, err
	}
	return &Probe{program: program, params: values, eval: program.Bind(values...)}, nil
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
	return Surface{}, unknown("surface", name, names)
}

// unknown is the error for a name that is not among names.
func unknown(what, name string, names []string) error {
	if len(names) == 0 {
		return fmt.Errorf("unknown %s %q: there are none", what, name)
	}
	if near := expr.Nearest(name, names); near != "" {
		return fmt.Errorf("unknown %s %q: did you mean %s?", what, name, near)
	}
	return fmt.Errorf("unknown %s %q: known are %s", what, name, strings.Join(names, ", "))
}

// clone returns a copy that shares no memory with s.
func (s Surface) clone() Surface {
	s.Params = slices.Clone(s.Params)
	return s
}

// Python writes the surface as the body of a Python function of p, the PyTorch tensor of x and y, at the given
// parameters. It fails as Probe does.
func (s Surface) Python(params map[string]float64) ([]string, error) {
	probe, err := s.Probe(params)
	if err != nil {
		return nil, err
	}
	return expr.Python(s.Formula, probe.program.Params(), probe.params)
}
