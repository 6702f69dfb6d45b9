package plot

import (
	"iter"
	"sort"
	"strings"
)

// TabularWidth is how far a text reaches, in device units, in which every digit
// has a cell as wide as a zero, so that numbers under one another align and a
// number that changes does not tremble. (The tabular figures that a font may
// have are an OpenType feature, which golang.org/x/image does not apply.)
func (f *Font) TabularWidth(text string, sizePx float64) float64 {
	width, cell := 0.0, f.Width("0", sizePx)
	for run, digit := range TabularRuns(text) {
		if digit {
			width += cell
		} else {
			width += f.Width(run, sizePx)
		}
	}
	return width
}

// TabularRuns cuts a text into what is set at once: a digit in the middle of its
// cell, or all up to the next digit.
func TabularRuns(text string) iter.Seq2[string, bool] {
	return func(yield func(run string, digit bool) bool) {
		for text != "" {
			run, digit := tabularRun(text)
			if !yield(run, digit) {
				return
			}
			text = text[len(run):]
		}
	}
}

// tabularRun cuts from a text that is not empty what is set at once: a digit,
// or all up to the next digit.
func tabularRun(text string) (run string, digit bool) {
	switch i := strings.IndexAny(text, "0123456789"); i {
	case -1:
		return text, false
	case 0:
		return text[:1], true
	default:
		return text[:i], false
	}
}

// Shorten cuts text that would be wider than width, in device units, with its
// digits in cells, and ends it by an ellipsis.
func (f *Font) Shorten(text string, sizePx, width float64) string {
	if f.TabularWidth(text, sizePx) <= width {
		return text
	}
	runes := []rune(text)
	cut := func(n int) string { return string(runes[:n]) + "…" }
	n := sort.Search(len(runes), func(n int) bool { return f.TabularWidth(cut(n), sizePx) > width })
	return cut(max(n-1, 0))
}
