package figure

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// TestCellsOfAPass: the large cells of a coarse pass lie where the small ones will, each in the colour of the run that stands
// for it.
func TestCellsOfAPass(t *testing.T) {
	const w, h = 37, 22
	view := plot.Rect{X0: -2, X1: 5, Y0: 1, Y1: 4}
	paint := func(o sweep.Outcome) color.RGBA { return color.RGBA{uint8(o.Steps), uint8(o.Steps >> 8), 7, 255} }
	fill := func(_ context.Context, cell func(k int) (i, j int), out []sweep.Outcome) error {
		for k := range out {
			i, j := cell(k)
			out[k].Steps = int32(j*w + i)
		}
		return nil
	}
	passes := 0
	_, err := sweep.Fill(t.Context(), w, h, fill, func(s *sweep.Sheet) {
		passes++
		cells := cellsOf(s, view, paint)
		for j := range h {
			for i := range w {
				x, y := view.Middle(i, j, w, h)
				u := int((x - cells.View.X0) / (cells.View.X1 - cells.View.X0) * float64(cells.W))
				v := int((cells.View.Y1 - y) / (cells.View.Y1 - cells.View.Y0) * float64(cells.H))
				if got, want := cells.Colors[v*cells.W+u], paint(s.At(i, j)); got != want {
					t.Fatalf("stride %d: cell (%d, %d) is %v, want %v", s.Stride, i, j, got, want)
				}
			}
		}
	})
	if err != nil || passes != 4 {
		t.Errorf("%d passes: %v", passes, err)
	}
}

// TestShades: the longer a run takes, the paler it is, in the hue of its minimum, and equal runs are equal.
func TestShades(t *testing.T) {
	for _, palette := range []*plot.Palette{plot.DarkPalette(), plot.LightPalette()} {
		var places []lab.Place
		for _, kind := range []surfaces.Kind{surfaces.Saddle, surfaces.Minimum, surfaces.Minimum} {
			places = append(places, lab.Place{Critical: surfaces.Critical{Kind: kind}})
		}
		p := NewPainter(palette, places, 1000)
		at := func(target, steps int32) color.RGBA {
			return p.Color(sweep.Outcome{Kind: sweep.Arrived, Target: target, Steps: steps})
		}
		if at(1, 0) != palette.Basin(0, 0) || at(2, 1000) != palette.Basin(1, 1) || at(0, 5) != palette.Text {
			t.Error("the ends of the shades are others")
		}
		for _, steps := range []int32{1, 10, 30, 100, 500} {
			want := palette.Basin(0, math.Log1p(float64(steps))/math.Log1p(1000))
			if got := at(1, steps); far(got, want) > 3 || got != at(1, steps) {
				t.Errorf("%d steps: %v, want about %v", steps, got, want)
			}
		}
	}
}

