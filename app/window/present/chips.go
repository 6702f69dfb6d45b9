package present

import (
	"image/color"
	"math"
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
	more       int // racers for whom there is no chip
}

// Of chips in several rows.
const (
	rackGap    = 8
	mostRows   = 3
	narrowChip = 224
)

// racked lets so many chips stand in a row of that width.
func racked(n int, width float64) rack {
	r := rack{rows: 1, cols: max(int((width+chipGap)/(chipWidth+chipGap)), 1), w: chipWidth}
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
	r.h = (rowHeight - float64(r.rows-1)*rackGap) / float64(r.rows)
	return r
}

// place is where a chip stands.
func (r rack) place(i int) box {
	return box{float64(i%r.cols) * (r.w + chipGap), float64(i/r.cols) * (r.h + rackGap), r.w, r.h}
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
	short := figure.ShortNames(names)
	for place, i := range racers {
		slot := s.TapeDoc.Racers[i].Slot
		one := chip{box: r.place(place), names: append([]string{names[i]}, short[i]...), at: ends[i],
			glyph: plot.RacerGlyph(slot), color: b.palette.Racer(slot), alone: slot == s.View.Alone()}
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

// A chip tells of one racer.
type chip struct {
	box
	names []string // the whole one first
	key   string   // that singles it out; "": none does
	at    lab.Standing
	glyph plot.Glyph
	color color.RGBA
	alone bool
}

// draw draws it, in as many lines as a chip has among so many rows.
func (c *chip) draw(b *brush, rows int) {
	edge, line := 1.0, b.palette.Border
	if c.alone {
		edge, line = 3, c.color
	}
	b.framed(c.x, c.y, c.w, c.h, 8, edge, b.palette.Panel, line)
	b.box(c.x, c.y, 6, c.h, 3, c.color)
	switch rows {
	case 1:
		c.whole(b)
	case 2:
		c.twoLines(b)
	default:
		c.oneLine(b)
	}
}

// whole is a chip alone in its row.
func (c *chip) whole(b *brush) {
	b.glyph(c.glyph, c.x+40, c.y+39, 13, c.color)
	f := face{size: 27, bold: true, ink: b.palette.Text}
	room := c.w - 66 - 20
	if c.key != "" {
		room -= 40
		b.framed(c.x+c.w-52, c.y+23, 32, 32, 6, 1.5, b.palette.Panel, b.palette.Border)
		b.text(c.key, c.x+c.w-36, c.y+46, face{size: 21, ink: b.palette.Muted, align: plot.AlignCenter})
	}
	b.text(b.fit(room, f, c.names...), c.x+66, c.y+48, f)
	c.status(b, c.x+22, c.y+97, c.w-42, 22)
}

// twoLines is one of two rows.
func (c *chip) twoLines(b *brush) {
	b.glyph(c.glyph, c.x+26, c.y+20, 10, c.color)
	f := face{size: 22, bold: true, ink: b.palette.Text}
	room := c.w - 46 - 14
	if c.key != "" {
		room -= 24
		b.text(c.key, c.x+c.w-14, c.y+27, face{size: leastText, ink: b.palette.Muted, align: plot.AlignRight})
	}
	b.text(b.fit(room, f, c.names...), c.x+46, c.y+27, f)
	c.status(b, c.x+16, c.y+53, c.w-30, leastText)
}

// oneLine is one of three rows.
func (c *chip) oneLine(b *brush) {
	x := c.x + 18
	if c.key != "" {
		b.text(c.key, x, c.y+26, face{size: leastText, ink: b.palette.Muted})
	}
	b.glyph(c.glyph, x+30, c.y+c.h/2, 9, c.color)
	value := words.Digits(c.at.Loss, 3)
	quiet := face{size: leastText, ink: b.palette.Muted, align: plot.AlignRight}
	if figure.Gone(c.at.Where) {
		value, quiet.ink = b.fit(c.w/2-20, quiet, brief(c.at.Where)...), b.palette.Error
	}
	f := face{size: leastText, bold: true, ink: b.palette.Text}
	room := c.x + c.w - 12 - b.width(value, quiet) - 10 - (x + 46)
	b.text(b.fit(room, f, c.names...), x+46, c.y+26, f)
	b.text(value, c.x+c.w-12, c.y+26, quiet)
}

// status says where the racer is, and its loss beside it.
func (c *chip) status(b *brush, x, y, room, size float64) {
	value := words.Short(c.at.Loss)
	quiet := face{size: size, ink: b.palette.Muted, align: plot.AlignRight}
	said := face{size: size, ink: b.palette.Text}
	switch {
	case c.at.Where.Kind == lab.Settled || c.at.Where.Kind == lab.OnLine:
		said.ink = b.palette.Good
	case figure.Gone(c.at.Where):
		said.ink = b.palette.Error
	}
	if math.IsNaN(c.at.Loss) || math.IsInf(c.at.Loss, 0) {
		value = "" // what is said tells it
	}
	left := room
	if value != "" {
		left -= b.width(value, quiet) + 12
	}
	b.text(b.fit(left, said, brief(c.at.Where)...), x, y, said)
	b.text(value, x+room, y, quiet)
}

// brief is where a racer is, in ever fewer words.
func brief(w lab.Whereabouts) []string {
	return append([]string{w.String()}, figure.WhereBriefly(w)...)
}
