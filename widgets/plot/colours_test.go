package plot

import (
	"image/color"
	"math"
	"testing"
)

// eyeOf are the eyes that a set is made for: complete dichromacy by Machado, Oliveira and Fernandes (2009), and luminance alone.
var eyeOf = map[Colours][3][3]float64{
	Deutan: visions["deuteranopia"],
	Protan: visions["protanopia"],
	Tritan: {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	Grey:   {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// TestSetsAreToldApartByTheirEyes: to the eyes that a set is made for any two racers are farther apart than many of the usual
// ones are, each is off the map's ramp, areas of minima and statuses are told apart, and what is written is read.
func TestSetsAreToldApartByTheirEyes(t *testing.T) {
	for _, set := range ColourSets()[1:] {
		racers, ramp, basins, status := 0.115, 0.07, 0.1, 0.13
		if set == Grey { // which has one dimension for all of them
			racers, ramp, basins, status = 0.05, 0.085, 0.065, 0.13
		}
		for _, dark := range []bool{true, false} {
			p, eye := NewPalette(set, dark), eyeOf[set]
			if len(p.Racers) != len(racerGlyphs) || p.Dark != dark || p.Colours != set {
				t.Fatalf("%s: %d racers, dark %t", p.Key(), len(p.Racers), p.Dark)
			}
			if got := least(p.Racers, eye); got < racers {
				t.Errorf("%s: two racers are %.3f apart", p.Key(), got)
			}
			if got := least(p.Basins, eye); got < basins {
				t.Errorf("%s: two areas are %.3f apart", p.Key(), got)
			}
			if got := seen(p.Good, eye).distance(seen(p.Error, eye)); got < status {
				t.Errorf("%s: who has settled and who has failed are %.3f apart", p.Key(), got)
			}
			near := math.Inf(1)
			for i, c := range p.Racers {
				for h := 0.0; h <= 1; h += 0.01 {
					near = min(near, seen(p.Height(h), eye).distance(seen(c, eye)))
				}
				if got := contrast(luminanceOf(c), luminanceOf(p.Panel)); got < 2.8 {
					t.Errorf("%s: the name of racer %d has a contrast of %.1f", p.Key(), i, got)
				}
			}
			if near < ramp {
				t.Errorf("%s: a racer is %.3f off the ramp", p.Key(), near)
			}
			for name, c := range map[string]color.RGBA{"good": p.Good, "bad": p.Error} {
				if got := contrast(luminanceOf(c), luminanceOf(p.Panel)); got < 4.5 {
					t.Errorf("%s: what is %s has a contrast of %.1f", p.Key(), name, got)
				}
			}
			for i := 1; i <= 100; i++ {
				if luminanceOf(p.Height(float64(i)/100)) < luminanceOf(p.Height(float64(i-1)/100)) {
					t.Errorf("%s: the ramp gets darker at %d %%", p.Key(), i)
				}
			}
		}
	}
}

// TestUsualSet: a set that is not known is the usual one, and no two palettes have one key.
func TestUsualSet(t *testing.T) {
	keys := map[string]bool{}
	for _, set := range ColourSets() {
		for _, dark := range []bool{true, false} {
			keys[NewPalette(set, dark).Key()] = true
		}
	}
	if len(keys) != 2*len(ColourSets()) || NewPalette("none", true).Key() != DarkPalette().Key() {
		t.Errorf("the keys are %v", keys)
	}
}

// least is how far the nearest two colours are apart.
func least(list []color.RGBA, eye [3][3]float64) float64 {
	d := math.Inf(1)
	for i, a := range list {
		for _, b := range list[:i] {
			d = min(d, seen(a, eye).distance(seen(b, eye)))
		}
	}
	return d
}
