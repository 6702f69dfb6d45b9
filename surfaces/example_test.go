package surfaces_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"descentlab/surfaces"
)

// The built-in surfaces are found by name; a name that is slightly wrong is answered with the right one.
func ExampleLookup() {
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Title, "is", s.Formula)
	p, err := s.Probe(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("at the start (%g, %g) it is %.4g\n", s.Start.X, s.Start.Y, p.Value(s.Start.X, s.Start.Y))

	_, err = surfaces.Lookup("himelblau")
	fmt.Println(err)
	// Output:
	// Himmelblau is (x^2+y-11)^2 + (x+y^2-7)^2
	// at the start (-0.5, -0.5) it is 179.1
	// unknown surface "himelblau": did you mean himmelblau?
}

// The critical points of a window: minima first, then saddles and maxima, each kind from the lowest to the highest.
func ExampleProbe_Critical() {
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := s.Probe(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	points, err := p.Critical(context.Background(), s.View)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range points {
		fmt.Printf("%-8v (%6.3f, %6.3f)  value %5.1f, curvatures %6.1f and %5.1f\n", c.Kind, c.At.X, c.At.Y, c.Value, c.L1, c.L2)
	}
	// Output:
	// minimum  (-3.779, -3.283)  value   0.0, curvatures   70.7 and 133.8
	// minimum  (-2.805,  3.131)  value   0.0, curvatures   64.8 and  80.6
	// minimum  ( 3.000,  2.000)  value   0.0, curvatures   25.7 and  82.3
	// minimum  ( 3.584, -1.848)  value   0.0, curvatures   28.7 and 105.4
	// saddle   ( 3.385,  0.074)  value  13.3, curvatures  -14.1 and  97.5
	// saddle   ( 0.087,  2.884)  value  67.7, curvatures  -31.7 and  75.5
	// saddle   (-3.073, -0.081)  value 104.0, curvatures  -39.7 and  72.4
	// saddle   (-0.128, -1.954)  value 178.3, curvatures  -50.6 and  20.3
	// maximum  (-0.271, -0.923)  value 181.6, curvatures  -45.6 and -16.1
}

// A formula of one's own needs no more than itself; with a parameter it is a family of surfaces. This one has two wells, until
// it is tilted so much that one of them runs out.
func ExampleSurface_Probe() {
	wells := surfaces.Surface{
		Formula: "x^2 + y^4/4 - y^2/2 + tilt*y",
		Params:  []surfaces.Param{{Name: "tilt", Default: 0.1}},
	}
	for _, params := range []map[string]float64{nil, {"tilt": 0.5}, {"tild": 0.5}} {
		p, err := wells.Probe(params)
		if err != nil {
			fmt.Println(err)
			continue
		}
		points, err := p.Critical(context.Background(), surfaces.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println("critical points:", len(points))
		for _, c := range points {
			fmt.Printf("  %v at y = %.4g: %.4g\n", c.Kind, c.At.Y, c.Value)
		}
	}
	// Output:
	// critical points: 3
	//   minimum at y = -1.047: -0.3524
	//   minimum at y = 0.9456: -0.1526
	//   saddle at y = 0.101: 0.005026
	// critical points: 1
	//   minimum at y = -1.191: -0.8017
	// unknown parameter "tild": did you mean tilt?
}

// A saddle leads down to two places. How high it lies above them is the barrier between their basins.
func ExampleProbe_Separatrix() {
	p, err := surfaces.Surface{Formula: "x^2 + y^4/4 - y^2/2 + y/10"}.Probe(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, view := context.Background(), surfaces.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	points, err := p.Critical(ctx, view)
	if err != nil {
		fmt.Println(err)
		return
	}
	i := slices.IndexFunc(points, func(c surfaces.Critical) bool { return c.Kind == surfaces.Saddle })
	s, err := p.Separatrix(ctx, points[i], view, points)
	if err != nil {
		fmt.Println(err)
		return
	}
	for way, branch := range s.Ways {
		if height, ok := s.Barrier(way); ok {
			fmt.Printf("from y = %.4g down by %.4g to the %v at y = %.4g\n", s.Saddle.At.Y, height, branch.At.Kind, branch.At.At.Y)
		}
	}
	// Output:
	// from y = 0.101 down by 0.3574 to the minimum at y = -1.047
	// from y = 0.101 down by 0.1577 to the minimum at y = 0.9456
}

// A table of one's own makes a loss over two weights: here slope x and intercept y of a line through it.
func ExampleReadCSV() {
	data, _, err := surfaces.ReadCSV(strings.NewReader("hours,marks\n1,2.1\n2,3.9\n3,6.2\n4,7.8\n5,10.1\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := surfaces.Surface{Formula: "(x*u + y - t)^2", Data: data}
	p, err := s.Probe(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	points, err := p.Critical(context.Background(), surfaces.Rect{X0: -5, X1: 5, Y0: -5, Y1: 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range points {
		u, t := data.Columns[0].Label, data.Columns[1].Label
		fmt.Printf("%s = %.4g*%s + %.4g, mean squared error %.4g\n", t, c.At.X, u, c.At.Y, c.Value)
	}
	// Output:
	// marks = 1.99*hours + 0.05, mean squared error 0.0214
}
