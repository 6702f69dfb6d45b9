package raster

import (
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A filler fills shapes of one colour.
type filler struct {
	shape   vector.Rasterizer
	color   color.RGBA
	uniform image.Uniform // of that colour
}

var fillers = sync.Pool{New: func() any {
	f := new(filler)
	f.uniform.C = &f.color
	return f
}}

// Fill fills a polygon with exact area coverage.
func (c Canvas) Fill(corners []plot.Vec, ink color.RGBA) { c.fill(ink, corners) }

// fill fills closed rings together, by the non-zero winding rule, so that an inner ring can be a hole.
func (c Canvas) fill(ink color.RGBA, rings ...[]plot.Vec) {
	around := plot.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, ring := range rings {
		for _, v := range ring {
			if !v.Finite() {
				return
			}
			around.X0, around.Y0 = math.Min(around.X0, v.X), math.Min(around.Y0, v.Y)
			around.X1, around.Y1 = math.Max(around.X1, v.X), math.Max(around.Y1, v.Y)
		}
	}
	box := c.part(around)
	if box.Empty() {
		return
	}
	f := fillers.Get().(*filler)
	defer fillers.Put(f)
	f.shape.Reset(box.Dx(), box.Dy())
	// Far points are pulled in: the rasterizer walks every row that an edge
	// crosses, and only what lies in the box is seen.
	at := func(v plot.Vec) (float32, float32) {
		const far = 1 << 14
		return float32(geom.Clamp(v.X-float64(box.Min.X), -far, far)), float32(geom.Clamp(v.Y-float64(box.Min.Y), -far, far))
	}
	for _, ring := range rings {
		for i, v := range ring {
			if x, y := at(v); i == 0 {
				f.shape.MoveTo(x, y)
			} else {
				f.shape.LineTo(x, y)
			}
		}
		f.shape.ClosePath()
	}
	f.color = ink
	f.shape.Draw(c.dst, box.Add(c.dst.Rect.Min), &f.uniform, image.Point{})
}

// Box fills a rectangle. One with round corners is as soft at its edge as the distance to it asks for.
func (c Canvas) Box(at plot.Vec, w, h, round float64, ink color.RGBA) {
	b := plot.Box{X0: at.X, Y0: at.Y, X1: at.X + w, Y1: at.Y + h}
	switch pixels := b.Pixels(); {
	case round > 0:
		c.rounded(b, w, h, round, ink)
	case ink.A == 255 && b == boxOf(pixels):
		c.flood(pixels, ink)
	default:
		c.fill(ink, []plot.Vec{{X: b.X0, Y: b.Y0}, {X: b.X1, Y: b.Y0}, {X: b.X1, Y: b.Y1}, {X: b.X0, Y: b.Y1}})
	}
}

func boxOf(r image.Rectangle) plot.Box {
	return plot.Box{X0: float64(r.Min.X), Y0: float64(r.Min.Y), X1: float64(r.Max.X), Y1: float64(r.Max.Y)}
}

// flood gives all pixels of a rectangle an opaque colour.
func (c Canvas) flood(r image.Rectangle, ink color.RGBA) {
	r = r.Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
	if r.Empty() {
		return
	}
	first := c.pix(r.Min.X, r.Min.Y)[:4*r.Dx()]
	for x := range r.Dx() {
		set(first[4*x:], ink)
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(c.pix(r.Min.X, y), first)
	}
}

// rounded fills a box, w wide and h high, with round corners.
func (c Canvas) rounded(b plot.Box, w, h, radius float64, ink color.RGBA) {
	outer := c.part(b)
	var inner image.Rectangle // columns and rows that no corner reaches into
	sharp := false            // the straight edges lie between pixels
	if ink.A == 255 {
		rim := math.Max(radius, 0.5)
		inner.Min = image.Pt(int(math.Ceil(b.X0+rim-0.5)), int(math.Ceil(b.Y0+rim-0.5)))
		inner.Max = image.Pt(int(math.Floor(b.X1-rim+0.5)), int(math.Floor(b.Y1-rim+0.5)))
		if sharp = b == boxOf(b.Pixels()); sharp {
			c.flood(image.Rectangle{Min: image.Pt(inner.Min.X, outer.Min.Y), Max: image.Pt(inner.Max.X, outer.Max.Y)}, ink)
			c.flood(image.Rectangle{Min: image.Pt(outer.Min.X, inner.Min.Y), Max: image.Pt(outer.Max.X, inner.Max.Y)}, ink)
		} else {
			c.flood(inner, ink)
		}
	}
	for j := outer.Min.Y; j < outer.Max.Y; j++ {
		straight := inner.Min.Y <= j && j < inner.Max.Y
		if straight && sharp {
			continue
		}
		for i := outer.Min.X; i < outer.Max.X; i++ {
			if (straight || sharp) && inner.Min.X <= i && i < inner.Max.X {
				i = inner.Max.X - 1
				continue
			}
			// Distance to the edge, positive outside.
			dx := math.Abs(float64(i)+0.5-b.X0-w/2) - w/2 + radius
			dy := math.Abs(float64(j)+0.5-b.Y0-h/2) - h/2 + radius
			d := math.Max(dx, dy) - radius
			if dx > 0 && dy > 0 {
				d = math.Hypot(dx, dy) - radius
			}
			blend(c.pix(i, j), ink, uint32(255*geom.Clamp(0.5-d, 0, 1)))
		}
	}
}
