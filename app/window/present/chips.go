package present

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// Chips tell how every racer stands: as many as there is room for, the first of the race before the others.
type chips struct {
	show  *Show
	order figure.Order
	shown int // the step that is shown
	alone int
	panel *graphic.Drawing
}

func newChips(s *Show) *chips {
	c := &chips{show: s, alone: -2}
	c.panel = s.draw(c.draw)
	c.panel.OnPress = c.press
	return c
}

func (c *chips) object() fyne.CanvasObject { return c.panel }

func (c *chips) update(change lab.Change) {
	s := c.show.state
	if s.Tape != nil && change&(lab.TapeChanged|lab.DocChanged) != 0 {
		c.order.Follow(s)
	}
	step, alone := s.Step(), s.View.Alone()
	if step != c.shown || alone != c.alone || change&^(lab.HeadChanged|lab.ViewChanged) != 0 {
		c.shown, c.alone = step, alone
		c.panel.Redraw()
	}
}

// A rack is how chips stand: in so many rows and columns.
type rack struct {
	rows, cols int
	w, h       float64
	gap        float64 // between the rows
	more       int     // racers for whom there is no chip
}

// Of chips in several rows.
const (
	rackGap    = 8
	tightGap   = 5 // of four rows, whose chips are as high as a line of text at least
	mostRows   = 4
	narrowChip = 224
)

// racked lets so many chips stand in a row of that width.
func racked(n int, width float64) rack {
	r := rack{rows: 1, cols: max(int((width+chipGap)/(chipWidth+chipGap)), 1), w: chipWidth, gap: rackGap}
	if n > r.cols {
		most := max(int((width+chipGap)/(narrowChip+chipGap)), 1)
		for r.rows < mostRows && r.rows*r.cols < n {
			r.rows++
		}
		for r.cols < most && r.rows*r.cols < n {
			r.cols++
		}
		r.more = max(n-r.rows*r.cols, 0)
		r.w = (width - float64(r.cols-1)*chipGap) / float64(r.cols)
	}
	if r.more > 0 {
		r.more++ // one gives its place to their number
	}
	if r.rows == mostRows {
		r.gap = tightGap
	}
	r.h = (rowHeight - float64(r.rows-1)*r.gap) / float64(r.rows)
	return r
}

// place is where a chip stands.
func (r rack) place(i int) box {
	return box{float64(i%r.cols) * (r.w + chipGap), float64(i/r.cols) * (r.h + r.gap), r.w, r.h}
}

// listed are the racers that have a chip, in the tape's document, and how the chips stand. The one that is singled out is always
// among them.
func (c *chips) listed(width float64) (racers []int, r rack) {
	doc := &c.show.state.TapeDoc
	drawn := figure.Drawn(doc)
	r = racked(len(drawn), width)
	if r.more == 0 {
		return drawn, r
	}
	room := len(drawn) - r.more
	for _, i := range c.order.Racers {
		if slices.Contains(drawn, i) {
			racers = append(racers, i)
		}
	}
	alone := doc.RacerAt(c.show.state.View.Alone())
	racers = racers[:min(room, len(racers))]
	if alone >= 0 && len(racers) > 0 && !slices.Contains(racers, alone) && slices.Contains(drawn, alone) {
		racers[len(racers)-1] = alone
	}
	slices.Sort(racers)
	return racers, r
}

func (c *chips) draw(b *brush) {
	s := &c.show.state
	if s.Tape == nil || s.Courses == nil {
		return
	}
	racers, r := c.listed(b.w)
	ends, names, drawn := s.Courses.Standings(s.Step()), s.TapeDoc.Names(), figure.Drawn(&s.TapeDoc)
	short, notes := figure.ShortNames(names), telling(&s.TapeDoc)
	for place, i := range racers {
		slot := s.TapeDoc.Racers[i].Slot
		one := chip{box: r.place(place), names: append(append([]string{names[i]}, short[i]...), abridged(names[i])...), at: ends[i],
			note: notes[i], glyph: plot.RacerGlyph(slot), color: b.palette.Racer(slot), alone: slot == s.View.Alone()}
		if k := slices.Index(drawn, i); k < 9 {
			one.key = strconv.Itoa(k + 1)
		}
		one.draw(b, r.rows)
	}
	if r.more > 0 {
		at := r.place(len(racers))
		text := words.T("and %d more", r.more)
		f := face{size: leastText, ink: b.palette.Muted, align: plot.AlignCenter}
		b.text(text, at.x+at.w/2, at.y+at.h/2+7, f)
	}
}

// press singles out the racer of the chip.
func (c *chips) press(at fyne.Position) {
	size := c.panel.Size()
	if !(c.show.k > 0) || c.show.state.Tape == nil {
		return
	}
	racers, r := c.listed(float64(size.Width) / c.show.k)
	x, y := float64(at.X)/c.show.k, float64(at.Y)/c.show.k
	for place, i := range racers {
		if b := r.place(place); x >= b.x && x < b.x+b.w && y >= b.y && y < b.y+b.h {
			slot := c.show.state.TapeDoc.Racers[i].Slot
			c.show.of.Lab.Look(func(v *lab.View) { v.Pin(slot) })
			return
		}
	}
}
