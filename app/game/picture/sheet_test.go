package picture

import (
	"slices"
	"strings"
	"testing"

	"descentlab/app/game"
	"descentlab/app/game/written"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

const sheetWidth, sheetUp = 410, 560

// sheet is that of a play of level 1.
func sheet(t *testing.T, st plot.Style) (Sheet, game.State) {
	l := level(t, "by_hand")
	s := played(t, l, pushes(-0.5, 1, 1, 1, 2, 2, -1, -1, 0.5, 0.25)...)
	return Sheet{Page: written.Of(l, s), Math: plot.MathFonts{Upright: st.Font, Italic: st.Font}, Lit: -1}, s
}

// TestSheet: all cells of the table stand on it, within its edges, and none over another.
func TestSheet(t *testing.T) {
	st := style(t, plot.DarkPalette(), 1)
	s, state := sheet(t, st)
	on := record.New(sheetWidth, sheetUp)
	s.Draw(on, st)
	texts := on.Marks.Texts()
	for _, want := range []string{"▲ 0.095", "→ 0.25", "6.45", "gradient descent", "your own run", "η = 1.6"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not in %q", want, texts)
		}
	}
	marks := on.Marks.Of(record.Text)
	for i, a := range marks {
		if a.Bounds.X0 < 0 || a.Bounds.X1 > sheetWidth || a.Bounds.Y1 > sheetUp {
			t.Errorf("%q stands over the edge: %v", a.Text.Text, a.Bounds)
		}
		for _, b := range marks[:i] {
			if a.Bounds.X0 < b.Bounds.X1-0.5 && b.Bounds.X0 < a.Bounds.X1-0.5 && a.Bounds.Y0 < b.Bounds.Y1 && b.Bounds.Y0 < a.Bounds.Y1 {
				t.Errorf("%q lies over %q", a.Text.Text, b.Text.Text)
			}
		}
	}
	last, ok := on.Marks.Find("→ 0.25")
	if !ok || !last.Text.Bold {
		t.Error("the last row does not stand out")
	}
	if row := s.RowAt(last.At.Y-4, on, st); row != len(state.Spots)-1 {
		t.Errorf("at the last row is spot %d", row)
	}
	if s.RowAt(3, on, st) != -1 || s.RowAt(sheetUp-1, on, st) != -1 {
		t.Error("there are rows outside of the table")
	}
}

// TestNarrowSheet: in a small window the cells are smaller and keep apart, and a rule without a setting has nothing beside it.
func TestNarrowSheet(t *testing.T) {
	st := style(t, plot.LightPalette(), 1)
	s, _ := sheet(t, st)
	for i := range s.Page.Rules {
		s.Page.Rules[i].With = ""
	}
	on := record.New(294, sheetUp)
	s.Draw(on, st)
	marks := on.Marks.Of(record.Text)
	if cell, ok := on.Marks.Find("6.45"); !ok || cell.Text.Size != cellLeast {
		t.Fatal("the cells are not smaller")
	}
	for i, a := range marks {
		if a.Text.Text == "…" {
			t.Error("a setting is cut that there is not")
		}
		for _, b := range marks[:i] {
			cells := a.Text.Size == cellLeast && a.At.Y == b.At.Y
			if cells && a.Bounds.X0 < b.Bounds.X1+1 && b.Bounds.X0 < a.Bounds.X1+1 {
				t.Errorf("%q stands at %q", a.Text.Text, b.Text.Text)
			}
		}
	}
}

// TestSheetScrolls: of a table for which there is not room the rows from a given one on are shown, and always as many as there is
// room for.
func TestSheetScrolls(t *testing.T) {
	st := style(t, plot.LightPalette(), 1)
	s, _ := sheet(t, st)
	const low = 360
	rows := func(from int) []string {
		s.From = from
		on := record.New(sheetWidth, low)
		s.Draw(on, st)
		return on.Marks.Texts()
	}
	if first, last := rows(0), rows(99); !slices.Contains(first, "3.665") || slices.Contains(first, "→ 0.25") ||
		!slices.Contains(last, "→ 0.25") || len(first) < 20 {
		t.Errorf("from the first row on there are %q, at the end %q", first, last)
	}
	thumb := func(h float64, from int) (marks []record.Mark) {
		s.From = from
		on := record.New(sheetWidth, h)
		s.Draw(on, st)
		for _, m := range on.Marks.Of(record.Box) {
			if m.Bounds.X1-m.Bounds.X0 == 3 {
				marks = append(marks, m)
			}
		}
		return marks
	}
	if a, b := thumb(low, 0), thumb(low, 99); len(a) != 1 || len(b) != 1 || a[0].At.Y >= b[0].At.Y || len(thumb(900, 0)) != 0 {
		t.Errorf("that there are more rows is shown by %v, %v", a, b)
	}
}

// TestHeights: both runs and the lowest height are in the chart, as long as they are.
func TestHeights(t *testing.T) {
	st := style(t, plot.LightPalette(), 1)
	s, state := sheet(t, st)
	c := Heights(s.Page, st)
	if len(c.Series) != 3 || c.Steps != 10 || len(c.Series[0].Y) != len(state.Spots) || len(c.Ends) != 3 {
		t.Errorf("%+v", c)
	}
	if c = Heights(written.Page{}, st); len(c.Series) != 0 {
		t.Error("there is a chart of nothing")
	}
}

