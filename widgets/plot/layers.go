package plot

import "slices"

// A Layer is a part of a scene that lies over those before it, and depends on parts of the scene only: what is drawn of it can
// be kept for as long as those are the same.
type Layer int

const (
	GroundLayer    Layer = iota // the field and the cells that cover it; it covers the whole picture
	FurnitureLayer              // isolines, ticks, marks and the title: what rarely changes; the isolines' numbers: AppendWritten
	LabelLayer                  // the region, and the names of marks, which keep off the racers' ways
	LiveLayer                   // what moves, above all the racers
)

// Draw draws the whole scene, layer by layer.
func (s Scene) Draw(on Canvas, st Style) {
	for l := GroundLayer; l <= LiveLayer; l++ {
		s.DrawLayer(l, on, st)
	}
}

// DrawLayer draws one layer of the scene over those below it.
func (s Scene) DrawLayer(l Layer, on Canvas, st Style) {
	c := compose(on, s, st)
	defer c.done()
	switch l {
	case GroundLayer:
		c.ground()
	case FurnitureLayer:
		c.furniture()
	case LabelLayer:
		c.region()
		c.labels()
	case LiveLayer:
		c.live()
	}
}

// Same reports whether a layer and all below it look the same in both scenes, in one style and size. What is compared by
// pointer, as a Field is, must be the same and not only equal. The live layer is never reckoned the same. In the furniture the
// numbers of isolines may stand elsewhere, since they keep off the racers' ways: AppendWritten tells where.
func (l Layer) Same(a, b Scene) bool {
	switch l {
	case GroundLayer:
		return sameGround(a, b)
	case FurnitureLayer:
		return sameFurniture(a, b)
	case LabelLayer:
		return sameLabels(a, b)
	}
	return false
}

// AppendWritten appends where the furniture of a scene, in a picture of w by h device units, has numbers and other texts.
func (s Scene) AppendWritten(to []Box, st Style, w, h float64) []Box {
	c := measured(s, st, w, h)
	defer c.done()
	if !c.drawable() {
		return to
	}
	return append(to, c.furnished()...)
}

// Kept is a copy of the scene to be compared by Layer.Same later, when the caller may have changed the slices of s.
func (s Scene) Kept() Scene {
	s.Marks = slices.Clone(s.Marks)
	s.Traces, s.Curves, s.Clouds = slices.Clone(s.Traces), slices.Clone(s.Curves), nil
	s.Clear = slices.Clone(s.Clear)
	s.Handles, s.Tags = slices.Clone(s.Handles), slices.Clone(s.Tags)
	s.Arrows = nil
	if s.Start != nil {
		start := *s.Start
		s.Start = &start
	}
	if s.Within != nil {
		within := *s.Within
		s.Within = &within
	}
	return s
}

func sameGround(a, b Scene) bool { return a.View == b.View && a.Field == b.Field && a.Cells == b.Cells }

func sameFurniture(a, b Scene) bool {
	return sameGround(a, b) && a.Silent == b.Silent && a.Ticks == b.Ticks && a.Across == b.Across && a.Up == b.Up &&
		a.Key == b.Key && a.Still == b.Still && a.LogX == b.LogX && a.LogY == b.LogY && a.Title == b.Title && sameSquare(a, b) &&
		(a.Within == b.Within || a.Within != nil && b.Within != nil && *a.Within == *b.Within) && sameSigns(a.Marks, b.Marks)
}

// sameSigns reports whether marks are signed alike. Where racers end matters only for the names of marks, unless there are many
// minima: then it also decides which of them are signed.
func sameSigns(a, b []Mark) bool {
	if manyMinima(a) {
		return slices.Equal(a, b)
	}
	return slices.EqualFunc(a, b, func(a, b Mark) bool { a.End = b.End; return a == b })
}

// manyMinima tells whether there are more minima than are all signed in a crowd.
func manyMinima(marks []Mark) bool {
	n := 0
	for _, m := range marks {
		if m.Kind.minimum() {
			n++
		}
	}
	return n > deepest
}

// sameLabels reports whether labels that keep off the start, the handles and the ways stay where they are, and so does the
// region below them.
func sameLabels(a, b Scene) bool {
	if !slices.Equal(a.Marks, b.Marks) {
		return false
	}
	sameWays := slices.EqualFunc(a.cleared(), b.cleared(), func(a, b Trace) bool { return sameWay(a.Pts, b.Pts) })
	if a.Region != b.Region || !slices.Equal(a.Handles, b.Handles) || !sameWays || !sameClear(a.Curves, b.Curves) {
		return false
	}
	if a.Start == nil || b.Start == nil {
		return a.Start == b.Start && sameFurniture(a, b)
	}
	return *a.Start == *b.Start && sameFurniture(a, b)
}

// sameClear reports whether the curves that labels keep off are the same.
func sameClear(a, b []Curve) bool {
	for {
		i := slices.IndexFunc(a, func(c Curve) bool { return c.Clear })
		j := slices.IndexFunc(b, func(c Curve) bool { return c.Clear })
		if i < 0 || j < 0 {
			return i == j
		}
		if !sameWay(a[i].Pts, b[j].Pts) {
			return false
		}
		a, b = a[i+1:], b[j+1:]
	}
}

// sameWay compares the points themselves only if they are few and not at the same place.
func sameWay(a, b []Point) bool {
	if len(a) != len(b) {
		return false
	}
	return len(a) == 0 || &a[0] == &b[0] || len(a) < 128 && slices.Equal(a, b)
}
