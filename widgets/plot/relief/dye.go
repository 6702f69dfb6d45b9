package relief

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A dye colours samples of a ground.
type dye struct {
	bands  []color.RGBA
	lut    []ink // by band and shade
	lines  []ink // of the isoline below a band, premultiplied
	heavy  []bool
	levels int
	scale  float32 // samples per unit

	wall         [shades]ink // by how far up, from the foot
	cliff, floor ink
	hatch        ink
	sky          [2]color.RGBA // at the upper and the lower edge
	shadow       shadow
	cells        *plot.Cells
	tint         tint
	view         plot.Rect
	of           *plot.Field
	palette      *plot.Palette
}

// An ink is a colour with channels from 0 to 255.
type ink struct{ r, g, b float32 }

func inkOf(c color.RGBA) ink { return ink{float32(c.R), float32(c.G), float32(c.B)} }

func (a ink) mix(b ink, share float32) ink {
	return ink{a.r + share*(b.r-a.r), a.g + share*(b.g-a.g), a.b + share*(b.b-a.b)}
}

const (
	shades    = 64   // told apart
	perShade  = 32   // of the light of level ground, which has the map's colours
	ambient   = 0.4  // the part of a colour that is left without light
	glare     = 0.5  // by how much twice the light is nearer to white
	thin      = 0.26 // strength of an isoline
	thick     = 0.5
	hairlines = 0.45 // levels a sample, from which on there are too many isolines to be told apart
)

// lit is a colour in so much light.
func (a ink) lit(shade float32) ink {
	if shade <= 1 {
		k := ambient + (1-ambient)*shade
		return ink{a.r * k, a.g * k, a.b * k}
	}
	return a.mix(ink{255, 255, 255}, min(glare*(shade-1), 1))
}

// set fits the dye to a scene.
func (d *dye) set(s Scene, st plot.Style, l *lens) {
	p := st.Palette
	d.cells, d.view = s.Map.Cells, s.Map.View
	d.scale = float32(st.Scale)
	d.shadow.set(l, p.Dark)
	d.tint.set(s.Map.Region, s.Map.View)
	if d.of == s.Map.Field && d.palette == p {
		return
	}
	d.of, d.palette, d.levels = s.Map.Field, p, 0
	if d.of != nil {
		d.levels = len(d.of.Levels)
	}
	d.bands = p.Bands(d.levels)
	d.lut, d.lines, d.heavy = d.lut[:0], d.lines[:0], d.heavy[:0]
	for b, c := range d.bands {
		for i := range shades {
			d.lut = append(d.lut, inkOf(c).lit((float32(i)+0.5)/perShade))
		}
		line := p.Text // dark, as shading is
		if p.Dark {
			line, _ = p.InksOn(c)
		}
		d.lines = append(d.lines, inkOf(line))
		d.heavy = append(d.heavy, b > 0 && d.of.Heavy(b-1))
	}
	stone, deep := plot.Mix(p.Ramp[len(p.Ramp)-1], p.Muted, 0.42), plot.Mix(p.Muted, p.Ramp[0], 0.12)
	if p.Dark {
		stone, deep = plot.Mix(p.Muted, p.Ground, 0.35), plot.Mix(p.Border, p.Muted, 0.12)
	}
	for i := range d.wall {
		d.wall[i] = inkOf(plot.Mix(deep, stone, (float64(i)+0.5)/shades))
	}
	d.cliff = inkOf(plot.Mix(stone, deep, 0.5))
	d.floor, d.hatch = inkOf(p.Panel), inkOf(plot.Mix(p.Panel, p.Muted, 0.4))
	d.sky = [2]color.RGBA{plot.Mix(p.Ground, p.Border, 0.5), p.Ground}
}

