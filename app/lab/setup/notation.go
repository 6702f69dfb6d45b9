package setup

import (
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/surfaces/expr/notation"
)

// A Meant is what a text in the field for the formula means, in the program's own grammar.
type Meant struct {
	Formula string
	Same    bool // the text is the formula
	params  []surfaces.Param
	set     []notation.Param // values that the text gives
}

// ReadFormula says what a text means on this experiment's surface. An error is what is wrong with it, or *notation.Ambiguous.
func (e *Experiment) ReadFormula(text string) (Meant, error) {
	s, err := e.level()
	if err != nil {
		return Meant{}, err
	}
	read, reading, err := s.Read(text)
	if err != nil {
		return Meant{}, err
	}
	return Meant{reading.Formula, reading.Same, read.Params, reading.Params}, nil
}

// Remark is what a reader is told of it before it is used for the first time, or "".
func (m Meant) Remark() string {
	return Remark(notation.Reading{Formula: m.Formula, Same: m.Same, Params: m.set})
}

// Remark says how a text was read, and which values its letters have; "" if there is nothing to say.
func Remark(r notation.Reading) string {
	var values []string
	for _, p := range r.Params {
		values = append(values, p.Name+" = "+strconv.FormatFloat(p.Value, 'g', -1, 64))
	}
	with := strings.Join(values, ", ")
	switch {
	case r.Same && with == "":
		return ""
	case r.Same:
		return words.T("with %s", with)
	case with == "":
		return words.T("read as %s", r.Formula)
	}
	return words.T("read as %s with %s", r.Formula, with)
}

// CheckMeant says what would be wrong with the formula that a text means.
func (e Experiment) CheckMeant(m Meant) error {
	e.SetMeant(m)
	return e.checkSurface()
}

// SetMeant puts the experiment on the formula that a text means, as SetFormula does; new letters are parameters of its own.
func (e *Experiment) SetMeant(m Meant) {
	e.setFormula(m.Formula, m.params)
	for _, p := range m.set {
		for _, own := range e.Own {
			if own.Name == p.Name {
				e.SetParam(own, p.Value)
			}
		}
	}
}
