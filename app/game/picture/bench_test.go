package picture

import (
	"context"
	"image"
	"testing"

	"descentlab/app/game"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// BenchmarkProbe is what a probe costs until it is seen: the kept ground is copied, and fog, probes and previews are drawn anew.
func BenchmarkProbe(b *testing.B) { probe(b, 1, false) }

// BenchmarkProbeScale2 is the same with four times as many pixels.
func BenchmarkProbeScale2(b *testing.B) { probe(b, 2, false) }

// BenchmarkProbeWhole draws the ground as well.
func BenchmarkProbeWhole(b *testing.B) { probe(b, 1, true) }

func probe(b *testing.B, scale float64, whole bool) {
	w, h := int(width*scale), int(mapUp*scale)
	l := level(b, "foggy_map")
	st, fog := style(b, plot.DarkPalette(), scale), NewFog(w, h, scale)
	m := Map{
		Level: l, State: played(b, l, game.CarefulProbes(l, l.Ground.Start)[:6]...), Lit: -1,
		Field: NewField(context.Background(), l, w, h),
	}
	ground, img := image.NewRGBA(image.Rect(0, 0, w, h)), image.NewRGBA(image.Rect(0, 0, w, h))
	m.DrawGround(raster.New(ground), st)
	for i := 0; b.Loop(); i++ {
		m.Opening = float64(i%18+1) / 18
		if whole {
			m.DrawGround(raster.New(img), st)
		} else {
			copy(img.Pix, ground.Pix)
		}
		m.DrawOver(raster.New(img), st, fog)
	}
}
