package plot

import (
	"image"
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
func (c *composition) region() {
	r := c.scene.Region
	if r == nil || len(r.Strokes) == 0 || !c.drawable() {
		return
	}
	half, halo := c.style.px(regionLine)/2, c.style.px(regionHalo)
	strokes := c.tips(r.Strokes)
	bounds := c.reach(strokes, half+halo)
	if bounds.Empty() {
		return
	}
	outer, inner, rim := &c.masks[0], &c.masks[1], &c.masks[2]
	for _, m := range []*mask{outer, inner, rim} {
		m.over(bounds)
	}
	inChunks(bounds.Dy(), 48, func() func(lo, hi int) {
		return func(lo, hi int) {
			lo, hi = lo+bounds.Min.Y, hi+bounds.Min.Y
			outer.paint(strokes, lo, hi, half)
			inner.paint(strokes, lo, hi, -half)
			rim.paint(strokes, lo, hi, half+halo)
			outlined(rim.rows(lo, hi), outer.rows(lo, hi), inner.rows(lo, hi))
		}
	})
	below, tint, line := faded(c.halo(), 0.45), faded(r.Color, regionTint), faded(r.Color, 0.95)
	c.veil(&Veil{Rect: bounds, Cover: rim.cover, Inks: []color.RGBA{below}})
	c.veil(&Veil{Rect: bounds, Cover: outer.cover, Inks: []color.RGBA{tint}})
	c.veil(&Veil{Rect: bounds, Cover: inner.cover, Inks: []color.RGBA{line}})
}

func (c *composition) veil(v *Veil) { c.on.Image(v, v.box()) }

// A tip is a stroke in the picture.
type tip struct {
	pts    []Vec
	rx, ry float64
	erase  bool
}

func (c *composition) tips(strokes []Stroke) []tip {
	list := make([]tip, 0, len(strokes))
	v := c.scene.View
	w, h := c.size()
	for _, s := range strokes {
		b := tip{rx: s.Radius / (v.X1 - v.X0) * w, ry: s.Height / (v.Y1 - v.Y0) * h, erase: s.Erase}
		for _, p := range s.Pts {
			b.pts = append(b.pts, c.device(p))
		}
		list = append(list, b)
	}
	return list
}

// reach is the part of the picture in which strokes whose brushes are larger by grow may cover something.
func (c *composition) reach(strokes []tip, grow float64) (all image.Rectangle) {
	w, h := c.whole()
	for _, s := range strokes {
		for _, at := range s.pts {
			const soft = 2 // pixels that are covered in part have their middle outside
			all = all.Union(boxAbout(at, s.rx+grow+soft, s.ry+grow+soft).Pixels())
		}
	}
	return all.Intersect(image.Rect(0, 0, w, h))
}

// A mask says how much of each pixel in a part of a picture is covered, from 0 to 255.
type mask struct {
	cover []uint8
	rect  image.Rectangle
}

// over places the mask over a part of a picture. What it covers there is painted next.
func (m *mask) over(rect image.Rectangle) {
	m.rect = rect
	m.cover = sized(&m.cover, rect.Dx()*rect.Dy())
}

// rows are the coverage of rows lo to hi of the picture.
func (m *mask) rows(lo, hi int) []uint8 {
	return m.cover[(lo-m.rect.Min.Y)*m.rect.Dx() : (hi-m.rect.Min.Y)*m.rect.Dx()]
}

// outlined takes what a region's rim, its whole and its inside cover, and leaves in them the halo of its outline, the region
// and the outline.
func outlined(rim, outer, inner []uint8) {
	for i := range rim {
		if rim[i] == 0 {
			outer[i], inner[i] = 0, 0
			continue
		}
		rim[i] -= min(rim[i], inner[i])
		inner[i] = outer[i] - min(outer[i], inner[i])
	}
}

// paint covers rows lo to hi with strokes whose brushes are larger by grow device units, and smaller where they rub out.
func (m *mask) paint(strokes []tip, lo, hi int, grow float64) {
	clear(m.rows(lo, hi))
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
				m.piece(lo, hi, s.pts[max(i-1, 0)], b, s.rx+by, s.ry+by, s.erase)
			}
		}
	}
}

// piece covers, in rows lo to hi, what is within a brush's reach on its way from a to b, or bares it. Distances are measured
// in a plane in which the brush is round.
func (m *mask) piece(lo, hi int, a, b Vec, rx, ry float64, erase bool) {
	if !a.Finite() || !b.Finite() || !isFinite(rx) || !isFinite(ry) {
		return
	}
	left, right := m.rect.Min.X, m.rect.Max.X
	x0, x1 := clampPixel(min(a.X, b.X)-rx-1, left, right), clampPixel(max(a.X, b.X)+rx+2, left, right)
	y0, y1 := clampPixel(min(a.Y, b.Y)-ry-1, lo, hi), clampPixel(max(a.Y, b.Y)+ry+2, lo, hi)
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
		row := m.rows(y, y+1)
		py := (float64(y) + 0.5 - a.Y) * k
		middle := a.X + py*slant
		from, to := max(x0, clampPixel(middle-wide-1, left, right)), min(x1, clampPixel(middle+wide+2, left, right))
		for x := from; x < to; x++ {
			cell := &row[x-left]
			if *cell == done {
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
				*cell = done
				continue
			}
			dist = math.Sqrt(dist)
			slope := max(math.Hypot(ex, k*ey)/max(dist, 1e-9), 1e-9)
			cover := uint8(255*clamp((rx-dist)/slope+0.5, 0, 1) + 0.5)
			if erase {
				*cell = min(*cell, 255-cover)
			} else {
				*cell = max(*cell, cover)
			}
		}
	}
}

// clampPixel is the pixel at v, within lo and hi.
func clampPixel(v float64, lo, hi int) int {
	return int(clamp(math.Floor(v), float64(lo), float64(hi)))
}
