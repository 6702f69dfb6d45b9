package surfaces

import (
	"context"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/num/hyperdual"
	"gonum.org/v1/gonum/stat"

	"descentlab/internal/lengthy"
)

// column returns a column of a surface's data.
func column(s Surface, name string) []float64 {
	for _, c := range s.Data.Columns {
		if c.Name == name {
			return c.Values
		}
	}
	panic("no column " + name)
}

// normalised is how data sets' columns are normalised, computed by gonum.
func normalised(v []float64) []float64 {
	mean, variance := stat.PopMeanVariance(v, nil)
	out := make([]float64, len(v))
	for i := range v {
		out[i] = (v[i] - mean) / math.Sqrt(variance)
	}
	return out
}

// one returns the only critical point of a surface.
func one(t *testing.T, s Surface, params map[string]float64) Critical {
	t.Helper()
	p, err := s.Probe(params)
	if err != nil {
		t.Fatal(err)
	}
	points, err := p.Critical(context.Background(), s.View)
	if err != nil || len(points) != 1 || points[0].Kind != Minimum {
		t.Fatalf("%s: %v, %v, want one minimum", s.Name, points, err)
	}
	return points[0]
}

// leastSquares solves for slope and intercept.
func leastSquares(t *testing.T, u, target []float64) (slope, intercept float64) {
	t.Helper()
	a := mat.NewDense(len(u), 2, nil)
	for i, v := range u {
		a.SetRow(i, []float64{v, 1})
	}
	var w mat.VecDense
	if err := w.SolveVec(a, mat.NewVecDense(len(target), target)); err != nil {
		t.Fatal(err)
	}
	return w.AtVec(0), w.AtVec(1)
}

func TestLinearRegressionMeetsLeastSquares(t *testing.T) {
	lengthy.Test(t)
	check := func(s Surface, normalise float64, u []float64) {
		t.Helper()
		c := one(t, s, map[string]float64{"normalise": normalise})
		slope, intercept := leastSquares(t, u, column(s, "t"))
		if !within(c.At.X, slope, 1e-10) || !within(c.At.Y, intercept, 1e-10) {
			t.Errorf("%s, normalise %v: minimum %v, least squares (%v, %v)", s.Name, normalise, c.At, slope, intercept)
		}
	}
	line, err := Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	check(line, 0, column(line, "u"))
	check(line, 1, normalised(column(line, "u")))
	boiling, err := Lookup("boiling_point")
	if err != nil {
		t.Fatal(err)
	}
	check(boiling, 1, normalised(column(boiling, "u")))
	shifted := make([]float64, boiling.Data.Len())
	for i, u := range column(boiling, "u") {
		shifted[i] = u - 190
	}
	check(boiling, 0, shifted)
}

// TestTheRavineVanishes checks the lesson of the switch: normalised inputs make the bowl round.
func TestTheRavineVanishes(t *testing.T) {
	lengthy.Test(t)
	s, err := Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	condition := func(normalise float64) float64 {
		c := one(t, s, map[string]float64{"normalise": normalise})
		return c.L2 / c.L1
	}
	raw, half, round := condition(0), condition(0.5), condition(1)
	if raw < 100 || half > raw/2 || round > 1.001 {
		t.Errorf("condition numbers %v, %v, %v", raw, half, round)
	}
}

// TestLogisticMinimum compares with the conditions of the maximum likelihood, computed on their own: the residuals are
// orthogonal to both inputs, and add up to 0 for the intercept.
func TestLogisticMinimum(t *testing.T) {
	lengthy.Test(t)
	s, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	c := one(t, s, nil)
	u, v := normalised(column(s, "u")), normalised(column(s, "v"))
	b := s.Params[0].Default
	var gx, gy, sum float64
	for i, target := range column(s, "t") {
		r := 1/(1+math.Exp(-(c.At.X*u[i]+c.At.Y*v[i]+b))) - target
		gx, gy, sum = gx+r*u[i], gy+r*v[i], sum+r
	}
	if math.Hypot(gx, gy) > 1e-10 || math.Abs(sum) > 1e-8 {
		t.Errorf("at the minimum %v the gradient is (%v, %v, %v)", c.At, gx, gy, sum)
	}
}

// TestORingsMeetTheLiterature compares with the published fit of the O-ring data, logit p = 15.0429 - 0.2322*temperature.
func TestORingsMeetTheLiterature(t *testing.T) {
	s, err := Lookup("o_rings")
	if err != nil {
		t.Fatal(err)
	}
	c := one(t, s, nil)
	mean, std := s.Data.Columns[0].moments()
	if slope, intercept := c.At.X/std, c.At.Y-c.At.X*mean/std; !within(slope, -0.2322, 1e-4) || !within(intercept, 15.0429, 1e-4) {
		t.Errorf("logit p = %v + %v*temperature", intercept, slope)
	}
}

