package plot_test

import (
	"math"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestArrows: an arrow points where its direction leads on the map, is as long as it says, and its label stands at its tip;
// labels keep off one another; what has no direction is left out.
func TestArrows(t *testing.T) {
	font, err := plot.NewFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	st := plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 12}
	red := st.Palette.Racers[1]
	view := plot.Rect{X0: -2, X1: 2, Y0: -1, Y1: 1} // twice as wide as high, on a square: the plane is pressed together along x
	scene := plot.Scene{View: view, Arrows: []plot.Arrow{
		{At: plot.Point{}, Along: plot.Point{X: 2, Y: 1}, Long: 100, Label: "one", Color: red},
		{At: plot.Point{}, Along: plot.Point{X: 2, Y: 1}, Long: 100, Label: "two", Color: st.Palette.Racers[2]},
		{At: plot.Point{}, Label: "none", Long: 50, Color: red},
		{At: plot.Point{}, Along: plot.Point{X: math.NaN()}, Label: "none", Long: 50, Color: red},
		{At: plot.Point{}, Along: plot.Point{Y: 1}, Label: "alone", Off: 30, Color: st.Palette.Racers[0]},
	}}
	marks := record.Layer(plot.LiveLayer, scene, st, 400, 400)
	heads := marks.Of(record.Fill).In(red)
	if len(heads) != 1 {
		t.Fatalf("%d heads of arrows", len(heads))
	}
	tip, want := heads[0].Points[0], 200+100*math.Sqrt2/2
	if math.Abs(tip.X-want) > 0.01 || math.Abs(tip.Y-(400-want)) > 0.01 {
		t.Errorf("the tip is at %v, want at (%v, %v)", tip, want, 400-want)
	}
	one, _ := marks.Find("one")
	two, _ := marks.Find("two")
	if one.At.X < tip.X || one.Bounds.X0 < two.Bounds.X1 && two.Bounds.X0 < one.Bounds.X1 && one.Bounds.Y0 < two.Bounds.Y1 &&
		two.Bounds.Y0 < one.Bounds.Y1 {
		t.Errorf("the labels are at %v and %v", one.Bounds, two.Bounds)
	}
	if _, ok := marks.Find("none"); ok {
		t.Error("an arrow without a direction has a label")
	}
	if alone, ok := marks.Find("alone"); !ok || alone.At.Y > 170 || len(marks.Of(record.Fill).In(st.Palette.Racers[0])) != 0 {
		t.Errorf("a label alone stands at %v, with %d arrows", alone.At, len(marks.Of(record.Fill).In(st.Palette.Racers[0])))
	}
	far := plot.Scene{View: view, Arrows: []plot.Arrow{{Along: plot.Point{X: 1e300}, Long: 1e300, Label: "far", Color: red}}}
	record.Layer(plot.LiveLayer, far, st, 400, 400)
}
