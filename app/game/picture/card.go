package picture

import (
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// The card by the ball, in units.
const (
	cardWidth = 190
	cardUp    = 103 // with one line below the height
	cardLine  = 20
	cardOff   = 104 // from the ball to the card
)

// card tells the height under the ball, and by how much the last push has changed it. It stands above the ball, or below where
// there is no room.
func (c Curve) card(p pencil, f frame, ball plot.Vec, spot game.Spot) {
	w, h := p.px(cardWidth), p.px(cardUp-cardLine)
	for _, line := range []bool{len(c.State.Spots) > 1, c.Level.Slopes} {
		if line {
			h += p.px(cardLine)
		}
	}
	at := plot.Vec{X: min(max(ball.X-w/2, p.px(8)), f.w-w-p.px(8)), Y: ball.Y - p.px(cardOff) - h}
	foot := at.Y + h
	if at.Y < p.px(60) {
		at.Y = ball.Y + p.px(cardOff-20)
		foot = at.Y
	}
	if at.Y+h > f.h {
		at.Y = f.h - h - p.px(4)
	}
	if c.meetsResult(p, at, w) {
		return // which says more
	}
	x := min(max(ball.X, at.X+p.px(8)), at.X+w-p.px(8))
	p.stroke(p.dashes([]plot.Vec{{X: x, Y: foot}, {X: ball.X, Y: ball.Y}}, 1.2, 3, 3), p.st.Palette.Muted, p.halo(), 0)
	p.on.Box(at.Sub(plot.Vec{X: p.px(1), Y: p.px(1)}), w+p.px(2), h+p.px(2), p.px(9), p.st.Palette.Border)
	p.on.Box(at, w, h, p.px(8), faded(p.st.Palette.Panel, 0.96))
	middle := at.X + w/2
	p.text(words.T("height under the ball"), plot.Vec{X: middle, Y: at.Y + p.px(22)}, 12, p.st.Palette.Muted, plot.AlignCenter,
		false, false)
	height := words.Decimal(strconv.FormatFloat(spot.Height, 'f', 3, 64))
	p.text(height, plot.Vec{X: middle, Y: at.Y + p.px(62)}, 38, p.st.Palette.Text, plot.AlignCenter, true, false)
	base := plot.Vec{X: middle, Y: at.Y + p.px(85)}
	if n := len(c.State.Spots); n > 1 {
		arrow, d, ink := "▼", c.State.Spots[n-2].Height-spot.Height, good(p.st.Palette)
		if d < 0 {
			arrow, d, ink = "▲", -d, p.st.Palette.Error
		}
		text := words.T("%s %.3f by this push", arrow, d)
		if spot.By.Do == game.Step {
			text = words.T("%s %.3f by this step", arrow, d)
		}
		p.text(text, base, 13, ink, plot.AlignCenter, false, false)
		base.Y += p.px(cardLine)
	}
	if c.Level.Slopes {
		p.text(words.T("slope %s", words.Short(spot.Slope.X)), base, 13, red(p.st.Palette), plot.AlignCenter, true, false)
	}
}

// meetsResult tells whether the card would lie below the one that tells of the end.
func (c Curve) meetsResult(p pencil, at plot.Vec, w float64) bool {
	right, _ := p.on.Size()
	foot := p.px(resultOff + c.Below + resultUp + 8)
	return c.Level.Outcome(c.State).Over && at.X+w > right-p.px(resultOff+resultWidth+8) && at.Y < foot
}
