package plot

import (
	"math"
	"slices"
	"testing"
	"unicode/utf8"

	"descentlab/internal/lengthy"
)

var spacings = []Spacing{LogSpacing, LinearSpacing, QuantileSpacing}

var levelSurfaces = []struct {
	name string
	f    func(x, y float64) float64
	view Rect
}{
	{"peaks", peaks, peaksView},
	{"rosenbrock", rosenbrock, Rect{X0: -2, X1: 2, Y0: -1, Y1: 3}},
	{"tiny", func(x, y float64) float64 { return 1e-290 * (x*x + y*y) }, peaksView},
	{"offset", func(x, y float64) float64 { return 1e6 + 1e-3*(x*x+y) }, peaksView},
	{"huge", func(x, y float64) float64 { return math.Exp(200*x) * 1e43 }, peaksView},
	{"both ends", func(x, y float64) float64 { return 1.7e308 * math.Sin(x) }, peaksView},
	{"pole", func(x, y float64) float64 { return 1 / (x*x + y*y) }, peaksView},
	{"holes", func(x, y float64) float64 { return math.Log(x) + y }, peaksView},
	{"steps", func(x, y float64) float64 { return math.Floor(2*x) + math.Floor(y) }, peaksView},
	{"plateau", func(x, y float64) float64 { return math.Max(0, x-2.9) }, peaksView},
}

func TestLevelsAscendWithinTheRange(t *testing.T) {
	for _, c := range levelSurfaces {
		g := sampled(c.f, c.view, 100, 90)
		lo, hi := g.Range()
		for _, s := range spacings {
			levels := g.Levels(24, s)
			if len(levels) == 0 || len(levels) > 48 {
				t.Errorf("%s, spacing %d: %d levels", c.name, s, len(levels))
			}
			for i, v := range levels {
				if !(v > lo && v < hi) || i > 0 && !(v > levels[i-1]) {
					t.Errorf("%s, spacing %d: level %d of %v is out of order or of the range %v to %v", c.name, s, i, levels, lo, hi)
					break
				}
			}
		}
	}
}

func TestNoLevelsOfNothing(t *testing.T) {
	for name, f := range map[string]func(x, y float64) float64{
		"constant": func(x, y float64) float64 { return 7 },
		"NaN":      func(x, y float64) float64 { return math.NaN() },
		"infinite": func(x, y float64) float64 { return math.Inf(1) },
	} {
		for _, s := range spacings {
			if levels := sampled(f, peaksView, 20, 20).Levels(24, s); len(levels) != 0 {
				t.Errorf("%s, spacing %d: levels %v", name, s, levels)
			}
		}
	}
	if levels := sampled(peaks, peaksView, 20, 20).Levels(0, LogSpacing); len(levels) != 0 {
		t.Errorf("no levels were asked for, %v given", levels)
	}
}

// lowest is the part of the grid below the first level.
func lowest(g *Grid, levels []float64) float64 {
	n := 0
	for _, v := range g.V {
		if v < levels[0] {
			n++
		}
	}
	return float64(n) / float64(len(g.V))
}

// What log spacing is for: the floor of Rosenbrock's valley has levels of its
// own, and Peaks still has them on both sides of its plain.
func TestLogSpacingShowsTheDepths(t *testing.T) {
	valley := sampled(rosenbrock, Rect{X0: -2, X1: 2, Y0: -1, Y1: 3}, 200, 200)
	levels := valley.Levels(24, LogSpacing)
	if len(levels) != 24 {
		t.Errorf("%d levels, not 24", len(levels))
	}
	if part, linear := lowest(valley, levels), lowest(valley, valley.Levels(24, LinearSpacing)); part > 0.06 || part > linear/3 {
		t.Errorf("%.3f of Rosenbrock's map is below the first level, with linear spacing %.3f", part, linear)
	}
	hills := sampled(peaks, peaksView, 200, 200).Levels(24, LogSpacing)
	below := 0
	for _, v := range hills {
		if v < 0 {
			below++
		}
	}
	if below < 8 || below > 16 {
		t.Errorf("%d of %d levels of Peaks are below the plain: %v", below, len(hills), hills)
	}
}

// widestBand is the part of the map that the largest of the bands between levels
// takes.
func widestBand(g *Grid, levels []float64) float64 {
	counts := make([]int, len(levels)+1)
	finite := 0
	for _, v := range g.V {
		if isFinite(v) {
			counts[walkBand(levels, v, 0)]++
			finite++
		}
	}
	return float64(slices.Max(counts)) / float64(finite)
}

