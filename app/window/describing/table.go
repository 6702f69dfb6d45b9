package describing

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/describe"
	"descentlab/widgets/graphic"
	"descentlab/widgets/layout"
)

// How much of a table is shown at most.
const (
	mostRows    = 500
	mostColumns = 40
)

// Widths of columns, in units.
const (
	letter    = 7.4
	padding   = 14
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
	columns, wide := make([]graphic.Column, len(shown)), float32(0)
	for k, c := range shown {
		columns[k] = graphic.Column{Title: inTwo(c.Head()), Min: widthOf(c, list, k), Lead: 4}
		if c.Texts == nil {
			columns[k].Align = fyne.TextAlignTrailing
		} else if k > 0 {
			columns[k].Weight = 1
		}
		wide += columns[k].Min
	}
	table := graphic.NewLongTable(columns, nil)
	table.Small, table.Rows, table.Bar = true, 3, layout.ScrollBar
	table.SetRows(list)
	return table, container.NewHScroll(table.Box)
}

// widthOf is the room that the k-th column needs.
func widthOf(c describe.Column, rows []graphic.TableRow, k int) float32 {
	most := 0
	for line := range strings.SplitSeq(inTwo(c.Head()), "\n") {
		most = max(most, utf8.RuneCountInString(line))
	}
	for _, row := range rows {
		most = max(most, utf8.RuneCountInString(row.Cells[k]))
	}
	return min(max(letter*float32(most)+padding, narrowest), broadest)
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
