package plot

// A HandleKind says what a handle is for.
type HandleKind int

const (
	MiddleHandle HandleKind = iota // disc: moves a thing
	SizeHandle                     // square: makes it larger or smaller
	HeightHandle                   // triangle: makes it higher or deeper
)

// A Handle is what something on the map is taken hold of by.
type Handle struct {
	Kind   HandleKind
	At     Point
	Chosen bool // of the thing that is being worked on
}

// handleRadius is the size of a handle, in units.
const handleRadius = 4.6

// handles draws the scene's handles, the chosen ones last and in the colour that says so.
func (c *composition) handles() {
	for _, chosen := range [2]bool{false, true} {
		for _, h := range c.scene.Handles {
			at := c.device(h.At)
			if h.Chosen != chosen || !at.Finite() || !c.sees(at) {
				continue
			}
			fill := c.style.Palette.Text
			if chosen {
				fill = c.style.Palette.Accent
			}
			glyph := [...]Glyph{MiddleHandle: Disc, SizeHandle: Square, HeightHandle: Triangle}[h.Kind]
			c.glyph(glyph, at, c.style.px(handleRadius), fill, c.halo())
		}
	}
}