// However close the samples come to a pole, the rest of the map keeps its
// colours.
func TestPolesDoNotFlattenTheMap(t *testing.T) {
	lengthy.Test(t)
	for name, f := range map[string]func(x, y float64) float64{
		"1/x":         func(x, y float64) float64 { return 1 / x },
		"-1/x":        func(x, y float64) float64 { return -1 / x },
		"1/x at 1e-9": func(x, y float64) float64 { return 1 / (x + 1e-9) },
		"tan(x)*y":    func(x, y float64) float64 { return math.Tan(x) * y },
		"well":        func(x, y float64) float64 { return -1 / (x*x + y*y) },
		"chimney":     func(x, y float64) float64 { return 1 / (x*x + y*y) },
	} {
		for _, w := range []int{100, 301, 620} {
			g := sampled(f, peaksView, w, w)
			for _, s := range spacings {
				levels := g.Levels(24, s)
				if part := widestBand(g, levels); part > 0.4 || len(levels) < 12 {
					t.Errorf("%s on %d cells, spacing %d: %d levels, one band takes %.2f of the map", name, w, s, len(levels), part)
				}
			}
		}
	}
}

// What is far out but no pole keeps its levels: hills in a wide plain, a narrow
// well, steps, steep walls.
func TestLevelsReachTheEndsOfASmoothSurface(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(x, y float64) float64
		view Rect
	}{
		{"peaks", peaks, peaksView},
		{"peaks from afar", peaks, Rect{X0: -15, X1: 15, Y0: -15, Y1: 15}},
		{"rosenbrock", rosenbrock, Rect{X0: -2, X1: 2, Y0: -1, Y1: 3}},
		{"well", func(x, y float64) float64 { return -math.Exp(-20 * (x*x + y*y)) }, peaksView},
		{"step", func(x, y float64) float64 { return math.Floor(x / 2) }, peaksView},
		{"walls", func(x, y float64) float64 { return math.Exp(2*x) + y }, peaksView},
	} {
		g := sampled(c.f, c.view, 400, 400)
		lo, hi := g.Range()
		if from, to := g.levelRange(g.sorted(), lo, hi); from != lo || to != hi {
			t.Errorf("%s: levels are spread from %v to %v, not %v to %v", c.name, from, to, lo, hi)
		}
	}
}

func TestQuantilesHaveEqualAreas(t *testing.T) {
	g := sampled(peaks, peaksView, 300, 300)
	levels := g.Levels(9, QuantileSpacing)
	if len(levels) != 9 {
		t.Fatalf("%d levels, not 9", len(levels))
	}
	counts := make([]int, 10)
	for _, v := range g.V {
		counts[walkBand(levels, v, 0)]++
	}
	for b, n := range counts {
		if part := float64(n) / float64(len(g.V)); math.Abs(part-0.1) > 0.03 {
			t.Errorf("band %d has %.3f of the map, not about 0.1", b, part)
		}
	}
}

func TestLevelsAreShortNumbers(t *testing.T) {
	for _, c := range levelSurfaces[:2] {
		g := sampled(c.f, c.view, 100, 100)
		for _, s := range spacings[:2] {
			for _, v := range g.Levels(24, s) {
				if text := Number(v); utf8.RuneCountInString(text) > 5 {
					t.Errorf("%s, spacing %d: a level is %s", c.name, s, text)
				}
			}
		}
	}
}

func TestLinearHeavyLinesAreRound(t *testing.T) {
	for _, c := range levelSurfaces[:2] {
		levels := sampled(c.f, c.view, 100, 100).Levels(24, LinearSpacing)
		step := levels[1] - levels[0]
		for i := firstHeavy(levels); i < len(levels); i += 5 {
			if k := levels[i] / (5 * step); math.Abs(k-math.Round(k)) > 1e-9 {
				t.Errorf("%s: heavy level %v is no multiple of five steps of %v", c.name, levels[i], step)
			}
		}
	}
}

func TestFirstHeavyIsALevel(t *testing.T) {
	for _, levels := range [][]float64{{1}, {1, 2}, {7.3, 9.1}, {1, 10, 100}, {-1, 0, 1, 2}, {0.1, 0.2, 0.3}} {
		if first := firstHeavy(levels); first < 0 || first > 4 {
			t.Errorf("%v: the first heavy level is number %d", levels, first)
		}
	}
}

func BenchmarkLevels(b *testing.B) {
	g := sampled(peaks, peaksView, 512, 512)
	for b.Loop() {
		g.Levels(24, LogSpacing)
	}
}
