package graphic

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var standingsColumns = []Column{
	{Title: "racer", Weight: 1.5, Min: 84},
	{Title: "loss", Align: fyne.TextAlignTrailing, Weight: 1, Min: 58},
	{Title: "|∇f|", Align: fyne.TextAlignTrailing, Weight: 1, Min: 54},
	{Title: "evals", Align: fyne.TextAlignCenter, Weight: 0.7, Min: 40},
	{Title: "where", Align: fyne.TextAlignTrailing, Weight: 2, Min: 104},
}

func standings(p *plot.Palette) []TableRow {
	cells := [][]string{
		{"SGD", "-0.0649", "1.9e-03", "140", "minimum C"},
		{"Momentum", "-6.5492", "2.9e-01", "111", "minimum A (global)"},
		{"RMSprop with a long name", "-3.0498", "8.9e-11", "140", "minimum B"},
		{"Adam", "NaN", "+Inf", "1419", "diverged at step 12"},
	}
	rows := make([]TableRow, len(cells))
	for i, c := range cells {
		rows[i] = TableRow{Key: fmt.Sprint("key", i), Glyph: plot.RacerGlyph(i), Color: p.Racer(i), Cells: c, Muted: i == 3}
	}
	return rows
}

func tableWindow(t *testing.T, p *plot.Palette, width float32) (fyne.Window, *Table) {
	t.Helper()
	var table *Table
	w := widgettest.Window(t, p, fyne.NewSize(width, 140), func() fyne.CanvasObject {
		table = NewTable(standingsColumns)
		table.SetRows(standings(p))
		return container.NewWithoutLayout(table)
	})
	table.Resize(fyne.NewSize(width, 140))
	return w, table
}

func TestTablePictures(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			t.Run(fmt.Sprintf("%s-%g", name, scale), func(t *testing.T) {
				w, table := tableWindow(t, p, 440)
				table.MouseIn(widgettest.Mouse(50, tableHeader+1.5*tableRow, 0))
				widgettest.CheckGolden(t, fmt.Sprintf("table-%s-%g", name, scale), widgettest.Shoot(w, scale))
			})
		}
	}
	w, _ := tableWindow(t, plot.DarkPalette(), 240) // narrower than its least size
	widgettest.CheckGolden(t, "table-narrow", widgettest.Shoot(w, 1))
}

func TestTableGestures(t *testing.T) {
	_, table := tableWindow(t, plot.DarkPalette(), 440)
	var heard []string
	table.OnHoverRow = func(key string) { heard = append(heard, "hover "+key) }
	row := func(i int) float32 { return tableHeader + tableRow*(float32(i)+0.5) }
	if table.Cursor() != desktop.DefaultCursor {
		t.Error("rows without a listener look clickable")
	}
	table.OnTapRow = func(key string) { heard = append(heard, "tap "+key) }

	table.MouseIn(widgettest.Mouse(20, 10, 0)) // the header
	table.MouseMoved(widgettest.Mouse(20, row(0), 0))
	table.MouseMoved(widgettest.Mouse(200, row(0)+3, 0))
	table.MouseMoved(widgettest.Mouse(200, row(3), 0))
	if table.Cursor() != desktop.PointerCursor {
		t.Error("a row that can be clicked does not look like it")
	}
	test.TapAt(table, fyne.NewPos(200, row(3)))
	test.TapAt(table, fyne.NewPos(200, 10))
	table.MouseMoved(widgettest.Mouse(200, row(9), 0)) // below the last one
	table.MouseMoved(widgettest.Mouse(200, row(1), 0))
	table.MouseOut()
	table.MouseOut()
	want := []string{"hover key0", "hover key3", "tap key3", "hover ", "hover key1", "hover "}
	if !slices.Equal(heard, want) {
		t.Errorf("heard %q, want %q", heard, want)
	}
}

