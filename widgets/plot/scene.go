package plot

import (
	"image/color"

	"descentlab/internal/geom"
)

// A Point is a place in the plane of a surface.
type Point = geom.Point

// A Rect is a window of that plane: X0 < X1 and Y0 < Y1, all finite.
type Rect = geom.Rect

// A Style says how a picture looks, apart from what it shows.
type Style struct {
	Palette  *Palette
	Font     *Font
	Scale    float64 // device pixels per unit
	TextSize float64 // units
	Line     float64 // how wide ways and curves are, as a part of their usual width; 0: all of it
}

// line is the width of a way or a curve that is usually so wide, in units.
func (st Style) line(units float64) float64 {
	if st.Line > 0 {
		units *= st.Line
	}
	return units
}

// px is a length in device units.
func (st Style) px(units float64) float64 { return units * st.Scale }

// SmallMap is the side, in units, below which a map shows less: no labels and no numbers at its edges, of the critical points
// only minima, and wide ways.
const SmallMap = 200

// TinyMap is the side, in units, below which it has no note either: that would lie over the heads.
const TinyMap = 100

// A MarkKind says what stands at a marked place.
type MarkKind int

const (
	MinimumMark    MarkKind = iota // ring with a dot
	BestMark                       // star: the best known minimum
	SaddleMark                     // cross with faint arms along its eigenvectors
	MaximumMark                    // triangle
	DegenerateMark                 // diamond: the Hessian does not tell
)

// minimum tells whether it is one of a minimum.
func (k MarkKind) minimum() bool { return k == MinimumMark || k == BestMark }

// A Mark is a critical point on the map.
type Mark struct {
	Kind   MarkKind
	At     Point
	Value  float64  // of the function
	Arms   [2]Point // unit eigenvectors, of saddles
	Label  string
	Says   string // what stands beside it on the map; empty: the label
	Strong bool   // under the pointer
	End    bool   // a racer ends here
}

// A Trace is the way of one racer.
type Trace struct {
	Pts      []Point
	Shadow   []Point // a second way beside the first, step by step: an average, say; may be nil
	Head     float64 // fractional index: the trace is drawn from 0 to here
	Color    color.RGBA
	Glyph    Glyph
	Name     string // for whoever looks the trace up; drawn if it is Named
	Named    bool   // its name stands beside its head, large, where there is room
	Seat     int    // where its name stands as long as it can, as PlaceNames says; 0: where there is most room
	Diverged bool   // after the last point it left the map, or the finite numbers
	Step     int    // at which it did
	Fate     string // what is said of that; "": the step
	Left     int    // the step from which it is outside for good, though it goes on; 0: it is not
	Faint    bool   // another racer is the one to look at

	Width float64 // of the way, in units, all along and without dots; 0: as fits the picture
}

// A Scene describes a map by values: equal scenes give equal marks. Slices and
// what pointers lead to must not change while a painter may look at them.
type Scene struct {
	View    Rect
	Field   *Field  // nil: not known yet
	Cells   *Cells  // cover the field's colours; may be nil
	Region  *Region // may be nil
	Within  *Rect   // the box in which racers are kept, sides of which may be infinite; nil: there is none
	Marks   []Mark
	Curves  []Curve
	Arrows  []Arrow // over all ways
	Clouds  []*Cloud
	Traces  []Trace
	Clear   []Trace // ways that texts keep off in the place of those of Traces, which they have been placed for; nil: of Traces
	Events  []EventMark
	Tags    []Tag
	Handles []Handle
	Start   *Point     // where the racers start, nil if not shown
	StartAs string     // what the arrow to Start is labelled when that is out of view; empty: "start"
	Cross   *Point     // where the pointer is, nil if not shown
	Linked  bool       // the pointer may be on another map, that shows the same: its place is marked here
	Silent  bool       // isolines have no numbers
	Ticks   bool       // numbers along the edges
	Across  string     // what they are of along the lower edge
	Up      string     // and along the left one
	Key     KeySide    // where it tells what heights the colours stand for, and at which the racers are
	Still   bool       // nobody points at it: all places are named, and ways are as strong at their beginnings as at their ends
	Note    string     // at the lower left of a small map
	Veiled  bool       // other maps are to be looked at
	Frame   color.RGBA // around the map that is to be looked at; none if it has no opacity
	LogX    bool       // the first coordinate is the logarithm, to base 10, of what is named there
	LogY    bool       // the second one is
	Title   string
	Busy    bool // a newer field is on its way
}

// cleared are the ways that texts keep off.
func (s *Scene) cleared() []Trace {
	if s.Clear != nil {
		return s.Clear
	}
	return s.Traces
}

// ToPixel is where p is seen in a picture of w by h device pixels, that shows
// the whole View.
func (s Scene) ToPixel(p Point, w, h int) (x, y float64) {
	at := s.toDevice(p, float64(w), float64(h))
	return at.X, at.Y
}

// FromPixel is the place that is seen at (x, y): the inverse of ToPixel.
func (s Scene) FromPixel(x, y float64, w, h int) Point {
	return s.fromDevice(Vec{x, y}, float64(w), float64(h))
}

func (s Scene) toDevice(p Point, w, h float64) Vec {
	v := s.View
	return Vec{(p.X - v.X0) / (v.X1 - v.X0) * w, (v.Y1 - p.Y) / (v.Y1 - v.Y0) * h}
}

func (s Scene) fromDevice(at Vec, w, h float64) Point {
	v := s.View
	return Point{X: v.X0 + at.X/w*(v.X1-v.X0), Y: v.Y1 - at.Y/h*(v.Y1-v.Y0)}
}
