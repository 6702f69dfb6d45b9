package plot

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/vector"
)

// A Vec is a place or a displacement in device pixels.
type Vec struct{ X, Y float64 }

func (v Vec) Add(u Vec) Vec           { return Vec{v.X + u.X, v.Y + u.Y} }
func (v Vec) Sub(u Vec) Vec           { return Vec{v.X - u.X, v.Y - u.Y} }
func (v Vec) Mul(k float64) Vec       { return Vec{k * v.X, k * v.Y} }
func (v Vec) Len() float64            { return math.Hypot(v.X, v.Y) }
func (v Vec) Finite() bool            { return isFinite(v.X) && isFinite(v.Y) }
func isFinite(f float64) bool         { return f-f == 0 }
func clamp(f, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, f)) }

// A pen collects the coverage of one stroke and then blends it in one go, so
// that a translucent stroke that crosses itself, or the joints of its segments,
// are not blended twice. Coverage comes from the distance between a pixel's
// centre and the segment (a capsule), which needs no path and no sorting. With
// a halo, a wider stroke beneath is collected on the way.
type pen struct {
	box          image.Rectangle // of the picture; coverage has its origin at box.Min
	halo         float64         // how far the halo reaches beyond the stroke, 0 for none
	cover, under []uint8         // of stroke and halo; all zero between strokes
	span         []columns       // touched part of each row
	top, bottom  int             // touched rows: [top, bottom)
	first, last  int             // rows that are drawn: [first, last)

	shape vector.Rasterizer // for filled polygons
	ink   image.Uniform
}

type columns struct{ lo, hi int32 } // [lo, hi)

var pens = sync.Pool{New: func() any { return new(pen) }}

// begin starts a stroke on a picture with the given bounds.
func (p *pen) begin(box image.Rectangle, halo float64) {
	n := box.Dx() * box.Dy()
	p.cover = resized(p.cover, n)
	p.span = resized(p.span, box.Dy())
	if halo > 0 {
		p.under = resized(p.under, n)
	}
	p.box, p.halo = box, halo
	p.top, p.bottom = box.Dy(), 0
	p.first, p.last = 0, box.Dy()
}

// only restricts a stroke to some rows of the picture, [first, last). The rows
// look the same as without it, so that several pens can share a picture out.
func (p *pen) only(first, last int) { p.first, p.last = first, last }

// resized gives a slice of n zeros from one of zeros.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// touch notes that columns [x0, x1) of row y may be covered now.
func (p *pen) touch(y, x0, x1 int) {
	s := &p.span[y]
	if s.lo == s.hi {
		*s = columns{int32(x0), int32(x1)}
	} else {
		s.lo, s.hi = min(s.lo, int32(x0)), max(s.hi, int32(x1))
	}
}

// segment covers the points within radius of the segment from a to b, with
// strength alpha in (0, 1]. Where segments of a stroke overlap, the stronger
// wins. Segments that are not finite are left out.
func (p *pen) segment(a, b Vec, radius, alpha float64) {
	reach := radius + p.halo + 0.5
	w, h := float64(p.box.Dx()), float64(p.box.Dy())
	origin := Vec{float64(p.box.Min.X), float64(p.box.Min.Y)}
	a, b, ok := clipSegment(a.Sub(origin), b.Sub(origin), -reach-2, -reach-2, w+reach+2, h+reach+2)
	if !ok {
		return
	}
	d := b.Sub(a)
	length2 := d.X*d.X + d.Y*d.Y
	inv := 0.0
	if length2 > 0 {
		inv = 1 / length2
	}
	left, right := min(a.X, b.X)-reach, max(a.X, b.X)+reach
	y0 := max(p.first, int(math.Floor(min(a.Y, b.Y)-reach)))
	y1 := min(p.last, int(math.Ceil(max(a.Y, b.Y)+reach)))
	if y0 >= y1 {
		return
	}
	p.top, p.bottom = min(p.top, y0), max(p.bottom, y1)
	// The band around the line, cut by a row: its middle and half width.
	slant, wide := 0.0, math.Inf(1)
	if math.Abs(d.Y) > 1e-9 {
		slant, wide = d.X/d.Y, math.Abs(reach*math.Sqrt(length2)/d.Y)
	}
	c := capsule{d: d, inv: inv, reach: reach, halo: p.halo, full: 255 * alpha}
	for y := y0; y < y1; y++ {
		py := float64(y) + 0.5 - a.Y
		middle := a.X + py*slant
		x0, x1 := max(0, int(max(left, middle-wide))), min(p.box.Dx(), int(min(right, middle+wide)+1))
		if x0 >= x1 {
			continue
		}
		p.touch(y, x0, x1)
		from, to := y*p.box.Dx()+x0, y*p.box.Dx()+x1
		under := p.under
		if p.halo > 0 {
			under = under[from:to]
		}
		c.row(p.cover[from:to], under, Vec{float64(x0) + 0.5 - a.X, py})
	}
}

