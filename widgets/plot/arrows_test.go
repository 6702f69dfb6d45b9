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

// TestArrowLabelsKeepOff: a label stands beyond its arrow's tip where there is room, and else beside that: not on the name of a
// place, on a tag or on an arrow, and in the picture.
func TestArrowLabelsKeepOff(t *testing.T) {
	font, err := plot.NewFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	st := plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 12}
	view := plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	lowest := plot.Mark{Kind: plot.BestMark, At: plot.Point{X: 0.5}, Label: "A", Says: "A, the lowest"}
	scene := plot.Scene{View: view, Marks: []plot.Mark{lowest}, Tags: []plot.Tag{{At: plot.Point{Y: -0.5}, Text: "gradient flow"}},
		Traces: []plot.Trace{{Pts: []plot.Point{{X: -1, Y: 1}, {X: -1}}, Head: 1, Color: st.Palette.Racer(3)}}}
	for _, along := range []plot.Point{{X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: 1, Y: -0.4}, {X: -1, Y: -0.3}} {
		for _, long := range []float64{10, 60, 110, 180} {
			scene.Arrows = []plot.Arrow{
				{At: plot.Point{}, Along: along, Long: long, Label: "step × 1000", Color: st.Palette.Racers[1]},
				{At: plot.Point{}, Along: plot.Point{X: along.X + 0.1, Y: along.Y}, Long: long + 5, Label: "−g", Color: st.Palette.Racers[2]},
			}
			on := record.New(400, 400)
			scene.Draw(on, st)
			var written []record.Mark
			for _, m := range on.Marks.Of(record.Text) {
				for _, o := range written {
					if a, b := m.Bounds, o.Bounds; a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1 {
						t.Errorf("%v, %v: %q, at %v, lies over %q, at %v", along, long, m.Text.Text, a, o.Text.Text, b)
					}
				}
				if b := m.Bounds; b.X0 < 0 || b.Y0 < 0 || b.X1 > 400 || b.Y1 > 400 {
					t.Errorf("%v, %v: %q is at %v", along, long, m.Text.Text, b)
				}
				written = append(written, m)
			}
			if len(written) != 4 {
				t.Errorf("%v, %v: %d texts", along, long, len(written))
			}
		}
	}
}

// TestArrowsBesideThePicture: the labels of arrows that are not seen are left out, and so is one for which nothing is left in a
// corner: they were written over one another.
func TestArrowsBesideThePicture(t *testing.T) {
	st := plot.Styles(t)["dark"]
	at := func(x, y float64) plot.Scene {
		s := plot.Scene{View: plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}}
		for _, label := range []string{"−g", "−m", "step × 50", "rates", "Newton", "sixth", "seventh", "eighth", "ninth", "tenth"} {
			s.Arrows = append(s.Arrows, plot.Arrow{
				At: plot.Point{X: x, Y: y}, Along: plot.Point{X: 1, Y: 1}, Long: 60, Label: label, Color: st.Palette.Racer(0)})
		}
		return s
	}
	if beside := record.Layer(plot.LiveLayer, at(1.3, 1.2), st, 400, 400).Texts(); len(beside) != 0 {
		t.Errorf("beside the picture is written %q", beside)
	}
	away := at(1e12, 1e12)
	for i := range away.Arrows {
		away.Arrows[i].Along, away.Arrows[i].Long = plot.Point{X: -1, Y: -1}, 1e15
	}
	if texts := record.Layer(plot.LiveLayer, away, st, 400, 400).Texts(); len(texts) != 0 {
		t.Errorf("of arrows that begin too far away to be drawn is written %q", texts)
	}
	corner := record.Layer(plot.LiveLayer, at(0.98, 0.98), st, 400, 400).Of(record.Text)
	if len(corner) < 2 || len(corner) == 10 {
		t.Errorf("in the corner are %d labels", len(corner))
	}
	for i, m := range corner {
		for _, o := range corner[:i] {
			if a, b := m.Bounds, o.Bounds; a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1 {
				t.Errorf("%s lies over %s", m.Text.Text, o.Text.Text)
			}
		}
	}
}
