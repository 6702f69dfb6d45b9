package plot

import (
	"image/color"
	"maps"
	"math"
	"testing"
)

// The three kinds of colour vision that a palette must serve. The matrices, for
// linear RGB and complete dichromacy, are those of Machado, Oliveira and
// Fernandes (2009), severity 1.0.
var visions = map[string][3][3]float64{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

// seen is a colour as an eye of the given vision sees it.
func seen(c color.RGBA, m [3][3]float64) oklab {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]uint8
	for i, row := range m {
		out[i] = companded(row[0]*in[0] + row[1]*in[1] + row[2]*in[2])
	}
	return toOKLab(color.RGBA{out[0], out[1], out[2], 255})
}

func (c oklab) distance(d oklab) float64 {
	return math.Sqrt((c.l-d.l)*(c.l-d.l) + (c.a-d.a)*(c.a-d.a) + (c.b-d.b)*(c.b-d.b))
}

// The least OKLab distance between two of the first six racers to any eye. The
// light theme's own red and green are the closest pair, for deuteranopes; their
// glyphs differ.
func TestRacersAreToldApart(t *testing.T) {
	for _, c := range []struct {
		palette *Palette
		least   float64
	}{{DarkPalette(), 0.08}, {LightPalette(), 0.039}} {
		for name, m := range visions {
			for i := range 6 {
				for j := range i {
					d := seen(c.palette.Racers[i], m).distance(seen(c.palette.Racers[j], m))
					if d < c.least {
						t.Errorf("dark %t: racers %d and %d are only %.3f apart under %s, not %.3f", c.palette.Dark, j, i, d, name, c.least)
					}
					if d < 0.08 && RacerGlyph(i) == RacerGlyph(j) {
						t.Errorf("dark %t: racers %d and %d are close under %s and share a glyph", c.palette.Dark, j, i, name)
					}
				}
			}
		}
	}
}

func TestRacersHaveNearlyEqualLightness(t *testing.T) {
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		if len(p.Racers) < 8 {
			t.Errorf("dark %t: %d racers, not 8 or more", p.Dark, len(p.Racers))
		}
		lo, hi := 1.0, 0.0
		for _, c := range p.Racers {
			l := toOKLab(c).l
			lo, hi = min(lo, l), max(hi, l)
		}
		if hi-lo > 0.2 {
			t.Errorf("dark %t: lightness from %.2f to %.2f", p.Dark, lo, hi)
		}
	}
}

func TestIdentitiesAreDistinct(t *testing.T) {
	type identity struct {
		c color.RGBA
		g Glyph
	}
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		if len(p.Racers) != len(racerGlyphs) {
			t.Errorf("dark %t: %d colours for %d glyphs: the pairs are reckoned for as many", p.Dark, len(p.Racers), len(racerGlyphs))
		}
		met := map[identity]int{}
		for i := range 64 {
			id := identity{p.Racer(i), RacerGlyph(i)}
			if j, ok := met[id]; ok {
				t.Errorf("dark %t: racers %d and %d look the same", p.Dark, j, i)
			}
			met[id] = i
		}
	}
}

// TestTwentyLooks: of twenty racers no two share glyph and colour, neighbours differ in both, and those that share a glyph are
// told apart by eyes of all kinds.
func TestTwentyLooks(t *testing.T) {
	eyes := map[string][3][3]float64{
		"tritanopia": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
	maps.Copy(eyes, visions)
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		for i := range 20 {
			if i > 0 && (RacerGlyph(i) == RacerGlyph(i-1) || p.Racer(i) == p.Racer(i-1)) {
				t.Errorf("dark %t: racers %d and %d share glyph or colour", p.Dark, i-1, i)
			}
			for j := range i {
				if RacerGlyph(i) != RacerGlyph(j) {
					continue
				}
				for name, eye := range eyes {
					if d := seen(p.Racer(i), eye).distance(seen(p.Racer(j), eye)); d < 0.067 {
						t.Errorf("dark %t: racers %d and %d share a glyph and are %.3f apart under %s", p.Dark, j, i, d, name)
					}
				}
			}
		}
	}
}

func TestFirstGlyphsAreDistinct(t *testing.T) {
	met := map[Glyph]int{}
	for i := range 8 {
		if j, ok := met[RacerGlyph(i)]; ok {
			t.Errorf("racers %d and %d have the same glyph", j, i)
		}
		met[RacerGlyph(i)] = i
	}
}

