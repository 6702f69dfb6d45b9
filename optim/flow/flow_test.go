package flow_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"descentlab/optim/flow"
)

// bowl is the quadratic with two curvatures along axes that are turned.
func bowl(l1, l2, turn float64) flow.Ground {
	c, s := math.Cos(turn), math.Sin(turn)
	xx, xy, yy := l1*c*c+l2*s*s, (l1-l2)*c*s, l1*s*s+l2*c*c
	return func(x, y float64) flow.Jet {
		gx, gy := xx*x+xy*y, xy*x+yy*y
		return flow.Jet{F: (x*gx + y*gy) / 2, X: gx, Y: gy, XX: xx, XY: xy, YY: yy}
	}
}

// onBowl is where the gradient flow of a bowl is at a time: exp(-lambda t) along each axis.
func onBowl(l1, l2, turn float64, from flow.Point, t float64) flow.Point {
	c, s := math.Cos(turn), math.Sin(turn)
	a, b := (c*from.X+s*from.Y)*math.Exp(-l1*t), (-s*from.X+c*from.Y)*math.Exp(-l2*t)
	return flow.Point{X: c*a - s*b, Y: s*a + c*b}
}

func apart(a, b flow.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// TestGradientFlowOnQuadratics is exp(-lambda t), on gentle ones, on saddles, and where one axis is a million times as steep as
// the other.
func TestGradientFlowOnQuadratics(t *testing.T) {
	for _, c := range []struct{ l1, l2, turn, until float64 }{
		{1, 3, 0.4, 5}, {25, 1, 1, 4}, {2, -0.5, 0.3, 3}, {1e6, 1, 0.7, 3}, {0, 1, 0.2, 2}, {1e-6, 2e-6, 0, 100},
	} {
		from := flow.Point{X: -2.6, Y: 1.2}
		times := make([]float64, 41)
		for i := range times {
			times[i] = c.until * float64(i) / 40
		}
		path, err := flow.Gradient(t.Context(), bowl(c.l1, c.l2, c.turn), from, times)
		if err != nil || len(path) != len(times) || path[0] != from {
			t.Fatalf("%v: %d points, %v", c, len(path), err)
		}
		for i, p := range path {
			want := onBowl(c.l1, c.l2, c.turn, from, times[i])
			if d := apart(p, want); !(d <= 2e-5*(1+math.Hypot(want.X, want.Y))) {
				t.Fatalf("%v at time %v: %v, want %v", c, times[i], p, want)
			}
		}
	}
}

// TestGradientFlowEnds where the loss does, at times that stand still, and with its context.
func TestGradientFlowEnds(t *testing.T) {
	wall := func(x, y float64) flow.Jet {
		return flow.Jet{F: 2 * x * math.Sqrt(x), X: 3 * math.Sqrt(x), XX: 1.5 / math.Sqrt(x)}
	}
	path, err := flow.Gradient(t.Context(), wall, flow.Point{X: 1}, []float64{0, 0, 0.1, 0.5, 5, 50})
	if err != nil || len(path) < 4 || path[0] != path[1] {
		t.Errorf("%v, %v", path, err)
	}
	for _, p := range path {
		if math.IsNaN(p.X) || math.IsNaN(p.Y) {
			t.Errorf("a point is none: %v", path)
		}
	}
	away, err := flow.Gradient(t.Context(), bowl(-1, -1, 0), flow.Point{X: 1}, []float64{1, 10, 1000})
	if err != nil || len(away) != 2 {
		t.Errorf("who leaves for good is at %v, %v", away, err)
	}
	if none, err := flow.Gradient(t.Context(), wall, flow.Point{X: -1}, []float64{0, 1}); len(none) != 0 || err != nil {
		t.Errorf("outside of the domain: %v, %v", none, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := flow.Gradient(ctx, bowl(1, 2, 0), flow.Point{X: 1}, []float64{1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := flow.Central(ctx, bowl(1, 2, 0), flow.Point{X: 1}, []float64{0.1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestCentralFlowBelowTheEdge is the gradient flow at the sum of the rates.
func TestCentralFlowBelowTheEdge(t *testing.T) {
	rates, sum, from := []float64{0.05, 0.07, 0.02, 0.07, 0, 0.079}, 0.0, flow.Point{X: -2.6, Y: 1.2}
	path, err := flow.Central(t.Context(), bowl(25, 1, 0.5), from, rates) // the edge is at 0.08
	if err != nil || len(path) != len(rates)+1 {
		t.Fatal(len(path), err)
	}
	for i, p := range path {
		if i > 0 {
			sum += rates[i-1]
		}
		if want := onBowl(25, 1, 0.5, from, sum); apart(p, want) > 1e-7 {
			t.Errorf("after %d steps at %v, want %v", i, p, want)
		}
	}
}

// valley is (1 - x^2 y^2)^2 / 2, whose minima are the hyperbolas |x y| = 1, ever sharper away from the diagonal.
func valley(x, y float64) flow.Jet {
	p := x * x * y * y
	return flow.Jet{
		F: (1 - p) * (1 - p) / 2, X: -2 * (1 - p) * x * y * y, Y: -2 * (1 - p) * x * x * y,
		XX: -2*y*y*(1-p) + 4*x*x*y*y*y*y, YY: -2*x*x*(1-p) + 4*y*y*x*x*x*x, XY: -4*x*y*(1-p) + 4*x*x*x*y*y*y,
	}
}

func sharpness(j flow.Jet) float64 { return (j.XX+j.YY)/2 + math.Hypot((j.XX-j.YY)/2, j.XY) }

// TestCentralFlowAtTheEdge: where the gradient flow gets sharper than 2/lr, the central flow stays at the edge, and descent goes
// to and fro about it.
func TestCentralFlowAtTheEdge(t *testing.T) {
	const steps = 400
	from := flow.Point{X: 3.2, Y: 0.1}
	bare, err := flow.Gradient(t.Context(), valley, from, []float64{0, 50})
	if err != nil || len(bare) != 2 {
		t.Fatal(err)
	}
	final := sharpness(valley(bare[1].X, bare[1].Y))
	rate := 2 / (0.8 * final) // the flow ends beyond the edge
	rates := make([]float64, steps)
	for i := range rates {
		rates[i] = rate
	}
	path, err := flow.Central(t.Context(), valley, from, rates)
	if err != nil || len(path) != steps+1 {
		t.Fatalf("%d points, %v", len(path), err)
	}
	edge, at := 2/rate, 0
	for i, p := range path {
		s := sharpness(valley(p.X, p.Y))
		if s > 1.005*edge {
			t.Fatalf("after %d steps the sharpness is %v, beyond the edge at %v", i, s, edge)
		}
		if s > 0.997*edge {
			at++
		}
	}
	if at < steps/10 {
		t.Errorf("only %d steps are at the edge", at)
	}
	w := from
	var late flow.Point
	for i := range steps {
		j := valley(w.X, w.Y)
		w = flow.Point{X: w.X - rate*j.X, Y: w.Y - rate*j.Y}
		if i >= steps-2 {
			late.X, late.Y = late.X+w.X/2, late.Y+w.Y/2
		}
	}
	end := path[steps]
	if d, other := apart(late, end), apart(bare[1], end); !(d < other/4) {
		t.Errorf("descent averages at %v, the central flow is at %v, the gradient flow at %v", late, end, bare[1])
	}
}

// TestCentralFlowBeyondTheEdge of a quadratic is none: descent diverges there.
func TestCentralFlowBeyondTheEdge(t *testing.T) {
	path, err := flow.Central(t.Context(), bowl(25, 1, 0.5), flow.Point{X: 1, Y: 1}, []float64{0.07, 0.09, 0.09})
	if err != nil || len(path) != 2 {
		t.Errorf("%v, %v", path, err)
	}
}
