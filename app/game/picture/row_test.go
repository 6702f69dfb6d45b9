package picture

import (
	"image"
	"slices"
	"strings"
	"testing"

	"descentlab/app/game"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

const rowWidth = 1348

// row is one in which the second level is present and those from the sixth on are locked.
func row() Row {
	r := Row{Hover: -1, Small: []*image.RGBA{image.NewRGBA(image.Rect(0, 0, TileWidth, TileHeight))}}
	for i, l := range game.Levels()[:8] {
		r.Tabs = append(r.Tabs, Tab{Level: l, Stars: min(i, 3), Present: i == 1, Locked: i > 4})
	}
	return r
}

// TestRow: every tile has its number and title, as many golden stars as were earned, and a locked one a lock instead.
func TestRow(t *testing.T) {
	on, pal := record.New(rowWidth, RowHeight), plot.DarkPalette()
	row().Draw(on, style(t, pal, 1))
	texts := on.Marks.Texts()
	for _, l := range game.Levels()[:8] {
		if !slices.Contains(texts, l.Title.String()) {
			t.Errorf("%q is not in %q", l.Title.String(), texts)
		}
	}
	if gold := on.Marks.In(gold(pal)).Of(record.Fill); len(gold) != 0+1+2+3+3 {
		t.Errorf("%d golden stars", len(gold))
	}
	if lines := on.Marks.In(pal.Muted).Of(record.Stroke); len(lines) != 3+2+1+2*3 {
		t.Errorf("%d hollow stars and parts of locks", len(lines))
	}
	if images := on.Marks.Of(record.Image); len(images) != 1 || images[0].At != (plot.Vec{X: 11, Y: 11}) {
		t.Errorf("the pictures are %v", images)
	}
	if title, _ := on.Marks.Find("Follow the slope"); !title.Text.Bold {
		t.Error("the present level does not stand out")
	}
}

// TestRowAt: a place is in the tile that is drawn there, or in none.
func TestRowAt(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		r := row()
		for i := range r.Tabs {
			b := r.box(i, rowWidth*scale, scale)
			if r.At((b.X0+b.X1)/2, rowWidth*scale, scale) != i || r.At(b.X1+3*scale, rowWidth*scale, scale) != -1 {
				t.Errorf("tile %d is not found in %v", i, b)
			}
		}
		if b := r.box(7, rowWidth*scale, scale); b.X1 != rowWidth*scale {
			t.Errorf("the last one ends at %v", b.X1)
		}
	}
}

// TestTitlesAreWhole: in the smallest window of a laptop, and with the largest texts, every title can be read, also that of the
// present level.
func TestTitlesAreWhole(t *testing.T) {
	for i := range 16 {
		present, w := i/2, []float64{948, 824}[i%2]
		r := row()
		for i := range r.Tabs {
			r.Tabs[i].Present = i == present
		}
		on := record.New(w, RowLow)
		r.Draw(on, style(t, plot.DarkPalette(), 1))
		for _, m := range on.Marks.Of(record.Text) {
			if strings.Contains(m.Text.Text, "…") {
				t.Errorf("%q is cut", m.Text.Text)
			}
		}
	}
}

// TestLegend: it tells the radius of the level's discs, and is cut rather than written over itself.
func TestLegend(t *testing.T) {
	for _, w := range []float64{922, 560} {
		on := record.New(w, 46)
		Legend{level(t, "foggy_map")}.Draw(on, style(t, plot.LightPalette(), 1))
		texts := on.Marks.Of(record.Text)
		for i, m := range texts {
			if m.Bounds.X1 > w || i > 0 && m.Bounds.X0 < texts[i-1].Bounds.X1 {
				t.Errorf("%q lies over its neighbour or the edge", m.Text.Text)
			}
		}
	}
	on := record.New(922, 46)
	Legend{level(t, "foggy_map")}.Draw(on, style(t, plot.LightPalette(), 1))
	if _, ok := on.Marks.Find("disc radius 1.02 · click: probe · Backspace: take back (costs a probe)"); !ok {
		t.Errorf("it says %q", on.Marks.Texts())
	}
}