// TestBars: each is as long as the looks that it stands for, in the method's colour.
func TestBars(t *testing.T) {
	l := level(t, "foggy_map")
	page := written.Of(l, played(t, l, probes(7)...))
	on, pal := record.New(sheetWidth, 200), plot.LightPalette()
	Bars{page}.Draw(on, style(t, pal, 1))
	boxes := on.Marks.Of(record.Box)[1:]
	if len(boxes) != 4 {
		t.Fatalf("there are %d bars", len(boxes))
	}
	length := func(m record.Mark) float64 { return m.Bounds.X1 - m.Bounds.X0 }
	if per := length(boxes[1]) / 42; length(boxes[0])/per < 6.99 || length(boxes[0])/per > 7.01 || boxes[2].Color != pal.Racer(0) {
		t.Errorf("the bars are %v", boxes)
	}
	for _, want := range []string{"you", "Adam", "GD", "Momentum", "7", "35", "42"} {
		if !slices.Contains(on.Marks.Texts(), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// TestColumnsKeepApart: what stands in the player's last column does not touch the tint of the rival's, in any width.
func TestColumnsKeepApart(t *testing.T) {
	st := style(t, plot.DarkPalette(), 1)
	s, _ := sheet(t, st)
	for _, w := range []float64{294, 404} {
		on := record.New(w, sheetUp)
		s.Draw(on, st)
		head := record.Mark{}
		var tint record.Mark
		for _, m := range on.Marks.Of(record.Box) {
			if b := m.Bounds; b.X0 > 100 && b.Y1-b.Y0 > 100 {
				tint = m
			}
		}
		for _, m := range on.Marks.Of(record.Text) {
			if m.Text.Text == "gradient descent" && m.Text.Align == plot.AlignRight {
				head = m
			}
		}
		if head.Bounds.X0 < tint.Bounds.X0 {
			t.Errorf("%v wide: the head begins at %v, the tint at %v", w, head.Bounds.X0, tint.Bounds.X0)
		}
		for _, m := range on.Marks.Of(record.Text) {
			if strings.HasPrefix(m.Text.Text, "▲") && m.Bounds.X1+1 > tint.Bounds.X0 {
				t.Errorf("%v wide: %q ends at %v, the tint begins at %v", w, m.Text.Text, m.Bounds.X1, tint.Bounds.X0)
			}
		}
	}
}

// TestSteps: below the tries stand the steps of the best one, beside those of gradient descent, and each table is turned by
// itself.
func TestSteps(t *testing.T) {
	st := style(t, plot.DarkPalette(), 1)
	l := level(t, "escape_the_trap")
	w := l.Way.(game.Launch)
	var actions []game.Action
	for i := range 10 {
		actions = append(actions, w.Action("momentum", map[string]float64{"lr": 0.2, "momentum": w.Knobs[1].Values[i]}))
	}
	s := Sheet{Page: written.Of(l, played(t, l, actions...)), Math: plot.MathFonts{Upright: st.Font, Italic: st.Font}, Lit: -1}
	s.From = 99
	on := record.New(404, 470)
	s.Draw(on, st)
	texts := on.Marks.Texts()
	for _, want := range []string{"your tries", "your best run", "gradient descent", "0.9", "5.980", "4.408"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not in %q", want, texts)
		}
	}
	steps, _ := on.Marks.Find("your best run")
	from, below := s.Turned(steps.At.Y+30, 3, on, st)
	if from != s.From || below != 3 {
		t.Errorf("over the steps it is turned to %d, %d", from, below)
	}
	if from, below = s.Turned(steps.At.Y-60, -1, on, st); from >= 9 || below != 0 {
		t.Errorf("at the end of the tries one notch turns them to %d, %d", from, below)
	}
	if _, below = s.Turned(steps.At.Y+30, 999, on, st); below > len(s.Page.Steps.Rows)-3 {
		t.Errorf("the steps are turned to %d of %d", below, len(s.Page.Steps.Rows))
	}
	for _, m := range on.Marks.Of(record.Text) {
		if m.Bounds.Y1 > 470 {
			t.Errorf("%q stands below the edge", m.Text.Text)
		}
	}
}

// TestDownhill: every probe of the table has an arrow that points down its slope.
func TestDownhill(t *testing.T) {
	st := style(t, plot.LightPalette(), 1)
	l := level(t, "foggy_map")
	s := Sheet{Page: written.Of(l, played(t, l, probes(7)...)), Math: plot.MathFonts{Upright: st.Font, Italic: st.Font}, Lit: -1}
	on := record.New(404, sheetUp)
	s.Draw(on, st)
	heads := on.Marks.In(red(st.Palette)).Of(record.Fill)
	if len(heads) != 7 {
		t.Fatalf("there are %d arrows", len(heads))
	}
}

// TestLowSheet: with large texts in a small window the rules give way, not the table.
func TestLowSheet(t *testing.T) {
	st := style(t, plot.DarkPalette(), 1)
	s, _ := sheet(t, st)
	s.From = 99
	for _, h := range []float64{200, 240, 300} {
		on := record.New(294, h)
		s.Draw(on, st)
		if _, ok := on.Marks.Find("6.45"); !ok {
			t.Errorf("%v high: the last row is not in %q", h, on.Marks.Texts())
		}
		for _, m := range on.Marks.Of(record.Text) {
			if m.Bounds.Y1 > h {
				t.Errorf("%v high: %q stands below the edge", h, m.Text.Text)
			}
		}
	}
}
