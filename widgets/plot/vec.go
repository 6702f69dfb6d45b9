package plot

import (
	"math"

	"descentlab/internal/geom"
)

// A Vec is a place in a picture, or a displacement there, in device units: X to the right, Y down from the upper left corner.
type Vec struct{ X, Y float64 }

// Add is v moved by u.
func (v Vec) Add(u Vec) Vec { return Vec{v.X + u.X, v.Y + u.Y} }

// Sub is the way from u to v.
func (v Vec) Sub(u Vec) Vec { return Vec{v.X - u.X, v.Y - u.Y} }

// Mul is v k times as long.
func (v Vec) Mul(k float64) Vec { return Vec{k * v.X, k * v.Y} }

// Len is the length of v.
func (v Vec) Len() float64 { return math.Hypot(v.X, v.Y) }

// Finite tells whether v is a place at all: neither NaN nor infinitely far.
func (v Vec) Finite() bool { return isFinite(v.X) && isFinite(v.Y) }

func isFinite(f float64) bool         { return geom.Finite(f) }
func clamp(f, lo, hi float64) float64 { return geom.Clamp(f, lo, hi) }

// A Box is a rectangle in a picture, in device units: X0 <= X1 and Y0 <= Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Snapped is the box with its corners at whole device units, the nearest ones.
func (b Box) Snapped() Box {
	return Box{math.Round(b.X0), math.Round(b.Y0), math.Round(b.X1), math.Round(b.Y1)}
}

func boxAbout(at Vec, dx, dy float64) Box { return Box{at.X - dx, at.Y - dy, at.X + dx, at.Y + dy} }

func (b Box) meets(d Box) bool {
	return b.X0 < d.X1 && d.X0 < b.X1 && b.Y0 < d.Y1 && d.Y0 < b.Y1
}

func (b Box) meetsAny(ds []Box) bool {
	for _, d := range ds {
		if b.meets(d) {
			return true
		}
	}
	return false
}

// distance is that of a place to the nearest part of b.
func (b Box) distance(at Vec) float64 {
	return math.Hypot(max(b.X0-at.X, at.X-b.X1, 0), max(b.Y0-at.Y, at.Y-b.Y1, 0))
}

// within reports whether b lies inside d.
func (b Box) within(d Box) bool {
	return b.X0 >= d.X0 && b.X1 <= d.X1 && b.Y0 >= d.Y0 && b.Y1 <= d.Y1
}
