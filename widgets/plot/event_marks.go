package plot

import "image/color"

// An EventMark is the sign of something that happens on a map, where a racer is then. It is seen from its step on. Where two
// would touch, the first one of a scene's list stays.
type EventMark struct {
	At    Point
	Step  int
	Sign  Sign
	Color color.RGBA
}

// Sizes of an event's mark, in units.
const (
	eventRadius = 6.5
	eventApart  = 15.0 // middles of two, and of one and a head
)

// events draws the marks of what has happened by the step of the heads, above the ways and below the heads.
func (c *composition) events(ways []way) {
	c.happened = c.happened[:0]
	if len(c.scene.Events) == 0 || c.small() {
		return
	}
	head := 0.0
	for _, t := range c.scene.Traces {
		head = max(head, t.Head)
	}
	apart := c.style.px(eventApart)
	for _, e := range c.scene.Events {
		at := c.device(e.At)
		if float64(e.Step) > head || !at.Finite() || !c.sees(at) || c.crowded(at, apart, ways) {
			continue
		}
		c.happened = append(c.happened, at)
		c.disc(e.Sign, at, c.style.px(eventRadius), c.style.Scale, e.Color, c.style.Palette.Panel, e.Color)
	}
}

// crowded tells whether the start, a head or another event's mark is near a place.
func (c *composition) crowded(at Vec, apart float64, ways []way) bool {
	if s := c.scene.Start; s != nil && c.device(*s).Sub(at).Len() < apart {
		return true
	}
	for _, o := range c.happened {
		if o.Sub(at).Len() < apart {
			return true
		}
	}
	for i := range ways {
		if d := ways[i].head.Sub(at).Len(); d < apart {
			return true
		}
	}
	return false
}
