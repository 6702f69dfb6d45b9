package setup

import (
	"encoding/json"
	"errors"
	"slices"

	"descentlab/internal/strict"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation"
)

// LoadExperiment reads an experiment; the error names the file and what is wrong with it.
func LoadExperiment(path string) (Experiment, error) {
	e, _, err := ReadExperiment(path)
	return e, err
}

// ReadExperiment is LoadExperiment, with what a reader is told of the formula before it is used: how it was read, if somebody has
// written it as people do, and not in the program's own grammar; or "".
func ReadExperiment(path string) (e Experiment, remark string, err error) {
	data, err := ReadFile(path)
	if err != nil {
		return Experiment{}, "", err
	}
	return ParseFile(path, data)
}

// ParseFile is ReadExperiment for what stands in the file of a name.
func ParseFile(name string, data []byte) (e Experiment, remark string, err error) {
	var f loaded
	if err := Decode(name, data, experimentFormat, &f); err != nil {
		return Experiment{}, "", err
	}
	return f.Experiment, f.remark, nil
}

// loaded is what a file says, and how its formula was read.
type loaded struct {
	Experiment
	remark string
}

// UnmarshalJSON is Experiment.UnmarshalJSON.
func (l *loaded) UnmarshalJSON(data []byte) (err error) {
	l.Experiment, l.remark, err = parseExperiment(data)
	return err
}

// UnmarshalJSON reads an experiment and checks it; a foreign, newer or impossible one is an error that says so.
func (e *Experiment) UnmarshalJSON(data []byte) error {
	read, _, err := parseExperiment(data)
	if err == nil {
		*e = read
	}
	return err
}

// parseExperiment reads what stands in a file.
func parseExperiment(data []byte) (e Experiment, remark string, err error) {
	var f experimentFile
	if err := checkFormat(data, experimentFormat); err != nil {
		return e, "", err
	}
	if err := strict.Check(data, &e); err != nil {
		return e, "", err
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return e, "", err
	}
	if e, err = f.experiment(); err != nil {
		return e, "", err
	}
	remark, err = e.understand()
	if err == nil {
		err = e.Check()
	}
	return e, remark, err
}

// understand puts the formula of a file, as people write formulas, into the program's own grammar, and returns what is to be said
// of it. One that is in the grammar stays as it is.
func (e *Experiment) understand() (remark string, err error) {
	if e.Formula == "" || e.Surface != "" {
		return "", nil
	}
	s, err := e.level()
	if err != nil {
		return "", err
	}
	foreign := (*expr.Error)(nil)
	if _, err := s.Probe(nil); !errors.As(err, &foreign) {
		return "", nil // what else may be wrong is found by the check
	}
	read, reading, err := s.Read(e.Formula)
	if err != nil {
		return "", At("formula", err)
	}
	e.Formula, e.Own = read.Formula, read.Params
	reading.Params = slices.DeleteFunc(reading.Params, func(p notation.Param) bool { _, given := e.Params[p.Name]; return given })
	return Remark(reading), nil
}
