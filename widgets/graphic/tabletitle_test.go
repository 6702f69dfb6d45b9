package graphic

import (
	"image/color"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

// A title tells what it means, in two lines or one, and a row that can be read as a whole has no hint.
func TestTableTitles(t *testing.T) {
	run := widgettest.Waits(t)
	var table *Table
	var h *kit.Hints
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 300), func() fyne.CanvasObject {
		table = NewTable([]Column{
			{Title: "racer", Weight: 1, Min: 60, Glyph: true},
			{Title: "steps to\nsettle", Help: "Steps to settle\nTo stay.", Min: 80, Optional: 1},
			{Title: "where", Min: 60},
		})
		table.HintsIfCut, table.Inset = true, 12
		table.SetRows([]TableRow{
			{Key: "a", Color: color.White, Cells: []string{"SGD", "80", "in A"}, Hint: "All of SGD"},
			{Key: "b", Cells: []string{"SGD", "80", "in a place with a long name"}, Hint: "All of the other"},
		})
		h = kit.WithHints(container.New(layout.NewCustomPaddedLayout(0, 0, 4, 0), table))
		return h
	})
	widgettest.Shoot(w, 1)
	point := func(x, y float32) {
		test.MoveMouse(w.Canvas(), fyne.NewPos(x, y))
		run()
	}
	point(290, 20)
	if got := widgettest.Meaning(h).First(); got != "Steps to settle" {
		t.Errorf("the title says %q", got)
	}
	point(30, 20)
	if widgettest.Meaning(h).Shown() {
		t.Error("a title without a meaning has one")
	}
	point(100, tableTall+5)
	if widgettest.Hint(h).Shown() {
		t.Error("a row that is whole has a hint")
	}
	point(100, tableTall+tableRow+5)
	if got := widgettest.Hint(h).First(); got != "All of the other" {
		t.Errorf("a row that is cut says %q", got)
	}
	table.Resize(fyne.NewSize(160, 200))
	point(100, 290)
	point(100, tableTall+5)
	if got := widgettest.Hint(h).First(); got != "All of SGD" {
		t.Errorf("without a column the row says %q", got)
	}
}
