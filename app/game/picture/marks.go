package picture

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A pencil draws the game's marks on a canvas.
type pencil struct {
	on plot.Canvas
	st plot.Style
}

func (p pencil) px(units float64) float64 { return units * p.st.Scale }

// line draws straight pieces from point to point; places that are not finite leave a gap.
func (p pencil) line(pts []plot.Vec, width float64, ink color.RGBA) {
	p.stroke(pieces(pts, p.px(width)), ink, color.RGBA{}, 0)
}

// haloed draws a line that is set off from the ground.
func (p pencil) haloed(pts []plot.Vec, width float64, ink color.RGBA) {
	p.stroke(pieces(pts, p.px(width)), ink, p.halo(), 1.5)
}

func (p pencil) stroke(line []plot.Piece, ink, halo color.RGBA, reach float64) {
	p.on.Stroke(line, plot.Pen{Color: ink, Halo: halo, Reach: p.px(reach)})
}

func pieces(pts []plot.Vec, width float64) (line []plot.Piece) {
	for i := 1; i < len(pts); i++ {
		if pts[i-1].Finite() && pts[i].Finite() {
			line = append(line, plot.Piece{A: pts[i-1], B: pts[i], Radius: max(width, 1) / 2, Strength: min(width, 1)})
		}
	}
	return line
}

// dashes are those of the line through points: so long, and so far apart, in units.
func (p pencil) dashes(pts []plot.Vec, width, long, gap float64) (line []plot.Piece) {
	left, drawn := p.px(long), true
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		length := b.Sub(a).Len()
		for at := 0.0; at < length; {
			step := min(left, length-at)
			if drawn {
				from, to := a.Add(b.Sub(a).Mul(at/length)), a.Add(b.Sub(a).Mul((at+step)/length))
				line = append(line, plot.Piece{A: from, B: to, Radius: p.px(width) / 2, Strength: 1})
			}
			if at, left = at+step, left-step; left <= 1e-9 {
				drawn = !drawn
				left = p.px(gap)
				if drawn {
					left = p.px(long)
				}
			}
		}
	}
	return line
}

// text writes; a halo sets it off from the ground.
func (p pencil) text(text string, at plot.Vec, size float64, ink color.RGBA, align plot.Align, bold, halo bool) {
	t := plot.Text{Text: text, Font: p.st.Font, Size: p.px(size), Ink: ink, Align: align, Bold: bold, Tabular: true}
	if halo {
		t.Halo, t.Reach = p.halo(), p.px(2)
	}
	p.on.Text(t, at)
}

// width is how wide a text is.
func (p pencil) width(text string, size float64) float64 {
	return p.st.Font.TabularWidth(text, p.px(size))
}

// halo is what sets marks off from the ground.
func (p pencil) halo() color.RGBA {
	if p.st.Palette.Dark {
		return faded(color.RGBA{0x0b, 0x11, 0x1c, 255}, 0.85)
	}
	return faded(p.st.Palette.Panel, 0.9)
}

// arrow is a straight arrow with a filled head.
func (p pencil) arrow(from, to plot.Vec, width float64, ink color.RGBA) {
	along := to.Sub(from)
	length := along.Len()
	if !(length > 0) {
		return
	}
	along = along.Mul(1 / length)
	head := p.px(8)
	neck := to.Sub(along.Mul(min(head, length)))
	side := plot.Vec{X: -along.Y, Y: along.X}.Mul(p.px(4))
	p.haloed([]plot.Vec{from, neck}, width, ink)
	p.on.Fill([]plot.Vec{to, neck.Add(side), neck.Sub(side)}, ink)
}

// star is a star with five points, filled.
func (p pencil) star(at plot.Vec, r float64, ink color.RGBA) {
	p.on.Fill(starCorners(at, p.px(r)), ink)
}

// hollow is the outline of a star.
func (p pencil) hollow(at plot.Vec, r float64, ink color.RGBA) {
	corners := starCorners(at, p.px(r))
	p.line(append(corners, corners[0]), 1.3, ink)
}

func starCorners(at plot.Vec, r float64) (corners []plot.Vec) {
	for i := range 10 {
		reach := r
		if i%2 == 1 {
			reach *= 0.44
		}
		sin, cos := math.Sincos(math.Pi * float64(i) / 5)
		corners = append(corners, plot.Vec{X: at.X + reach*sin, Y: at.Y - reach*cos})
	}
	return corners
}

// hop is the arc of a jump: a parabola whose middle lies so far above the chord as a part of its length, but not higher than
// can well be seen.
func (p pencil) hop(a, b plot.Vec) (arc []plot.Vec) {
	const n, bulge, highest = 24, 0.27, 110
	rise := min(bulge*b.Sub(a).Len(), p.px(highest))
	for i := range n + 1 {
		t := float64(i) / n
		arc = append(arc, a.Mul(1-t).Add(b.Mul(t)).Sub(plot.Vec{Y: 4 * t * (1 - t) * rise}))
	}
	return arc
}

// faded is a colour with its opacity multiplied.
func faded(c color.RGBA, by float64) color.RGBA {
	part := func(v uint8) uint8 { return uint8(float64(v)*by + 0.5) }
	return color.RGBA{part(c.R), part(c.G), part(c.B), part(c.A)}
}

// racer is the number by which a method has the colour and the glyph that it has in the first race.
func racer(method string) int {
	switch method {
	case "momentum":
		return 1
	case "adam":
		return 3
	}
	return 0
}

// gold is the colour of stars, red that of slopes, good that of what went down.
func gold(p *plot.Palette) color.RGBA { return p.Racers[0] }
func red(p *plot.Palette) color.RGBA  { return p.Racers[1] }
func good(p *plot.Palette) color.RGBA { return p.Racers[2] }
