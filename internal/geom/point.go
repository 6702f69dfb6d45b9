package geom

import "math"

// A Point is a place in the plane, or a displacement, in the units of its axes.
type Point struct{ X, Y float64 }

// Distance is the length of the straight way from p to q.
func (p Point) Distance(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }
