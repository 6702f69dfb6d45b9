package graphic

import (
	"slices"

	"descentlab/widgets/plot"
)

// SameScene tells whether two scenes give the same picture, at a glance: what pointers lead to is never changed, so
// that a field is the same only if it is at the same place. (Equal numbers elsewhere, half a million of them, would take
// longer to compare than to draw.)
func SameScene(a, b plot.Scene) bool {
	return a.View == b.View && a.Field == b.Field && a.Cells == b.Cells && a.Region == b.Region && sameBox(a.Within, b.Within) &&
		a.LogX == b.LogX && a.LogY == b.LogY &&
		samePoint(a.Start, b.Start) && a.StartAs == b.StartAs && samePoint(a.Cross, b.Cross) &&
		a.Ticks == b.Ticks && a.Across == b.Across && a.Up == b.Up &&
		a.Title == b.Title && a.Busy == b.Busy && a.Linked == b.Linked && a.Key == b.Key &&
		a.Still == b.Still && a.Silent == b.Silent && a.Note == b.Note && a.Veiled == b.Veiled && a.Frame == b.Frame &&
		slices.Equal(a.Marks, b.Marks) && slices.Equal(a.Handles, b.Handles) && slices.Equal(a.Tags, b.Tags) &&
		slices.Equal(a.Clouds, b.Clouds) && slices.Equal(a.Events, b.Events) && slices.Equal(a.Arrows, b.Arrows) &&
		slices.EqualFunc(a.Curves, b.Curves, sameCurve) && slices.EqualFunc(a.Traces, b.Traces, sameTrace) &&
		(a.Clear == nil) == (b.Clear == nil) && slices.EqualFunc(a.Clear, b.Clear, sameTrace)
}

func sameBox(a, b *plot.Rect) bool {
	return a == b || a != nil && b != nil && *a == *b
}

func samePoint(a, b *plot.Point) bool {
	return a == b || a != nil && b != nil && *a == *b
}

func sameCurve(a, b plot.Curve) bool {
	return a.Color == b.Color && a.Width == b.Width && a.Dashed == b.Dashed && a.Dash == b.Dash && a.Clear == b.Clear &&
		a.Fill == b.Fill && a.Over == b.Over && a.Faint == b.Faint && samePoints(a.Pts, b.Pts)
}

func sameTrace(a, b plot.Trace) bool {
	return a.Head == b.Head && a.Color == b.Color && a.Glyph == b.Glyph && a.Name == b.Name &&
		a.Diverged == b.Diverged && a.Step == b.Step && a.Left == b.Left && a.Fate == b.Fate && a.Faint == b.Faint &&
		a.Named == b.Named && a.Seat == b.Seat && a.Width == b.Width && samePoints(a.Pts, b.Pts) && samePoints(a.Shadow, b.Shadow)
}

// samePoints compares the points themselves only if they are not at the same place.
func samePoints(a, b []plot.Point) bool {
	if len(a) != len(b) {
		return false
	}
	return len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b)
}
