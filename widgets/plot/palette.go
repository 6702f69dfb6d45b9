package plot

import "image/color"

// A Palette holds every colour of the program. It is not changed once made.
type Palette struct {
	Dark                                                       bool
	Colours                                                    Colours // the set that it belongs to
	Ground, Panel, Border, Text, Muted, Accent, Error, Control color.RGBA
	Good, Warning                                              color.RGBA   // of who has settled, and of what may go wrong
	Ramp                                                       []color.RGBA // of a map, from deep to high
	Racers                                                     []color.RGBA // of nearly equal lightness
	Basins                                                     []color.RGBA // of areas, for minima in their order
	Slow, Restless, Away, Lost                                 color.RGBA   // of areas whose runs come to no minimum
}

// DarkPalette gives the colours of the dark theme.
func DarkPalette() *Palette {
	return &Palette{
		Dark:    true,
		Ground:  rgb(0x0e1522),
		Panel:   rgb(0x151e2e),
		Border:  rgb(0x243148),
		Text:    rgb(0xe6edf7),
		Muted:   rgb(0x8fa1ba),
		Accent:  rgb(0x5ab1ff),
		Error:   rgb(0xff6b6b),
		Control: rgb(0x1c283b),
		Good:    rgb(0x3ddc97),
		Warning: rgb(0xf2a900),
		Ramp:    rgbs(0x101827, 0x16325e, 0x2f6e97, 0x61aab7, 0xa5d3ca, 0xeae7d1),
		Racers:  rgbs(0xf2a900, 0xff5d73, 0x3ddc97, 0x5ab1ff, 0xa170fe, 0xf92ac6, 0xf7b4dc, 0x0daa84),
		Basins:  rgbs(0x2f62a8, 0xb5533c, 0x3f8a63, 0x9a7a22, 0x6f529f, 0x2f8796, 0xa04a78, 0x6a7030),
		Slow:    rgb(0x55606f), Restless: rgb(0x3c4656), Away: rgb(0x222a36), Lost: rgb(0x3d1c22),
	}
}

// LightPalette gives the colours of the light theme.
func LightPalette() *Palette {
	return &Palette{
		Ground:  rgb(0xf4f6f9),
		Panel:   rgb(0xffffff),
		Border:  rgb(0xdde3ec),
		Text:    rgb(0x16202e),
		Muted:   rgb(0x5b6b82),
		Accent:  rgb(0x176dc3),
		Error:   rgb(0xc62f3b),
		Control: rgb(0xedf1f6),
		Good:    rgb(0x0f9d64),
		Warning: rgb(0xc98300),
		Ramp:    rgbs(0x1e3b75, 0x3a6caf, 0x6ba6d8, 0xa4d6ee, 0xd5f1f5, 0xfcfbf3),
		Racers:  rgbs(0xc98300, 0xd92f4c, 0x0f9d64, 0x1f7fe0, 0x710dff, 0xdf00c1, 0x835488, 0xc37da9),
		Basins:  rgbs(0x3f6fb5, 0xdf7358, 0x6fae8c, 0xc9a23c, 0x8c6bb8, 0x4fa9b8, 0xc76a9c, 0x8a8f3e),
		Slow:    rgb(0xd2d5da), Restless: rgb(0xb0bac7), Away: rgb(0xeceff3), Lost: rgb(0xe6c3c6),
	}
}

// Racer is the colour of racer i, i >= 0; the colours repeat, and RacerGlyph
// tells apart those that share one.
func (p *Palette) Racer(i int) color.RGBA { return p.Racers[i%len(p.Racers)] }

// Basin is the colour of the area from which runs come to minimum i, i >= 0: full where they are there at once, paler the
// longer they take, from 0 to 1.
func (p *Palette) Basin(i int, pale float64) color.RGBA {
	ground := p.Panel
	if p.Dark {
		ground = p.Text
	}
	return toOKLab(p.Basins[i%len(p.Basins)]).mix(toOKLab(ground), 0.72*clamp(pale, 0, 1)).rgba()
}

// Mix is the colour at a share of the way from a to b, as the eye sees it.
func Mix(a, b color.RGBA, share float64) color.RGBA { return toOKLab(a).mix(toOKLab(b), share).rgba() }

// Height is the colour that the maps give to a height, from 0 (deep) to 1 (high).
func (p *Palette) Height(t float64) color.RGBA { return p.ramp(t) }

// ramp is the colour of the map at height t, from 0 (deep) to 1 (high).
func (p *Palette) ramp(t float64) color.RGBA {
	last := len(p.Ramp) - 1
	if last < 1 {
		return p.Ground
	}
	t = clamp(t, 0, 1) * float64(last)
	i := min(int(t), last-1)
	return toOKLab(p.Ramp[i]).mix(toOKLab(p.Ramp[i+1]), t-float64(i)).rgba()
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

func rgbs(hexes ...uint32) []color.RGBA {
	cs := make([]color.RGBA, len(hexes))
	for i, hex := range hexes {
		cs[i] = rgb(hex)
	}
	return cs
}

// faded is c with its opacity multiplied by alpha.
func faded(c color.RGBA, alpha float64) color.RGBA {
	scale := func(v uint8) uint8 { return uint8(float64(v)*clamp(alpha, 0, 1) + 0.5) }
	return color.RGBA{scale(c.R), scale(c.G), scale(c.B), scale(c.A)}
}
