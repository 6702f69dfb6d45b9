package graphic

import (
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestChartKeys: the line that lists the values goes along the steps by keys, a curve is chosen and hidden, Enter goes to the
// step, and what has no use is the window's.
func TestChartKeys(t *testing.T) {
	c, win := keyedChart(t)
	var sought []float64
	var curves []string
	hidden, menus := -1, 0
	c.OnSeek = func(at float64) { sought = append(sought, at) }
	c.OnCurve = func(name string) { curves = append(curves, name) }
	c.OnEnd = func(i int) { hidden = i }
	c.OnMenu = func(fyne.Position) { menus++ }
	var passed []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { passed = append(passed, ev.Name) })
	win.Canvas().Focus(c)
	if !c.Ring.Visible() {
		t.Error("no ring says where the keys go")
	}
	c.SetCursor(5)
	for _, k := range []struct {
		name fyne.KeyName
		at   float64
	}{
		{fyne.KeyRight, 6}, {fyne.KeyRight, 7}, {fyne.KeyLeft, 6}, {fyne.KeyEnd, 10}, {fyne.KeyRight, 10}, {fyne.KeyHome, 0},
		{fyne.KeyRight, 1},
	} {
		if widgettest.Key(c, k.name); c.hover != k.at {
			t.Errorf("%s leads to %v, want %v", k.name, c.hover, k.at)
		}
	}
	widgettest.Key(c, fyne.KeyReturn)
	if len(sought) != 1 || sought[0] < 0.99 || sought[0] > 1.01 {
		t.Errorf("Enter goes to %v", sought)
	}
	widgettest.Key(c, fyne.KeyDown)
	widgettest.Key(c, fyne.KeyDown)
	widgettest.Key(c, fyne.KeyDelete)
	if !slices.Equal(curves, []string{"a", "b"}) || hidden != 1 {
		t.Errorf("chosen %q, hidden %d", curves, hidden)
	}
	widgettest.Key(c, desktop.KeyMenu)
	widgettest.Key(c, fyne.KeyF1)
	widgettest.Key(c, fyne.KeyEscape)
	if c.hover >= 0 || menus != 1 {
		t.Errorf("Escape leaves the line at %v; %d menus", c.hover, menus)
	}
	widgettest.Key(c, fyne.KeyEscape)
	if !slices.Equal(passed, []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape}) {
		t.Errorf("the window gets %q", passed)
	}
	win.Canvas().Unfocus()
	if c.Ring.Visible() {
		t.Error("the ring stays")
	}
}

// keyedChart is a chart of two curves over ten steps, in a window.
func keyedChart(t *testing.T) (*Chart, fyne.Window) {
	test.NewTempApp(t)
	widgettest.StopClock(t)
	c := NewChart()
	line := make([]float64, 11)
	for i := range line {
		line[i] = float64(i)
	}
	c.SetChart(plot.Chart{Style: plot.Style{Palette: plot.DarkPalette(), Font: skin.Typeface(c)}, Steps: 10,
		Series: []plot.Series{{Name: "a", Y: line}, {Name: "b", Y: slices.Clone(line)}},
		Ends:   []plot.EndLabel{{Text: "a", Of: []int{0}}, {Text: "b", Of: []int{1}}}})
	win := test.NewTempWindow(t, c)
	win.Resize(fyne.NewSize(400, 200))
	win.Canvas().Capture()
	return c, win
}

// TestTableKeys: keys go from row to row as the pointer does, and Enter takes one.
func TestTableKeys(t *testing.T) {
	test.NewTempApp(t)
	widgettest.StopClock(t)
	table := NewTable([]Column{{Title: "name", Min: 60}, {Title: "loss", Min: 60, Help: "the loss"}})
	table.SetRows([]TableRow{{Key: "a", Cells: []string{"a"}}, {Key: "b", Cells: []string{"b"}}, {Key: "c", Cells: []string{"c"}}})
	var been []string
	taken := ""
	table.OnHoverRow = func(key string) { been = append(been, key) }
	table.OnTapRow = func(key string) { taken = key }
	win := test.NewTempWindow(t, table)
	win.Resize(fyne.NewSize(300, 200))
	win.Canvas().Focus(table)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn} {
		widgettest.Key(table, k)
	}
	if want := []string{"a", "b", "c", "a", "b"}; !slices.Equal(been, want) || taken != "b" {
		t.Errorf("been on %q, taken %q", been, taken)
	}
	if widgettest.Key(table, fyne.KeyRight); table.titled != 1 {
		t.Errorf("Right leads to title %d", table.titled)
	}
	if win.Canvas().Unfocus(); table.hovered != "" || table.titled >= 0 {
		t.Error("what the keys have lit stays")
	}
}
