package plot_test

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/font/gofont/goregular"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/record"
)

var orange = color.RGBA{242, 169, 0, 255}

// bowl samples x² + y², whose only minimum is at the origin.
func bowl() *plot.Grid {
	view := plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	return plot.Sample(context.Background(), view, 64, 64, func() func(dst, xs []float64, y float64) {
		return func(dst, xs []float64, y float64) {
			for i, x := range xs {
				dst[i] = x*x + y*y
			}
		}
	})
}

// A style is the same for maps and charts.
func style() plot.Style {
	font, err := plot.NewFont(goregular.TTF)
	if err != nil {
		panic(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 13}
}

// Values sampled on a grid become levels and the lines along them.
func ExampleNewField() {
	field := plot.NewField(bowl(), 4, plot.LinearSpacing)
	for _, line := range field.Lines {
		fmt.Printf("level %s: %d points, closed %t\n", plot.Number(field.Levels[line.Level]), len(line.Pts), line.Closed)
	}
	// Output:
	// level 2: 184 points, closed true
	// level 4: 52 points, closed false
	// level 4: 52 points, closed false
	// level 4: 52 points, closed false
	// level 4: 52 points, closed false
	// level 6: 18 points, closed false
	// level 6: 18 points, closed false
	// level 6: 18 points, closed false
	// level 6: 18 points, closed false
}

// A scene is a value. Drawn on a canvas that records, it can be read.
func ExampleScene() {
	s := plot.Scene{
		View:  plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2},
		Marks: []plot.Mark{{Kind: plot.MinimumMark, Label: "A"}},
		Traces: []plot.Trace{{
			Pts:  []plot.Point{{X: -1.5, Y: 1}, {X: -0.75, Y: 0.25}, {X: -0.25}},
			Head: 1.5, Color: orange, Glyph: plot.Square,
		}},
		Title: "Bowl",
	}
	fmt.Print(record.Scene(s, style(), 200, 200))
	// Output:
	// box 0.0 0.0 to 200.0 200.0 #0e1522
	// ring 100.0 100.0 radius 3.3 width 3.6 #0d1521 60%
	// circle 100.0 100.0 radius 2.2 #0d1521 60%
	// ring 100.0 100.0 radius 3.3 width 1.4 #ffffff
	// circle 100.0 100.0 radius 0.9 #ffffff
	// text "Bowl" 10.0 21.0 size 13 haloed #ffffff
	// stroke 2 pieces 25.0 50.0 to 75.0 93.8 width 3.0 #f2a900 halo #0d1521 80%
	// stroke 1 pieces 62.5 87.5 to 62.5 87.5 width 2.2 #fbdaa8
	// stroke 4 pieces 68.9 87.6 to 81.1 99.9 width 4.0 #0e1522
	// fill 4 corners 68.9 87.6 to 81.1 99.9 #f2a900
}

// The same call draws on a canvas of pixels.
func ExampleScene_Draw() {
	s := plot.Scene{View: plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}, Field: plot.NewField(bowl(), 12, plot.LogSpacing), Ticks: true}
	picture := image.NewRGBA(image.Rect(0, 0, 200, 200))
	s.Draw(raster.New(picture), style())
	deep, high := picture.RGBAAt(100, 100), picture.RGBAAt(100, 5)
	fmt.Println("the depths are darker:", deep.R < high.R && deep.G < high.G && deep.B < high.B)
	// Output:
	// the depths are darker: true
}

// Numbers along the edges are round, and as many as there is room for.
func ExampleScene_ticks() {
	s := plot.Scene{View: plot.Rect{X0: -3, X1: 0, Y0: 0, Y1: 1}, LogX: true, Ticks: true}
	for _, m := range record.Scene(s, style(), 400, 240).Of(record.Text) {
		fmt.Printf("%-5s at %3.0f, %3.0f\n", m.Text.Text, m.At.X, m.At.Y)
	}
	// Output:
	// 0.2   at   8, 190
	// 0.4   at   8, 142
	// 0.6   at   8,  94
	// 0.8   at   8,  45
	// 0.003 at  64, 233
	// 0.01  at 133, 233
	// 0.03  at 197, 233
	// 0.1   at 267, 233
	// 0.3   at 330, 233
}

// A chart is a value too; what floats over it tells the values at a step.
func ExampleChart() {
	c := plot.Chart{Title: "loss", Steps: 4, Log: true, Style: style()}
	c.Series = []plot.Series{{Name: "SGD", Y: []float64{8, 4, 2, 1, 0.5}, Color: orange}}
	fmt.Printf("%q\n", record.Chart(c, 300, 150, -1, 3).Texts())
	// Output:
	// ["0" "1" "2" "3" "4" "1e-1" "1" "10" "loss" "step 3" "SGD" "1.000"]
}
