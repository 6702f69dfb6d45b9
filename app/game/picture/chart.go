package picture

import (
	"descentlab/app/game/written"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Heights is the chart of the runs, step by step, with the lowest height there is.
func Heights(page written.Page, st plot.Style) plot.Chart {
	c := plot.Chart{Title: words.T("height, step by step"), Style: st}
	for _, curve := range page.Curves {
		s := plot.Series{Y: curve.Values, Color: st.Palette.Accent, Name: curve.Name}
		if curve.Rival {
			s.Color = st.Palette.Muted
		}
		c.Series = append(c.Series, s)
		c.Steps = max(c.Steps, len(curve.Values)-1)
	}
	if len(c.Series) == 0 {
		return c
	}
	floor := make([]float64, c.Steps+1)
	for i := range floor {
		floor[i] = page.Floor
	}
	c.Series = append(c.Series, plot.Series{
		Y: floor, Color: st.Palette.Muted, Aside: true, Name: words.T("lowest %s", words.Short(page.Floor)),
	})
	for _, s := range c.Series {
		c.Ends = append(c.Ends, plot.EndLabel{Text: s.Name, At: s.Y[len(s.Y)-1], Color: s.Color})
	}
	return c
}

// Bars are the looks at the ground until the goal was found: the player's and the methods'.
type Bars struct{ Page written.Page }

// Places and sizes of the bars, in units.
const (
	barLine = 32
	barLeft = 128
	barUp   = 14
)

// Draw draws the bars over the whole of a canvas.
func (b Bars) Draw(on plot.Canvas, st plot.Style) {
	p, pal := pencil{on, st}, st.Palette
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, pal.Panel)
	p.text(words.T("Looks at the ground until found"), plot.Vec{X: p.px(sheetEdge), Y: p.px(titleBase)}, 14, pal.Text,
		plot.AlignLeft, true, false)
	p.text(words.T("same start"), plot.Vec{X: w - p.px(sheetEdge), Y: p.px(titleBase)}, 12, pal.Muted, plot.AlignRight, false, false)
	most := 1
	for _, bar := range b.Page.Bars {
		most = max(most, bar.Looks)
	}
	room := w - p.px(barLeft+sheetEdge+44)
	for i, bar := range b.Page.Bars {
		y := p.px(titleBase + 28 + barLine*float64(i))
		ink, mark, glyph := pal.Text, gold(pal), plot.Star
		if i > 0 {
			ink, glyph = pal.Racer(racer(bar.Method)), plot.RacerGlyph(racer(bar.Method))
			mark = ink
		}
		glyph.Draw(on, p.px(sheetEdge+7), y, p.px(5.5), mark, pal.Panel)
		p.text(bar.Name, plot.Vec{X: p.px(sheetEdge + 22), Y: y + p.px(4.5)}, 13, pal.Text, plot.AlignLeft, i == 0, false)
		if !bar.Found {
			p.text(words.T("never there"), plot.Vec{X: p.px(barLeft), Y: y + p.px(4.5)}, 12.5, pal.Muted, plot.AlignLeft, false, false)
			continue
		}
		length := room * float64(bar.Looks) / float64(most)
		on.Box(plot.Vec{X: p.px(barLeft), Y: y - p.px(barUp/2)}, length, p.px(barUp), p.px(3), ink)
		p.text(words.Arrival(bar.Looks), plot.Vec{X: p.px(barLeft) + length + p.px(8), Y: y + p.px(4.5)}, 13, pal.Text, plot.AlignLeft,
			i == 0, false)
	}
}
