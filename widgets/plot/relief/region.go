package relief

import (
	"math"

	"descentlab/widgets/plot"
)

// A tint is a region of the plane as it lies on the block: which of its squares are painted.
type tint struct {
	of   *plot.Region
	view plot.Rect
	ink  ink
	in   []bool
}

const (
	tintSide = 384 // squares along a side of the block
	tintPart = 0.3
	rimPart  = 0.85
)

// set fits the tint to a region.
func (t *tint) set(r *plot.Region, view plot.Rect) {
	if r == nil || t.of == r && t.view == view {
		t.of = r
		return
	}
	t.of, t.view, t.ink = r, view, inkOf(r.Color)
	t.in = sized(t.in, tintSide*tintSide)
	clear(t.in)
	for _, s := range r.Strokes {
		for i, b := range s.Pts {
			if i > 0 || len(s.Pts) == 1 {
				t.piece(s, s.Pts[max(i-1, 0)], b)
			}
		}
	}
}

// piece paints, or rubs out, what is within a brush's reach on its way from a to b.
func (t *tint) piece(s plot.Stroke, a, b plot.Point) {
	square := func(p plot.Point) (x, y float64) {
		x, y = place(t.view, p)
		return (x + 0.5) * tintSide, (y + 0.5) * tintSide
	}
	ax, ay := square(a)
	bx, by := square(b)
	rx, ry := s.Radius/(t.view.X1-t.view.X0)*tintSide, s.Height/(t.view.Y1-t.view.Y0)*tintSide
	if !(rx > 0 && ry > 0) || math.IsNaN(ax+ay+bx+by) {
		return
	}
	x0, x1 := squareAt(min(ax, bx)-rx), squareAt(max(ax, bx)+rx+1)
	y0, y1 := squareAt(min(ay, by)-ry), squareAt(max(ay, by)+ry+1)
	dx, dy := (bx-ax)/rx, (by-ay)/ry
	length := max(dx*dx+dy*dy, 1e-12)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			px, py := (float64(x)+0.5-ax)/rx, (float64(y)+0.5-ay)/ry
			along := min(max((px*dx+py*dy)/length, 0), 1)
			if math.Hypot(px-along*dx, py-along*dy) <= 1 {
				t.in[y*tintSide+x] = !s.Erase
			}
		}
	}
}

func squareAt(v float64) int { return int(min(max(v, 0), tintSide)) }

// over lays the tint over the colour of a place of the block.
func (t *tint) over(c ink, x, y float64) ink {
	i, j := min(squareAt((x+0.5)*tintSide), tintSide-1), min(squareAt((y+0.5)*tintSide), tintSide-1)
	k := j*tintSide + i
	if !t.in[k] {
		return c
	}
	rim := i > 0 && !t.in[k-1] || i < tintSide-1 && !t.in[k+1] || j > 0 && !t.in[k-tintSide] || j < tintSide-1 && !t.in[k+tintSide]
	if rim {
		return c.mix(t.ink, rimPart)
	}
	return c.mix(t.ink, tintPart)
}