// TestSeparable walks along the direction of the minimum's end: the loss falls for ever.
func TestSeparable(t *testing.T) {
	lengthy.Test(t)
	p, view := lookup(t, "logistic_separable")
	points, err := p.Critical(context.Background(), view)
	if err != nil || len(points) != 0 {
		t.Errorf("critical points %v, %v", points, err)
	}
	last := math.Inf(1)
	for r := 1.0; r < 100; r *= 2 {
		f := p.Value(r, r)
		if !(f < last/1.5) || f <= 0 {
			t.Errorf("at (%v, %v) the loss is %v, before %v", r, r, f, last)
		}
		last = f
	}
}

// TestLogisticHessian compares second derivatives with hyperdual numbers, summed over the examples.
func TestLogisticHessian(t *testing.T) {
	s, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	p := probe(t, s)
	u, v := normalised(column(s, "u")), normalised(column(s, "v"))
	constant := func(f float64) hyperdual.Number { return hyperdual.Number{Real: f} }
	loss := func(x, y hyperdual.Number) (sum hyperdual.Number) {
		for i, target := range column(s, "t") {
			z := hyperdual.Add(hyperdual.Scale(u[i], x), hyperdual.Scale(v[i], y))
			z = hyperdual.Add(z, constant(s.Params[0].Default))
			// -t*log(sigmoid(z)) - (1-t)*log(1-sigmoid(z)) is log(1+exp(z)) - t*z.
			term := hyperdual.Sub(hyperdual.Log(hyperdual.Add(constant(1), hyperdual.Exp(z))), hyperdual.Scale(target, z))
			sum = hyperdual.Add(sum, term)
		}
		return hyperdual.Scale(1/float64(len(u)), sum)
	}
	for _, at := range []Point{{X: 0.3, Y: -0.7}, {X: 2, Y: 3}, {X: -1, Y: 1.5}} {
		xx := loss(hyperdual.Number{Real: at.X, E1mag: 1, E2mag: 1}, constant(at.Y))
		xy := loss(hyperdual.Number{Real: at.X, E1mag: 1}, hyperdual.Number{Real: at.Y, E2mag: 1})
		yy := loss(constant(at.X), hyperdual.Number{Real: at.Y, E1mag: 1, E2mag: 1})
		j := p.Jet(at.X, at.Y)
		got := [...]float64{j.F, j.X, j.Y, j.XX, j.XY, j.YY}
		want := [...]float64{xx.Real, xx.E1mag, yy.E1mag, xx.E1E2mag, xy.E1E2mag, yy.E1E2mag}
		for i := range got {
			if !within(got[i], want[i], 1e-12) {
				t.Errorf("at %v: derivative %d is %v, want %v", at, i, got[i], want[i])
			}
		}
	}
}

// TestLearningProblems walks the list: data that can be used, a model that agrees with the loss, a frame that finds the
// minimum where there is one.
func TestLearningProblems(t *testing.T) {
	for _, s := range learning {
		if err := s.Data.Check(); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		if s.Data.Name == "" || s.Data.Title == "" || s.Data.Cite == "" || s.Model.Kind == NoModel {
			t.Errorf("%s: its data or its model are not described", s.Name)
		}
		if _, err := s.On(s.Data); err != nil {
			t.Errorf("%s does not fit its own data: %v", s.Name, err)
		}
		if s.Model.Kind == Classification != (len(s.Data.Columns) == 3) {
			t.Errorf("%s: a %v with %d columns", s.Name, s.Model.Kind, len(s.Data.Columns))
		}
		model, err := s.Predictor(nil)
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		// The loss of a regression falls when the target moves to the prediction; the loss of a class when the score
		// gets the class's sign. So the losses must be ordered as the model's errors are.
		p := probe(t, s)
		losses := make([]float64, p.Examples())
		p.Losses(losses, s.Start.X, s.Start.Y)
		errors := make([]float64, len(losses))
		for i := range errors {
			u, v, target := column(s, "u")[i], 0.0, column(s, "t")[i]
			if s.Model.Kind == Classification {
				v = column(s, "v")[i]
			}
			at := model.At(s.Start, u, v)
			switch {
			case s.Model.Kind == Classification && target > 0:
				errors[i] = -at
			case s.Model.Kind == Classification:
				errors[i] = at
			default:
				errors[i] = math.Abs(at - target)
			}
		}
		for i := range errors {
			for k := range errors {
				if errors[i] < errors[k] && losses[i] > losses[k]*(1+1e-12) {
					t.Fatalf("%s: example %d is predicted better than %d, but its loss is %v, above %v", s.Name, i, k, losses[i], losses[k])
				}
			}
		}
	}
}

