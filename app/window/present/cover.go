package present

import (
	"image/color"

	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A cover lies black over all of the screen: while the presenter wants it, or while the audience must not see what is in the lab,
// which is said then. Nothing below it hears the mouse.
type cover struct {
	show  *Show
	shut  bool // by the presenter
	hides bool // what is not to be seen
	panel *graphic.Drawing
}

func newCover(s *Show) *cover {
	c := &cover{show: s}
	c.panel = s.draw(c.draw)
	c.panel.OnHover = nil
	c.panel.Hide()
	return c
}

// on tells whether it lies there.
func (c *cover) on() bool { return c.shut || c.hides }

// turn covers what is shown for the presenter, or no longer.
func (c *cover) turn() {
	c.shut = !c.shut
	c.lay()
}

// update finds whether something is to be hidden.
func (c *cover) update() {
	if hides := c.show.of.Hides != nil && c.show.of.Hides(); hides != c.hides {
		c.hides = hides
		c.lay()
	}
}

func (c *cover) lay() {
	layout.SetShown(c.panel, c.on())
	c.panel.Redraw()
}

// Of what is said on black.
const coverSize = 39

var coverInk = color.RGBA{150, 156, 168, 255}

func (c *cover) draw(b *brush) {
	b.box(0, 0, b.w, b.h, 0, black)
	if c.hides && !c.shut {
		f := face{size: coverSize, align: plot.AlignCenter, ink: coverInk}
		b.text(b.fit(b.w-2*margin, f, words.T("Make your prediction: the run comes after it.")), b.w/2, b.h/2, f)
	}
}
