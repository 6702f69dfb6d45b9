package present

import (
	"image/color"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// A cell is one map of the picture: that of all racers, or with its name above it that of one, where the window has them side by
// side.
type cell struct {
	of    *picture
	m     *graphic.Map
	under *under
	head  *graphic.Drawing // who it is of
	racer int              // index in the tape's document; -1: all racers
}

func newCell(p *picture) *cell {
	s := p.show
	c := &cell{of: p, m: graphic.NewMap(s.style), under: newUnder(s, p.draw), racer: -1}
	c.head = s.draw(c.draw)
	c.head.OnPress = func(fyne.Position) {
		if doc := &s.state.TapeDoc; c.racer >= 0 && c.racer < len(doc.Racers) {
			slot := doc.Racers[c.racer].Slot
			s.of.Lab.Look(func(v *lab.View) { v.Pin(slot) })
		}
	}
	var pressed lab.Moment
	c.m.Tool = &graphic.StartTool{
		OnPress:   func() { pressed = s.of.Lab.Moment() },
		OnRetract: func() { s.of.Lab.Return(pressed) },
		OnStart: func(at plot.Point, done bool) {
			p.held = !done
			s.edit("start", func(e *setup.Experiment) { e.Start = at })
			if done {
				s.of.Lab.Seal()
				p.update(lab.TapeChanged)
			}
		},
	}
	c.m.OnKey, c.m.OnRune = s.key, s.rune
	c.m.OnHover = func(plot.Point, bool) { s.hints.wake() }
	return c
}

// aside tells whether a state's racers have a map each.
func aside(s lab.State) bool {
	return s.Doc.Look.Aside() && s.Tape != nil && len(figure.Drawn(&s.TapeDoc)) > 1
}

// seat gives every map its racer: there are as many as the state needs.
func (p *picture) seat(s lab.State) {
	racers := []int{-1}
	if aside(s) {
		racers = figure.Drawn(&s.TapeDoc)
	}
	for len(p.cells) < len(racers) {
		p.cells = append(p.cells, newCell(p))
	}
	for _, c := range p.cells[len(racers):] {
		c.under.end()
	}
	p.cells = p.cells[:len(racers)]
	p.box.Objects = p.box.Objects[:0]
	for i, c := range p.cells {
		c.racer = racers[i]
		p.box.Objects = append(p.box.Objects, c.m)
		if c.racer >= 0 {
			p.box.Objects = append(p.box.Objects, c.head)
		}
	}
}

// zoom is how many times as large as in the window signs, lines and texts are: on maps side by side as little as can be read from
// afar, so that four of them still have room for the letters of the minima, which are a little smaller than all else.
func (p *picture) zoom() float64 {
	if p.cells[0].racer < 0 {
		return p.show.zoom()
	}
	return float64(leastText) / textUnits * p.show.k
}

// alone shows on a scene what the map of one racer has: its way, and whether it is the one to look at.
func (c *cell) alone(scene *plot.Scene, s *lab.State, own plot.Trace) {
	own.Named, own.Faint = false, false
	scene.Traces, scene.Title = []plot.Trace{own}, ""
	scene.Veiled, scene.Frame = false, color.RGBA{}
	if slot := s.View.Alone(); slot >= 0 {
		if scene.Veiled = s.TapeDoc.Racers[c.racer].Slot != slot; !scene.Veiled {
			scene.Frame = own.Color
		}
	}
}

// Of the name above a map.
const (
	headHigh = 38
	headText = 26
)

// draw names the racer, and whose basins its map shows if it shows any.
func (c *cell) draw(b *brush) {
	s := &c.of.show.state
	if c.racer < 0 || c.racer >= len(s.TapeDoc.Racers) {
		return
	}
	slot, names := s.TapeDoc.Racers[c.racer].Slot, s.TapeDoc.Names()
	color := b.palette.Racer(slot)
	b.glyph(plot.RacerGlyph(slot), 16, headHigh/2, 12, color)
	texts := append(append([]string{names[c.racer]}, figure.ShortNames(names)[c.racer]...), abridged(names[c.racer])...)
	if c.under.key != "" {
		texts = append([]string{c.under.of}, texts...)
	}
	f := face{size: headText, bold: true, ink: b.palette.Text}
	text := b.fit(b.w-38, f, texts...)
	b.text(text, 38, headHigh/2+9, f)
	quiet := face{size: 22, ink: b.palette.Muted}
	if note, x := telling(&s.TapeDoc)[c.racer], 38+b.width(text, f)+12; note != "" && x+b.width(note, quiet) <= b.w {
		b.text(note, x, headHigh/2+9, quiet)
	}
}

// cellGap is the room between maps, wideCell how much wider than high one may be without the width being wasted.
const (
	cellGap  = 12
	wideCell = 1.4
)

// A cellLayout has the maps fill the picture, in as many columns as make them largest.
type cellLayout struct{ of *picture }

// columns is into how many n maps stand in so much room, above each of which is a name.
func columns(n int, w, h, gap, head float64) (cols int) {
	largest := 0.0
	for c := 1; c <= n; c++ {
		rows := float64((n + c - 1) / c)
		side := min((w-gap*float64(c-1))/float64(c), wideCell*((h-gap*(rows-1))/rows-head))
		if side > largest || c == 1 {
			largest, cols = side, c
		}
	}
	return cols
}

// Layout places them.
func (l cellLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p, k := l.of, l.of.show.k
	if p.cells[0].racer < 0 {
		kit.Place(p.cells[0].m, 0, 0, size.Width, size.Height)
		return
	}
	n, gap, head := len(p.cells), float32(cellGap*k), float32(headHigh*k)
	cols := columns(n, float64(size.Width), float64(size.Height), float64(gap), float64(head))
	rows := (n + cols - 1) / cols
	w := (size.Width - gap*float32(cols-1)) / float32(cols)
	h := (size.Height - gap*float32(rows-1)) / float32(rows)
	for i, c := range p.cells {
		x, y := float32(i%cols)*(w+gap), float32(i/cols)*(h+gap)
		kit.Place(c.head, x, y, w, head)
		kit.Place(c.m, x, y+head, w, max(h-head, 1))
	}
}

// MinSize leaves the maps free to shrink.
func (cellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
