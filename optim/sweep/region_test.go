package sweep_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
)

func dab(x, y, r float64, erase bool) sweep.Stroke {
	return sweep.Stroke{Pts: []sweep.Spot{{X: x, Y: y}}, Radius: r, Erase: erase}
}

// TestRegionIsEvenByArea: parts of a region have as many starts as their share of its area, however often they are painted.
func TestRegionIsEvenByArea(t *testing.T) {
	const n = 20000
	cases := map[string]struct {
		region sweep.Region
		in     func(x, y float64) bool
		part   float64
	}{
		"two discs far apart": {
			sweep.Region{dab(0, 0, 1, false), dab(100, 0, 2, false)},
			func(x, _ float64) bool { return x < 50 }, 1.0 / 5,
		},
		"painted over and over": {
			append(slices.Repeat(sweep.Region{dab(0, 0, 1, false), dab(0.1, 0, 1, false)}, 40), dab(5, 0, 1, false)),
			func(x, _ float64) bool { return x > 3 }, math.Pi / (2*math.Pi + 2*0.1 - 0.001/12),
		},
		"a ring": {
			sweep.Region{dab(0, 0, 2, false), dab(0, 0, 1, true)},
			func(x, y float64) bool { return math.Hypot(x, y) < 1.5 }, (1.5*1.5 - 1) / 3,
		},
		"painted again": {
			sweep.Region{dab(0, 0, 1, false), dab(0, 0, 1, true), dab(0, 0, 0.5, false), dab(3, 0, 0.5, false)},
			func(x, _ float64) bool { return x < 1.5 }, 0.5,
		},
		"a line": {
			sweep.Region{{Pts: []sweep.Spot{{X: -1}, {X: 3}}, Radius: 0.5}},
			func(x, _ float64) bool { return x < 0 }, (1 + math.Pi/8) / (4 + math.Pi/4),
		},
		"a flat brush": {
			sweep.Region{{Pts: []sweep.Spot{{}}, Radius: 4, Ratio: 0.01}, dab(10, 0, 0.4, false)},
			func(x, _ float64) bool { return x < 7 }, 0.5,
		},
		"a speck beside a lake": {
			sweep.Region{dab(0, 0, 1e-3, false), dab(1000, 0, 1e-3, false)},
			func(x, _ float64) bool { return x < 500 }, 0.5,
		},
	}
	for name, c := range cases {
		starts := c.region.Starts(n, 3)
		if len(starts) != n {
			t.Errorf("%s: %d starts", name, len(starts))
			continue
		}
		count := 0
		for i, s := range starts {
			if !c.region.Contains(s.X, s.Y) || s.Seed != 3+uint64(i) {
				t.Fatalf("%s: start %+v", name, s)
			}
			if c.in(s.X, s.Y) {
				count++
			}
		}
		sigma := math.Sqrt(n * c.part * (1 - c.part))
		if off := math.Abs(float64(count) - n*c.part); off > 4*sigma {
			t.Errorf("%s: %d of %d starts in a part of %v", name, count, n, c.part)
		}
	}
}

// TestRegionIsFilled: what Starts fills of a random region is what Contains tells, cell by cell.
func TestRegionIsFilled(t *testing.T) {
	lengthy.Test(t)
	random := rand.New(rand.NewPCG(1, 2))
	var region sweep.Region
	for i := range 60 {
		s := sweep.Stroke{Radius: 0.05 + 0.2*random.Float64(), Erase: i%3 == 2}
		for range 1 + i%5 {
			s.Pts = append(s.Pts, sweep.Spot{X: 4 * random.Float64(), Y: 4 * random.Float64()})
		}
		region = append(region, s)
	}
	const side, n = 12, 40000
	at := func(v float64) int { return int(math.Floor((v + 0.5) / 5 * side)) }
	var got, want [side * side]float64
	for _, s := range region.Starts(n, 9) {
		got[at(s.Y)*side+at(s.X)]++
	}
	inside := 0.0
	for range 5 * n {
		if x, y := 5*random.Float64()-0.5, 5*random.Float64()-0.5; region.Contains(x, y) {
			want[at(y)*side+at(x)]++
			inside++
		}
	}
	for i := range got {
		expect := want[i] / inside * n
		if off := math.Abs(got[i] - expect); off > 6*math.Sqrt(expect+1)+0.02*expect {
			t.Errorf("cell %d: %v starts, want about %v", i, got[i], expect)
		}
	}
}

