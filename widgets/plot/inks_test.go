package plot

import (
	"testing"
)

func TestInksStandOutEverywhere(t *testing.T) {
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		for i := range 101 {
			ground := luminanceOf(p.ramp(float64(i) / 100))
			with := p.inksOn(ground)
			if got := contrast(luminanceOf(with.ink), ground); got < 4 {
				t.Errorf("dark %t: at %d %% of the ramp the ink has a contrast of %.1f", p.Dark, i, got)
			}
			if got := contrast(luminanceOf(with.ink), luminanceOf(with.halo)); got < 10 {
				t.Errorf("dark %t: at %d %% of the ramp ink and halo have a contrast of %.1f", p.Dark, i, got)
			}
		}
	}
}

// What has a halo is light in the dark theme, except on pale grounds; in the light theme it has the ink that stands out most.
func TestHaloedInksSuitTheTheme(t *testing.T) {
	for name, st := range styles(t) {
		s := logScene(st.Palette, 100, 100)
		c := on(100, 100, s, st)
		light, dark, turned := 0, 0, 0
		for x := range 20 {
			for y := range 20 {
				b := boxAbout(Vec{float64(5*x) + 2.5, float64(5*y) + 2.5}, 2, 2)
				got, most := c.haloedInks(b), c.inksAt(b)
				switch {
				case !st.Palette.Dark && got != most:
					t.Fatalf("%s: %v, want %v", name, got, most)
				case got.least < min(readable, most.least):
					t.Fatalf("%s: a contrast of %.1f, and there is one of %.1f", name, got.least, most.least)
				case got.ink == rgb(0xffffff):
					light++
					if most.ink != got.ink {
						turned++
					}
				default:
					dark++
				}
			}
		}
		if st.Palette.Dark && (turned == 0 || dark == 0) {
			t.Errorf("%s: %d light and %d dark, and %d are light that were not", name, light, dark, turned)
		}
	}
}

func TestGroundColorIsTheGround(t *testing.T) {
	st := styles(t)["dark"]
	s := logScene(st.Palette, 100, 100)
	pic := groundOf(s, st, 100, 100)
	c := on(100, 100, s, st)
	same := 0
	for x := range 100 {
		if c.groundColor(Vec{float64(x) + 0.5, 80.5}) == pic.RGBAAt(x, 80) {
			same++
		}
	}
	if same < 50 { // elsewhere are hatching and soft borders
		t.Errorf("only %d of 100 pixels have the colour that is reckoned with", same)
	}
	if got := c.groundColor(Vec{-5, 50}); got != st.Palette.Ground {
		t.Errorf("outside the field the ground is %v", got)
	}
}
