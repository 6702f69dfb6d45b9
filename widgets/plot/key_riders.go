package plot

import (
	"math"
	"slices"
	"strconv"
)

// Sizes of the racers in the key of heights, in units.
const (
	keyRider = 3.8 // the radius of one
	keySeats = 3   // so many of one height stand side by side
	keyMore  = 9   // the size of the number of those that have no seat
)

// A rider is a racer in the key.
type rider struct {
	trace int
	at    Vec
	seat  int // from the ramp outwards
	more  int // racers of its height that have no seat
}

// riders draws the racers of the map in the key.
func (c *composition) riders() {
	if k, shown := c.keyPlace(); shown {
		c.ridden = c.ridden[:0]
		for i := range c.scene.Traces {
			if w := &c.ways[i]; w.count > 0 && !w.leaves {
				c.ride(k, i, c.scene.fromDevice(w.shown, c.w, c.h))
			}
		}
		c.drawRiders(k)
	}
}

// DrawKey draws the key of heights of a map of this size; DrawRiders what moves in it.
func (s Scene) DrawKey(on Canvas, st Style) {
	c := compose(on, s, st)
	defer c.done()
	c.key()
}

// DrawRiders draws the racers in the key of heights: trace by trace where they are, anywhere but finite for those not seen.
func (s Scene) DrawRiders(on Canvas, st Style, at []Point) {
	c := compose(on, s, st)
	defer c.done()
	if k, shown := c.keyPlace(); shown {
		c.ridden = c.ridden[:0]
		for i, p := range at {
			c.ride(k, i, p)
		}
		c.drawRiders(k)
	}
}

// ride adds a racer to those in the key, at the height where it is.
func (c *composition) ride(k keyBox, trace int, at Point) {
	f := c.scene.Field
	if v, known := f.Grid.cell(at); known && isFinite(v) {
		c.ridden = append(c.ridden, rider{trace: trace, at: Vec{Y: k.ramp.Y1 - f.keyPart(v)*(k.ramp.Y1-k.ramp.Y0)}})
	}
}

// drawRiders draws them at the left of the ramp. Those of one height stand side by side; of more than have a seat it says how
// many there are.
func (c *composition) drawRiders(k keyBox) {
	c.seatRiders(k)
	r, line := c.style.px(keyRider), max(1, c.style.px(1))
	for _, one := range c.ridden {
		t := c.scene.Traces[one.trace]
		if one.more > 0 {
			text := Text{Text: "+" + strconv.Itoa(one.more+1), Font: c.style.Font, Size: c.style.px(keyMore),
				Ink: c.style.Palette.Text, Align: AlignRight}
			c.on.Text(text, Vec{one.at.X + r - c.style.px(0.5), one.at.Y + c.style.Font.CapHeight(text.Size)/2})
			continue
		}
		fill, _ := c.headColors(t)
		c.line(line, fill, one.at, Vec{k.ramp.X0, one.at.Y})
		c.glyph(t.Glyph, one.at, r, fill, c.style.Palette.Panel)
	}
}

// seatRiders finds where the racers stand, the highest first.
func (c *composition) seatRiders(k keyBox) {
	r := c.style.px(keyRider)
	slices.SortStableFunc(c.ridden, func(a, b rider) int {
		switch {
		case a.at.Y < b.at.Y:
			return -1
		case a.at.Y > b.at.Y:
			return 1
		}
		return 0
	})
	free := [keySeats]float64{math.Inf(-1), math.Inf(-1), math.Inf(-1)} // from where on a seat is
	seated, last := c.ridden[:0], 0
	for _, one := range c.ridden {
		for one.seat < keySeats && one.at.Y < free[one.seat] {
			one.seat++
		}
		if one.seat == keySeats {
			seated[last].more++
			continue
		}
		free[one.seat] = one.at.Y + 2*r
		one.at.X = k.ramp.X0 - r - c.style.px(4) - float64(one.seat)*(2*r+c.style.px(1))
		if one.seat == keySeats-1 {
			last = len(seated)
		}
		seated = append(seated, one)
	}
	c.ridden = seated
}
