package picture

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Colours are a palette, and which of it stands for what.
type colours struct {
	table color.Palette // the first of which is nothing
	known map[uint32]choice
	woven bool // colours that are not in the palette are woven of two that are: what is shaded has no steps
}

// A choice is which index stands for a colour: one, or now and then another one.
type choice struct {
	index, other uint8
	part         uint8 // of 64 pixels that have the other one
}

const (
	samples    = 12  // frames whose colours are looked at
	exactParts = 600 // a colour of more than this part of the pixels stands in the palette as it is
	near       = 14  // the square of how far a colour may be from that of the palette before it counts as missed
	missed     = 8   // one in so many pixels may be; with more, colours are woven
)

// palette finds the colours of a film.
func (f Film) palette(to *Sink, look Look) (*colours, error) {
	sampled := look
	sampled.Frames = min(samples, look.Frames)
	counts := map[uint32]int{}
	quiet := &Sink{Writer: to.Writer, Context: to.Context, Reached: func(float64) error { return to.Context.Err() }}
	err := f.frames(quiet, sampled, func(_ int, frame *image.RGBA) error {
		count(counts, frame)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return newColours(counts), nil
}

// count counts the colours of a picture.
func count(counts map[uint32]int, frame *image.RGBA) {
	var last uint32
	run := 0
	for i := 0; i < len(frame.Pix); i += 4 {
		p := frame.Pix[i : i+4 : i+4]
		key := uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2])
		if p[3] < 255 {
			continue
		}
		if key == last {
			run++
			continue
		}
		if run > 0 {
			counts[last] += run
		}
		last, run = key, 1
	}
	if run > 0 {
		counts[last] += run
	}
}

// A tint is a colour that is met so often.
type tint struct {
	key uint32
	n   int
}

func (t tint) channel(i int) int { return int(t.key >> (16 - 8*i) & 255) }

// newColours makes a palette: the most frequent colours as they are, and for the others the means of boxes in which they lie
// (median cut, Heckbert 1982). Equal counts give equal palettes.
func newColours(counts map[uint32]int) *colours {
	var all []tint
	total := 0
	for key, n := range counts {
		all = append(all, tint{key, n})
		total += n
	}
	slices.SortFunc(all, func(a, b tint) int { return cmp.Or(b.n-a.n, cmp.Compare(a.key, b.key)) })
	c := &colours{table: color.Palette{color.RGBA{}}, known: map[uint32]choice{}}
	add := func(key uint32) {
		c.table = append(c.table, color.RGBA{uint8(key >> 16), uint8(key >> 8), uint8(key), 255})
	}
	if len(all) <= 255 {
		for _, t := range all {
			add(t.key)
		}
	} else {
		exact := 0
		for exact < 96 && all[exact].n > total/exactParts {
			add(all[exact].key)
			exact++
		}
		for _, box := range cut(all[exact:], 255-exact) {
			add(mean(box))
		}
	}
	for len(c.table) < 256 {
		c.table = append(c.table, color.RGBA{A: 255})
	}
	far := 0
	for _, t := range all {
		if _, d := c.nearest(t.key, -1); d > near {
			far += t.n
		}
	}
	c.woven = far*missed > total
	return c
}

// cut parts colours into so many boxes at most, each time that whose colours differ most from one another.
func cut(all []tint, n int) [][]tint {
	boxes := [][]tint{slices.Clone(all)}
	for len(boxes) < n {
		worst, axis, most := -1, 0, 0
		for i, box := range boxes {
			if k, spread := widest(box); spread > most {
				worst, axis, most = i, k, spread
			}
		}
		if worst < 0 {
			break
		}
		box := boxes[worst]
		slices.SortFunc(box, func(a, b tint) int {
			return cmp.Or(a.channel(axis)-b.channel(axis), cmp.Compare(a.key, b.key))
		})
		half, sum := 0, 0
		for _, t := range box {
			half += t.weight()
		}
		at := 1
		for i, t := range box[:len(box)-1] {
			if sum += t.weight(); sum*2 >= half {
				at = i + 1
				break
			}
		}
		boxes[worst] = box[:at]
		boxes = append(boxes, box[at:])
	}
	return boxes
}

