package graphic

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// lossChart has n losses over 140 steps. The theme must be in force already.
func lossChart(p *plot.Palette, font *plot.Font, n int) plot.Chart {
	c := plot.Chart{Title: "loss − best minimum (log)", Steps: 140, Log: true, Floor: 1e-12}
	c.Style = plot.Style{Palette: p, Font: font, Scale: 7, TextSize: 13} // the widget knows better than a scale of 7
	for i := range n {
		y := make([]float64, c.Steps+1)
		for step := range y {
			x, k := float64(step), float64(i)
			y[step] = 8 * math.Exp(-0.03*k*x) * (0.002 + math.Abs(math.Cos(0.1*k*x)))
		}
		c.Series = append(c.Series, plot.Series{Y: y, Color: p.Racer(i), Glyph: plot.RacerGlyph(i), Name: fmt.Sprint("racer ", i+1)})
	}
	return c
}

// chartWindow shows a chart of three losses, drawn once.
func chartWindow(t *testing.T, p *plot.Palette) (fyne.Window, *Chart) {
	t.Helper()
	var c *Chart
	w := widgettest.Window(t, p, fyne.NewSize(400, 190), func() fyne.CanvasObject {
		c = NewChart()
		c.SetChart(lossChart(p, skin.Typeface(c), 3))
		return c
	})
	widgettest.Shoot(w, 1)
	return w, c
}

// stepX is where a step is on a chart, in units.
func stepX(c *Chart, step float64) float32 {
	area := c.painter.PlotArea()
	return float32((float64(area.Min.X) + step/float64(c.chart.Steps)*float64(area.Dx())) / c.scale())
}

func TestChartPictures(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 1.5} {
			t.Run(fmt.Sprintf("%s-%g", name, scale), func(t *testing.T) {
				w, c := chartWindow(t, p)
				c.SetCursor(87.4)
				c.MouseIn(widgettest.Mouse(stepX(c, 30), 60, 0))
				widgettest.CheckGolden(t, fmt.Sprintf("chart-%s-%g", name, scale), widgettest.Shoot(w, scale))
			})
		}
	}
}

// Every press of the primary button and every step of a drag seeks; nothing else does.
func TestChartSeek(t *testing.T) {
	_, c := chartWindow(t, plot.DarkPalette())
	var sought []float64
	c.OnSeek = func(t float64) { sought = append(sought, math.Round(10*t)/10) }
	c.SetCursor(50)
	c.SetChart(c.chart)
	c.MouseIn(widgettest.Mouse(stepX(c, 3), 50, 0))
	c.MouseMoved(widgettest.Mouse(stepX(c, 4), 50, 0))
	c.MouseDown(widgettest.Mouse(stepX(c, 20), 50, desktop.MouseButtonSecondary))
	c.MouseUp(widgettest.Mouse(stepX(c, 20), 50, desktop.MouseButtonSecondary))
	if len(sought) > 0 {
		t.Fatalf("setters, hovering and the right button sought %v", sought)
	}
	widgettest.Click(c, stepX(c, 70), 100)
	widgettest.DragTo(c, stepX(c, 80), 90, 10, 0)
	widgettest.DragTo(c, 5, 90, -200, 0)      // left of the plot
	widgettest.DragTo(c, 5000, -40, 4000, -9) // right of the widget
	c.DragEnd()
	area := c.painter.PlotArea()
	slack := 140 / float64(area.Dx()) // the plot's edges are rounded to pixels
	want := []float64{70, 80, 0, 140}
	if !slices.EqualFunc(sought, want, func(a, b float64) bool { return math.Abs(a-b) <= slack }) {
		t.Errorf("sought %v, want %v", sought, want)
	}
}

// Through a window the same gestures arrive.
func TestChartSeekThroughWindow(t *testing.T) {
	w, c := chartWindow(t, plot.DarkPalette())
	var sought []float64
	c.OnSeek = func(t float64) { sought = append(sought, t) }
	test.Drag(w.Canvas(), fyne.NewPos(stepX(c, 100), 80), 5, 0)
	if len(sought) != 1 || math.Abs(sought[0]-100) > 3 {
		t.Errorf("a drag to step 100 sought %v", sought)
	}
}