// A capsule is what lies within reach of a segment that starts at the origin.
type capsule struct {
	d     Vec     // the segment
	inv   float64 // 1 / its length squared, 0 for a point
	reach float64 // to where coverage ends, the halo's if there is one
	halo  float64 // how much of it is the halo's alone
	full  float64 // the coverage inside, 0 to 255
}

// row raises the coverage of neighbouring pixels, the first of them at p. The
// time that traces take is spent here.
func (c *capsule) row(cover, under []uint8, p Vec) {
	dx, dy, inv, reach := c.d.X, c.d.Y, c.inv, c.reach
	reach2, pydy := reach*reach, p.Y*dy
	for i := range cover {
		x := p.X + float64(i)
		t := (x*dx + pydy) * inv
		if t < 0 {
			t = 0
		} else if t > 1 {
			t = 1
		}
		ex, ey := x-t*dx, p.Y-t*dy
		dist2 := ex*ex + ey*ey
		if dist2 >= reach2 {
			continue
		}
		depth := reach - math.Sqrt(dist2)
		if c.halo > 0 {
			raise(&under[i], c.full, depth)
			depth -= c.halo
		}
		raise(&cover[i], c.full, depth)
	}
}

// raise sets the coverage of a pixel whose centre lies depth inside the rim, if
// it is less. Coverage grows over the first pixel.
func raise(cover *uint8, full, depth float64) {
	if depth < 1 {
		if depth <= 0 {
			return
		}
		full *= depth
	}
	*cover = max(*cover, uint8(int32(full+0.5)))
}

// end blends the collected stroke over dst, after its halo if it has one, and
// leaves the pen clean.
func (p *pen) end(dst *image.RGBA, c, halo color.RGBA) {
	outer := p.cover
	if p.halo > 0 {
		outer = p.under
	}
	w := p.box.Dx()
	for y := p.top; y < p.bottom; y++ {
		s := p.span[y]
		p.span[y] = columns{}
		from, to := y*w+int(s.lo), y*w+int(s.hi)
		p.endRow(dst.Pix[dst.PixOffset(p.box.Min.X+int(s.lo), p.box.Min.Y+y):], outer[from:to], p.cover[from:to], c, halo)
	}
}

func (p *pen) endRow(pix, outer, cover []uint8, c, halo color.RGBA) {
	for i := 0; i < len(outer); i++ {
		if outer[i] == 0 {
			// A long stroke leaves most of its rows bare.
			for i+8 <= len(outer) && binary.NativeEndian.Uint64(outer[i:]) == 0 {
				i += 8
			}
			if i == len(outer) || outer[i] == 0 {
				continue
			}
		}
		at := pix[4*i : 4*i+4 : 4*i+4]
		if p.halo > 0 {
			blend(at, halo, uint32(outer[i]))
			outer[i] = 0
		}
		if cover[i] != 0 {
			blend(at, c, uint32(cover[i]))
			cover[i] = 0
		}
	}
}

// blend puts colour c, covering cover/255 of the pixel, over one premultiplied
// pixel. An opaque pixel stays opaque exactly.
func blend(pix []uint8, c color.RGBA, cover uint32) {
	_ = pix[3]
	rest := 65025 - uint32(c.A)*cover
	cover *= 255
	pix[0] = uint8((uint32(c.R)*cover + uint32(pix[0])*rest + 32512) / 65025)
	pix[1] = uint8((uint32(c.G)*cover + uint32(pix[1])*rest + 32512) / 65025)
	pix[2] = uint8((uint32(c.B)*cover + uint32(pix[2])*rest + 32512) / 65025)
	if pix[3] != 255 {
		pix[3] = uint8((uint32(c.A)*cover + uint32(pix[3])*rest + 32512) / 65025)
	}
}

