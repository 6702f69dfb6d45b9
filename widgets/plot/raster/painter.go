package raster

import (
	"image"
	"slices"

	"descentlab/widgets/plot"
)

// A Painter draws scenes that follow one another. It keeps the ground with what
// stands on it, and that with the labels, as long as they stay the same, and draws
// only what moves. It is not safe for concurrent use; its zero value is ready.
type Painter struct {
	furnished, labelled layer
	written, wrote      []plot.Box // what stands written in the furniture, and what did before
}

// A layer is a finished part of a picture, with all that lies below it, and what it was made from.
type layer struct {
	pic   *image.RGBA
	scene plot.Scene
	style plot.Style
}

// Draw draws the scene over the whole of dst: pixel for pixel what Scene gives.
func (p *Painter) Draw(dst *image.RGBA, s plot.Scene, st plot.Style) {
	renewed := p.moved(dst, s, st)
	if renewed = p.furnished.renew(plot.FurnitureLayer, dst, s, st, renewed); renewed {
		// The ground alone is not worth a picture: what stands on it changes as seldom.
		s.DrawLayer(plot.GroundLayer, New(p.furnished.pic), st)
		s.DrawLayer(plot.FurnitureLayer, New(p.furnished.pic), st)
	}
	if p.labelled.renew(plot.LabelLayer, dst, s, st, renewed) {
		copyPicture(p.labelled.pic, p.furnished.pic)
		s.DrawLayer(plot.LabelLayer, New(p.labelled.pic), st)
	}
	copyPicture(dst, p.labelled.pic)
	s.DrawLayer(plot.LiveLayer, New(dst), st)
}

// moved reports whether numbers of isolines have made way for the racers, or gone back, since the furniture was drawn.
func (p *Painter) moved(dst *image.RGBA, s plot.Scene, st plot.Style) bool {
	if p.labelled.holds(plot.LabelLayer, dst, s, st) {
		return false
	}
	w, h := New(dst).Size()
	p.written, p.wrote = s.AppendWritten(p.wrote[:0], st, w, h), p.written
	return !slices.Equal(p.written, p.wrote)
}

// holds reports whether the layer is finished for a scene.
func (l *layer) holds(which plot.Layer, dst *image.RGBA, s plot.Scene, st plot.Style) bool {
	return l.pic != nil && l.pic.Rect == dst.Rect && l.style == st && which.Same(l.scene, s)
}

// renew reports whether the layer must be drawn anew, as what must be is, and if so notes for what and makes its picture fit.
func (l *layer) renew(which plot.Layer, dst *image.RGBA, s plot.Scene, st plot.Style, must bool) bool {
	if !must && l.holds(which, dst, s, st) {
		return false
	}
	if l.pic == nil || l.pic.Rect != dst.Rect {
		l.pic = image.NewRGBA(dst.Rect)
	}
	l.scene, l.style = s.Kept(), st
	return true
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
