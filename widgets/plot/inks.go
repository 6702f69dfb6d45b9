package plot

import (
	"image/color"
	"math"
)

// Inks are what to draw with on some part of the map: an ink that stands out
// from the ground there, and a halo, close to the ground, that keeps it apart
// from whatever else runs beneath.
type inks struct {
	ink, halo color.RGBA
	least     float64 // the ink's contrast to the part of the ground that it stands out from least
}

// inksOn gives the inks with the greater contrast (WCAG 2) to a ground of the
// given luminance.
func (p *Palette) inksOn(luminance float64) inks {
	dark, light := p.Text, rgb(0xffffff)
	if p.Dark {
		dark = p.Ground
	}
	if contrast(luminanceOf(dark), luminance) > contrast(luminanceOf(light), luminance) {
		return inks{dark, light, contrast(luminanceOf(dark), luminance)}
	}
	return inks{light, dark, contrast(luminanceOf(light), luminance)}
}

// luminanceOf is the relative luminance of an opaque colour, 0 to 1.
func luminanceOf(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is that of WCAG 2 between two luminances, from 1 to 21.
func contrast(a, b float64) float64 {
	return (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05)
}

// inksAt gives the inks for what is drawn in b, from the mean luminance of the
// ground there. What has been drawn on the ground does not count: it would turn
// ink over with every racer that passes.
func (c *composition) inksAt(b Box) inks {
	ground := c.luminances(b)
	sum := 0.0
	for _, l := range ground {
		sum += l
	}
	return c.style.Palette.inksOn(sum / float64(len(ground))).over(ground)
}

// haloedInks are the inks for what has a halo in b. In the dark theme that is light wherever it stands out well enough, with a
// dark halo that is not seen as such: dark letters in a pale one look smudged on all grounds but the palest.
func (c *composition) haloedInks(b Box) inks {
	if p := c.style.Palette; p.Dark {
		if light := (inks{ink: rgb(0xffffff), halo: p.Ground}).over(c.luminances(b)); light.least >= readable {
			return light
		}
	}
	return c.inksAt(b)
}

// readable is the contrast from which on letters with a halo are read well: what WCAG 2 asks of large ones and of signs.
const readable = 3

// groundAcross by groundDown are the places of a box whose luminances stand for it.
const groundAcross, groundDown = 5, 3

type luminances [groundAcross * groundDown]float64

// luminances are those of the ground in b.
func (c *composition) luminances(b Box) (ground luminances) {
	for k := range ground {
		ground[k] = luminanceOf(c.groundColor(Vec{
			b.X0 + (b.X1-b.X0)*(float64(k%groundAcross)+0.5)/groundAcross,
			b.Y0 + (b.Y1-b.Y0)*(float64(k/groundAcross)+0.5)/groundDown,
		}))
	}
	return ground
}

// over gives inks with their least contrast to a ground.
func (i inks) over(ground luminances) inks {
	i.least = math.Inf(1)
	for _, l := range ground {
		i.least = math.Min(i.least, contrast(luminanceOf(i.ink), l))
	}
	return i
}

// groundColor is the colour of the ground at a place, but for hatching and soft
// borders.
func (c *composition) groundColor(at Vec) color.RGBA {
	ground := c.bareGround(at)
	if c.overVeil {
		return Mix(ground, c.style.Palette.Ground, veil)
	}
	return ground
}

// bareGround is that colour without the veil.
func (c *composition) bareGround(at Vec) color.RGBA {
	f, p := c.scene.Field, c.style.Palette
	point := c.scene.fromDevice(at, c.w, c.h)
	if c.scene.Cells != nil {
		if cell := c.scene.Cells.at(point); cell.A > 0 {
			return cell
		}
	}
	if f == nil || f.Grid == nil {
		return p.Ground
	}
	v, known := f.Grid.cell(point)
	switch {
	case !known:
		return p.Ground
	case !isFinite(v):
		return p.Panel
	case len(f.Levels) == 0:
		return p.ramp(0.5)
	}
	return p.ramp(float64(walkBand(f.Levels, v, 0)) / float64(len(f.Levels)))
}
