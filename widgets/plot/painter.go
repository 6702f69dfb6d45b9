package plot

import (
	"image"
	"slices"
)

// A Painter draws scenes that follow one another. It keeps the ground and what
// stands on it, as long as they stay the same, and draws only what moves. It is
// not safe for concurrent use; its zero value is ready.
type Painter struct {
	ground, furnished, labelled layer
}

// A layer is a finished part of a picture and what it was made from.
type layer struct {
	pic   *image.RGBA
	scene Scene
	style Style
}

// Draw draws the scene over the whole of dst, whose bounds are the picture's:
// pixel for pixel what Scene.Image gives.
func (p *Painter) Draw(dst *image.RGBA, s Scene, st Style) {
	renewed := p.ground.renew(dst, s, st, sameGround)
	if renewed {
		canvas{p.ground.pic, s, st}.ground()
		canvas{p.ground.pic, s, st}.cells()
	}
	if p.furnished.renew(dst, s, st, sameFurniture) || renewed {
		copyPicture(p.furnished.pic, p.ground.pic)
		canvas{p.furnished.pic, s, st}.furniture()
		renewed = true
	}
	if p.labelled.renew(dst, s, st, sameLabels) || renewed {
		copyPicture(p.labelled.pic, p.furnished.pic)
		canvas{p.labelled.pic, s, st}.region()
		canvas{p.labelled.pic, s, st}.labels()
	}
	copyPicture(dst, p.labelled.pic)
	canvas{dst, s, st}.live()
}

// renew reports whether the layer must be drawn anew, and if so notes for what
// and makes its picture fit.
func (l *layer) renew(dst *image.RGBA, s Scene, st Style, same func(a, b Scene) bool) bool {
	if l.pic != nil && l.pic.Rect == dst.Rect && l.style == st && same(l.scene, s) {
		return false
	}
	if l.pic == nil || l.pic.Rect != dst.Rect {
		l.pic = image.NewRGBA(dst.Rect)
	}
	s.Marks = slices.Clone(s.Marks)
	s.Traces, s.Curves, s.Clouds = slices.Clone(s.Traces), slices.Clone(s.Curves), nil
	s.Handles = slices.Clone(s.Handles)
	if s.Start != nil {
		start := *s.Start
		s.Start = &start
	}
	l.scene, l.style = s, st
	return true
}

func sameGround(a, b Scene) bool { return a.View == b.View && a.Field == b.Field && a.Cells == b.Cells }

func sameFurniture(a, b Scene) bool {
	return sameGround(a, b) && a.Ticks == b.Ticks && a.LogX == b.LogX && a.LogY == b.LogY && a.Title == b.Title && slices.Equal(a.Marks, b.Marks)
}

// sameLabels reports whether labels that keep off the start, the handles and the ways stay where they are, and so does the
// region below them.
func sameLabels(a, b Scene) bool {
	if a.Region != b.Region || !slices.Equal(a.Handles, b.Handles) || !slices.EqualFunc(a.Traces, b.Traces, func(a, b Trace) bool { return sameWay(a.Pts, b.Pts) }) ||
		!slices.EqualFunc(clearCurves(a), clearCurves(b), func(a, b Curve) bool { return sameWay(a.Pts, b.Pts) }) {
		return false
	}
	if a.Start == nil || b.Start == nil {
		return a.Start == b.Start && sameFurniture(a, b)
	}
	return *a.Start == *b.Start && sameFurniture(a, b)
}

// clearCurves are the curves that labels keep off.
func clearCurves(s Scene) (list []Curve) {
	for _, c := range s.Curves {
		if c.Clear {
			list = append(list, c)
		}
	}
	return list
}

// sameWay compares the points themselves only if they are few and not at the same place.
func sameWay(a, b []Point) bool {
	if len(a) != len(b) {
		return false
	}
	return len(a) == 0 || &a[0] == &b[0] || len(a) < 128 && slices.Equal(a, b)
}

// copyPicture copies pictures of equal bounds; their strides may differ.
func copyPicture(dst, src *image.RGBA) {
	if dst.Stride == src.Stride {
		copy(dst.Pix, src.Pix)
		return
	}
	for y := range dst.Rect.Dy() {
		copy(dst.Pix[y*dst.Stride:y*dst.Stride+4*dst.Rect.Dx()], src.Pix[y*src.Stride:])
	}
}
