package relief

import (
	"image"
	"testing"

	"descentlab/widgets/plot"
)

// BenchmarkTurn is a frame while the block is turned: a mesh of 128 by 128 in 640 by 640 pixels, with the ways of four racers.
func BenchmarkTurn(b *testing.B) {
	st := style(b, plot.LightPalette())
	s := race(field(128, plot.LogSpacing, peaks), st.Palette)
	s.Coarse = true
	frames(b, s, st, func(s *Scene) { s.Camera = s.Camera.Turned(1, 0) })
}

// BenchmarkRest is the picture once it rests, with four samples a pixel.
func BenchmarkRest(b *testing.B) {
	st := style(b, plot.LightPalette())
	s := race(field(128, plot.LogSpacing, peaks), st.Palette)
	frames(b, s, st, func(s *Scene) { s.Camera = s.Camera.Turned(1, 0) })
}

// BenchmarkPlay is a frame while the race plays.
func BenchmarkPlay(b *testing.B) {
	st := style(b, plot.LightPalette())
	s := race(field(128, plot.LogSpacing, peaks), st.Palette)
	frames(b, s, st, func(s *Scene) { s.Map.Traces[0].Head = float64(int(s.Map.Traces[0].Head*4+1)%160) / 4 })
}

func frames(b *testing.B, s Scene, st plot.Style, move func(*Scene)) {
	b.Helper()
	dst := image.NewRGBA(image.Rect(0, 0, 640, 640))
	var p Painter
	for range 360 {
		move(&s)
		if int(s.Camera.Yaw)%4 == 1 {
			p.Draw(dst, s, st)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		move(&s)
		p.Draw(dst, s, st)
	}
}
