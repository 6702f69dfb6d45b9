package plot

import (
	"image/color"
	"testing"
)

// A halo has one strength, where letters stand close, too.
func TestHaloIsLaidOnce(t *testing.T) {
	pic := blank(120, 40, black)
	testFont(t).drawHaloed(pic, 10.3, 25, 16, 2, "step 140", color.RGBA{}, color.RGBA{128, 0, 0, 128}, AlignLeft)
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
	font.Draw(bare, 30, 25, 16, "8", white, AlignCenter)
	font.drawHaloed(haloed, 30, 25, 16, 2, "8", white, color.RGBA{0, 255, 0, 255}, AlignCenter)
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
	font.drawHaloed(haloed, -1e9, 0, 16, 2, "8", white, white, AlignLeft) // far away: nothing happens
}