// The colours of a map are the palette's at its stops, and rise steadily between.
func TestRampRisesThroughItsStops(t *testing.T) {
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		for i, want := range p.Ramp {
			if got := p.ramp(float64(i) / float64(len(p.Ramp)-1)); got != want {
				t.Errorf("dark %t: stop %d is %v, not %v", p.Dark, i, got, want)
			}
		}
		last, lit := -1.0, -1.0
		for i := range 101 {
			c := p.ramp(float64(i) / 100)
			l, luminance := toOKLab(c).l, luminanceOf(c)
			if l <= last || luminance <= lit {
				t.Errorf("dark %t: the ramp darkens at %d %%", p.Dark, i)
			}
			last, lit = l, luminance
			if ink := p.inksOn(luminance); ink.least < 4 {
				t.Errorf("dark %t: at %d %% the ink has a contrast of %.1f", p.Dark, i, ink.least)
			}
		}
		if p.ramp(-1) != p.Ramp[0] || p.ramp(2) != p.Ramp[len(p.Ramp)-1] {
			t.Errorf("dark %t: beyond its ends the ramp is not its ends", p.Dark)
		}
	}
}

// palettes are those of all colour sets, in both themes.
func palettes() (list []*Palette) {
	for _, set := range ColourSets() {
		list = append(list, NewPalette(set, true), NewPalette(set, false))
	}
	return list
}

func TestTextIsReadable(t *testing.T) {
	for _, p := range palettes() {
		for name, c := range map[string]struct {
			ink, on color.RGBA
			least   float64
		}{
			"text on panel": {p.Text, p.Panel, 7}, "text on ground": {p.Text, p.Ground, 7}, "text on control": {p.Text, p.Control, 7},
			"muted on panel": {p.Muted, p.Panel, 4.5}, "muted on ground": {p.Muted, p.Ground, 4.5},
			"muted on control": {p.Muted, p.Control, 4.5}, "error on control": {p.Error, p.Control, 4.5},
			"error on panel": {p.Error, p.Panel, 4.5}, "error on ground": {p.Error, p.Ground, 4.5},
			"accent on panel": {p.Accent, p.Panel, 4.5}, "accent on ground": {p.Accent, p.Ground, 4.5},
			"accent on control": {p.Accent, p.Control, 4.5},
		} {
			if got := contrast(luminanceOf(c.ink), luminanceOf(c.on)); got < c.least {
				t.Errorf("%s: %s has a contrast of %.1f, not %v", p.Key(), name, got, c.least)
			}
		}
	}
}

// TestRacersAreSeen: lines and signs of every racer have the contrast that WCAG 2 asks of graphics, 3, and their letters that of
// texts, without a colour changing that had it.
func TestRacersAreSeen(t *testing.T) {
	for _, p := range palettes() {
		for i, c := range p.Racers {
			if got := contrast(luminanceOf(c), luminanceOf(p.Panel)); got < 2.8 || p.Colours == UsualColours && got < 3 {
				t.Errorf("%s: racer %d has a contrast of %.2f to the panel", p.Key(), i, got)
			}
			letters := p.Letters(c)
			for name, ground := range map[string]color.RGBA{"panel": p.Panel, "ground": p.Ground} {
				if got := contrast(luminanceOf(letters), luminanceOf(ground)); got < 4.5 {
					t.Errorf("%s: letters of racer %d have a contrast of %.2f to the %s, not 4.5", p.Key(), i, got, name)
				}
			}
			was := min(contrast(luminanceOf(c), luminanceOf(p.Panel)), contrast(luminanceOf(c), luminanceOf(p.Ground)))
			if was >= 4.5 && letters != c {
				t.Errorf("%s: letters of racer %d are %v, not %v", p.Key(), i, letters, c)
			}
			if d := toOKLab(letters).distance(toOKLab(c)); d > 0.2 {
				t.Errorf("%s: letters of racer %d are %.2f from its colour", p.Key(), i, d)
			}
		}
	}
}

func TestOKLabReferenceValues(t *testing.T) {
	// From Ottosson's article, for sRGB white, red and blue.
	for _, c := range []struct {
		in   color.RGBA
		want oklab
	}{
		{rgb(0xffffff), oklab{1, 0, 0}},
		{rgb(0xff0000), oklab{0.62796, 0.22486, 0.12585}},
		{rgb(0x0000ff), oklab{0.45201, -0.03246, -0.31153}},
	} {
		if got := toOKLab(c.in); got.distance(c.want) > 1e-4 {
			t.Errorf("%v is %v, not %v", c.in, got, c.want)
		}
		if back := toOKLab(c.in).rgba(); back != c.in {
			t.Errorf("%v comes back as %v", c.in, back)
		}
	}
}
