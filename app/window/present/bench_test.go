package present

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot/raster"
)

// BenchmarkFrame is all that is drawn in a frame while it plays on a screen of 1920 by 1080: map, chart, step and chips.
func BenchmarkFrame(b *testing.B) {
	d := desktest.On(b, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06")
	win := fyne.CurrentApp().NewWindow("")
	s := Open(d, Race(d.Lab()), win, nil)
	d.Lab().OnChange(s.Update)
	defer s.Close()
	win.Resize(fyne.NewSize(1920, 1080))
	win.Canvas().Capture()
	settle(d, s)
	canvasOf := func(o fyne.CanvasObject) *image.RGBA {
		return image.NewRGBA(image.Rect(0, 0, int(o.Size().Width), int(o.Size().Height)))
	}
	var scenes raster.Painter
	var charts raster.ChartPainter
	st := s.style()
	st.Scale = s.zoom()
	c := s.parts[3].(*curves)
	onMap, onChart := canvasOf(s.map1.m), canvasOf(c.chart)
	chart := c.of.Chart(s.state, st, nil)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		d.Lab().Seek(float64(i%280) / 2)
		scenes.Draw(onMap, s.map1.m.Scene(), st)
		charts.Draw(onChart, chart, s.state.Head, -1)
		for _, k := range []int{2, 4} {
			panel := s.parts[k].object().(*graphic.Drawing)
			panel.Paint(int(panel.Size().Width), int(panel.Size().Height))
		}
	}
}
