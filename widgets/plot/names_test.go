package plot_test

import (
	"math"
	"slices"
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

// TestNamesStayWhereTheyAre: while racers move, a name keeps its side as long as that is free, is always seen, and lies neither
// on another name nor beyond the edge.
func TestNamesStayWhereTheyAre(t *testing.T) {
	st := plot.Style{Palette: plot.DarkPalette(), Font: plot.TestFont(t), Scale: 2, TextSize: 12, Line: 0.5}
	const steps = 200
	names := []string{"Adam", "Momentum", "SGD"}
	traces := make([]plot.Trace, len(names))
	for i, name := range names { // three spirals about one place, along one another
		traces[i] = plot.Trace{Color: st.Palette.Racer(i), Glyph: plot.RacerGlyph(i), Name: name, Named: true}
		for k := range steps {
			turn, r := 2*math.Pi*float64(k)/40+0.3*float64(i), 0.8*(1-float64(k)/steps)
			traces[i].Pts = append(traces[i].Pts, plot.Point{X: r * math.Cos(turn), Y: r * math.Sin(turn)})
		}
	}
	jumps := func(seated bool) (n int) {
		var seats []int
		for k := range steps - 1 {
			s := plot.Scene{View: plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, Traces: slices.Clone(traces)}
			for i := range s.Traces {
				s.Traces[i].Head = float64(k)
				if seated && seats != nil {
					s.Traces[i].Seat = seats[i]
				}
			}
			now := s.PlaceNames(800, 800, st)
			for i := range now {
				if seats != nil && now[i] != seats[i] {
					n++
				}
				s.Traces[i].Seat = now[i]
			}
			seats = now
			texts := record.Scene(s, st, 800, 800).Of(record.Text)
			if len(texts) != len(names) {
				t.Fatalf("at step %d there are %d names", k, len(texts))
			}
			for i, a := range texts {
				if a.Bounds.X0 < 0 || a.Bounds.Y0 < 0 || a.Bounds.X1 > 800 || a.Bounds.Y1 > 800 {
					t.Errorf("at step %d %s is beyond the edge", k, a)
				}
				for _, other := range texts[:i] {
					b := other.Bounds
					if a.Bounds.X0 < b.X1 && b.X0 < a.Bounds.X1 && a.Bounds.Y0 < b.Y1 && b.Y0 < a.Bounds.Y1 {
						t.Errorf("at step %d %s lies on %s", k, a, other)
					}
				}
			}
		}
		return n
	}
	if calm, free := jumps(true), jumps(false); 3*calm > 2*free {
		t.Errorf("names jump %d times, and %d times where they have no seats", calm, free)
	}
}
