package picture

import "descentlab/widgets/plot"

// A Card tells at the upper right of a picture that the goal is reached.
type Card struct {
	Title, Text string
	Stars       int
	Tally       string  // in the stars' place
	Below       float64 // units by which it stands lower than in its corner: below what else is there
}

// Meets tells whether something in the upper left corner, so many units wide, would lie under the card in a picture of a width.
func (Card) Meets(wide, width float64) bool { return wide+8 > width-resultWidth-resultOff }

// The card's size and where it is, in units from the right and the upper edge.
const (
	resultWidth = 300
	resultUp    = 74
	resultOff   = 16
)

// Draw draws the card with its stars, those that were not earned hollow.
func (c Card) Draw(on plot.Canvas, st plot.Style) {
	p := pencil{on, st}
	w, _ := on.Size()
	at := plot.Vec{X: w - p.px(resultWidth+resultOff), Y: p.px(resultOff + c.Below)}
	on.Box(at.Sub(plot.Vec{X: p.px(1), Y: p.px(1)}), p.px(resultWidth+2), p.px(resultUp+2), p.px(9), st.Palette.Border)
	on.Box(at, p.px(resultWidth), p.px(resultUp), p.px(8), faded(st.Palette.Panel, 0.97))
	if c.Tally != "" {
		p.text(c.Tally, at.Add(plot.Vec{X: p.px(57), Y: p.px(resultUp/2 + 9)}), 26, st.Palette.Text, plot.AlignCenter, true, false)
	} else {
		p.stars(at.Add(plot.Vec{X: p.px(28), Y: p.px(resultUp / 2)}), c.Stars, 13, 29)
	}
	room := p.px(resultWidth - 112 - 10)
	p.text(c.Title, at.Add(plot.Vec{X: p.px(112), Y: p.px(33)}), 15, st.Palette.Text, plot.AlignLeft, true, false)
	p.text(st.Font.Shorten(c.Text, p.px(11.5), room), at.Add(plot.Vec{X: p.px(112), Y: p.px(52)}), 11.5, st.Palette.Muted,
		plot.AlignLeft, false, false)
}
