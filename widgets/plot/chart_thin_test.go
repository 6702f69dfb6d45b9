package plot

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// columnExtents is what the polyline through the points idx of ys covers in
// each of n pixel columns; point i stands at abscissa x(i).
func columnExtents(ys []float64, idx []int, x func(int) float64, n int) []extent {
	cols := make([]extent, n)
	for k := range cols {
		cols[k] = nothing()
	}
	for j, i := range idx {
		cols[int(x(i))].add(ys[i])
		if j == 0 {
			continue
		}
		h := idx[j-1]
		for edge := int(x(h)) + 1; edge <= int(x(i)); edge++ { // the segment passes from column edge-1 to column edge
			y := ys[h] + (ys[i]-ys[h])*(float64(edge)-x(h))/(x(i)-x(h))
			cols[edge-1].add(y)
			cols[edge].add(y)
		}
	}
	return cols
}

func TestThinnedLineCoversTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n, width := 1+r.IntN(2000), 1+r.IntN(400)
		ys := make([]float64, n)
		level := r.Float64()
		for i := range ys {
			level += r.NormFloat64()
			ys[i] = level
			if r.IntN(50) == 0 {
				ys[i] += 100 * r.NormFloat64() // a spike
			}
		}
		x := func(i int) float64 { return (float64(i) + 0.5) * float64(width) / float64(n) }
		column := func(i int) int { return int(x(i)) }
		from := r.IntN(n)
		kept := thin(nil, ys, from, n, column)

		all := make([]int, 0, n)
		for i := from; i < n; i++ {
			all = append(all, i)
		}
		want, got := columnExtents(ys, all, x, width), columnExtents(ys, kept, x, width)
		if !slices.Equal(got, want) {
			t.Fatalf("%d points on %d columns: the thinned line covers other pixels", n, width)
		}
		counts := map[int]int{}
		for j, i := range kept {
			if counts[column(i)]++; counts[column(i)] > 4 {
				t.Fatalf("%d points on %d columns: more than 4 points kept in column %d", n, width, column(i))
			}
			if j > 0 && kept[j-1] >= i {
				t.Fatalf("points %d and %d out of order", kept[j-1], i)
			}
		}
	}
}

func TestThinKeepsSpikesAndEnds(t *testing.T) {
	ys := make([]float64, 1000)
	ys[100], ys[101], ys[999] = 7, -7, math.Inf(1)
	one := func(int) int { return 0 }
	if got, want := thin(nil, ys, 0, 1000, one), []int{0, 101, 999}; !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	if got, want := thin([]int{2}, ys, 98, 200, one), []int{2, 98, 100, 101, 199}; !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	if got := thin(nil, ys, 5, 5, one); len(got) != 0 {
		t.Errorf("kept %v of nothing", got)
	}
}

func TestColumnEnd(t *testing.T) {
	for per := 1; per < 70; per++ {
		column := func(i int) int { return i / per }
		for i := range 200 {
			if got, want := columnEnd(i, 200, column), min((i/per+1)*per, 200); got != want {
				t.Fatalf("%d points a column: column of %d ends at %d, want %d", per, i, got, want)
			}
		}
	}
}

func TestStraightenedLineStaysClose(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const tolerance = 1.0 / 16
	for range 500 {
		pts := make([]Vec, 2+r.IntN(300))
		x, y := 0.0, 0.0
		for i := range pts {
			pts[i] = Vec{x, y}
			x += []float64{0, 0.01, 1, 3}[r.IntN(4)]
			y += r.NormFloat64() * []float64{0, 0.01, 1}[r.IntN(3)]
		}
		kept := straighten(slices.Clone(pts), tolerance)
		if kept[0] != pts[0] || kept[len(kept)-1] != pts[len(pts)-1] {
			t.Fatal("an end was left out")
		}
		j := 0
		for _, p := range pts {
			if j+1 < len(kept) && p == kept[j+1] {
				j++
			}
			if p == kept[j] {
				continue
			}
			a, b := kept[j], kept[j+1]
			if b.X <= a.X {
				t.Fatalf("%v was left out of an upright line from %v to %v", p, a, b)
			}
			if off := math.Abs(a.Y + (b.Y-a.Y)*(p.X-a.X)/(b.X-a.X) - p.Y); off > tolerance+1e-9 {
				t.Fatalf("%v is %v off the line from %v to %v", p, off, a, b)
			}
		}
	}
}

func TestStraightLineIsTwoPoints(t *testing.T) {
	var pts []Vec
	for i := range 100 {
		pts = append(pts, Vec{float64(i), 3 * float64(i)})
	}
	if got := straighten(pts, 0.01); len(got) != 2 {
		t.Errorf("%d points kept of a straight line", len(got))
	}
}