func TestRegionFollowsFromItsSeed(t *testing.T) {
	region := sweep.Region{{Pts: []sweep.Spot{{}, {X: 1, Y: 2}}, Radius: 0.3}, dab(0.5, 1, 0.2, true)}
	a, b, c := region.Starts(300, 5), region.Starts(300, 5), region.Starts(300, 6)
	if !reflect.DeepEqual(a, b) || reflect.DeepEqual(a, c) {
		t.Error("the starts do not follow from the seed")
	}
}

// TestNothingPainted: a region that is empty, or as good as, gives no starts, and comes back.
func TestNothingPainted(t *testing.T) {
	for name, region := range map[string]sweep.Region{
		"nothing":         nil,
		"rubbed only":     {dab(0, 0, 1, true)},
		"rubbed out":      {dab(0, 0, 1, false), dab(0, 0, 1, true)},
		"rubbed out wide": {dab(0, 0, 1, false), dab(0.5, 0, 2, true)},
		"no brush":        {dab(0, 0, 0, false)},
	} {
		if starts := region.Starts(100, 1); len(starts) > 0 {
			t.Errorf("%s: %d starts", name, len(starts))
		}
	}
}

// TestGrid: a grid has as many starts as are asked for, all in the window, and its cells are nearly square.
func TestGrid(t *testing.T) {
	for _, view := range []sweep.Rect{{X0: -3, X1: 3, Y0: -3, Y1: 3}, {X0: 0, X1: 16, Y0: 0, Y1: 1},
		{X0: 5, X1: 6, Y0: -50, Y1: 50}} {
		for _, n := range []int{1, 2, 10, 64, 300, 2000} {
			starts := sweep.Grid(view, n, 7)
			if len(starts) != n {
				t.Fatalf("%d starts, want %d", len(starts), n)
			}
			rows := map[float64]int{}
			for i, s := range starts {
				if s.X <= view.X0 || s.X >= view.X1 || s.Y <= view.Y0 || s.Y >= view.Y1 || s.Seed != 7+uint64(i) {
					t.Fatalf("start %+v of %v", s, view)
				}
				rows[s.Y]++
			}
			least, most := n, 0
			for _, columns := range rows {
				least, most = min(least, columns), max(most, columns)
			}
			if most-least > 1 {
				t.Errorf("%d starts in %v: rows of %d to %d", n, view, least, most)
			}
			dx, dy := (view.X1-view.X0)*float64(len(rows))/float64(n), (view.Y1-view.Y0)/float64(len(rows))
			if n >= 300 && (dx > 1.5*dy || dy > 1.5*dx) {
				t.Errorf("%d starts in %v are %v apart one way and %v the other", n, view, dx, dy)
			}
		}
	}
}

func BenchmarkRegionStarts(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	s := sweep.Stroke{Radius: 0.3}
	for range 2000 {
		s.Pts = append(s.Pts, sweep.Spot{X: 4 * random.Float64(), Y: 4 * random.Float64()})
	}
	wave := sweep.Stroke{Radius: 0.1}
	for i := range 1500 {
		wave.Pts = append(wave.Pts, sweep.Spot{X: float64(i) * 0.004, Y: math.Sin(float64(i) * 0.02)})
	}
	for name, region := range map[string]sweep.Region{"scribble": {s}, "wave": {wave, dab(1, 0, 0.5, true)}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				region.Starts(2000, 1)
			}
		})
	}
}
