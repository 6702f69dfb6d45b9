package raster

import (
	"image/color"
	"testing"

	"descentlab/widgets/plot"
)

// A halo has one strength, where letters stand close, too.
func TestHaloIsLaidOnce(t *testing.T) {
	pic := blank(120, 40, black)
	text := plot.Text{Text: "step 140", Font: testFont(t), Size: 16, Halo: color.RGBA{128, 0, 0, 128}, Reach: 2}
	New(pic).Text(text, plot.Vec{X: 10.3, Y: 25})
	full := 0
	for i := 0; i < len(pic.Pix); i += 4 {
		if pic.Pix[i] > 128 {
			t.Fatalf("the halo, of strength 128, reaches %d", pic.Pix[i])
		}
		if pic.Pix[i] == 128 {
			full++
		}
	}
	if full < 200 {
		t.Errorf("only %d pixels have the halo's full strength", full)
	}
}

func TestHaloReachesAroundTheText(t *testing.T) {
	font := testFont(t)
	bare, haloed := blank(60, 40, black), blank(60, 40, black)
	write(bare, font, 30, 25, 16, "8", plot.AlignCenter)
	text := plot.Text{Text: "8", Font: font, Size: 16, Ink: white, Align: plot.AlignCenter}
	text.Halo, text.Reach = color.RGBA{0, 255, 0, 255}, 2
	New(haloed).Text(text, plot.Vec{X: 30, Y: 25})
	for y := 2; y < 38; y++ {
		for x := 2; x < 58; x++ {
			if bare.RGBAAt(x, y).R < 200 {
				continue
			}
			if haloed.RGBAAt(x, y).R < 200 {
				t.Fatalf("the text at (%d, %d) is covered", x, y)
			}
			for _, d := range [4][2]int{{-2, 0}, {2, 0}, {0, -2}, {0, 2}} {
				if haloed.RGBAAt(x+d[0], y+d[1]).G < 90 {
					t.Fatalf("no halo at (%d, %d), two pixels from the text", x+d[0], y+d[1])
				}
			}
		}
	}
	New(haloed).Text(text, plot.Vec{X: -1e9}) // far away: nothing happens
}
