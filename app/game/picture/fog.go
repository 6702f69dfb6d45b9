package picture

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A Hole is where one sees through the fog, in device units.
type Hole struct {
	At     plot.Vec
	Radius float64
	Soft   float64 // the part of the radius, 0 to 1, over which the fog closes in
}

// A Fog is a cloud of noise over a picture of one size. It is computed once; holes are cut anew for every picture. It belongs to
// one goroutine.
type Fog struct {
	w, h  int
	shade []uint8 // of every pixel: an index into the inks
	cover []uint8
	veil  plot.Veil
}

// shades is how many colours the fog has.
const shades = 64

// octave is a layer of noise: how long its waves are in units, and how strong.
type octave struct{ along, across, weight float64 }

// Clouds lie: they are longer than they are high.
var octaves = []octave{{260, 120, 0.5}, {120, 56, 0.27}, {54, 27, 0.15}, {23, 14, 0.08}}

// NewFog computes the fog of a picture of w by h device units.
func NewFog(w, h int, scale float64) *Fog {
	f := &Fog{w: w, h: h, shade: make([]uint8, w*h), cover: make([]uint8, w*h)}
	row := make([]float64, w)
	for y := range h {
		clear(row)
		for seed, o := range octaves {
			o.add(row, float64(y)/scale, scale, uint32(seed))
		}
		for x, v := range row {
			// The middle of the noise is the usual: spread it, so that light and dark are both seen.
			v = smooth(min(max((v-0.22)/0.56, 0), 1))
			f.shade[y*w+x] = uint8(v * (shades - 1))
		}
	}
	return f
}

// add adds a row of value noise, y units below the top: values at the corners of a lattice, smoothly in between. The lattice is
// skewed, so that no edge of a cloud is level.
func (o octave) add(row []float64, y, scale float64, seed uint32) {
	const skewed = 0.31
	cell := [2]int{-1 << 30, 0}
	var corners [4]float64
	for x := range row {
		across := float64(x) / scale
		u, v := (across+skewed*y)/o.along, (y-0.5*skewed*across)/o.across+1000
		i, j := int(u), int(v)
		if at := [2]int{i, j}; at != cell {
			cell = at
			corners = [4]float64{lattice(i, j, seed), lattice(i+1, j, seed), lattice(i, j+1, seed), lattice(i+1, j+1, seed)}
		}
		s, t := smooth(u-float64(i)), smooth(v-float64(j))
		row[x] += o.weight * mix(mix(corners[0], corners[1], s), mix(corners[2], corners[3], s), t)
	}
}

func mix(a, b, t float64) float64 { return a + t*(b-a) }

func smooth(t float64) float64 { return t * t * (3 - 2*t) }

// lattice is a number from 0 to 1 that belongs to a corner.
func lattice(i, j int, seed uint32) float64 {
	h := uint32(i)*0x9e3779b1 ^ uint32(j)*0x85ebca77 ^ (seed+1)*0xc2b2ae3d
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	h ^= h >> 15
	return float64(h) / math.MaxUint32
}

// Veil is the fog with holes, in the colours of a palette. It is good until it is asked for again.
func (f *Fog) Veil(p *plot.Palette, holes []Hole) *plot.Veil {
	for i := range f.cover {
		f.cover[i] = 255
	}
	for _, h := range holes {
		f.cut(h)
	}
	if f.veil.Inks == nil || f.veil.Inks[0] != fogInks(p)[0] {
		f.veil = plot.Veil{Rect: image.Rect(0, 0, f.w, f.h), Cover: f.cover, Inks: fogInks(p), Ink: f.shade}
	}
	return &f.veil
}

// cut makes the fog thinner around a hole; where another hole has made it thinner already, that counts.
func (f *Fog) cut(h Hole) {
	if !h.At.Finite() || !(h.Radius > 0) {
		return
	}
	clear := h.Radius * (1 - h.Soft)
	y0, y1 := max(int(h.At.Y-h.Radius), 0), min(int(h.At.Y+h.Radius)+1, f.h-1)
	x0, x1 := max(int(h.At.X-h.Radius), 0), min(int(h.At.X+h.Radius)+1, f.w-1)
	for y := y0; y <= y1; y++ {
		dy := float64(y) + 0.5 - h.At.Y
		for x := x0; x <= x1; x++ {
			dx := float64(x) + 0.5 - h.At.X
			d2 := dx*dx + dy*dy
			if d2 >= h.Radius*h.Radius {
				continue
			}
			cover := uint8(0)
			if d2 > clear*clear {
				cover = uint8(255 * smooth((math.Sqrt(d2)-clear)/(h.Radius-clear)))
			}
			if at := &f.cover[y*f.w+x]; cover < *at {
				*at = cover
			}
		}
	}
}

// fogInks are the shades of the fog.
func fogInks(p *plot.Palette) []color.RGBA {
	thin, thick := color.RGBA{0xc6, 0xd3, 0xe3, 255}, color.RGBA{0xf0, 0xf4, 0xf8, 255}
	if p.Dark {
		thin, thick = color.RGBA{0x17, 0x20, 0x2d, 255}, color.RGBA{0x4b, 0x57, 0x69, 255}
	}
	inks := make([]color.RGBA, shades)
	for i := range inks {
		inks[i] = plot.Mix(thin, thick, float64(i)/(shades-1))
	}
	return inks
}
