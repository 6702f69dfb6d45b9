package plot_test

import (
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestNames: a racer that is named has its name beside its head, in its colour, and names stand apart.
func TestNames(t *testing.T) {
	st := plot.Style{Palette: plot.DarkPalette(), Font: plot.TestFont(t), Scale: 2, TextSize: 12, Line: 0.5}
	trace := func(name string, i int, to plot.Point) plot.Trace {
		return plot.Trace{Pts: []plot.Point{{}, to}, Head: 1, Color: st.Palette.Racer(i), Glyph: plot.RacerGlyph(i), Name: name,
			Named: true}
	}
	s := plot.Scene{View: plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, Traces: []plot.Trace{
		trace("Adam", 0, plot.Point{X: 0.5}), trace("Momentum", 1, plot.Point{X: 0.5, Y: 0.02}), trace("SGD", 2, plot.Point{X: 5}),
	}}
	marks := record.Scene(s, st, 800, 800)
	texts := marks.Of(record.Text)
	for i, name := range []string{"Adam", "Momentum"} {
		m, ok := marks.Find(name)
		if !ok || m.Color != st.Palette.Racer(i) || m.Text.Size != 24 {
			t.Errorf("%s: %v", name, m)
		}
	}
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.Bounds.X0 < b.Bounds.X1 && b.Bounds.X0 < a.Bounds.X1 && a.Bounds.Y0 < b.Bounds.Y1 && b.Bounds.Y0 < a.Bounds.Y1 {
				t.Errorf("%s lies on %s", a, b)
			}
		}
	}
	wide := widest(marks.In(st.Palette.Racer(2)))
	s.Traces[0].Named = false
	if _, ok := record.Scene(s, st, 800, 800).Find("Adam"); ok {
		t.Error("a racer that is not named has its name there")
	}
	st.Line = 0
	if got := widest(record.Scene(s, st, 800, 800).In(st.Palette.Racer(2))); got != 2*wide {
		t.Errorf("ways of half the width are %v wide, whole ones %v", wide, got)
	}
}

// widest is the width of the widest piece of a way.
func widest(marks record.Marks) (w float64) {
	for _, m := range marks.Of(record.Stroke) {
		for _, p := range m.Pieces {
			if p.A != p.B && p.Radius > w {
				w = p.Radius
			}
		}
	}
	return w
}
