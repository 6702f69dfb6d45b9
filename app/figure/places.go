package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Sizes of what is drawn of the selected place, in units.
const (
	EigenLength = 44    // of the eigenvector of the greater eigenvalue, to either side
	EigenPart   = 0.075 // of the map, at most
	ArrowLength = 8     // of the heads: the way that a descent goes
	EigenWidth  = 2.8
	WayWidth    = 2
	RidgeWidth  = 1.7
)

// Found tells whether the places of a field are known, or taken along from a surface that a slider has changed.
func Found(f *lab.Field) bool { return f != nil && (f.Known || len(f.Places) > 0) }

// Again is the place among others that a former one is now; nil if there is none.
func Again(p lab.Place, among []lab.Place, home surfaces.Rect) *lab.Place {
	var nearest *lab.Place
	reach := math.Hypot(home.X1-home.X0, home.Y1-home.Y0) / 12
	for i, q := range among {
		if d := math.Hypot(q.At.X-p.At.X, q.At.Y-p.At.Y); q.Kind == p.Kind && d < reach {
			nearest, reach = &among[i], d
		}
	}
	return nearest
}

// Points are the points of a path, for a picture.
func Points(path []surfaces.Point) []plot.Point {
	list := make([]plot.Point, len(path))
	for i, p := range path {
		list[i] = p
	}
	return list
}

// Arrow is a line from a place along a unit vector, with a head at its far end: outwards, or inwards if a descent comes in
// along it. One too short for a head has none.
func Arrow(at, along surfaces.Point, length, head float64, inwards bool) [][]plot.Point {
	if !(length > 0) {
		return nil
	}
	to := func(r, side float64) plot.Point {
		return plot.Point{X: at.X + r*along.X - side*along.Y, Y: at.Y + r*along.Y + side*along.X}
	}
	line := []plot.Point{to(0, 0), to(length, 0)}
	if length < 2*head {
		return [][]plot.Point{line}
	}
	tip, back := length, length-head
	if inwards {
		tip, back = length-head, length
	}
	return [][]plot.Point{line, {to(back, head*0.7), to(tip, 0), to(back, -head*0.7)}}
}

// PlaceNamed is a place of a field by its name; nil if there is none.
func PlaceNamed(f *lab.Field, name string) *lab.Place {
	if f == nil || name == "" {
		return nil
	}
	for i := range f.Places {
		if f.Places[i].Name == name {
			return &f.Places[i]
		}
	}
	return nil
}