// stroke turns a width into the radius and the strength that draw it: a line
// thinner than a pixel is drawn a pixel wide and fainter.
func stroke(width float64) (radius, alpha float64) {
	return math.Max(width, 1) / 2, clamp(width, 0, 1)
}

// strokePolyline draws the open line through pts, width pixels wide with round
// joins and ends. A point that is not finite breaks the line. Each pixel is
// blended once; nothing is allocated.
func strokePolyline(dst *image.RGBA, pts []Vec, width float64, c color.RGBA) {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.begin(dst.Rect, 0)
	p.polyline(pts, width)
	p.end(dst, c, color.RGBA{})
}

func (p *pen) polyline(pts []Vec, width float64) {
	radius, alpha := stroke(width)
	if len(pts) == 1 {
		p.segment(pts[0], pts[0], radius, alpha)
	}
	for i := 1; i < len(pts); i++ {
		p.segment(pts[i-1], pts[i], radius, alpha)
	}
}

// strokePolygon draws the closed line through pts.
func strokePolygon(dst *image.RGBA, pts []Vec, width float64, c color.RGBA) {
	if len(pts) == 0 {
		return
	}
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.begin(dst.Rect, 0)
	p.polyline(pts, width)
	radius, alpha := stroke(width)
	p.segment(pts[len(pts)-1], pts[0], radius, alpha)
	p.end(dst, c, color.RGBA{})
}

// fillDisc fills the circle of radius r about a point.
func fillDisc(dst *image.RGBA, at Vec, r float64, c color.RGBA) {
	if r <= 0 {
		return
	}
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.begin(dst.Rect, 0)
	p.segment(at, at, r, 1)
	p.end(dst, c, color.RGBA{})
}

// strokeRing draws the circle of radius r about a point, width pixels wide.
func strokeRing(dst *image.RGBA, at Vec, r, width float64, c color.RGBA) {
	half, alpha := stroke(width)
	outer := r + half + 1
	if !at.Finite() || !isFinite(outer) {
		return
	}
	box := dst.Rect.Intersect(pixelBox(at.X-outer, at.Y-outer, at.X+outer, at.Y+outer))
	for j := box.Min.Y; j < box.Max.Y; j++ {
		for i := box.Min.X; i < box.Max.X; i++ {
			off := math.Abs(math.Hypot(float64(i)+0.5-at.X, float64(j)+0.5-at.Y) - r)
			if cover := clamp(half+0.5-off, 0, 1); cover > 0 {
				blend(dst.Pix[dst.PixOffset(i, j):], c, uint32(255*alpha*cover+0.5))
			}
		}
	}
}

// fillPolygon fills the closed polygon by the non-zero winding rule, with exact
// area coverage. A polygon with a point that is not finite is left out.
func fillPolygon(dst *image.RGBA, pts []Vec, c color.RGBA) {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.fill(dst, [][]Vec{pts}, c)
}

// fill fills closed rings together, so that an inner ring can be a hole.
func (p *pen) fill(dst *image.RGBA, rings [][]Vec, c color.RGBA) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, ring := range rings {
		for _, v := range ring {
			if !v.Finite() {
				return
			}
			x0, y0 = math.Min(x0, v.X), math.Min(y0, v.Y)
			x1, y1 = math.Max(x1, v.X), math.Max(y1, v.Y)
		}
	}
	box := dst.Rect.Intersect(pixelBox(x0, y0, x1, y1))
	if box.Empty() {
		return
	}
	p.shape.Reset(box.Dx(), box.Dy())
	// Far points are pulled in: the rasterizer walks every row that an edge
	// crosses, and only what lies in the box is seen.
	at := func(v Vec) (float32, float32) {
		const far = 1 << 14
		return float32(clamp(v.X-float64(box.Min.X), -far, far)), float32(clamp(v.Y-float64(box.Min.Y), -far, far))
	}
	for _, ring := range rings {
		for i, v := range ring {
			if x, y := at(v); i == 0 {
				p.shape.MoveTo(x, y)
			} else {
				p.shape.LineTo(x, y)
			}
		}
		p.shape.ClosePath()
	}
	p.ink.C = c
	p.shape.Draw(dst, box, &p.ink, image.Point{})
}
