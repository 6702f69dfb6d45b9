package main

import (
	"math"
	"testing"

	"descentlab/widgets/plot"
)

// The baselines: what the code would do for one surface and one optimizer alone, written out by hand in Go. They keep
// nothing, check nothing and take no parameters, so they are about as fast as it can be done in the plain way.

// The results go here, so that the compiler leaves no work out.
var sink float64

func rosenbrock(x, y float64) float64 {
	a, b := 1-x, y-x*x
	return a*a + 100*b*b
}

func rosenbrockGradient(x, y float64) (f, fx, fy float64) {
	a, b := 1-x, y-x*x
	return a*a + 100*b*b, -2*a - 400*x*b, 200 * b
}

func rosenbrockJet(x, y float64) (f, fx, fy, fxx, fxy, fyy float64) {
	f, fx, fy = rosenbrockGradient(x, y)
	return f, fx, fy, 2 - 400*(y-3*x*x), -400 * x, 200
}

func peaks(x, y float64) float64 {
	a, b := 1-x, y+1
	return 3*a*a*math.Exp(-x*x-b*b) - 10*(x/5-x*x*x-y*y*y*y*y)*math.Exp(-x*x-y*y) - math.Exp(-(x+1)*(x+1)-y*y)/3
}

func TestBaselinesAreRight(t *testing.T) {
	f, fx, fy, fxx, fxy, fyy := rosenbrockJet(-1.2, 1)
	got := []float64{f, fx, fy, fxx, fxy, fyy}
	want := []float64{24.2, -215.6, -88, 1330, 480, 200} // from the formula's derivatives, by hand
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-9 {
			t.Errorf("Rosenbrock at (-1.2, 1): %v, want %v", got, want)
			break
		}
	}
	if f := peaks(0.2282789, -1.6255350); math.Abs(f+6.5511333) > 1e-6 {
		t.Errorf("the lowest value of Peaks is %v, want -6.5511333", f)
	}
	var run [2001]recorded
	adam(run[:], 0.1)
	if last := run[len(run)-1]; math.Hypot(last.x-1, last.y-1) > 1e-2 {
		t.Errorf("Adam ends at (%v, %v), want the minimum at (1, 1)", last.x, last.y)
	}
	if n := len(segments(nil, 3, 3, []float64{0, 0, 0, 0, 1, 0, 0, 0, 0}, 0.5)); n != 4 {
		t.Errorf("the level around one high value has %d segments, want 4", n)
	}
}

func BenchmarkRosenbrockValueByHand(b *testing.B) {
	x := -1.2
	for b.Loop() {
		sink += rosenbrock(x, 1)
		x += 1e-9
	}
}

func BenchmarkRosenbrockJetByHand(b *testing.B) {
	x := -1.2
	for b.Loop() {
		f, fx, fy, fxx, fxy, fyy := rosenbrockJet(x, 1)
		sink += f + fx + fy + fxx + fxy + fyy
		x += 1e-9
	}
}

// recorded is what is kept of one step.
type recorded struct{ x, y, loss float64 }

// adam descends Rosenbrock from its usual start and records every step.
func adam(run []recorded, lr float64) {
	const beta1, beta2, eps = 0.9, 0.999, 1e-8
	x, y := -1.2, 1.0
	var mx, my, vx, vy float64
	p1, p2 := 1.0, 1.0
	for t := range run {
		f, gx, gy := rosenbrockGradient(x, y)
		run[t] = recorded{x, y, f}
		p1, p2 = p1*beta1, p2*beta2
		mx, my = beta1*mx+(1-beta1)*gx, beta1*my+(1-beta1)*gy
		vx, vy = beta2*vx+(1-beta2)*gx*gx, beta2*vy+(1-beta2)*gy*gy
		rate, scale := lr/(1-p1), math.Sqrt(1-p2)
		x -= rate * mx / (math.Sqrt(vx)/scale + eps)
		y -= rate * my / (math.Sqrt(vy)/scale + eps)
	}
}

// One operation is one step; the thousand of them that a call takes are shared out.
func BenchmarkAdamStepByHand(b *testing.B) {
	run := make([]recorded, 1000)
	steps := 0
	for b.Loop() {
		if steps == len(run) {
			steps = 0
		}
		if steps == 0 {
			adam(run, 0.1)
		}
		steps++
	}
	sink += run[len(run)-1].loss
}

func BenchmarkRaceByHand(b *testing.B) {
	var runs [8][]recorded
	for i := range runs {
		runs[i] = make([]recorded, 2001)
	}
	for b.Loop() {
		for i, run := range runs {
			adam(run, 0.01*float64(i+1))
		}
	}
	sink += runs[7][2000].loss
}

var peaksView = plot.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}

// peaksGrid fills a square grid with Peaks over peaksView.
func peaksGrid(v []float64, n int) {
	step := (peaksView.X1 - peaksView.X0) / float64(n)
	for j := range n {
		y := peaksView.Y1 - (float64(j)+0.5)*step
		for i := range n {
			v[j*n+i] = peaks(peaksView.X0+(float64(i)+0.5)*step, y)
		}
	}
}

func BenchmarkPeaksByHand(b *testing.B) {
	v := make([]float64, 512*512)
	for b.Loop() {
		peaksGrid(v, 512)
	}
	sink += v[0]
}

// A segment is a piece of a contour line inside one cell of a grid.
type segment struct{ x0, y0, x1, y1 float64 }

// segments appends one level's pieces, cell by cell, without joining them.
func segments(dst []segment, w, h int, v []float64, level float64) []segment {
	for j := range h - 1 {
		for i := range w - 1 {
			x, y := float64(i), float64(j)
			a, b, c, d := v[j*w+i], v[j*w+i+1], v[(j+1)*w+i+1], v[(j+1)*w+i]
			var ends [4][2]float64
			n := 0
			if (a < level) != (b < level) {
				ends[n], n = [2]float64{x + (level-a)/(b-a), y}, n+1
			}
			if (b < level) != (c < level) {
				ends[n], n = [2]float64{x + 1, y + (level-b)/(c-b)}, n+1
			}
			if (d < level) != (c < level) {
				ends[n], n = [2]float64{x + (level-d)/(c-d), y + 1}, n+1
			}
			if (a < level) != (d < level) {
				ends[n], n = [2]float64{x, y + (level-a)/(d-a)}, n+1
			}
			for k := 0; k+1 < n; k += 2 {
				dst = append(dst, segment{ends[k][0], ends[k][1], ends[k+1][0], ends[k+1][1]})
			}
		}
	}
	return dst
}

func BenchmarkSegmentsByHand(b *testing.B) {
	v := make([]float64, 512*512)
	peaksGrid(v, 512)
	levels := (&plot.Grid{W: 512, H: 512, View: peaksView, V: v}).Levels(24, plot.LogSpacing)
	var pieces []segment
	for b.Loop() {
		pieces = pieces[:0]
		for _, level := range levels {
			pieces = segments(pieces, 512, 512, v, level)
		}
	}
	sink += float64(len(pieces))
}

func BenchmarkCopyByHand(b *testing.B) {
	src, dst := make([]byte, 1440*900*4), make([]byte, 1440*900*4)
	for b.Loop() {
		copy(dst, src)
	}
	sink += float64(dst[0])
}
