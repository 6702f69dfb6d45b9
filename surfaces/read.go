package surfaces

import (
	"math"
	"slices"

	"descentlab/surfaces/expr/notation"
)

// Read is the surface with the formula that a text means, as package notation reads it: it may use the surface's parameters, the
// columns of its examples, and the names given. Letters that nobody knows are parameters of the new surface. Of the old ones it
// keeps those that the formula uses.
func (s Surface) Read(text string, names ...string) (Surface, notation.Reading, error) {
	known := slices.Clone(names)
	for _, p := range s.Params {
		known = append(known, p.Name)
	}
	slices.Sort(known)
	known = slices.Compact(known)
	if s.Data != nil {
		statistics, _ := s.Data.statistics()
		known = append(append(known, s.Data.names()...), statistics...)
	}
	reading, err := notation.Read(text, known...)
	if err != nil {
		return s, reading, err
	}
	s.Formula, s.Params = reading.Formula, slices.Clone(s.Params)
	for _, p := range reading.Params {
		s.addParam(FreeParam(p.Name, p.Value))
	}
	for _, name := range names {
		s.addParam(FreeParam(name, 1))
	}
	s.Params, err = s.Used()
	return s, reading, err
}

// addParam adds a parameter, unless there is one of its name.
func (s *Surface) addParam(p Param) {
	if !slices.ContainsFunc(s.Params, func(q Param) bool { return q.Name == p.Name }) {
		s.Params = append(s.Params, p)
	}
}

// FreeParam is the parameter that a free letter of a formula is: its slider goes from -5 to 5, or to twice the value.
func FreeParam(name string, value float64) Param {
	reach := max(5, 2*math.Abs(value))
	return Param{Name: name, Default: value, Min: -reach, Max: reach}
}
