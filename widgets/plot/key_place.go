package plot

import "math"

// A KeySide is where in the picture the key of heights stands.
type KeySide int

const (
	NoKey KeySide = iota
	KeyLowerRight
	KeyUpperRight
	KeyUpperLeft
	KeyLowerLeft
	KeyRight // half way up
	KeyLeft
	keySides
)

// A keyBox is where the key of heights stands.
type keyBox struct{ panel, ramp Box }

// keyPlace is where the key stands, and whether it does.
func (c *composition) keyPlace() (k keyBox, shown bool) { return c.keyAt(c.scene.Key) }

// keyAt is where the key stands at a side, and whether there is room and use for it.
func (c *composition) keyAt(side KeySide) (k keyBox, shown bool) {
	f := c.scene.Field
	if side == NoKey || c.scene.Cells != nil || c.style.Font == nil || c.small() || f == nil || !(f.lo < f.hi) ||
		len(f.Levels) == 0 {
		return keyBox{}, false
	}
	numbers := 0.0
	for _, t := range c.keyTicks() {
		numbers = max(numbers, c.style.Font.Width(t.text, c.style.px(keyText)))
	}
	px := c.style.px
	w := px(keyRiders+keyRampWidth+keyNumbers) + numbers + px(7)
	h := px(keyHead + keyRampHeight + keyFoot)
	if c.w < 2*w || c.h < h+2*px(keyMargin) {
		return keyBox{}, false
	}
	right, left, top, foot := c.w-w-px(keyMargin), px(4*keyMargin), px(keyMargin), c.h-h-px(keyMargin)
	at := [keySides]Vec{
		KeyLowerRight: {right, foot}, KeyUpperRight: {right, top}, KeyUpperLeft: {left, top},
		KeyLowerLeft: {left, foot - px(2*keyMargin)}, KeyRight: {right, (top + foot) / 2}, KeyLeft: {left, (top + foot) / 2},
	}[side]
	at = Vec{math.Round(at.X), math.Round(at.Y)}
	k.panel = Box{at.X, at.Y, at.X + w, at.Y + h}
	x, y := math.Round(at.X+px(keyRiders)), math.Round(at.Y+px(keyHead))
	k.ramp = Box{x, y, x + math.Round(px(keyRampWidth)), y + math.Round(px(keyRampHeight))}
	return k, true
}

// KeyPanel is where in a picture of w by h device pixels the key of heights stands, and whether it does.
func (s Scene) KeyPanel(w, h float64, st Style) (panel Box, shown bool) {
	c := measured(s, st, w, h)
	defer c.done()
	k, shown := c.keyPlace()
	return k.panel, shown
}

// What it costs to cover something with the key, where a step of a way costs one.
const (
	coverLowest = 300 // with its name
	coverEnd    = 200
	coverStart  = 100
	coverPlace  = 20
)

// keySteps is of about how many steps the ways are looked at at most.
const keySteps = 4000

// PlaceKey is the side at which the key of heights covers least of the scene, of the whole ways that is, so that it stays while
// racers move. Where it stood so far it stays unless it covers twice as much there.
func (s Scene) PlaceKey(so KeySide, w, h float64, st Style) KeySide {
	c := &composition{scene: s, style: st, w: w, h: h}
	var cost [keySides]float64
	best := KeyLowerRight
	for side := KeyLowerRight; side < keySides; side++ {
		k, shown := c.keyAt(side)
		if !shown {
			return KeyLowerRight
		}
		if cost[side] = c.coverCost(k.panel); cost[side] < cost[best] {
			best = side
		}
	}
	if so != NoKey && cost[so] <= 2*cost[best] {
		return so
	}
	return best
}

// coverCost is what it costs to cover a box of the picture.
func (c *composition) coverCost(b Box) (cost float64) {
	room := c.style.px(12)
	for _, m := range c.scene.Marks {
		switch near := b.distance(c.device(m.At)) < room; {
		case !near:
		case m.Kind == BestMark:
			cost += coverLowest
		case m.End:
			cost += coverEnd
		default:
			cost += coverPlace
		}
	}
	if s := c.scene.Start; s != nil && b.distance(c.device(*s)) < room {
		cost += coverStart
	}
	wide, steps := Box{b.X0 - room, b.Y0 - room, b.X1 + room, b.Y1 + room}, 0
	for _, t := range c.scene.Traces {
		steps += len(t.Pts)
	}
	stride := steps/keySteps + 1
	for _, t := range c.scene.Traces {
		for i := stride; i < len(t.Pts); i += stride {
			from, to := c.device(t.Pts[i-stride]), c.device(t.Pts[i])
			if !from.Finite() || !to.Finite() || wide.apart(from, to) {
				continue
			}
			if _, _, crosses := wide.Clip(from, to); crosses {
				cost += float64(stride)
			}
		}
	}
	return cost
}
