package graphic

import (
	"image/color"
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// TestCurveAndBadge draws previews of schedules and the marks of eight racers.
func TestCurveAndBadge(t *testing.T) {
	for name, p := range widgettest.Palettes {
		t.Run(name, func(t *testing.T) {
			w := widgettest.Window(t, p, fyne.NewSize(200, 60), func() fyne.CanvasObject {
				cosine, stairs := make([]float64, 100), make([]float64, 100)
				for i := range cosine {
					cosine[i] = 1 + math.Cos(math.Pi*float64(i)/100)
					stairs[i] = math.Pow(0.5, float64(i/25))
				}
				curves := container.NewGridWithColumns(3, NewCurve(), NewCurve(), NewCurve())
				curves.Objects[0].(*Curve).SetCurve(cosine, p.Racer(0))
				curves.Objects[1].(*Curve).SetCurve(stairs, p.Racer(1))
				badges := container.NewHBox()
				for i := range 8 {
					badges.Add(NewBadge(plot.RacerGlyph(i), p.Racer(i)))
				}
				return container.NewVBox(curves, badges)
			})
			widgettest.CheckGolden(t, "curves-"+name, widgettest.Shoot(w, 2))
		})
	}
}

// A curve keeps its own copy, shows what it is given next, and a badge likewise.
func TestCurveAndBadgeChange(t *testing.T) {
	var c *Curve
	var b *Badge
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(80, 40), func() fyne.CanvasObject {
		c, b = NewCurve(), NewBadge(plot.Disc, color.White)
		return container.NewVBox(c, b)
	})
	ys := []float64{1, 0, 1}
	c.SetCurve(ys, color.White)
	before := widgettest.Shoot(w, 1)
	differs := func(what string, want bool) {
		t.Helper()
		if _, _, count := widgettest.Difference(before, widgettest.Shoot(w, 1)); (count > 0) != want {
			t.Errorf("%s: the picture changed: %v", what, count > 0)
		}
	}
	ys[1] = 1
	c.Refresh()
	differs("the caller's slice was changed", false)
	c.SetCurve(ys, color.White)
	differs("other values", true)
	c.SetCurve([]float64{1, 0, 1}, color.White)
	differs("the first values again", false)
	b.Set(plot.Square, color.White)
	differs("another glyph", true)
	b.Set(plot.Disc, color.Black)
	differs("another colour", true)
}
