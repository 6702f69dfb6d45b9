package plot

import (
	"image"
	"image/color"
	"sort"
	"strings"
)

// DrawTabular writes text like Draw, but with every digit in a cell as wide as
// a zero, so that numbers under one another align and a number that changes
// does not tremble. (The tabular figures that a font may have are an OpenType
// feature, which golang.org/x/image does not apply.)
func (f *Font) DrawTabular(dst *image.RGBA, x, y, sizePx float64, text string, c color.RGBA, a Align) {
	switch a {
	case AlignCenter:
		x -= f.TabularWidth(text, sizePx) / 2
	case AlignRight:
		x -= f.TabularWidth(text, sizePx)
	}
	cell := f.Width("0", sizePx)
	for text != "" {
		run, digit := tabularRun(text)
		if digit {
			f.Draw(dst, x+cell/2, y, sizePx, run, c, AlignCenter)
			x += cell
		} else {
			f.Draw(dst, x, y, sizePx, run, c, AlignLeft)
			x += f.Width(run, sizePx)
		}
		text = text[len(run):]
	}
}

// TabularWidth is how far DrawTabular reaches, in pixels.
func (f *Font) TabularWidth(text string, sizePx float64) float64 {
	width, cell := 0.0, f.Width("0", sizePx)
	for text != "" {
		run, digit := tabularRun(text)
		if digit {
			width += cell
		} else {
			width += f.Width(run, sizePx)
		}
		text = text[len(run):]
	}
	return width
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

// Shorten cuts text that DrawTabular would make wider than width, in pixels,
// and ends it by an ellipsis.
func (f *Font) Shorten(text string, sizePx, width float64) string {
	if f.TabularWidth(text, sizePx) <= width {
		return text
	}
	runes := []rune(text)
	cut := func(n int) string { return string(runes[:n]) + "…" }
	n := sort.Search(len(runes), func(n int) bool { return f.TabularWidth(cut(n), sizePx) > width })
	return cut(max(n-1, 0))
}
