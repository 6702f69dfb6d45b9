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
func (c canvas) crowd(cloud *Cloud) {
	g := crowds.Get().(*crowdGrid)
	defer crowds.Put(g)
	g.begin(c.dst.Rect)
	r, reach := c.style.px(crowdDot), c.style.px(crowdHalo)
	for _, p := range cloud.Pts {
		if at := c.pixel(p); at.Finite() && c.sees(at) {
			g.dot(at, r, reach)
		}
	}
	ramp, scale := c.crowdInks(cloud.Color), 0.0
	if g.most > 1 {
		scale = 1 / math.Log(max(float64(g.most), 6))
	}
	halo := faded(c.halo(), 0.55)
	g.each(func(x, y int, sum, under float32) {
		pix := c.dst.Pix[c.dst.PixOffset(x, y):]
		if under > 0 {
			blend(pix, halo, uint32(255*min(under, 1)))
		}
		switch {
		case sum <= 0:
		case sum <= 1:
			blend(pix, ramp[0], uint32(255*crowdAlone*sum))
		default:
			share := min(math.Log(float64(sum))*scale, 1)
			opacity := crowdAlone + (1-crowdAlone)*min(1, 3*share)
			blend(pix, ramp[int(share*float64(len(ramp)-1)+0.5)], uint32(255*opacity))
		}
	})
}

// crowdInks are the colours of a cloud from where its points are alone to where most of them are.
func (c canvas) crowdInks(own color.RGBA) (ramp [32]color.RGBA) {
	for i := range ramp {
		ramp[i] = Mix(own, c.style.Palette.Text, crowdShine*float64(i)/float64(len(ramp)-1))
	}
	return ramp
}

// A crowdGrid counts for every pixel how much of points covers it, and of their halos. Between uses it is all zero.
type crowdGrid struct {
	w, h       int
	sum, under []float32
	most       float32
	box        image.Rectangle // what is touched
}

var crowds = sync.Pool{New: func() any { return new(crowdGrid) }}

func (g *crowdGrid) begin(bounds image.Rectangle) {
	g.w, g.h, g.most, g.box = bounds.Dx(), bounds.Dy(), 0, image.Rectangle{}
	if n := g.w * g.h; cap(g.sum) < n {
		g.sum, g.under = make([]float32, n), make([]float32, n)
	} else {
		g.sum, g.under = g.sum[:n], g.under[:n]
	}
}

// dot adds a point of radius r, and a halo that reaches farther.
func (g *crowdGrid) dot(at Vec, r, reach float64) {
	far := r + max(reach, 0.5)
	box := image.Rect(0, 0, g.w, g.h).Intersect(pixelBox(at.X-far, at.Y-far, at.X+far, at.Y+far))
	g.box = g.box.Union(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
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

// each calls f for every pixel touched, and clears the grid.
func (g *crowdGrid) each(f func(x, y int, sum, under float32)) {
	for y := g.box.Min.Y; y < g.box.Max.Y; y++ {
		for i := y*g.w + g.box.Min.X; i < y*g.w+g.box.Max.X; i++ {
			if g.under[i] > 0 || g.sum[i] > 0 {
				f(i-y*g.w, y, g.sum[i], g.under[i])
				g.sum[i], g.under[i] = 0, 0
			}
		}
	}
}