// A number that does not fit keeps its exponent; a text gives way to its shorter alternative before it is cut.
func TestTableFitsCells(t *testing.T) {
	w, table := tableWindow(t, plot.DarkPalette(), 440)
	widgettest.Shoot(w, 1)
	letters := lettering{font: table.drawn.look.font, size: table.drawn.look.size}
	width := func(text string) float64 { return table.drawn.look.font.TabularWidth(text, table.drawn.look.size) }
	row := TableRow{
		Cells: []string{"3.38e+16", "diverged at step 12", "left the domain", "1419"},
		Short: [][]string{nil, {"diverged, 12", "dvg 12"}},
	}
	for _, test := range []struct {
		cell int
		room float64
		want string
	}{
		{0, width("3.38e+16"), "3.38e+16"},
		{0, width("3.38e+1"), "3.4e+16"},
		{0, width("3.4e+1"), "3e+16"},
		{0, width("3e+1"), "…"},
		{1, width("diverged at step 12"), "diverged at step 12"},
		{1, width("diverged at step 1"), "diverged, 12"},
		{1, width("diverged, 1"), "dvg 12"},
		{1, width("dvg…"), "dvg 12"}, // a little smaller
		{1, width("dv…"), "dv…"},
		{2, width("left the doma"), "left the domain"},
		{2, width("left th…"), "left th…"},
		{3, width("14"), "…"},
	} {
		got, set := letters.fitted(row, test.cell, test.room)
		if room := table.drawn.look.font.TabularWidth(got, set.size); got != "…" && room > test.room {
			t.Errorf("%q is %.1f wide, in a width of %.1f", got, room, test.room)
		}
		if got != test.want {
			t.Errorf("%q in a width of %.1f is %q, want %q", row.Cells[test.cell], test.room, got, test.want)
		}
	}
}

// The hint of the row under the pointer shows after a while, by its row, and follows what the row has to tell.
func TestTableHints(t *testing.T) {
	run := widgettest.Waits(t)
	p := plot.DarkPalette()
	rows := standings(p)
	for i := range rows[:3] {
		rows[i].Hint = "All of " + rows[i].Cells[0]
	}
	var table *Table
	var h *kit.Hints
	w := widgettest.Window(t, p, fyne.NewSize(440, 300), func() fyne.CanvasObject {
		table = NewTable(standingsColumns)
		table.SetRows(rows)
		h = kit.WithHints(container.New(layout.NewCustomPaddedLayout(0, 0, 4, 0), table))
		return h
	})
	row := func(i int) fyne.Position { return fyne.NewPos(60, tableHeader+tableRow*(float32(i)+0.5)) }
	want := func(when, text string) {
		t.Helper()
		if got := widgettest.Hint(h).First(); got != text {
			t.Errorf("%s: the hint is %q, want %q", when, got, text)
		}
	}
	test.MoveMouse(w.Canvas(), row(1))
	want("at once", "")
	run()
	want("after a while", "All of Momentum")
	if y := widgettest.Hint(h).At.Y; y < tableHeader+2*tableRow || y > tableHeader+3*tableRow {
		t.Errorf("the hint is at %v, want it below its row", y)
	}
	next := slices.Clone(rows)
	next[1].Hint = "At another step"
	table.SetRows(next)
	want("with new rows", "At another step")
	test.MoveMouse(w.Canvas(), row(2))
	want("on another row", "")
	run()
	want("there after a while", "All of RMSprop with a long name")
	test.MoveMouse(w.Canvas(), row(3))
	run()
	want("on a row without", "")
	test.MoveMouse(w.Canvas(), row(0))
	run()
	table.SetRows(rows[1:])
	want("with its row gone", "")
	test.MoveMouse(w.Canvas(), row(1))
	test.MoveMouse(w.Canvas(), fyne.NewPos(60, 290))
	run()
	want("for a pointer that has left", "")
	test.MoveMouse(w.Canvas(), row(1))
	run()
	test.TapCanvas(w.Canvas(), row(1))
	want("after a click", "")
}

