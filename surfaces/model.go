package surfaces

import (
	"descentlab/internal/say"

	"descentlab/surfaces/expr"
)

// A Model says what the weights x and y of a learning problem mean: what it makes of an example.
type Model struct {
	Kind ModelKind
	// Predict is a formula in the weights, the inputs and the parameters. Of a regression it gives the target. Of a
	// classification it is above 0 where the class of positive targets is said, and 0 on the boundary.
	Predict string
	Classes bool // targets tell two classes apart by their sign: those above 0, and the others
}

// A ModelKind says how a model is drawn.
type ModelKind int

const (
	NoModel        ModelKind = iota
	Regression               // a curve t = g(u) over the examples
	Classification           // a boundary in the plane of u and v
)

// String returns the kind in lower case: "regression"; it is empty for none.
func (k ModelKind) String() string {
	switch k {
	case Regression:
		return "regression"
	case Classification:
		return "classification"
	}
	return ""
}

// A Predictor evaluates a model. It owns scratch space, so each goroutine needs its own.
type Predictor struct {
	Kind   ModelKind
	eval   *expr.Eval
	args   []float64 // the parameters, then the inputs
	inputs []float64 // the end of args
}

// Predictor compiles the model of a surface with data; params are as for Probe. It fails for a surface without a model, and
// as Probe does for parameters and a faulty formula.
func (s Surface) Predictor(params map[string]float64) (*Predictor, error) {
	if s.Model.Kind == NoModel || s.Data == nil {
		return nil, say.Errorf("%s has no model to draw", s.Title)
	}
	names, values, err := s.bind(params)
	if err != nil {
		return nil, err
	}
	more, statistics := s.Data.statistics()
	names, values = append(names, more...), append(values, statistics...)
	p := &Predictor{Kind: s.Model.Kind}
	for _, c := range s.Data.inputs() {
		names = append(names, c.Name)
	}
	program, err := expr.CompileOver(s.Transform.toFormula(), s.Model.Predict, names...)
	if err != nil {
		return nil, err
	}
	p.args = append(values, make([]float64, len(names)-len(values))...)
	p.inputs = p.args[len(values):]
	p.eval = program.Bind(p.args...)
	return p, nil
}

// At returns what the model with the weights w makes of the inputs u and v. Models of one input ignore v.
func (p *Predictor) At(w Point, u, v float64) float64 {
	p.inputs[0] = u
	if len(p.inputs) > 1 {
		p.inputs[1] = v
	}
	p.eval.Set(p.args...)
	return p.eval.Value(w.X, w.Y)
}

// Row stores At(w, us[i], v) in dst[i]: a curve over the examples, or a row of the plane in which the boundary is drawn.
// The dst must be as long as us.
func (p *Predictor) Row(dst, us []float64, v float64, w Point) {
	for i, u := range us {
		dst[i] = p.At(w, u, v)
	}
}
