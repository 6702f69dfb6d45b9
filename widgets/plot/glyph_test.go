package plot

import (
	"image/color"
	"math"
	"testing"
)

const glyphs = Ring + 1

func TestGlyphsWeighTheSame(t *testing.T) {
	for g := range glyphs {
		pic := blank(100, 100, black)
		g.Draw(pic, 50, 50, 20, white, color.RGBA{})
		if part := inkOf(pic) / (math.Pi * 400); part < 0.6 || part > 1.2 {
			t.Errorf("glyph %d has %.2f of the disc's area", g, part)
		}
		dark := blank(100, 100, black)
		g.Draw(dark, 50, 50, 20, black, white)
		if part := inkOf(dark) / (math.Pi * 400); part < 0.3 {
			t.Errorf("the edge of glyph %d has only %.2f of the disc's area", g, part)
		}
	}
}

func TestGlyphsStayInTheirRoom(t *testing.T) {
	for g := range glyphs {
		pic := blank(100, 100, black)
		g.Draw(pic, 50, 50, 20, white, white)
		for y := range 100 {
			for x := range 100 {
				if math.Max(math.Abs(float64(x)+0.5-50), math.Abs(float64(y)+0.5-50)) > 1.75*20 && pic.RGBAAt(x, y) != black {
					t.Fatalf("glyph %d reaches (%d, %d)", g, x, y)
				}
			}
		}
	}
}

func TestGoldenGlyphs(t *testing.T) {
	p := DarkPalette()
	pic := blank(30*int(glyphs), 110, p.Ramp[2])
	for g := range glyphs {
		x := 15 + 30*float64(g)
		g.Draw(pic, x, 14, 4, p.Racer(int(g)), p.Ground)
		g.Draw(pic, x, 42, 6, p.Racer(int(g)), p.Ground)
		g.Draw(pic, x, 82, 10, p.Racer(int(g)), p.Ground)
	}
	golden(t, "glyphs", pic)
}
