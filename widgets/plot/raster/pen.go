package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A pen collects the coverage of one stroke and then blends it in one go, so
// that a translucent stroke that crosses itself, or the joints of its segments,
// are not blended twice. Coverage comes from the distance between a pixel's
// centre and the segment (a capsule), which needs no path and no sorting. With
// a halo, a wider stroke beneath is collected on the way.
type pen struct {
	w, h         int       // of the picture
	halo         float64   // how far the halo reaches beyond the stroke, 0 for none
	cover, under []uint8   // of stroke and halo; all zero between strokes
	span         []columns // touched part of each row
	top, bottom  int       // touched rows: [top, bottom)
	first, last  int       // rows that are drawn: [first, last)
}

type columns struct{ lo, hi int32 } // [lo, hi)

var pens = newStock[pen]()

// begin starts a stroke on a picture of w by h pixels.
func (p *pen) begin(w, h int, halo float64) {
	p.cover = resized(p.cover, w*h)
	p.span = resized(p.span, h)
	if halo > 0 {
		p.under = resized(p.under, w*h)
	}
	p.w, p.h, p.halo = w, h, halo
	p.top, p.bottom = h, 0
	p.first, p.last = 0, h
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
func (p *pen) segment(a, b plot.Vec, radius, alpha float64) {
	reach := radius + p.halo + 0.5
	around := plot.Box{X0: -reach - 2, Y0: -reach - 2, X1: float64(p.w) + reach + 2, Y1: float64(p.h) + reach + 2}
	a, b, ok := around.Clip(a, b)
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
		x0, x1 := max(0, int(max(left, middle-wide))), min(p.w, int(min(right, middle+wide)+1))
		if x0 >= x1 {
			continue
		}
		p.touch(y, x0, x1)
		from, to := y*p.w+x0, y*p.w+x1
		under := p.under
		if p.halo > 0 {
			under = under[from:to]
		}
		c.row(p.cover[from:to], under, plot.Vec{X: float64(x0) + 0.5 - a.X, Y: py})
	}
}

// A capsule is what lies within reach of a segment that starts at the origin.
type capsule struct {
	d     plot.Vec // the segment
	inv   float64  // 1 / its length squared, 0 for a point
	reach float64  // to where coverage ends, the halo's if there is one
	halo  float64  // how much of it is the halo's alone
	full  float64  // the coverage inside, 0 to 255
}

// row raises the coverage of neighbouring pixels, the first of them at p. The
// time that traces take is spent here.
func (c *capsule) row(cover, under []uint8, p plot.Vec) {
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
	for y := p.top; y < p.bottom; y++ {
		s := p.span[y]
		p.span[y] = columns{}
		from, to := y*p.w+int(s.lo), y*p.w+int(s.hi)
		p.endRow(dst.Pix[y*dst.Stride+4*int(s.lo):], outer[from:to], p.cover[from:to], c, halo)
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
