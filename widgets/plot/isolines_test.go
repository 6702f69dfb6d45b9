package plot

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// peaks is MATLAB's test surface.
func peaks(x, y float64) float64 {
	return 3*(1-x)*(1-x)*math.Exp(-x*x-(y+1)*(y+1)) -
		10*(x/5-x*x*x-y*y*y*y*y)*math.Exp(-x*x-y*y) -
		math.Exp(-(x+1)*(x+1)-y*y)/3
}

func rosenbrock(x, y float64) float64 { return (1-x)*(1-x) + 100*(y-x*x)*(y-x*x) }

var peaksView = Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}

// sampled samples a plain function.
func sampled(f func(x, y float64) float64, view Rect, w, h int) *Grid {
	return Sample(context.Background(), view, w, h, func() func(dst, xs []float64, y float64) {
		return func(dst, xs []float64, y float64) {
			for i, x := range xs {
				dst[i] = f(x, y)
			}
		}
	})
}

// randomGrid is rough, with holes, and with values exactly on whole levels.
func randomGrid(rng *rand.Rand, w, h int) *Grid {
	g := &Grid{W: w, H: h, View: Rect{X0: -1, X1: 2, Y0: 5, Y1: 9}, V: make([]float64, w*h)}
	for k := range g.V {
		switch g.V[k] = 8 * rng.Float64(); rng.IntN(12) {
		case 0:
			g.V[k] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[rng.IntN(3)]
		case 1, 2:
			g.V[k] = math.Round(g.V[k])
		}
	}
	return g
}

// cellCoordinates undoes Grid.at.
func (g *Grid) cellCoordinates(p Point) (i, j float64) {
	return (p.X-g.View.X0)/(g.View.X1-g.View.X0)*float64(g.W) - 0.5,
		(g.View.Y1-p.Y)/(g.View.Y1-g.View.Y0)*float64(g.H) - 0.5
}

func TestIsolinesLieOnTheirLevels(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	levels := []float64{0.5, 1, 2, 3.25, 4, 7}
	for range 40 {
		g := randomGrid(rng, 2+rng.IntN(20), 2+rng.IntN(20))
		for _, line := range g.Isolines(levels) {
			for _, p := range line.Pts {
				i, j := g.cellCoordinates(p)
				// A vertex is on an edge of the grid: one coordinate is whole.
				i0, j0 := math.Floor(i+1e-9), math.Floor(j+1e-9)
				ti, tj := math.Max(0, i-i0), math.Max(0, j-j0)
				if ti > 1e-6 && tj > 1e-6 {
					t.Fatalf("vertex (%v, %v) is inside a square", i, j)
				}
				a := g.V[int(j0)*g.W+int(i0)]
				b := a
				if ti > 1e-6 {
					b = g.V[int(j0)*g.W+int(i0)+1]
				} else if tj > 1e-6 {
					b = g.V[(int(j0)+1)*g.W+int(i0)]
				}
				if got, want := a+(b-a)*math.Max(ti, tj), levels[line.Level]; math.Abs(got-want) > 1e-6*(1+math.Abs(b-a)) && ti+tj > 1e-5 {
					t.Fatalf("the grid is %v at a vertex of level %v", got, want)
				}
			}
		}
	}
}

// A line ends only where the grid does: on its border, or at a square that has a
// corner without a finite value.
func TestIsolinesCloseOrEndAtABorder(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	levels := []float64{0.5, 1, 2, 3.25, 4, 7}
	open, closed := 0, 0
	for range 60 {
		g := randomGrid(rng, 3+rng.IntN(20), 3+rng.IntN(20))
		for _, line := range g.Isolines(levels) {
			if line.Closed {
				closed++
				if len(line.Pts) < 3 {
					t.Fatalf("a closed line has %d points", len(line.Pts))
				}
				continue
			}
			open++
			for _, p := range []Point{line.Pts[0], line.Pts[len(line.Pts)-1]} {
				if !g.borders(p) {
					t.Fatalf("a line of level %v ends inside the grid at %v", levels[line.Level], p)
				}
			}
		}
	}
	if open < 100 || closed < 100 {
		t.Errorf("only %d open and %d closed lines were looked at", open, closed)
	}
}

// borders reports whether p is on the border of the grid or of a square that has
// no isolines.
func (g *Grid) borders(p Point) bool {
	i, j := g.cellCoordinates(p)
	const e = 1e-6
	if i < e || j < e || i > float64(g.W-1)-e || j > float64(g.H-1)-e {
		return true
	}
	for _, di := range []float64{-e, e} {
		for _, dj := range []float64{-e, e} {
			k := int(math.Floor(j+dj))*g.W + int(math.Floor(i+di))
			if !isFinite(g.V[k] + g.V[k+1] + g.V[k+g.W] + g.V[k+g.W+1]) {
				return true
			}
		}
	}
	return false
}

// naiveIsolines finds the segments of one level square by square, each corner
// pair on its own: two crossed sides are joined; of four, the value in the
// middle decides which corners are cut off.
func (g *Grid) naiveIsolines(level float64) []string {
	var segments []string
	for j := 0; j+1 < g.H; j++ {
		for i := 0; i+1 < g.W; i++ {
			corner := [4][2]int{{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}}
			var v [4]float64
			for c, at := range corner {
				v[c] = g.V[at[1]*g.W+at[0]]
			}
			mean := (v[0] + v[1] + v[2] + v[3]) / 4
			if !isFinite(mean) {
				continue
			}
			var at [4]Point // where side c, from corner c to the next, is crossed
			var crossed []int
			for c := range 4 {
				d := (c + 1) % 4
				if (v[c] >= level) != (v[d] >= level) {
					s := (level - v[c]) / (v[d] - v[c])
					at[c] = g.at(float64(corner[c][0])*(1-s)+float64(corner[d][0])*s, float64(corner[c][1])*(1-s)+float64(corner[d][1])*s)
					crossed = append(crossed, c)
				}
			}
			switch len(crossed) {
			case 2:
				segments = append(segments, segmentText(at[crossed[0]], at[crossed[1]]))
			case 4:
				for c := range 4 {
					// Corner c is cut off if the middle is on the other side.
					if (v[c] >= level) != (mean >= level) {
						segments = append(segments, segmentText(at[(c+3)%4], at[c]))
					}
				}
			}
		}
	}
	slices.Sort(segments)
	return segments
}

