package plot

import (
	"image"
	"image/color"
	"math"
	"slices"
)

// names writes the racers' names beside their heads, of those that are named: first of those to look at, and no name over
// anything that is written there already. Those that have a seat keep it as long as it is neither beyond the edge nor taken by a
// head or a text, so that names do not jump while racers move; then come those without.
func (c *composition) names(ways []way) {
	if cap(c.nameSeats) < len(ways) {
		c.nameSeats = make([]int, len(ways))
	}
	c.nameSeats = c.nameSeats[:len(ways)]
	clear(c.nameSeats)
	var o *obstacles
	for _, faint := range [2]bool{false, true} {
		for _, seated := range [2]bool{true, false} {
			for i, t := range c.scene.Traces {
				if !t.Named || t.Faint != faint || ways[i].count == 0 || !ways[i].leaves && !c.sees(ways[i].shown) ||
					c.style.Font == nil || c.nameSeats[i] != 0 || seated && t.Seat == 0 {
					continue
				}
				if o == nil {
					o = c.verdictObstacles(ways)
				}
				c.nameSeats[i] = c.name(t, &ways[i], o, seated)
			}
		}
	}
}

// fewNames is up to how many racers a name stands rather over ways and signs than not at all: of a crowd it would be far off, and
// nobody would find whose it is.
const fewNames = 8

// name writes a racer's name at its own seat, or wherever there is room near its head. It gives the seat; 0: there is no room.
func (c *composition) name(t Trace, w *way, o *obstacles, seated bool) (seat int) {
	size, away, near, strength := c.style.px(c.style.TextSize), c.style.px(traceHead+5), 2, 1.0
	if t.Faint {
		strength, near = 0.5, 0
	}
	text := t.Name + " " // heavy letters are wider than those that are measured
	var b Box
	firm := &obstacles{texts: o.texts, boxes: c.taken}
	if seated {
		b, seat = c.atSeat(w.head, away, size, c.style.Font.Width(text, size), t.Seat), t.Seat
		if seat > (near+1)*len(sides) || !b.within(c.frame(c.style.px(2))) || firm.block(b) {
			return 0
		}
	} else if b, seat = c.seatBeside(w.head, away, size, near, text, o); seat == 0 && !t.Faint && len(c.scene.Traces) <= fewNames {
		b, seat = c.seatBeside(w.head, away, size, near, text, firm)
	}
	if seat == 0 {
		return 0
	}
	pad := c.style.px(1.5)
	c.on.Text(Text{
		Text: t.Name, Size: size, Font: c.style.Font, Bold: true, Ink: faded(t.Color, strength),
		Halo: faded(c.halo(), 0.85*strength), Reach: max(1, c.style.px(textHalo)),
	}, Vec{math.Round(b.X0 + pad), math.Round(b.Y1 - pad)})
	o.texts, c.verdict = append(o.texts, b), append(c.verdict, b)
	return seat
}

// PlaceNames says where in a picture of w by h device pixels the name of each trace stands: its Seat in the next picture, so that
// it stays there as long as it can.
func (s Scene) PlaceNames(w, h float64, st Style) []int {
	c := compose(unseen{w, h}, s, st)
	defer c.done()
	if !c.drawable() {
		return make([]int, len(s.Traces))
	}
	c.traces()
	if len(s.Traces) == 0 {
		return nil
	}
	return slices.Clone(c.nameSeats)
}

// unseen is a canvas of that size on which nothing is seen.
type unseen struct{ w, h float64 }

func (u unseen) Size() (w, h float64)                         { return u.w, u.h }
func (unseen) Stroke([]Piece, Pen)                            {}
func (unseen) Fill([]Vec, color.RGBA)                         {}
func (unseen) Circle(Vec, float64, float64, color.RGBA)       {}
func (unseen) Box(Vec, float64, float64, float64, color.RGBA) {}
func (unseen) Image(image.Image, Box)                         {}
func (unseen) Text(Text, Vec)                                 {}
func (u unseen) Part(at Box) Canvas                           { return unseen{at.X1 - at.X0, at.Y1 - at.Y0} }
