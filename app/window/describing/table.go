package describing

import (
	"image/color"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/describe"
	"descentlab/widgets/graphic"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

// How much of a table is shown at most.
const (
	mostRows    = 500
	mostColumns = 40
)

// Widths of columns, in units.
const (
	padding   = 18 // beside the widest text
	gutter    = 16 // between numbers, which end at the right, and texts after them, which begin at the left
	narrowest = 46
	broadest  = 420
)

// tableOf shows the first rows and columns of a table, which scroll both ways: the rows by themselves.
func tableOf(t describe.Table) (rows *graphic.LongTable, across *container.Scroll) {
	shown := t.Columns[:min(len(t.Columns), mostColumns)]
	list := make([]graphic.TableRow, min(t.Rows(), mostRows))
	for i := range list {
		cells := make([]string, len(shown))
		for k, c := range shown {
			cells[k] = c.Brief(i)
		}
		list[i] = graphic.TableRow{Key: strconv.Itoa(i + 1), Cells: cells}
	}
	table := graphic.NewLongTable(nil, nil)
	table.Small, table.Rows, table.Bar = true, 3, layout.ScrollBar
	columns, wide := make([]graphic.Column, len(shown)), float32(2*padding)
	for k, c := range shown {
		columns[k] = graphic.Column{Title: inTwo(c.Head()), Min: widthOf(c, list, k, table.Theme()), Lead: 4}
		switch {
		case c.Texts == nil:
			columns[k].Align = fyne.TextAlignTrailing
		case k > 0:
			columns[k].Weight = 1
			if shown[k-1].Texts == nil {
				columns[k].Lead = gutter
			}
		}
		wide += columns[k].Min + columns[k].Lead
	}
	table.SetColumns(columns)
	table.SetRows(list)
	room := canvas.NewRectangle(color.Transparent) // also for the leads, which a table does without where it has no more room
	room.SetMinSize(fyne.NewSize(wide, 0))
	return table, container.NewHScroll(container.NewStack(room, table.Box))
}

// widthOf is the room that the k-th column needs.
func widthOf(c describe.Column, rows []graphic.TableRow, k int, th fyne.Theme) float32 {
	most, letters := float32(0), 0
	for line := range strings.SplitSeq(inTwo(c.Head()), "\n") {
		most = max(most, fyne.MeasureText(line, th.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width)
	}
	size := skin.RowTextSize(th)
	for _, row := range rows {
		// A text with few letters beside the longest one so far is not measured: there may be thousands.
		if n := utf8.RuneCountInString(row.Cells[k]); 4*n >= 3*letters {
			most, letters = max(most, fyne.MeasureText(row.Cells[k], size, fyne.TextStyle{}).Width), max(letters, n)
		}
	}
	return min(max(most+padding, narrowest), broadest)
}

// oneLineTitle is how many letters a title has that stands in one line.
const oneLineTitle = 12

// inTwo breaks a longer title at the space that is nearest to its middle.
func inTwo(title string) string {
	if utf8.RuneCountInString(title) <= oneLineTitle {
		return title
	}
	at := -1
	for i, r := range title {
		if r == ' ' && (at < 0 || abs(2*i-len(title)) < abs(2*at-len(title))) {
			at = i
		}
	}
	if at < 0 {
		return title
	}
	return title[:at] + "\n" + title[at+1:]
}

func abs(n int) int { return max(n, -n) }