// segmentText tells segments apart, whichever way they run.
func segmentText(a, b Point) string {
	if a.X > b.X+1e-7 || math.Abs(a.X-b.X) <= 1e-7 && a.Y > b.Y {
		a, b = b, a
	}
	text := fmt.Sprintf("%.5f %.5f %.5f %.5f", a.X+1e-8, a.Y+1e-8, b.X+1e-8, b.Y+1e-8)
	return text
}

func TestIsolinesAreThoseOfTheNaiveWay(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	levels := []float64{0.7, 1, 2, 3.25, 4, 6.1}
	for range 60 {
		g := randomGrid(rng, 2+rng.IntN(16), 2+rng.IntN(16))
		got := make([][]string, len(levels))
		for _, line := range g.Isolines(levels) {
			pts := line.Pts
			if line.Closed {
				pts = append(slices.Clone(pts), pts[0])
			}
			for i := 1; i < len(pts); i++ {
				got[line.Level] = append(got[line.Level], segmentText(pts[i-1], pts[i]))
			}
		}
		for k, level := range levels {
			slices.Sort(got[k])
			if want := g.naiveIsolines(level); !slices.Equal(got[k], want) {
				t.Fatalf("level %v on a grid of %d x %d: %d segments, the naive way has %d", level, g.W, g.H, len(got[k]), len(want))
			}
		}
	}
}

func TestHigherGroundIsOnTheRight(t *testing.T) {
	g := sampled(func(x, y float64) float64 { return x + y/2 }, peaksView, 30, 30)
	for _, line := range g.Isolines([]float64{-1, 0, 1}) {
		a, b := line.Pts[0], line.Pts[1]
		// The gradient (1, 0.5) against the direction turned to the right.
		if right := (b.Y - a.Y) - (b.X-a.X)/2; right <= 0 {
			t.Errorf("the line from %v to %v has the lower ground on its right", a, b)
		}
	}
}

func TestSaddleIsDecidedByItsMiddle(t *testing.T) {
	for _, c := range []struct {
		v     []float64
		level float64
		join  bool // of the high corners
	}{{[]float64{1, 0, 0, 1}, 0.4, true}, {[]float64{1, 0, 0, 1}, 0.6, false},
		{[]float64{0, 1, 1, 0}, 0.4, true}, {[]float64{0, 1, 1, 0}, 0.6, false}} {
		g := &Grid{W: 2, H: 2, View: Rect{X0: 0, X1: 2, Y0: 0, Y1: 2}, V: c.v}
		lines := g.Isolines([]float64{c.level})
		if len(lines) != 2 {
			t.Fatalf("%v at %v: %d lines, not 2", c.v, c.level, len(lines))
		}
		for _, line := range lines {
			a, b := line.Pts[0], line.Pts[1]
			middle := Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
			// A line cuts off the corner that it is nearest to.
			k := 0
			if middle.X > 1 {
				k++
			}
			if middle.Y < 1 {
				k += 2
			}
			if high := c.v[k] >= c.level; high == c.join {
				t.Errorf("%v at %v: corner %d is cut off", c.v, c.level, k)
			}
		}
	}
}

func TestIsolinesOfHugeValues(t *testing.T) {
	g := &Grid{W: 2, H: 2, View: Rect{X0: 0, X1: 2, Y0: 0, Y1: 2}, V: []float64{-1.5e308, 1.5e308, -1.5e308, 1.5e308}}
	lines := g.Isolines([]float64{0})
	if len(lines) != 1 || len(lines[0].Pts) != 2 {
		t.Fatalf("got %v", lines)
	}
	for _, p := range lines[0].Pts {
		if math.Abs(p.X-1) > 1e-12 {
			t.Errorf("zero lies at x = %v, not in the middle", p.X)
		}
	}
}

func TestIsolinesOfNearlyNothing(t *testing.T) {
	for _, g := range []*Grid{{}, {W: 1, H: 5, V: make([]float64, 5)}, {W: 5, H: 1, V: make([]float64, 5)}} {
		if lines := g.Isolines([]float64{0}); len(lines) != 0 {
			t.Errorf("a grid of %d x %d has %d lines", g.W, g.H, len(lines))
		}
	}
}

func TestIsolinesAreDeterministic(t *testing.T) {
	g := randomGrid(rand.New(rand.NewPCG(9, 9)), 40, 40)
	levels := []float64{1, 2, 3, 4, 5, 6, 7}
	same := func(a, b Line) bool {
		return a.Level == b.Level && a.Closed == b.Closed && slices.Equal(a.Pts, b.Pts)
	}
	want := g.Isolines(levels)
	for range 5 {
		if got := g.Isolines(levels); !slices.EqualFunc(got, want, same) {
			t.Fatal("the same grid gave different lines")
		}
	}
}

func BenchmarkIsolines(b *testing.B) {
	g := sampled(peaks, peaksView, 512, 512)
	levels := g.Levels(24, LogSpacing)
	b.ReportAllocs()
	for b.Loop() {
		g.Isolines(levels)
	}
}