// colour colours some rows of the picture.
func (g *ground) colour(lo, hi int) {
	w, fine := g.key.size.X, g.fine
	d := &g.dye
	for y := lo; y < hi; y++ {
		sky := inkOf(d.sky[0]).mix(inkOf(d.sky[1]), float32(y)/float32(max(g.key.size.Y, 1)))
		row := g.pic.Pix[y*g.pic.Stride:][:4*w]
		for x := range w {
			var sum ink
			behind := 0
			for j := range fine {
				for i := range fine {
					k := (y*fine+j)*g.w + x*fine + i
					if g.level[k] == nothing {
						behind++
						continue
					}
					c := g.sample(k, x*fine+i, y*fine+j)
					sum.r, sum.g, sum.b = sum.r+c.r, sum.g+c.g, sum.b+c.b
				}
			}
			opaque := float32(fine * fine)
			if behind > 0 {
				dark, n := d.shadow.at(float32(x)+0.5, float32(y)+0.5), float32(behind)
				c := sky.mix(d.shadow.ink, dark)
				if g.key.clear {
					c = ink{}.mix(d.shadow.ink, dark)
					opaque -= n * (1 - dark)
				}
				sum.r, sum.g, sum.b = sum.r+n*c.r, sum.g+n*c.g, sum.b+n*c.b
			}
			all := 1 / float32(fine*fine)
			pix := row[4*x : 4*x+4 : 4*x+4]
			pix[0], pix[1], pix[2], pix[3] = uint8(sum.r*all+0.5), uint8(sum.g*all+0.5), uint8(sum.b*all+0.5), uint8(255*opaque*all+0.5)
		}
	}
}

// sample is the colour of a sample that is not nothing.
func (g *ground) sample(k, x, y int) ink {
	d, level := &g.dye, g.level[k]
	shade := g.shade[k]
	if level < 0 {
		return g.other(level, shade, x, y)
	}
	band := min(int(level), d.levels)
	c := d.lut[band*shades+min(int(shade*perShade), shades-1)]
	if d.cells != nil || d.tint.of != nil {
		c = g.covered(c, k, x, y)
	}
	if d.levels == 0 {
		return c
	}
	// The nearest isoline is that of a whole level; how far off it is tells the change of the level from sample to sample.
	nearest := int(level + 0.5)
	if nearest < 1 || nearest > d.levels {
		return c
	}
	gx, gy := g.change(k, 1, x > 0, x+1 < g.w), g.change(k, g.w, y > 0, y+1 < g.h)
	steep := gx*gx + gy*gy
	off := level - float32(nearest)
	half := 0.5 * d.scale * float32(g.fine)
	if reach := half + 0.5; off*off > steep*reach*reach {
		return c
	}
	root := float32(math.Sqrt(float64(steep)))
	cover := half + 0.5 - max(off, -off)/max(root, 1e-9)
	strength := float32(thin)
	if d.heavy[nearest] {
		strength = thick
	}
	crowded := root * d.scale * float32(g.fine) / (2 * hairlines)
	cover = min(cover, 1) * strength * max(1-crowded*crowded, 0)
	return c.mix(d.lines[nearest], cover)
}

// change is by how much the level changes from a sample to the next, along the picture or down: the lesser way if one of them
// leads to something else.
func (g *ground) change(k, step int, before, after bool) float32 {
	level, best := g.level[k], float32(math.MaxFloat32)
	if after {
		if v := g.level[k+step]; v >= 0 {
			best = v - level
		}
	}
	if before {
		if v := g.level[k-step]; v >= 0 {
			if back := level - v; back*back < best*best {
				best = back
			}
		}
	}
	if best == math.MaxFloat32 {
		return 0
	}
	return best
}

// covered is the colour of a sample over which cells or a region may lie.
func (g *ground) covered(c ink, k, x, y int) ink {
	d, fine := &g.dye, float64(g.fine)
	at := plot.Vec{X: (float64(x) + 0.5) / fine, Y: (float64(y) + 0.5) / fine}
	bx, by, _ := g.lens.unproject(at, float64(g.near[k]))
	if d.cells != nil {
		if cell := d.cells.At(point(d.view, min(max(bx, -0.5), 0.49999), min(max(by, -0.49999), 0.5))); cell.A > 0 {
			c = inkOf(cell).lit(g.shade[k])
		}
	}
	if d.tint.of != nil {
		c = d.tint.over(c, bx, by)
	}
	return c
}

// other is the colour of what is no surface.
func (g *ground) other(level, shade float32, x, y int) ink {
	d := &g.dye
	switch level {
	case hole:
		period := int(8 * d.scale * float32(g.fine))
		if period = max(period, 4); (x+y)%period < max(period/6, 1) {
			return d.hatch
		}
		return d.floor
	case cliff:
		return d.cliff
	}
	up := min(max(int((level-wallFoot)*shades), 0), shades-1)
	return d.wall[up].lit(shade)
}
