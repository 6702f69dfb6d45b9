package plot

import (
	"image"
	"image/color"
	"math"
	"sync"
)

const (
	crowdDot   = 1.7 // radius of a point in a crowd, in units
	crowdHalo  = 1.1 // by which its halo is wider, in units
	crowdAlone = 0.8 // opacity of a point on its own
	crowdShine = 0.8 // of the way to the ink that stands out most, where the crowd is densest
)

// crowd draws a cloud so that it shows where many of its points are: a point alone is seen, more of them upon one another
// are opaque, and the densest places shine. How many lie upon a pixel is told by its logarithm, from one to as many as the
// densest pixel has.
func (c *composition) crowd(cloud *Cloud) {
	g := crowds.Get().(*crowdGrid)
	defer crowds.Put(g)
	g.begin(c.whole())
	r, reach := c.style.px(crowdDot), c.style.px(crowdHalo)
	for _, p := range cloud.Pts {
		if at := c.device(p); at.Finite() && c.sees(at) {
			g.dot(at, r, reach)
		}
	}
	g.halo[0] = faded(c.halo(), 0.55)
	for i := range g.ramp {
		// From where points are alone to where most of them are.
		g.ramp[i] = Mix(cloud.Color, c.style.Palette.Text, crowdShine*float64(i)/float64(len(g.ramp)-1))
	}
	if g.shade(); !g.box.Empty() {
		c.veil(&g.below)
		c.veil(&g.above)
	}
}

// A crowdGrid counts for every pixel how much of points covers it, and of their halos. Between uses its counts are all zero.
type crowdGrid struct {
	w, h       int
	sum, under []float32
	most       float32
	box        image.Rectangle // what is touched
	spans      []crowdSpan     // and of it in each row

	halo         [1]color.RGBA
	ramp         [32]color.RGBA
	below, above Veil // halos and points, as they are drawn
}

// A crowdSpan is the columns [from, to) of a row.
type crowdSpan struct{ from, to int32 }

var crowds = sync.Pool{New: func() any { return new(crowdGrid) }}

func (g *crowdGrid) begin(w, h int) {
	g.w, g.h, g.most, g.box = w, h, 0, image.Rectangle{}
	g.sum, g.under = sized(&g.sum, w*h), sized(&g.under, w*h)
	g.spans = sized(&g.spans, h)
}

// dot adds a point of radius r, and a halo that reaches farther.
func (g *crowdGrid) dot(at Vec, r, reach float64) {
	far := r + max(reach, 0.5)
	box := image.Rect(0, 0, g.w, g.h).Intersect(boxAbout(at, far, far).Pixels())
	g.box = g.box.Union(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		g.spans[y].touch(int32(box.Min.X), int32(box.Max.X))
		dy := float64(y) + 0.5 - at.Y
		for x := box.Min.X; x < box.Max.X; x++ {
			dx := float64(x) + 0.5 - at.X
			off2 := dx*dx + dy*dy
			if off2 >= far*far {
				continue
			}
			off, i := math.Sqrt(off2), y*g.w+x
			g.under[i] = max(g.under[i], float32(min((r+reach-off)/reach, 1)))
			if cover := float32(min(r+0.5-off, 1)); cover > 0 {
				g.sum[i] += cover
				g.most = max(g.most, g.sum[i])
			}
		}
	}
}

// touch notes that columns [from, to) of a row are.
func (s *crowdSpan) touch(from, to int32) {
	if s.from == s.to {
		*s = crowdSpan{from, to}
	} else {
		s.from, s.to = min(s.from, from), max(s.to, to)
	}
}

// shade makes veils of what was counted, and clears the grid.
func (g *crowdGrid) shade() {
	n := g.box.Dx() * g.box.Dy()
	g.below = Veil{g.box, sized(&g.below.Cover, n), g.halo[:], nil}
	g.above = Veil{g.box, sized(&g.above.Cover, n), g.ramp[:], sized(&g.above.Ink, n)}
	scale := 0.0
	if g.most > 1 {
		scale = 1 / math.Log(max(float64(g.most), 6))
	}
	clear(g.below.Cover)
	clear(g.above.Cover)
	for y := g.box.Min.Y; y < g.box.Max.Y; y++ {
		from, to := int(g.spans[y].from), int(g.spans[y].to)
		g.spans[y] = crowdSpan{}
		unders, sums := g.under[y*g.w+from:y*g.w+to], g.sum[y*g.w+from:y*g.w+to]
		first := (y-g.box.Min.Y)*g.box.Dx() + from - g.box.Min.X
		for i, under := range unders {
			if sum := sums[i]; under > 0 || sum > 0 {
				g.below.Cover[first+i] = uint8(255 * min(under, 1))
				g.above.Cover[first+i], g.above.Ink[first+i] = g.point(sum, scale)
				unders[i], sums[i] = 0, 0
			}
		}
	}
}

// point is how a pixel on which so many points lie is covered, and by which of the colours.
func (g *crowdGrid) point(sum float32, scale float64) (cover, ink uint8) {
	switch {
	case sum <= 0:
		return 0, 0
	case sum <= 1:
		return uint8(255 * crowdAlone * sum), 0
	}
	share := min(math.Log(float64(sum))*scale, 1)
	opacity := crowdAlone + (1-crowdAlone)*min(1, 3*share)
	return uint8(255 * opacity), uint8(share*float64(len(g.ramp)-1) + 0.5)
}