func TestPredictorAllocatesNothing(t *testing.T) {
	s, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Predictor(nil)
	if err != nil {
		t.Fatal(err)
	}
	us, dst := make([]float64, 32), make([]float64, 32)
	if n := testing.AllocsPerRun(20, func() { p.Row(dst, us, 1.5, Point{X: 1, Y: 2}) }); n != 0 {
		t.Errorf("a row allocates %v times", n)
	}
}

func TestOwnData(t *testing.T) {
	read := func(text string) *Dataset {
		d, _, err := ReadCSV(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	line, err := Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	own, err := line.On(read("height,weight\n150,52\n160,60\n170,65\n180,74\n190,85\n"))
	if err != nil {
		t.Fatal(err)
	}
	framed, err := own.Framed(map[string]float64{"normalise": 1})
	if err != nil {
		t.Fatal(err)
	}
	slope, intercept := leastSquares(t, normalised(column(own, "u")), column(own, "t"))
	c := one(t, framed, map[string]float64{"normalise": 1})
	if !within(c.At.X, slope, 1e-10) || !within(c.At.Y, intercept, 1e-10) || !framed.View.Contains(Point{}) ||
		!framed.View.Contains(framed.Start) {
		t.Errorf("minimum %v, least squares (%v, %v), window %v", c.At, slope, intercept, framed.View)
	}
	logistic, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	peaks, err := Lookup("peaks")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		s    Surface
		text string
		says string
	}{
		{logistic, "1,0\n2,1\n", "needs 3 columns"},
		{line, "1,0,0\n2,1,0\n", "needs 2 columns"},
		{logistic, "1,0,1\n2,1,2\n", "two classes"},
		{peaks, "1,0\n2,1\n", "no learning problem"},
	} {
		if _, err := c.s.On(read(c.text)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want %q", c.s.Name, err, c.says)
		}
	}
	// A constant column is left alone by normalising.
	flat, err := line.On(read("3,1\n3,2\n3,6\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := flat.Probe(map[string]float64{"normalise": 1})
	if err != nil || p.Value(5, 3) != 14.0/3 {
		t.Errorf("%v, %v", p.Value(5, 3), err)
	}
}

// TestManyExamples checks that the coarser search over many examples finds what there is.
func TestManyExamples(t *testing.T) {
	lengthy.Test(t)
	for _, name := range []string{"linear_regression", "logistic", "hidden_unit", "deep_regression"} {
		s, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := probe(t, s).Critical(context.Background(), s.View)
		if err != nil {
			t.Fatal(err)
		}
		// The same examples several times over have the same mean.
		d := *s.Data
		d.Columns = nil
		for _, c := range s.Data.Columns {
			values := c.Values
			for len(values) <= 4*fewExamples {
				values = append(values[:len(values):len(values)], c.Values...)
			}
			d.Columns = append(d.Columns, Column{Name: c.Name, Label: c.Label, Values: values})
		}
		s.Data = &d
		got, err := probe(t, s).Critical(context.Background(), s.View)
		if err != nil || census(got) != census(want) {
			t.Errorf("%s: %v, %v, want %v", s.Name, census(got), err, census(want))
			continue
		}
		for i := range got {
			if want[i].Kind != Degenerate && (!within(got[i].At.X, want[i].At.X, 1e-9) || !within(got[i].At.Y, want[i].At.Y, 1e-9)) {
				t.Errorf("%s: %v at %v, want %v", s.Name, got[i].Kind, got[i].At, want[i].At)
			}
		}
	}
}

func TestDatasetCheck(t *testing.T) {
	good := func() Dataset {
		return Dataset{Columns: []Column{{Name: "u", Values: []float64{1, 2}}, {Name: "t", Values: []float64{3, 4}}}}
	}
	for says, spoil := range map[string]func(*Dataset){
		"two columns":      func(d *Dataset) { d.Columns = d.Columns[:1] },
		"named u":          func(d *Dataset) { d.Columns[0].Name = "v" },
		"u has 2, t has 1": func(d *Dataset) { d.Columns[1].Values = []float64{1} },
		"finite":           func(d *Dataset) { d.Columns[1].Values[1] = math.NaN() },
		"from 2 to":        func(d *Dataset) { d.Columns[0].Values, d.Columns[1].Values = []float64{1}, []float64{1} },
		"a sample of 2":    func(d *Dataset) { d.Of = 2 },
	} {
		d := good()
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		spoil(&d)
		if err := d.Check(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v, want %q", err, says)
		}
	}
	if err := (&Dataset{}).Check(); err == nil {
		t.Error("an empty data set passes")
	}
}
