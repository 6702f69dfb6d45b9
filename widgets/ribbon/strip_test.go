package ribbon

import (
	"fmt"
	"image/color"
	"slices"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// ends are pieces as a momentum may have them.
func ends(p *plot.Palette) []Piece {
	return []Piece{
		{To: 0.5, Color: p.Basin(2, 0), Text: "ends in C", Hint: "momentum 0 to 0.89: ends in C"},
		{To: 0.8, Color: p.Basin(0, 0), Text: "ends in A", Hint: "momentum 0.9 to 0.97: ends in A"},
		{To: 1, Color: p.Away, Text: "leaves the map", Hint: "momentum 0.98 to 1: leaves the map"},
	}
}

// TestRibbonSaysInWords what the pointer is on.
func TestRibbonSaysInWords(t *testing.T) {
	run := widgettest.Waits(t)
	var r *Strip
	var h *kit.Hints
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 60), func() fyne.CanvasObject {
		r = New()
		h = kit.WithHints(container.NewPadded(container.NewVBox(r)))
		return h
	})
	at := func(place float32) string {
		over := fyne.CurrentApp().Driver().AbsolutePositionForObject(r).AddXY(place*r.Size().Width, 2)
		test.MoveMouse(w.Canvas(), over)
		run()
		return widgettest.Hint(h).First()
	}
	if got := at(0.1); got != "Where the run would end for each value: being worked out …" {
		t.Errorf("without pieces it says %q", got)
	}
	r.SetPieces(ends(plot.DarkPalette()), false)
	run()
	for place, want := range map[float32]string{0.1: ends(plot.DarkPalette())[0].Hint, 0.7: ends(plot.DarkPalette())[1].Hint} {
		if got := at(place); got != want {
			t.Errorf("at %v it says %q, want %q", place, got, want)
		}
	}
	r.SetPieces(ends(plot.DarkPalette()), true)
	if got := at(0.1); got != "Where the run would end for each value: being worked out …" {
		t.Errorf("of another setting it says %q", got)
	}
}

// TestMarkStandsWhereTheThumbIs, and not while nothing is known.
func TestMarkStandsWhereTheThumbIs(t *testing.T) {
	s := New()
	s.Resize(fyne.NewSize(200, Height))
	s.SetPlace(0.25)
	s.SetPieces(nil, false)
	if s.paint(); s.mark.Visible() {
		t.Error("a mark on a grey strip")
	}
	s.SetPieces(ends(plot.DarkPalette()), false)
	if at := s.mark.Position().X + markWidth/2; at != 50 || !s.mark.Visible() {
		t.Errorf("the mark is at %v, want 50", at)
	}
}

// TestManyPieces: what is too short to be seen goes to a neighbour; the strip stays whole.
func TestManyPieces(t *testing.T) {
	var pieces []Piece
	to := 0.0
	for i := range 60 {
		to += []float64{0.03, 0.001}[i%2]
		pieces = append(pieces, Piece{To: to, Color: color.Gray{uint8(i)}, Hint: fmt.Sprint(i)})
	}
	pieces[59].To = 1
	was := slices.Clone(pieces)
	drawn := fewer(pieces)
	if len(drawn) != mostDrawn || drawn[len(drawn)-1].To != 1 {
		t.Errorf("%d pieces up to %v", len(drawn), drawn[len(drawn)-1].To)
	}
	if !slices.Equal(was, pieces) {
		t.Error("the pieces that are told have been changed")
	}
	if !slices.IsSortedFunc(drawn, func(a, b Piece) int { return int(1e6 * (a.To - b.To)) }) {
		t.Errorf("they are out of order: %v", drawn)
	}
}