// weight is how much a colour counts: what is met often counts more, but not by so much that what is rare has no colour.
func (t tint) weight() int {
	w := 1
	for n := t.n; n > 1; n /= 2 {
		w++
	}
	return w * w
}

// widest is the channel in which the colours of a box differ most, and by how much, multiplied by how many there are.
func widest(box []tint) (axis, spread int) {
	if len(box) < 2 {
		return 0, 0
	}
	weight := 0
	for _, t := range box {
		weight += t.weight()
	}
	for k := range 3 {
		lo, hi := 255, 0
		for _, t := range box {
			lo, hi = min(lo, t.channel(k)), max(hi, t.channel(k))
		}
		if s := (hi - lo) * (hi - lo) * weight; s > spread {
			axis, spread = k, s
		}
	}
	return axis, spread
}

// mean is the mean colour of a box.
func mean(box []tint) uint32 {
	var sum [3]int
	all := 0
	for _, t := range box {
		w := t.weight()
		all += w
		for k := range sum {
			sum[k] += w * t.channel(k)
		}
	}
	return uint32((sum[0]+all/2)/all)<<16 | uint32((sum[1]+all/2)/all)<<8 | uint32((sum[2]+all/2)/all)
}

// nearest is the index of the colour of the palette that is nearest to one, but for an index, and the square of how far it is.
func (c *colours) nearest(key uint32, but int) (index, distance int) {
	index, distance = -1, 1<<30
	r, g, b := int(key>>16), int(key>>8&255), int(key&255)
	for i, other := range c.table {
		o := other.(color.RGBA)
		if i == nothing || i == but {
			continue
		}
		dr, dg, db := r-int(o.R), g-int(o.G), b-int(o.B)
		if d := 2*dr*dr + 4*dg*dg + 3*db*db; d < distance {
			index, distance = i, d
		}
	}
	return index, distance
}

// index is that which stands for a colour at a pixel. It depends on nothing else, so that what does not change does not flicker.
func (c *colours) index(ink color.RGBA, x, y int) uint8 {
	key := uint32(ink.R)<<16 | uint32(ink.G)<<8 | uint32(ink.B)
	pick, ok := c.known[key]
	if !ok {
		pick = c.choose(key)
		c.known[key] = pick
	}
	if pick.part > 0 && threshold[y&7][x&7] < pick.part {
		return pick.other
	}
	return pick.index
}

func (c *colours) choose(key uint32) choice {
	first, off := c.nearest(key, -1)
	pick := choice{index: uint8(first)}
	if !c.woven || off <= 4 {
		return pick
	}
	// The other one lies on the far side: that which comes nearest to the colour if the two are mixed.
	want, a := c.point(key), c.table[first].(color.RGBA)
	best := off
	for i, other := range c.table[1:] {
		b := other.(color.RGBA)
		d := [3]int{int(b.R) - int(a.R), int(b.G) - int(a.G), int(b.B) - int(a.B)}
		e := [3]int{want[0] - int(a.R), want[1] - int(a.G), want[2] - int(a.B)}
		length := d[0]*d[0] + d[1]*d[1] + d[2]*d[2]
		if length == 0 || length > 40*40 {
			continue
		}
		part := min(max((64*(d[0]*e[0]+d[1]*e[1]+d[2]*e[2])+length/2)/length, 0), 32)
		rest := 0
		for k, weight := range [3]int{2, 4, 3} {
			r := e[k] - d[k]*part/64
			rest += weight * r * r
		}
		if rest < best {
			best, pick.other, pick.part = rest, uint8(i+1), uint8(part)
		}
	}
	return pick
}

func (c *colours) point(key uint32) [3]int {
	return [3]int{int(key >> 16), int(key >> 8 & 255), int(key & 255)}
}

// threshold is Bayer's matrix: which of 64 pixels have another colour first.
var threshold = func() (m [8][8]uint8) {
	for y := range 8 {
		for x := range 8 {
			v := 0
			for bit := range 3 {
				v = v<<2 | (x>>bit&1^y>>bit&1)<<1 | y>>bit&1
			}
			m[y][x] = uint8(v)
		}
	}
	return m
}()