func TestChartHover(t *testing.T) {
	w, c := chartWindow(t, plot.DarkPalette())
	type told struct {
		t      float64
		inside bool
	}
	var heard []told
	c.OnHover = func(t float64, inside bool) { heard = append(heard, told{math.Round(t), inside}) }
	plain := widgettest.Shoot(w, 1)
	c.MouseIn(widgettest.Mouse(stepX(c, 30), 60, 0))
	c.MouseMoved(widgettest.Mouse(stepX(c, 31), 60, 0))
	if _, _, count := widgettest.Difference(plain, widgettest.Shoot(w, 1)); count == 0 {
		t.Error("the values under the pointer are not shown")
	}
	c.MouseOut()
	if _, _, count := widgettest.Difference(plain, widgettest.Shoot(w, 1)); count != 0 {
		t.Error("the values are still shown when the pointer has left")
	}
	widgettest.DragTo(c, stepX(c, 40), 60, 3, 0) // no MouseMoved comes in the middle of a drag
	if want := []told{{30, true}, {31, true}, {0, false}, {40, true}}; !slices.Equal(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
}

func TestChartCursorShape(t *testing.T) {
	_, c := chartWindow(t, plot.DarkPalette())
	shape := func(want desktop.Cursor, when string) {
		t.Helper()
		if got := c.Cursor(); got != want {
			t.Errorf("%s: the pointer is %v, want %v", when, got, want)
		}
	}
	shape(desktop.CrosshairCursor, "at first")
	c.SetCursor(70)
	c.MouseIn(widgettest.Mouse(stepX(c, 20), 60, 0))
	shape(desktop.CrosshairCursor, "away from the time cursor")
	c.MouseMoved(widgettest.Mouse(stepX(c, 70)+4, 60, 0))
	shape(desktop.HResizeCursor, "on the time cursor")
	c.MouseMoved(widgettest.Mouse(stepX(c, 20), 60, 0))
	c.MouseDown(widgettest.Mouse(stepX(c, 20), 60, desktop.MouseButtonPrimary))
	shape(desktop.HResizeCursor, "pressed")
	c.MouseUp(widgettest.Mouse(stepX(c, 20), 60, desktop.MouseButtonPrimary))
	shape(desktop.CrosshairCursor, "released")
}

// Without curves there is nothing to seek or to point at, and nothing breaks.
func TestChartWithoutCurves(t *testing.T) {
	var c *Chart
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 120), func() fyne.CanvasObject {
		c = NewChart()
		return container.NewStack(c)
	})
	gestures := func() {
		c.MouseIn(widgettest.Mouse(50, 50, 0))
		widgettest.Click(c, 50, 50)
		widgettest.DragTo(c, 60, 50, 10, 0)
		c.MouseMoved(widgettest.Mouse(60, 50, 0))
	}
	c.OnSeek = func(t float64) { panic("seek") }
	c.OnHover = func(t float64, inside bool) {
		if inside {
			panic("hover")
		}
	}
	gestures() // before it was ever drawn
	widgettest.Shoot(w, 1)
	gestures()
	c.SetChart(plot.Chart{Title: "loss", Steps: 10, Style: plot.Style{Palette: plot.DarkPalette(), Font: skin.Typeface(c)}})
	widgettest.Shoot(w, 1)
	gestures()
	c.MouseOut()
}

// The pointer is on the curve that it comes near to, and on none beside them all.
func TestChartTellsTheCurve(t *testing.T) {
	w, c := chartWindow(t, plot.DarkPalette())
	var told []string
	c.OnCurve = func(name string) { told = append(told, name) }
	chart := lossChart(plot.DarkPalette(), skin.Typeface(c), 0)
	chart.Log = false
	for name, y := range map[string]float64{"low": 0, "high": 1} {
		chart.Series = append(chart.Series, plot.Series{Name: name, Y: slices.Repeat([]float64{y}, chart.Steps+1)})
	}
	c.SetChart(chart)
	widgettest.Shoot(w, 1)
	area := c.painter.PlotArea()
	x, top, foot := float32(area.Min.X+area.Max.X)/2, float32(area.Min.Y), float32(area.Max.Y)
	for _, y := range []float32{foot - 2, (top + foot) / 2, top + 2, top + 3} {
		c.MouseMoved(widgettest.Mouse(x, y, 0))
	}
	c.MouseOut()
	if want := []string{"low", "", "high", ""}; !slices.Equal(told, want) {
		t.Errorf("it tells %q, want %q", told, want)
	}
}

// A click on a label beside the curves tells of it, and does not seek; the pointer there is a hand, and the curve stands out.
func TestChartLabels(t *testing.T) {
	var c *Chart
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(420, 190), func() fyne.CanvasObject {
		c = NewChart()
		chart := lossChart(plot.DarkPalette(), skin.Typeface(c), 3)
		for i, s := range chart.Series {
			chart.Ends = append(chart.Ends, plot.EndLabel{Text: s.Name, At: s.Y[140], Color: s.Color, Of: []int{i}})
		}
		chart.Series[2].Hidden = true
		c.SetChart(chart)
		return c
	})
	widgettest.Shoot(w, 1)
	var clicked []int
	var on []string
	seeks := 0
	c.OnEnd = func(i int) { clicked = append(clicked, i) }
	c.OnCurve = func(name string) { on = append(on, name) }
	c.OnSeek = func(float64) { seeks++ }
	area := c.painter.PlotArea()
	x := float32(float64(area.Max.X)/c.scale()) + 30
	for y := float32(0); y < 190; y++ {
		c.MouseMoved(widgettest.Mouse(x, y, 0))
		if c.painter.EndAt(float64(x)*c.scale(), float64(y)*c.scale()) >= 0 {
			if c.Cursor() != desktop.PointerCursor {
				t.Fatalf("on a label the pointer is %v", c.Cursor())
			}
			widgettest.Click(c, x, y)
		}
	}
	if slices.Sort(clicked); !slices.Equal(slices.Compact(clicked), []int{0, 1, 2}) || seeks > 0 {
		t.Errorf("labels %v are clicked, and %d times a time is sought", slices.Compact(clicked), seeks)
	}
	for i, name := range []string{"racer 1", "racer 2", "racer 3"} {
		if slices.Contains(on, name) != (i < 2) {
			t.Errorf("%s stands out: %v", name, on)
		}
	}
	c.OnEnd = nil
	if c.endAt(fyne.NewPos(x, 90)) >= 0 {
		t.Error("labels can be clicked though nobody wants to know")
	}
}
