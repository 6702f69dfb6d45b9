package setup

import (
	"descentlab/surfaces"
)

// PutData puts the experiment on examples, and shows them where charts were.
func (e *Experiment) PutData(d *surfaces.Dataset) error {
	problem, err := problemFor(e, d)
	if err != nil {
		return err
	}
	if problem != nil {
		e.SetSurface(*problem)
	}
	if e.Look.Panel == PanelCharts {
		e.Look.Panel = PanelData
	}
	return e.SetData(d)
}

// problemFor is the learning problem to change to for some examples; nil if the present one takes as many columns: then it
// is for its own errors to say what is wrong with them. Of two columns that is linear regression, of three the separation of
// two classes.
func problemFor(doc *Experiment, d *surfaces.Dataset) (*surfaces.Surface, error) {
	now, err := doc.Landscape()
	if err != nil {
		return nil, err
	}
	if now.Data != nil && len(now.Data.Columns) == len(d.Columns) {
		return nil, nil
	}
	name := "linear_regression"
	if len(d.Columns) == 3 {
		name = "logistic"
	}
	s, err := surfaces.Lookup(name)
	return &s, err
}