// TestLegendOrder: what is little of a map comes last in its legend, where it may be cut off.
func TestLegendOrder(t *testing.T) {
	var places []lab.Place
	for _, name := range []string{"A", "B", "C", "S1"} {
		places = append(places, lab.Place{Name: name, Critical: surfaces.Critical{Kind: surfaces.Minimum}})
	}
	at := func(i int, part float64) lab.Share {
		return lab.Share{Place: &places[i], Index: i, Kind: sweep.Arrived, Part: part, Said: words.Percent(part)}
	}
	shares := []lab.Share{
		at(0, 0.13), at(1, 0.003), at(2, 0.2), at(3, 0.0004),
		{Kind: sweep.Settled, Part: 0.004}, {Kind: sweep.Slow, Part: 0.05}, {Kind: sweep.Left, Part: 0.6},
		{Kind: sweep.Diverged, Part: 0.0041},
	}
	for i, s := range shares {
		shares[i].Said = words.Percent(s.Part)
	}
	p := NewPainter(plot.DarkPalette(), places, 100)
	for _, c := range []struct {
		shares []lab.Share
		want   string
	}{
		{shares, "A 13 %, C 20 %, left the map 60 %, still moving 5.0 %, boundary 2.0 %, B 0.3 %, S1 < 0.1 %, diverged 0.4 %, " +
			"at rest elsewhere 0.4 %"},
		{shares[:1], "A 13 %, boundary 2.0 %"},
		{nil, "boundary 2.0 %"},
	} {
		var got []string
		for _, e := range p.Legend(c.shares, 0.02) {
			got = append(got, e.Text)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
	if shares[2].Place != &places[2] || p.Legend(shares, 0)[1].Colors[0] != p.Color(sweep.Outcome{Kind: sweep.Arrived, Target: 2}) {
		t.Error("the shares are put in another order, or the colours are")
	}
}

func far(a, b color.RGBA) int {
	return max(int(a.R)-int(b.R), int(b.R)-int(a.R), int(a.G)-int(b.G), int(b.G)-int(a.G), int(a.B)-int(b.B), int(b.B)-int(a.B))
}

// TestFineness: maps are as fine as can be seen, unless their runs take too long.
func TestFineness(t *testing.T) {
	for _, c := range []struct {
		w, h            int
		scale           float64
		steps, examples int
		cols, rows      int
	}{
		{600, 300, 1, 140, 0, 400, 200},
		{1200, 600, 2, 140, 0, 400, 200},
		{600, 300, 1, 10000, 0, 200, 100},
		{600, 300, 1, 3000, 64, 100, 50},
		{600, 300, 1, 1000000, 1000, 100, 50},
		{1, 1, 1, 10, 0, 1, 1},
	} {
		if cols, rows := Fineness(c.w, c.h, c.scale, c.steps, c.examples); cols != c.cols || rows != c.rows {
			t.Errorf("%+v: %d x %d", c, cols, rows)
		}
	}
}

// TestNeighboursDiffer: the first minima have the colours in their order; of more, no two nearest to one another have the same.
func TestNeighboursDiffer(t *testing.T) {
	const side, colours = 7, 8
	var places []lab.Place
	for i := range side * side {
		at := plot.Point{X: float64(i % side), Y: float64(i / side)}
		places = append(places, lab.Place{Critical: surfaces.Critical{Kind: surfaces.Minimum, At: at}})
	}
	hues := huesOf(places, colours)
	for i, h := range hues {
		if i < colours && h != i || h < 0 || h >= colours {
			t.Errorf("minimum %d has colour %d", i, h)
		}
		for j := range i {
			if hues[j] == h && places[i].At.Distance(places[j].At) < 1.1 {
				t.Errorf("neighbours %d and %d have colour %d", j, i, h)
			}
		}
	}
	palette := plot.LightPalette()
	if !ColoursRepeat(palette, places) || ColoursRepeat(palette, places[:len(palette.Basins)]) {
		t.Error("it is not told whether colours repeat")
	}
}

// TestBasinRows: those of most starts come first, and what there is no room for is summed up.
func TestBasinRows(t *testing.T) {
	doc := setup.Default()
	s, err := surfaces.Lookup("rastrigin")
	if err != nil {
		t.Fatal(err)
	}
	doc.SetSurface(s)
	doc.Steps = 40
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	survey := run.Survey()
	var basins *Basins
	_, err = survey.Basins(t.Context(), 0, 24, 24, sweep.Options{}, func(sheet *sweep.Sheet) {
		basins = &Basins{Sheet: sheet, View: survey.View, Places: survey.Places, Steps: doc.Steps}
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := basins.Rows(plot.DarkPalette())
	if len(rows) != basinRows || !strings.HasSuffix(rows[basinRows-1].Cells[0], " others") {
		t.Fatalf("the rows are %v", rows)
	}
	sum, last := 0.0, 101.0
	for i, row := range rows {
		var part float64
		if _, err := fmt.Sscanf(row.Cells[1], "%f %%", &part); err != nil {
			t.Fatalf("the share is %q", row.Cells[1])
		}
		if i < basinRows-1 && part > last {
			t.Errorf("%v comes after %v", part, last)
		}
		sum, last = sum+part, part
	}
	if math.Abs(sum-100) > 1 {
		t.Errorf("the shares are %v in sum", sum)
	}
}
