package plot

import (
	"image/color"
	"math"
)

// A Stroke is what a brush paints, or rubs out, on its way along a line.
type Stroke struct {
	Pts    []Point // of the brush's middle; one alone is a dab
	Radius float64 // of the brush, along x
	Height float64 // along y
	Erase  bool
}

// A Region is a part of the plane, tinted and outlined: what its strokes have painted one after the other and not rubbed out
// since. It is not changed once made, and shared by pointer.
type Region struct {
	Strokes []Stroke
	Color   color.RGBA
}

const (
	regionTint = 0.2 // opacity of a region
	regionLine = 1.5 // width of its outline, in units
	regionHalo = 1.2 // by which the outline's halo is wider on both sides, in units
)

// region draws the scene's region. Its outline is what the region grown by half a line has that the one shrunk by as much
// has not.
func (c canvas) region() {
	r := c.scene.Region
	if r == nil || len(r.Strokes) == 0 || !c.drawable() {
		return
	}
	half, halo := c.style.px(regionLine)/2, c.style.px(regionHalo)
	strokes := c.tips(r.Strokes)
	w, h := c.dst.Rect.Dx(), c.dst.Rect.Dy()
	tint, line, below := faded(r.Color, regionTint), faded(r.Color, 0.95), faded(c.halo(), 0.45)
	inChunks(h, 48, func() func(lo, hi int) {
		var outer, inner, rim mask
		return func(lo, hi int) {
			outer.paint(strokes, w, lo, hi, half)
			inner.paint(strokes, w, lo, hi, -half)
			rim.paint(strokes, w, lo, hi, half+halo)
			for y := lo; y < hi; y++ {
				row := c.dst.Pix[y*c.dst.Stride:]
				for x := range w {
					at := (y-lo)*w + x
					if rim.cover[at] == 0 {
						continue
					}
					pix := row[4*x : 4*x+4]
					blend(pix, below, uint32(rim.cover[at]-min(rim.cover[at], inner.cover[at])))
					blend(pix, tint, uint32(outer.cover[at]))
					blend(pix, line, uint32(outer.cover[at]-min(outer.cover[at], inner.cover[at])))
				}
			}
		}
	})
}

// A tip is a stroke in the picture.
type tip struct {
	pts    []Vec
	rx, ry float64
	erase  bool
}

func (c canvas) tips(strokes []Stroke) []tip {
	list := make([]tip, 0, len(strokes))
	v := c.scene.View
	w, h := c.size()
	for _, s := range strokes {
		b := tip{rx: s.Radius / (v.X1 - v.X0) * w, ry: s.Height / (v.Y1 - v.Y0) * h, erase: s.Erase}
		for _, p := range s.Pts {
			b.pts = append(b.pts, c.pixel(p))
		}
		list = append(list, b)
	}
	return list
}

// A mask says how much of each pixel in some rows of a picture is covered, from 0 to 255.
type mask struct {
	cover  []uint8
	w      int
	lo, hi int // rows
}

// paint covers rows lo to hi of a picture w wide with strokes whose brushes are larger by grow pixels, and smaller where they
// rub out.
func (m *mask) paint(strokes []tip, w, lo, hi int, grow float64) {
	m.w, m.lo, m.hi = w, lo, hi
	if n := w * (hi - lo); cap(m.cover) < n {
		m.cover = make([]uint8, n)
	} else {
		m.cover = m.cover[:n]
		clear(m.cover)
	}
	for _, s := range strokes {
		by := grow
		if s.erase {
			by = -grow
		}
		if s.rx+by <= 0 || s.ry+by <= 0 {
			continue
		}
		for i, b := range s.pts {
			if i > 0 || len(s.pts) == 1 {
				m.piece(s.pts[max(i-1, 0)], b, s.rx+by, s.ry+by, s.erase)
			}
		}
	}
}

// piece covers what is within a brush's reach on its way from a to b, or bares it. Distances are measured in a plane in which
// the brush is round.
func (m *mask) piece(a, b Vec, rx, ry float64, erase bool) {
	if !a.Finite() || !b.Finite() || !isFinite(rx) || !isFinite(ry) {
		return
	}
	x0, x1 := clampPixel(min(a.X, b.X)-rx-1, 0, m.w), clampPixel(max(a.X, b.X)+rx+2, 0, m.w)
	y0, y1 := clampPixel(min(a.Y, b.Y)-ry-1, m.lo, m.hi), clampPixel(max(a.Y, b.Y)+ry+2, m.lo, m.hi)
	k := rx / ry
	d := Vec{b.X - a.X, (b.Y - a.Y) * k}
	inv := 0.0
	if length := d.X*d.X + d.Y*d.Y; length > 0 {
		inv = 1 / length
	}
	rim := max(1, k) // how far from the brush's edge pixels may be covered in part
	within, beyond := max(rx-rim, 0), rx+rim
	done := uint8(255)
	if erase {
		done = 0
	}
	// The band around the way, cut by a row: its middle and half width.
	slant, wide := 0.0, math.Inf(1)
	if math.Abs(d.Y) > 1e-9 {
		slant, wide = d.X/d.Y, beyond*math.Sqrt(d.X*d.X+d.Y*d.Y)/math.Abs(d.Y)
	}
	for y := y0; y < y1; y++ {
		row := m.cover[(y-m.lo)*m.w:]
		py := (float64(y) + 0.5 - a.Y) * k
		middle := a.X + py*slant
		from, to := max(x0, clampPixel(middle-wide-1, 0, m.w)), min(x1, clampPixel(middle+wide+2, 0, m.w))
		for x := from; x < to; x++ {
			if row[x] == done {
				continue
			}
			px := float64(x) + 0.5 - a.X
			t := (px*d.X + py*d.Y) * inv
			if t < 0 {
				t = 0
			} else if t > 1 {
				t = 1
			}
			ex, ey := px-t*d.X, py-t*d.Y
			dist := ex*ex + ey*ey
			if dist >= beyond*beyond {
				continue
			}
			if dist <= within*within {
				row[x] = done
				continue
			}
			dist = math.Sqrt(dist)
			slope := max(math.Hypot(ex, k*ey)/max(dist, 1e-9), 1e-9)
			cover := uint8(255*clamp((rx-dist)/slope+0.5, 0, 1) + 0.5)
			if erase {
				row[x] = min(row[x], 255-cover)
			} else {
				row[x] = max(row[x], cover)
			}
		}
	}
}

// clampPixel is the pixel at v, within lo and hi.
func clampPixel(v float64, lo, hi int) int {
	return int(clamp(math.Floor(v), float64(lo), float64(hi)))
}
