package surfaces

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// boxed surveys a formula within a box.
func boxed(t *testing.T, formula string, view, box Rect) Survey {
	t.Helper()
	p := probe(t, Surface{Formula: formula}).Within(&box)
	v, err := p.Survey(context.Background(), view)
	if err == nil {
		v, err = p.Prove(context.Background(), v)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v.Whole()
}

// TestMinimaOnTheBorder: values by hand, from the conditions of Karush, Kuhn and Tucker.
func TestMinimaOnTheBorder(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name, formula string
		view, box     Rect
		minima        []string // "x y value", with a * if on the border
	}{
		{"corner", "x^2+y^2", square(3), rect(1, 2, 1, 2), []string{"1 1 2*"}},
		{"side", "(x-3)^2+(y-0.2)^2", square(4), square(1), []string{"1 0.2 4*"}},
		{"two sides of a saddle", "x^2-y^2", square(3), square(1), []string{"0 -1 -1*", "0 1 -1*"}},
		{"slope", "2*x+3*y", square(3), square(1), []string{"-1 -1 -5*"}},
		{"level side", "x+0*y", square(3), square(1), []string{"-1 0 -1*"}},
		{"valley", "100*(y-x^2)^2+(1-x)^2", square(3), rect(-2, 0.5, -2, 2), []string{"0.5 0.25 0.25*"}},
		{"half a plane", "x^2+(y-2)^2", square(3), rect(1, inf, -inf, inf), []string{"1 2 1*"}},
		{"inside", "x^2+y^2", square(3), square(1), []string{"0 0 0"}},
		{"on the border by itself", "x^2+y^2", square(3), rect(0, 1, -1, 1), []string{"0 0 0"}},
		{"in the corner by itself", "x^2+y^2", square(3), rect(0, 1, 0, 1), []string{"0 0 0"}},
		{"one inside, one on the border", "(x^2-1)^2+x/4+y^2", square(3), rect(-3, 0.75, -3, 3),
			[]string{"-1.03 0 -0.2538", "0.75 0 0.3789*"}},
		{"kink on a side", "abs(x-0.3)+y", square(3), square(1), []string{"0.3 -1 -1*"}},
		{"a box elsewhere", "x^2+y^2", square(3), rect(5, 6, 5, 6), []string{"5 5 50*"}},
		{"half a plane elsewhere", "(x-3)^2+y^2", square(4), rect(5, inf, -inf, inf), []string{"5 0 4*"}},
		{"half a plane far away", "x^2+y^2", square(3), rect(-inf, -50, -inf, inf), []string{"-50 0 2500*"}},
		{"touching the window", "x^2+y^2", square(3), rect(3, inf, -1, 1), []string{"3 0 9*"}},
		{"maximum of a side", "x*y-2*x", square(3), rect(0, 1, 0, 1), []string{"1 0 -2*"}},
		{"wave", "sin(x)-y", square(3), rect(-9, 9, -1, 1), []string{"-1.571 1 -2*"}},
	} {
		v := boxed(t, c.formula, c.view, c.box)
		var got []string
		for _, p := range v.Points {
			if p.Kind != Minimum {
				continue
			}
			text := fmt.Sprintf("%.4g %.4g %.4g", p.At.X+0, p.At.Y+0, p.Value)
			if p.Border {
				text += "*"
			}
			got = append(got, text)
		}
		slices.Sort(got)
		slices.Sort(c.minima)
		if strings.Join(got, "; ") != strings.Join(c.minima, "; ") {
			t.Errorf("%s: %s within %v has minima %q, want %q", c.name, c.formula, c.box, got, c.minima)
		}
		if v.Border == nil || !v.Border.Proven && c.name != "level side" {
			t.Errorf("%s: %+v is not proven", c.name, v.Border)
		}
	}
}

// TestBorderIsTheLowest: on random surfaces no point of a grid within the box lies lower than the lowest minimum of the list, and
// no neighbour on the border lower than one of its minima.
func TestBorderIsTheLowest(t *testing.T) {
	box := rect(-1.3, 0.9, -0.7, 1.9)
	for _, formula := range []string{
		"sin(3*x+y)*cos(2*y-x)+x/5", "x^3-3*x*y^2+y", "exp(-x^2-y^2)*(x-y)", "(x*y-1)^2-x", "abs(x-0.2)*y-y^2", "cos(4*x)-sin(5*y)+x*y",
	} {
		v := boxed(t, formula, square(3), box)
		p := probe(t, Surface{Formula: formula})
		least := math.Inf(1)
		for _, c := range v.Points {
			least = min(least, c.Value)
			if !c.Border {
				continue
			}
			for k := range 64 {
				sin, cos := math.Sincos(float64(k) * math.Pi / 32)
				q := box.Clamp(Point{X: c.At.X + 1e-5*cos, Y: c.At.Y + 1e-5*sin})
				if f := p.Value(q.X, q.Y); f < c.Value-1e-15 {
					t.Errorf("%s: %v is lower than the minimum %v by %g", formula, q, c.At, c.Value-f)
				}
			}
		}
		for i := range 201 {
			for k := range 201 {
				x, y := box.X0+(box.X1-box.X0)*float64(i)/200, box.Y0+(box.Y1-box.Y0)*float64(k)/200
				if f := p.Value(x, y); f < least-1e-12 {
					t.Fatalf("%s: (%g, %g) is lower than all of the list: %g below %g", formula, x, y, f, least)
				}
			}
		}
	}
}

// TestDownhillAlongTheBorder: a ball that is kept in a box rolls along its side to the minimum there, leaves the side where it
// turns uphill, and stops in corners.
func TestDownhillAlongTheBorder(t *testing.T) {
	for _, c := range []struct {
		name, formula string
		box           Rect
		from, to      Point
	}{
		{"side", "(x-3)^2+(y-0.2)^2", square(1), at(0, -0.9), at(1, 0.2)},
		{"corner", "2*x+3*y", square(1), at(0.3, 0.4), at(-1, -1)},
		{"from the border", "x^2-y^2", square(1), at(0.7, 1), at(0, 1)},
		{"from outside", "x^2+y^2", rect(1, 2, 1, 2), at(-1, 5), at(1, 1)},
		{"along and away", "(x-0.5)^2*4+(y-3*x^2)^2/4+x/9", rect(-2, 2, 0.5, 3), at(-0.9, 0.6), at(0.4861, 0.7089)},
		{"not at all", "x^2+y^2", square(1), at(0.5, 0.5), at(0, 0)},
	} {
		p := probe(t, Surface{Formula: c.formula}).Within(&c.box)
		v := boxed(t, c.formula, square(4), c.box)
		b, err := p.Downhill(context.Background(), c.from, square(4), v.Points, 2000)
		if err != nil || b.End != Arrived || b.To < 0 || v.Points[b.To].At.Distance(c.to) > 1e-3 {
			t.Errorf("%s: from %v %v at %+v (%d of %v), %v; want %v", c.name, c.from, b.End, b.At.At, b.To, v.Points, err, c.to)
		}
	}
}

func rect(x0, x1, y0, y1 float64) Rect { return Rect{X0: x0, X1: x1, Y0: y0, Y1: y1} }

func at(x, y float64) Point { return Point{X: x, Y: y} }
