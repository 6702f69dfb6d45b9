package surfaces

import (
	"math"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
)

// weighed3 is the minimum of logistic with each pair of weights, as the weights of u and v and the intercept.
func weighed3(t *testing.T, s Surface) [3]float64 {
	t.Helper()
	framed, err := s.Framed(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, third := one(t, framed, nil), s.Params[0].Default
	switch s.Weighing {
	case FirstIntercept:
		return [3]float64{c.At.X, third, c.At.Y}
	case SecondIntercept:
		return [3]float64{third, c.At.X, c.At.Y}
	}
	return [3]float64{c.At.X, c.At.Y, third}
}

// TestLogisticMeetsTheLiterature: the fit of the two species by petal length and width, which glm of R prints as
// -45.272 + 5.755*length + 10.447*width, whichever two of the weights are shown.
func TestLogisticMeetsTheLiterature(t *testing.T) {
	lengthy.Test(t)
	plain, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range Weighings {
		s, err := plain.Weigh(w)
		if err != nil {
			t.Fatal(err)
		}
		if !s.Fitted || len(s.Params) != 1 || s.Weighing != w {
			t.Errorf("%s: %+v", w, s.Params)
		}
		all := weighed3(t, s)
		meanU, stdU := s.Data.Columns[0].moments()
		meanV, stdV := s.Data.Columns[1].moments()
		length, width := all[0]/stdU, all[1]/stdV
		intercept := all[2] - length*meanU - width*meanV
		if !within(length, 5.755, 2e-4) || !within(width, 10.447, 1e-4) || !within(intercept, -45.272, 1e-4) {
			t.Errorf("%s: %v + %v*length + %v*width", w, intercept, length, width)
		}
		// The loss is the same function, whatever is shown.
		at := map[Weighing]Point{Inputs: {X: 2, Y: 3}, FirstIntercept: {X: 2, Y: 0.5}, SecondIntercept: {X: 3, Y: 0.5}}[w]
		fixed := map[Weighing]map[string]float64{
			Inputs: {"intercept": 0.5}, FirstIntercept: {"weight_v": 3}, SecondIntercept: {"weight_u": 2},
		}[w]
		p, err := s.Probe(fixed)
		if err != nil {
			t.Fatal(err)
		}
		q, err := plain.Probe(map[string]float64{"intercept": 0.5})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := p.Value(at.X, at.Y), q.Value(2, 3); !within(got, want, 1e-13) {
			t.Errorf("%s: the loss is %v, not %v", w, got, want)
		}
	}
}

// TestThirdWeightFollowsTheData: the default of the third weight is that of the examples at hand; where a line separates the
// classes there is none.
func TestThirdWeightFollowsTheData(t *testing.T) {
	plain, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := ReadCSV(strings.NewReader("u,v,t\n1,2,0\n2,1,0\n3,3,1\n4,1,1\n5,5,1\n2,4,1\n3,1,0\n4,4,0\n1,1,0\n5,2,1\n"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := plain.On(d)
	if err != nil || !s.Fitted {
		t.Fatalf("%+v, %v", s.Params, err)
	}
	all, rows := weighed3(t, s), d.normalised()
	var grad [3]float64
	for i, row := range rows {
		r := 1/(1+math.Exp(-(all[0]*row[0]+all[1]*row[1]+all[2]))) - d.target().Values[i]
		for k := range grad {
			grad[k] += r * row[k]
		}
	}
	for k, g := range grad {
		if math.Abs(g) > 1e-7 {
			t.Errorf("derivative %d of the sum at the minimum %v is %v", k, all, g)
		}
	}
	separable, err := Lookup("logistic_separable")
	if err != nil || separable.Fitted || separable.Params[0].Default != 0 {
		t.Errorf("separable: %+v, %v", separable.Params, err)
	}
	for text, wrong := range map[string]func() error{
		"sphere has no third weight": func() error {
			sphere, _ := Lookup("sphere")
			_, err := sphere.Weigh(Inputs)
			return err
		},
		"known are u,v": func() error { _, err := plain.Weigh("x"); return err },
		"did you mean":  func() error { _, err := plain.Weigh("u,intercepts"); return err },
	} {
		if err := wrong(); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%v, want %q", err, text)
		}
	}
}

// TestHalf: the switch halves the loss of every problem of squares, its derivatives with it; without it the loss is PyTorch's
// mean of squares. The others have no such switch.
func TestHalf(t *testing.T) {
	with := 0
	for _, s := range learning {
		if !strings.Contains(s.Formula, "half") {
			if s.Name != "robust_regression" && !s.Model.Classes {
				t.Errorf("%s has no switch", s.Name)
			}
			continue
		}
		with++
		p, err := s.Probe(map[string]float64{"half": 1})
		if err != nil {
			t.Fatal(err)
		}
		whole := probe(t, s)
		for _, at := range []Point{s.Start, {X: 0.3, Y: 0.7}} {
			a, b := whole.Jet(at.X, at.Y), p.Jet(at.X, at.Y)
			if a.F != 2*b.F || !within(a.X, 2*b.X, 1e-14) || !within(a.XY, 2*b.XY, 1e-13) {
				t.Errorf("%s at %v: %v, half %v", s.Name, at, a, b)
			}
		}
		code, err := s.Python(map[string]float64{"half": 1})
		if err != nil || !strings.Contains(strings.Join(code.Body, "\n"), "half = torch.tensor(1.0)") {
			t.Errorf("%s as Python: %q, %v", s.Name, code.Body, err)
		}
	}
	if with < 6 {
		t.Errorf("%d problems have the switch", with)
	}
	s, err := Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	sum, u, target := 0.0, column(s, "u"), column(s, "t")
	for i := range u {
		sum += (0.5*u[i] + 1 - target[i]) * (0.5*u[i] + 1 - target[i])
	}
	if got, want := probe(t, s).Value(0.5, 1), sum/float64(len(u)); !within(got, want, 1e-14) {
		t.Errorf("the loss is %v, the mean of the squares %v", got, want)
	}
}
