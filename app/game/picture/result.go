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

// compactBelow is the height of a picture below which the card tells only the most important.
const compactBelow = 420

// compact draws the card in one line: the stars, and the title.
func (c Card) compact(p pencil) {
	const up, stars = 36, 78
	w, _ := p.on.Size()
	wide := p.width(c.Title, 14)*boldest + p.px(stars+14)
	at := plot.Vec{X: w - wide - p.px(resultOff), Y: p.px(resultOff + c.Below)}
	p.on.Box(at.Sub(plot.Vec{X: p.px(1), Y: p.px(1)}), wide+p.px(2), p.px(up+2), p.px(9), p.st.Palette.Border)
	p.on.Box(at, wide, p.px(up), p.px(8), faded(p.st.Palette.Panel, 0.97))
	c.won(p, at.Add(plot.Vec{X: p.px(stars / 2), Y: p.px(up / 2)}), 8)
	p.text(c.Title, at.Add(plot.Vec{X: p.px(stars), Y: p.px(up/2 + 5)}), 14, p.st.Palette.Text, plot.AlignLeft, true, false)
}

// won draws the stars about a place, or what stands in their place.
func (c Card) won(p pencil, at plot.Vec, r float64) {
	if c.Tally != "" {
		base := at.Add(plot.Vec{Y: p.px(r * 0.7)})
		p.text(c.Tally, base, 2*r, p.st.Palette.Text, plot.AlignCenter, true, false)
		return
	}
	apart := 2.23 * r
	p.stars(at.Sub(plot.Vec{X: p.px(apart)}), c.Stars, r, apart)
}

// Draw draws the card with its stars, those that were not earned hollow.
func (c Card) Draw(on plot.Canvas, st plot.Style) {
	p := pencil{on, st}
	w, h := on.Size()
	if h < p.px(compactBelow) {
		c.compact(p)
		return
	}
	at := plot.Vec{X: w - p.px(resultWidth+resultOff), Y: p.px(resultOff + c.Below)}
	on.Box(at.Sub(plot.Vec{X: p.px(1), Y: p.px(1)}), p.px(resultWidth+2), p.px(resultUp+2), p.px(9), st.Palette.Border)
	on.Box(at, p.px(resultWidth), p.px(resultUp), p.px(8), faded(st.Palette.Panel, 0.97))
	c.won(p, at.Add(plot.Vec{X: p.px(57), Y: p.px(resultUp / 2)}), 13)
	room := p.px(resultWidth - 112 - 10)
	p.text(c.Title, at.Add(plot.Vec{X: p.px(112), Y: p.px(33)}), 15, st.Palette.Text, plot.AlignLeft, true, false)
	p.text(st.Font.Shorten(c.Text, p.px(11.5), room), at.Add(plot.Vec{X: p.px(112), Y: p.px(52)}), 11.5, st.Palette.Muted,
		plot.AlignLeft, false, false)
}
