package page

import (
	"context"
	"math"
	"slices"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A ground is the surface as a square grid of values, from the upper left corner of the map to the lower right one. The page
// interpolates it with cubic splines through four values each way (Catmull-Rom).
type ground struct {
	N        int     // values along a side
	Least    float64 // that is added to all
	Levels   []float64
	Heavy    []bool    // which of the isolines are heavier and have their number
	Texts    []string  // of the levels
	Decimals int       // to which an interpolated value is told; -1: to four digits
	Note     string    `json:",omitempty"`
	values   []float64 // as the page will read them
}

// Sizes of the grid that are tried, and which part of the places between its values may have another colour than they should.
var grids = []int{129, 193, 257}

const wrongColours = 0.01

// levelSide is the side, in pixels, of the map from which levels are chosen.
const levelSide = 480

// groundOf samples the ground of a view and keeps it, as finely as it needs. The error is the context's.
func groundOf(ctx context.Context, r lab.Run, view surfaces.Rect, s *store) (ground, error) {
	job := figure.Ground{Probe: r.Field.Probe, View: view, W: levelSide, H: levelSide, Spacing: figure.Spacings[r.Doc.Look.Levels]}
	field := job.Sample(ctx)
	if field == nil {
		return ground{}, ctx.Err()
	}
	g := ground{Levels: field.Levels, Note: figure.GroundNote(r.Field.Probe)}
	for i, v := range g.Levels {
		g.Heavy, g.Texts = append(g.Heavy, field.Heavy(i)), append(g.Texts, plot.Number(v))
	}
	var kept []int32
	for _, n := range grids {
		var wrong float64
		var err error
		if kept, wrong, err = g.sample(ctx, job, n); err != nil {
			return g, err
		}
		if wrong <= wrongColours {
			break
		}
	}
	s.grid(kept, g.N)
	return g, nil
}

// sample makes the grid with n values along a side, and tells which part of the places between them gets a wrong colour.
func (g *ground) sample(ctx context.Context, job figure.Ground, n int) (kept []int32, wrong float64, err error) {
	between := job
	between.W, between.H = n-1, n-1 // the middles of these cells lie between the values
	job.View = corners(job.View, n)
	job.W, job.H = n, n
	values, exact := job.Sample(ctx), between.Sample(ctx)
	if values == nil || exact == nil {
		return nil, 0, ctx.Err()
	}
	g.N, g.Least = n, 0
	if lo, _ := values.Grid.Range(); geom.Finite(lo) {
		g.Least = lo
	}
	kept, g.values = make([]int32, len(values.Grid.V)), make([]float64, len(values.Grid.V))
	for k, v := range values.Grid.V {
		kept[k] = float24(v - g.Least)
		g.values[k] = g.Least + of24(kept[k])
	}
	wrong = g.compare(exact.Grid)
	return kept, wrong, nil
}

// corners is a view of which the middles of the outer of n by n cells lie on the sides of the given one.
func corners(v surfaces.Rect, n int) surfaces.Rect {
	dx, dy := (v.X1-v.X0)/float64(n-1)/2, (v.Y1-v.Y0)/float64(n-1)/2
	return surfaces.Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}
}

// compare holds the middles between the values against what is there, and says to how many decimals they may be told: so that
// 19 of 20 are right but for the last one.
func (g *ground) compare(exact *plot.Grid) (wrong float64) {
	var errors []float64
	off := 0
	for j := range exact.H {
		for i := range exact.W {
			want, got := exact.V[j*exact.W+i], g.middle(i, j)
			if math.IsNaN(want) || math.IsInf(want, 0) || math.IsNaN(got) {
				continue
			}
			errors = append(errors, math.Abs(got-want))
			if band(g.Levels, got) != band(g.Levels, want) {
				off++
			}
		}
	}
	g.Decimals = -1
	if len(errors) == 0 {
		return 0
	}
	slices.Sort(errors)
	if e := errors[len(errors)*19/20]; e > 0 {
		g.Decimals = max(int(math.Floor(-math.Log10(e))), 0)
	}
	return float64(off) / float64(len(errors))
}

// band is the number of levels that a value is not below.
func band(levels []float64, v float64) int {
	at, found := slices.BinarySearch(levels, v)
	if found {
		at++
	}
	return at
}

// middle interpolates in the middle between values i, i+1 and j, j+1, as the page does: at the sides the outermost value is taken
// twice.
func (g *ground) middle(i, j int) float64 {
	weights := [4]float64{-1.0 / 16, 9.0 / 16, 9.0 / 16, -1.0 / 16}
	sum := 0.0
	for b, wy := range weights {
		y := min(max(j+b-1, 0), g.N-1)
		for a, wx := range weights {
			x := min(max(i+a-1, 0), g.N-1)
			sum += wx * wy * g.values[y*g.N+x]
		}
	}
	return sum
}

// nothing stands where there is no value.
const nothing = 1<<24 - 1

// float24 is a number from 0 on as the upper 24 of the 32 bits of a float, rounded: its relative error is at most 2^-16. What is
// too large is the largest there is.
func float24(v float64) int32 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nothing
	}
	v = min(max(v, 0), math.MaxFloat32/2)
	return int32((math.Float32bits(float32(v)) + 1<<7) >> 8)
}

// of24 is the number that float24 has kept.
func of24(k int32) float64 {
	if k == nothing {
		return math.NaN()
	}
	return float64(math.Float32frombits(uint32(k) << 8))
}

// grid adds a square of n by n whole numbers: each as its difference from what its neighbours to the left and above make one
// expect.
func (s *store) grid(list []int32, n int) {
	flat := make([]int32, len(list))
	for k, v := range list {
		left, up, across := int32(0), int32(0), int32(0)
		if k%n > 0 {
			left = list[k-1]
		}
		if k >= n {
			up = list[k-n]
		}
		if k%n > 0 && k >= n {
			across = list[k-n-1]
		}
		flat[k] = v - (left + up - across)
	}
	sum := int32(0) // for column takes differences of its own
	for k, v := range flat {
		sum += v
		flat[k] = sum
	}
	s.column(flat)
}
