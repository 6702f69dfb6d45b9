package plot

import (
	"image/color"
	"math"
)

// ground covers the picture with the scene's field and cells, or plainly if there are none.
func (c *composition) ground() {
	f := c.scene.Field
	known := f != nil && f.Grid != nil && f.Grid.W >= 1 && f.Grid.H >= 1
	if !known && c.scene.Cells == nil {
		c.on.Box(Vec{}, c.w, c.h, 0, c.style.Palette.Ground)
		return
	}
	w, h := c.whole()
	g := &groundImage{w: w, h: h, scene: c.scene, plain: c.style.Palette.Ground}
	if known {
		g.levels, g.bands, g.hatch = f.Levels, bandColors(c.style.Palette, len(f.Levels)), newHatch(c.style)
		g.window = newWindow(f.Grid, c.scene.View, w, h)
	}
	if !c.drawable() {
		g.scene.Cells = nil
	}
	c.on.Image(g, Box{0, 0, float64(w), float64(h)})
}

// sized is memory of the given length; what is in it does not matter.
func sized[T any](memory *[]T, n int) []T {
	if cap(*memory) < n {
		*memory = make([]T, n)
	}
	return (*memory)[:n]
}

func fillRow(pix []uint8, w int, c color.RGBA) {
	for x := range w {
		set(pix[4*x:], c)
	}
}

func set(pix []uint8, c color.RGBA) {
	_ = pix[3]
	pix[0], pix[1], pix[2], pix[3] = c.R, c.G, c.B, c.A
}

// mixIn lets an opaque colour cover so much of an opaque pixel, 0 to 255.
func mixIn(pix []uint8, c color.RGBA, cover uint32) {
	rest := 255 - cover
	pix[0] = uint8((uint32(c.R)*cover + uint32(pix[0])*rest + 127) / 255)
	pix[1] = uint8((uint32(c.G)*cover + uint32(pix[1])*rest + 127) / 255)
	pix[2] = uint8((uint32(c.B)*cover + uint32(pix[2])*rest + 127) / 255)
}

// bandColors gives the colours of the bands below, between and above n levels.
func bandColors(p *Palette, n int) []color.RGBA {
	if n == 0 {
		return []color.RGBA{p.ramp(0.5)}
	}
	bands := make([]color.RGBA, n+1)
	for b := range bands {
		bands[b] = p.ramp(float64(b) / float64(n))
	}
	return bands
}

// unknown marks the pixels outside a field; a surface's own infinities become
// NaN before they get here.
var unknown = math.Inf(1)

// A groundRow draws a row of pixels from its values and those of its neighbours.
type groundRow struct {
	v      [3][]float64 // above, here, below
	levels []float64
	bands  []color.RGBA
	hatch  *hatch
}

func (r *groundRow) draw(pix []uint8, y int, ground color.RGBA) {
	here := r.v[1]
	band := 0
	for x, v := range here {
		dst := pix[4*x : 4*x+4]
		if v == unknown {
			set(dst, ground)
			continue
		}
		finite, edge := r.neighbours(x)
		if v == v {
			band = walkBand(r.levels, v, band)
			set(dst, r.color(x, v, band))
		}
		switch {
		case v == v && edge:
			mixIn(dst, r.hatch.at(x, y), uint32(255*(1-finite)+0.5))
		case v != v:
			set(dst, r.hatch.at(x, y))
			if edge {
				band = walkBand(r.levels, r.someValue(x), band)
				mixIn(dst, r.bands[band], uint32(255*finite+0.5))
			}
		}
	}
}

// neighbours tells how much of the surroundings of pixel x is finite, from 0 to
// 1, and whether the border of the finite runs there. It smooths that border,
// which is known to whole pixels only.
func (r *groundRow) neighbours(x int) (finite float64, edge bool) {
	x0, x1 := max(x-1, 0), min(x+1, len(r.v[1])-1)
	if sum := r.v[0][x0] + r.v[0][x] + r.v[0][x1] + r.v[1][x0] + r.v[1][x] + r.v[1][x1] +
		r.v[2][x0] + r.v[2][x] + r.v[2][x1]; sum == sum {
		return 1, false
	}
	count := 0
	for k, weight := range [3]int{1, 2, 1} {
		for i, across := range [3]int{x0, x, x1} {
			if v := r.v[k][across]; v == v {
				count += weight * (2 - (i-1)*(i-1))
			}
		}
	}
	return float64(count) / 16, count > 0 && count < 16
}

// someValue is a finite value next to pixel x.
func (r *groundRow) someValue(x int) float64 {
	x0, x1 := max(x-1, 0), min(x+1, len(r.v[1])-1)
	for _, across := range [3]int{x, x0, x1} {
		for _, k := range [3]int{1, 0, 2} {
			if v := r.v[k][across]; isFinite(v) {
				return v
			}
		}
	}
	return 0
}

// color is the mean colour over the values in pixel x, from its value, its band
// and the slope there.
func (r *groundRow) color(x int, v float64, band int) color.RGBA {
	flat := r.bands[band]
	if len(r.levels) == 0 {
		return flat
	}
	gx := slope(r.v[1][max(x-1, 0)], v, r.v[1][min(x+1, len(r.v[1])-1)])
	gy := slope(r.v[0][x], v, r.v[2][x])
	reach := (math.Abs(gx) + math.Abs(gy)) / 2 // not less than half the slope
	if (band == 0 || v-reach >= r.levels[band-1]) && (band == len(r.levels) || v+reach < r.levels[band]) {
		return flat
	}
	half := math.Hypot(gx, gy) / 2
	if !isFinite(2*half) || half == 0 {
		return flat
	}
	return r.mean(v-half, v+half, band)
}

// slope is the change per pixel from three neighbours, of which the outer ones
// may not be finite.
func slope(before, v, after float64) float64 {
	switch {
	case isFinite(before) && isFinite(after):
		return after/2 - before/2
	case isFinite(after):
		return after - v
	case isFinite(before):
		return v - before
	}
	return 0
}

// mean is the mean colour over the values from lo to hi.
func (r *groundRow) mean(lo, hi float64, band int) color.RGBA {
	b := walkBand(r.levels, lo, band)
	var red, green, blue float64
	for from := lo; from < hi; b++ {
		to := hi
		if b < len(r.levels) {
			to = math.Min(hi, r.levels[b])
		}
		weight, c := (to-from)/(hi-lo), r.bands[b]
		red += weight * float64(c.R)
		green += weight * float64(c.G)
		blue += weight * float64(c.B)
		if b == len(r.levels) {
			break
		}
		from = to
	}
	return color.RGBA{uint8(red + 0.5), uint8(green + 0.5), uint8(blue + 0.5), 255}
}

// A hatch is a pattern of diagonal lines.
type hatch struct {
	lines         [256]color.RGBA // by coverage
	period, width float64
}

func newHatch(st Style) *hatch {
	p := st.Palette
	h := &hatch{period: math.Max(4, st.px(8)), width: math.Max(1, st.px(1.1))}
	base, line, strength := toOKLab(p.Panel), toOKLab(p.Muted), 0.35
	if p.Dark {
		strength = 0.5
	}
	for i := range h.lines {
		h.lines[i] = base.mix(line, strength*float64(i)/255).rgba()
	}
	return h
}

// at is the colour of pixel (x, y).
func (h *hatch) at(x, y int) color.RGBA {
	across := math.Mod(float64(x+y)/math.Sqrt2, h.period)
	off := math.Min(across, h.period-across)
	return h.lines[int(255*clamp(h.width/2+0.5-off, 0, 1))]
}
