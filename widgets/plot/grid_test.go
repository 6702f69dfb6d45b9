package plot

import (
	"context"
	"math"
	"runtime"
	"sync/atomic"
	"testing"
)

func TestSampleTakesCellCenters(t *testing.T) {
	g := sampled(func(x, y float64) float64 { return 100*x + y }, Rect{X0: 0, X1: 4, Y0: 10, Y1: 13}, 4, 3)
	want := []float64{
		62.5, 162.5, 262.5, 362.5, // the top row: y = 12.5
		61.5, 161.5, 261.5, 361.5,
		60.5, 160.5, 260.5, 360.5,
	}
	for k, v := range g.V {
		if v != want[k] {
			t.Errorf("cell %d is %v, not %v", k, v, want[k])
		}
	}
}

func TestSampleGivesEachGoroutineItsOwnRows(t *testing.T) {
	var workers, rows atomic.Int64
	g := Sample(context.Background(), peaksView, 5, 1003, func() func(dst, xs []float64, y float64) {
		workers.Add(1)
		return func(dst, xs []float64, y float64) { rows.Add(1); dst[0] = 1 }
	})
	if n := workers.Load(); n < 1 || n > int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d workers on %d cores", n, runtime.GOMAXPROCS(0))
	}
	if n := rows.Load(); n != 1003 {
		t.Errorf("%d rows were asked for, not 1003", n)
	}
	for j := range g.H {
		if g.V[j*g.W] != 1 {
			t.Fatalf("row %d was left out", j)
		}
	}
}

func TestSampleCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var rows atomic.Int64
	g := Sample(ctx, peaksView, 10, 10000, func() func(dst, xs []float64, y float64) {
		return func(dst, xs []float64, y float64) {
			switch n := rows.Add(1); {
			case n == 20:
				cancel()
			case n > 20:
				<-ctx.Done() // however late the others hear of it, each has but this row
			}
		}
	})
	if g != nil {
		t.Error("a cancelled sampling gave a grid")
	}
	if n := rows.Load(); n > 20+int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d rows were sampled after the cancellation", n-20)
	}
}

func TestRangeIsThatOfTheFinite(t *testing.T) {
	g := &Grid{V: []float64{math.Inf(1), 3, math.NaN(), -2, math.Inf(-1)}}
	if lo, hi := g.Range(); lo != -2 || hi != 3 {
		t.Errorf("the range is %v to %v, not -2 to 3", lo, hi)
	}
	g.V = []float64{math.NaN(), math.Inf(1)}
	if lo, hi := g.Range(); lo == lo || hi == hi {
		t.Errorf("the range of nothing is %v to %v, not NaN", lo, hi)
	}
}

func BenchmarkSample(b *testing.B) {
	for b.Loop() {
		sampled(peaks, peaksView, 512, 512)
	}
}
