package lab

import (
	"math"

	"descentlab/app/words"
	"descentlab/surfaces"
)

// A Side is a direction as it is seen on the map.
type Side int

// The sides.
const (
	NoSide Side = iota
	Upwards
	Downwards
	Leftwards
	Rightwards
)

// sideOf is the side to which a vector points.
func sideOf(v surfaces.Point) Side {
	switch {
	case math.Abs(v.X) < math.Abs(v.Y) && v.Y > 0:
		return Upwards
	case math.Abs(v.X) < math.Abs(v.Y):
		return Downwards
	case v.X > 0:
		return Rightwards
	}
	return Leftwards
}

// Key is the side in files: "upwards", "to the left"; "" for none.
func (s Side) Key() string {
	return [...]string{"", "upwards", "downwards", "to the left", "to the right"}[s]
}

// Arrow is the side as a sign.
func (s Side) Arrow() string { return [...]string{"", "↑", "↓", "←", "→"}[s] }

// String is the side in words.
func (s Side) String() string {
	switch s {
	case Upwards:
		return words.T("upwards")
	case Downwards:
		return words.T("downwards")
	case Leftwards:
		return words.T("to the left")
	case Rightwards:
		return words.T("to the right")
	}
	return ""
}
