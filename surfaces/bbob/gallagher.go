package bbob

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A peak of Gallagher's function is an ellipse with axes along the turned coordinates.
type peak struct {
	u, v   float64 // where it is, turned
	narrow [2]float64
	height float64 // 10 is the highest
}

// gallagher is the function with so many peaks. It is written with the logarithms of their heights, so that one exponential
// serves all of them; the highest peak is exactly 10.
func gallagher(count int) func(f *formula, seed int64, at *[2]float64) {
	return func(f *formula, seed int64, at *[2]float64) {
		peaks, best := peaksOf(count, seed)
		*at = best
		f.turn("u", "v", rotation(seed), "x", "y")
		terms := make([]string, len(peaks))
		for i, p := range peaks {
			level := ""
			if i > 0 {
				level = number(math.Log(p.height / 10))
			}
			terms[i] = fmt.Sprintf("%s - %s*(u%s)^2 - %s*(v%s)^2", level, number(p.narrow[0]/4), less(p.u),
				number(p.narrow[1]/4), less(p.v))
		}
		f.let("g", "10 - 10*exp(max(%s))", strings.TrimSpace(strings.Join(terms, ", ")))
		f.rise("t", "g")
		f.WriteString("t^2 + " + outside)
	}
}

// peaksOf draws the peaks, the highest first, and says where that is.
func peaksOf(count int, seed int64) (peaks []peak, best [2]float64) {
	const condition = 1000.0
	width, half, ofBest := 9.8, 4.9, condition
	if count == 101 {
		width, half, ofBest = 10, 5, math.Sqrt(condition)
	}
	r := rotation(seed)
	peaks = make([]peak, count)
	order := ranking(stream(seed, count-1))
	places := stream(seed, 2*count)
	for i := range peaks {
		p := &peaks[i]
		of := ofBest
		p.height = 10
		if i > 0 {
			part := func(n int) float64 { return float64(n) / float64(count-2) }
			of = math.Pow(condition, part(order[i-1]))
			p.height = part(i-1)*(9.1-1.1) + 1.1
		}
		for j, k := range ranking(stream(seed+int64(1000*i), 2)) {
			p.narrow[j] = math.Pow(of, float64(k)-0.5)
		}
		a, b := width*places[2*i]-half, width*places[2*i+1]-half
		p.u, p.v = r[0][0]*a+r[0][1]*b, r[1][0]*a+r[1][1]*b
		if i == 0 {
			p.u, p.v = 0.8*p.u, 0.8*p.v
			best = [2]float64{0.8 * a, 0.8 * b}
		}
	}
	return peaks, best
}

// ranking returns the places of the numbers in ascending order.
func ranking(v []float64) []int {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(v[i], v[j]) })
	return order
}
