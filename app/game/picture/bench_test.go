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
func BenchmarkProbe(b *testing.B) {
	for name, scale := range map[string]float64{"scale1": 1, "scale2": 2} {
		b.Run(name, func(b *testing.B) {
			w, h := int(922*scale), int(677*scale)
			l, err := game.Lookup("foggy_map")
			if err != nil {
				b.Fatal(err)
			}
			s, err := l.Play(game.CarefulProbes(l, l.Ground.Start)[:6])
			if err != nil {
				b.Fatal(err)
			}
			st, fog := style(b, plot.DarkPalette(), scale), NewFog(w, h, scale)
			m := Map{Level: l, State: s, Lit: -1, Field: NewField(context.Background(), l, w, h)}
			ground, img := image.NewRGBA(image.Rect(0, 0, w, h)), image.NewRGBA(image.Rect(0, 0, w, h))
			m.DrawGround(raster.New(ground), st)
			for i := 0; b.Loop(); i++ {
				m.Opening = float64(i%18+1) / 18
				copy(img.Pix, ground.Pix)
				m.DrawOver(raster.New(img), st, fog)
			}
		})
	}
}

// BenchmarkFog is what a fog costs once.
func BenchmarkFog(b *testing.B) {
	for b.Loop() {
		NewFog(922, 677, 1)
	}
}
