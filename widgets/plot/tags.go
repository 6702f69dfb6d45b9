package plot

import "image/color"

// A Tag names a place on the map in a colour of its own: what a line is there, or where a run forks.
type Tag struct {
	At    Point
	Text  string
	Color color.RGBA
	Fork  bool // a badge stands at the place: a run forks there
	Faint bool // it is of what might have been
}

// ForkRadius is that of a fork's badge, in units.
const ForkRadius = 7.8

// Widths of the badge's rim and of the lines of its sign, in units.
const (
	forkRim  = 1.4
	forkLine = 1.5
)

// forkLines are the lines of the badge's sign in a circle of radius 1: a way that parts.
var forkLines = [...][2]Vec{{{0, 0.62}, {0, -0.05}}, {{0, -0.05}, {-0.42, -0.55}}, {{0, -0.05}, {0.42, -0.55}}}

// badges draws where runs fork, above the ways and below the heads.
func (c *composition) badges() {
	radius := c.style.px(ForkRadius)
	for _, t := range c.scene.Tags {
		at := c.device(t.At)
		if !t.Fork || !at.Finite() || !c.sees(at) {
			continue
		}
		c.badge(at, t.Color)
		c.taken = append(c.taken, boxAbout(at, radius, radius))
	}
}

// badge draws a fork's badge.
func (c *composition) badge(at Vec, ink color.RGBA) {
	radius := c.style.px(ForkRadius)
	c.on.Circle(at, radius, 0, c.style.Palette.Panel)
	c.on.Circle(at, radius-c.style.px(forkRim)/2, c.style.px(forkRim), ink)
	c.pieces = c.pieces[:0]
	for _, l := range forkLines {
		a, b := at.Add(l[0].Mul(0.75*radius)), at.Add(l[1].Mul(0.75*radius))
		c.pieces = append(c.pieces, Piece{a, b, c.style.px(forkLine) / 2, 1})
	}
	c.on.Stroke(c.pieces, Pen{Color: ink})
}

// ForkBadge draws the badge of a fork about a place.
func ForkBadge(on Canvas, st Style, at Vec, ink color.RGBA) {
	c := compose(on, Scene{}, st)
	defer c.done()
	c.badge(at, ink)
}

// tags writes the scene's tags, where there is room.
func (c *composition) tags() {
	if len(c.scene.Tags) == 0 || c.small() {
		return
	}
	o, size := c.standing(), c.smallText()
	for _, t := range c.scene.Tags {
		at := c.device(t.At)
		if !at.Finite() || !c.sees(at) {
			continue
		}
		away, strength := c.style.px(6), 1.0
		if t.Fork {
			away = c.style.px(ForkRadius + 4)
		}
		if t.Faint {
			strength = 0.85
		}
		if b, ok := c.beside(at, away, size, 6, t.Text, o); ok {
			c.tinted(b, size, t, strength)
			o.texts, c.verdict = append(o.texts, b), append(c.verdict, b)
		}
	}
}

// tinted writes a tag in its own colour, with the halo that sets the racers' colours off from the ground.
func (c *composition) tinted(b Box, size float64, t Tag, strength float64) {
	pad := c.style.px(1.5)
	c.on.Text(Text{
		Text: t.Text, Size: size, Font: c.style.Font, Bold: t.Fork, Ink: faded(t.Color, strength),
		Halo: faded(c.halo(), 0.85), Reach: max(1, c.style.px(textHalo)),
	}, Vec{b.X0 + pad, b.Y1 - pad})
}