// New rows are told to nobody; the light stays with its row, wherever that stands now, and goes out with it.
func TestTableRowsAreSilent(t *testing.T) {
	_, table := tableWindow(t, plot.DarkPalette(), 440)
	table.MouseIn(widgettest.Mouse(20, tableHeader+0.5*tableRow, 0))
	table.OnHoverRow = func(key string) { t.Errorf("hover %q", key) }
	table.OnTapRow = func(key string) { t.Errorf("tap %q", key) }
	rows := standings(plot.DarkPalette())
	rows[0], rows[2] = rows[2], rows[0]
	table.SetRows(rows)
	ground := color.RGBAModel.Convert(skin.Ink(table, theme.ColorNameOverlayBackground)).(color.RGBA)
	lit := func() (list []int) {
		picture := table.draw(440, int(table.MinSize().Height)).(*image.RGBA)
		for row := range len(table.rows) {
			if picture.RGBAAt(1, tableHeader+row*tableRow+3) != ground {
				list = append(list, row)
			}
		}
		return list
	}
	if got := lit(); !slices.Equal(got, []int{2}) {
		t.Errorf("the rows %v are lit, want the third", got)
	}
	table.SetRows(rows[:2])
	if got := lit(); got != nil {
		t.Errorf("the rows %v are lit though the row under the pointer is gone", got)
	}
	if got, want := table.MinSize().Height, float32(tableHeader+2*tableRow); got != want {
		t.Errorf("a table of two rows is at least %v high, want %v", got, want)
	}
}

// What is drawn row by row is what a new table draws.
func TestTableEqualsFresh(t *testing.T) {
	p := plot.DarkPalette()
	w, table := tableWindow(t, p, 440)
	rows := standings(p)
	steps := [][]TableRow{rows[:2], rows, {rows[3], rows[1]}, nil, rows[1:]}
	changed := slices.Clone(rows)
	changed[1].Cells = []string{"Momentum", "-6.5493"}
	changed[2].Color = nil
	steps = append(steps, changed)
	for i, step := range steps {
		table.SetRows(step)
		got := widgettest.Shoot(w, 1.3)
		table.drawn = tablePicture{}
		table.raster.Refresh()
		if _, worst, _ := widgettest.Difference(got, widgettest.Shoot(w, 1.3)); worst != 0 {
			t.Errorf("step %d: the picture differs from one drawn anew by %d", i, worst)
		}
	}
}

// Only changed rows are drawn: a stain on another row stays.
func TestTableDrawsChangedRowsOnly(t *testing.T) {
	p := plot.DarkPalette()
	w, table := tableWindow(t, p, 440)
	widgettest.Shoot(w, 1)
	stain := color.RGBA{0xff, 0, 0xff, 0xff}
	for row := range 4 {
		table.drawn.image.SetRGBA(1, tableHeader+row*tableRow+2, stain)
	}
	rows := standings(p)
	rows[2].Cells[1] = "-3.0499"
	table.SetRows(rows)
	widgettest.Shoot(w, 1)
	for row := range 4 {
		if stained := table.drawn.image.RGBAAt(1, tableHeader+row*tableRow+2) == stain; stained == (row == 2) {
			t.Errorf("row %d was drawn anew: %v", row, !stained)
		}
	}
}

func BenchmarkTableFrame(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(skin.NewTheme(plot.DarkPalette()))
	table := NewTable(standingsColumns)
	table.Resize(fyne.NewSize(440, 220))
	rows := standings(plot.DarkPalette())
	rows = append(rows, rows...)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		next := slices.Clone(rows)
		for j := range next {
			next[j].Cells = slices.Clone(next[j].Cells)
			next[j].Cells[1] = fmt.Sprintf("%.4g", 1/float64(i+j+1))
		}
		table.SetRows(next)
		table.draw(440, 220)
	}
}

// TestTableNotes: rows with quiet lines below their cells are taller, and the pointer finds them where they are.
func TestTableNotes(t *testing.T) {
	for name, p := range widgettest.Palettes {
		w, table := tableWindow(t, p, 330)
		rows := standings(p)
		low := table.MinSize().Height
		for i := range rows {
			rows[i].Notes = []string{"lr 0.03162 · momentum 0.871",
				fmt.Sprintf("quartiles 1.2e-12 to 0.21 · evals %d to 121 · tuned with 49 800 evaluations", i)}
		}
		table.SetRows(rows)
		high := table.MinSize().Height
		if want := low + 4*(2*tableNote+tableNoteFoot); high != want {
			t.Errorf("with two lines each it is %v high, want %v", high, want)
		}
		table.Resize(fyne.NewSize(330, high))
		w.Resize(fyne.NewSize(330, high))
		var told string
		table.OnTapRow = func(key string) { told = key }
		test.TapAt(table, fyne.NewPos(50, high-3))
		if told != "key3" {
			t.Errorf("the foot of the last row is %q", told)
		}
		widgettest.CheckGolden(t, "table-notes-"+name, widgettest.Shoot(w, 2))
	}
}
