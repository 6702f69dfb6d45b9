package raster

import (
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/font/gofont/goitalic"

	"descentlab/widgets/plot"
)

func TestGlyphsWeighTheSame(t *testing.T) {
	for g := range plot.Ring + 1 {
		pic := blank(100, 100, black)
		g.Draw(New(pic), 50, 50, 20, white, color.RGBA{})
		if part := inkOf(pic) / (math.Pi * 400); part < 0.6 || part > 1.2 {
			t.Errorf("glyph %d has %.2f of the disc's area", g, part)
		}
		dark := blank(100, 100, black)
		g.Draw(New(dark), 50, 50, 20, black, white)
		if part := inkOf(dark) / (math.Pi * 400); part < 0.3 {
			t.Errorf("the edge of glyph %d has only %.2f of the disc's area", g, part)
		}
	}
}

func TestGlyphsStayInTheirRoom(t *testing.T) {
	for g := range plot.Ring + 1 {
		pic := blank(100, 100, black)
		g.Draw(New(pic), 50, 50, 20, white, white)
		for y := range 100 {
			for x := range 100 {
				if math.Max(math.Abs(float64(x)+0.5-50), math.Abs(float64(y)+0.5-50)) > 1.75*20 && pic.RGBAAt(x, y) != black {
					t.Fatalf("glyph %d reaches (%d, %d)", g, x, y)
				}
			}
		}
	}
}

// TestEquationDrawsWithinItsMeasure: all ink lies in the box that is measured.
func TestEquationDrawsWithinItsMeasure(t *testing.T) {
	italic, err := plot.NewFont(goitalic.TTF)
	if err != nil {
		t.Fatal(err)
	}
	fonts := plot.MathFonts{Upright: testFont(t), Italic: italic}
	for _, markup := range []string{
		`\hat m_{t+1} = \frac{m_{t+1}}{1-b_1^{t+1}}`, `\sqrt{\frac{x^2}{y_1}}`, `[\frac{a}{b}]^2 - \{\frac{x}{y}\}_i`,
		`\lVert \frac{x}{y} \rVert \lvert \sqrt{\sqrt{x}} \rvert`, `\bar x \tilde Y^{\hat z}`,
	} {
		e, err := plot.ParseEquation(markup)
		if err != nil {
			t.Fatal(err)
		}
		w, up, down := e.Measure(fonts, 30)
		pic := blank(int(w)+60, int(up+down)+60, black)
		e.Draw(New(pic), fonts, 30, 30+up, 30, white)
		ink := inkBox(pic)
		const slack = 2.5
		if ink.Empty() || float64(ink.Min.X) < 30-slack || float64(ink.Min.Y) < 30-slack ||
			float64(ink.Max.X) > 30+w+slack || float64(ink.Max.Y) > 30+up+down+slack {
			t.Errorf("%s: ink in %v, measured %v wide, %v up, %v down from (30, %v)", markup, ink, w, up, down, 30+up)
		}
	}
}
