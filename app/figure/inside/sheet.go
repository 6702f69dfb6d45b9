// Package inside draws a step of a racer taken apart: stage below stage with their mathematics, numbers and bars, and on the map
// the arrows and rings that belong to them.
package inside

import (
	"image/color"

	"descentlab/app/lab/xray"
	"descentlab/widgets/plot"
)

// A Look is how it looks: the style of all pictures, and the slanted letters of mathematics.
type Look struct {
	plot.Style
	Italic *plot.Font
	Type   *Type // may be nil
}

// Ink is the colour of a role, of the racer with a slot.
func (l Look) Ink(role xray.Ink, slot int) color.RGBA {
	racers := l.Palette.Racers
	switch role {
	case xray.Slope:
		return racers[1]
	case xray.First:
		return racers[0]
	case xray.Second:
		return racers[4]
	case xray.Third:
		return racers[5]
	case xray.Rates:
		return racers[2]
	case xray.Racer:
		return l.Palette.Racer(slot)
	}
	return l.Palette.Text
}

// A Sheet is a step as a column of stages.
type Sheet struct {
	Step  xray.Step
	Hot   string     // key of the row that is pointed at; "": none
	Until xray.Phase // in slow motion: the stages of later phases are still to come
	Slow  bool       // it is slow motion
	Notes []string   // said at the foot
}

// Sizes, in units.
const (
	textSize  = 13.0
	mathSize  = 13.5
	smallSize = 11.5
	lineHigh  = 19.5 // of a row of numbers
	noteHigh  = 16.0
	stageGap  = 18.0 // between two stages, with the line between them
	idleHigh  = 31.0
	railX     = 5.0 // of the line that joins the stages
	dotRadius = 4.5
	bodyX     = 20.0 // where texts begin
	barWide   = 132.0
	barHigh   = 10.0
	axisRoom  = 14.0
	pairRoom  = 112.0 // of two numbers with an arrow
	soleRoom  = 66.0  // of one
	roomy     = 380.0 // width from which on there is room for what was before
	cardPad   = 10.0
)

// A slot is where a stage stands.
type slot struct {
	stage *xray.Stage
	y, h  float64 // in units
}

// columns are where the parts of a row stand in a width of units.
type columns struct {
	text       float64 // room of titles and mathematics
	axis, bar  float64 // left ends
	wide       float64 // of the bars
	pair       bool    // there is room for what was before
	right      float64
	valuesLeft float64
}

func columnsIn(width float64) columns {
	c := columns{wide: barWide, pair: width >= roomy, right: width}
	room := pairRoom
	if !c.pair {
		room, c.wide = soleRoom, 78
	}
	c.valuesLeft = width - room
	c.bar = c.valuesLeft - 4 - c.wide
	c.axis = c.bar - axisRoom
	c.text = c.axis - 6 - bodyX
	return c
}

// layout places the stages in a width of units, and tells how high they are together.
func (s *Sheet) layout(l Look, width float64) (list []slot, high float64) {
	p, c := pen{look: l}, columnsIn(width)
	y := 2.0
	if s.Step.Note != "" {
		y += noteHigh*float64(len(p.lines(s.Step.Note, smallSize, width-bodyX))) + 6
	}
	for i := range s.Step.Stages {
		stage := &s.Step.Stages[i]
		h := s.high(p, stage, c)
		list = append(list, slot{stage, y, h})
		y += h
	}
	return list, y
}

// high is the height of a stage, with the gap below it.
func (s *Sheet) high(p pen, stage *xray.Stage, c columns) float64 {
	if stage.Idle {
		return idleHigh
	}
	h := 0.0
	for i, b := range stage.Blocks {
		if i == 0 && len(stage.Blocks) > 1 {
			h += lineHigh // the title stands alone
		}
		h += lineHigh * float64(p.rows(&b, c, len(stage.Blocks) == 1))
		if i > 0 {
			h += 4
		}
	}
	if len(stage.Blocks) == 0 {
		h = lineHigh
	}
	for _, e := range p.wide(stage.Wide, c.right-bodyX) {
		h += e.up + e.down + 6
	}
	if stage.Said != "" {
		h += noteHigh * float64(len(p.lines(stage.Said, smallSize, s.saidRoom(stage, c))))
	}
	return h + stageGap
}

// rows are how many rows a block takes: those of its numbers, or of its mathematics, above which its title may stand.
func (p pen) rows(b *xray.Block, c columns, titled bool) int {
	n := 1
	if b.Math != "" {
		n = len(p.broken(b.Math, c.text))
	}
	if b.Note != "" {
		n++
	}
	if titled {
		n++
	}
	return max(n, len(b.After))
}

// saidRoom is the width of what is said below a stage: beside the numbers there is none, below them all of it.
func (s *Sheet) saidRoom(_ *xray.Stage, c columns) float64 { return c.right - bodyX }

// Height is what the sheet needs in a width; both in units.
func (s *Sheet) Height(l Look, width float64) float64 {
	if s.Step.Said != "" {
		return 3 * lineHigh
	}
	_, h := s.layout(l, width)
	return h + s.cardHigh(pen{look: l}, width) + s.notesHigh(pen{look: l}, width)
}

// At is the key of the row at a height, in units; "" if there is none.
func (s *Sheet) At(l Look, width, y float64) string {
	list, _ := s.layout(l, width)
	p, c := pen{look: l}, columnsIn(width)
	for _, at := range list {
		if y < at.y-stageGap/2 || y >= at.y+at.h-stageGap/2 || at.stage.Idle {
			continue
		}
		row := 0
		for k := range at.stage.Blocks {
			if from, _ := s.span(p, at, c, k); y >= from {
				row = k
			}
		}
		return at.stage.Row(row)
	}
	return ""
}

// span is from where to where a quantity of a stage stands, in units; of the first one with the title.
func (s *Sheet) span(p pen, at slot, c columns, block int) (from, to float64) {
	to = at.y
	for k := range at.stage.Blocks[:block+1] {
		if from = to; k == 0 && len(at.stage.Blocks) > 1 {
			to += lineHigh // the title stands alone
		} else if k > 0 {
			to += 4
		}
		to += lineHigh * float64(p.rows(&at.stage.Blocks[k], c, len(at.stage.Blocks) == 1))
	}
	return from, to
}

// Draw draws the sheet on the whole of a canvas.
func (s *Sheet) Draw(on plot.Canvas, l Look) {
	p := pen{look: l, on: on}
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, l.Palette.Panel)
	width := w / l.Scale
	if s.Step.Said != "" {
		p.paragraph(s.Step.Said, 0, textSize+4, width, textSize, l.Palette.Muted)
		return
	}
	if s.Step.Note != "" {
		p.paragraph(s.Step.Note, bodyX, smallSize+2, width-bodyX, smallSize, l.Palette.Muted)
	}
	list, y := s.layout(l, width)
	c := columnsIn(width)
	s.rail(p, list)
	for i, at := range list {
		s.stage(p, at, c, i < len(list)-1)
	}
	y += s.card(p, y, width)
	s.notes(p, y, width)
}

// strength is how much of a stage's ink is seen: in slow motion those to come are faint.
func (s *Sheet) strength(stage *xray.Stage) float64 {
	if s.Slow && stage.Phase > s.Until {
		return 0.28
	}
	return 1
}

// rail draws the line that joins the stages, with a dot for each.
func (s *Sheet) rail(p pen, list []slot) {
	if len(list) == 0 {
		return
	}
	middle := func(at slot) float64 { return at.y + lineHigh/2 }
	line := p.look.Palette.Border
	if p.look.Palette.Dark {
		line = plot.Mix(p.look.Palette.Border, p.look.Palette.Muted, 0.35)
	}
	for i, at := range list {
		y := middle(at)
		if i > 0 {
			r := dotRadius
			before := middle(list[i-1])
			p.line(1, line, railX, before+r, railX, y-r)
			p.line(1, line, railX-2.5, y-r-4, railX, y-r-0.5, railX+2.5, y-r-4)
		}
		ink := faded(p.look.Ink(at.stage.Ink, s.Step.Slot), s.strength(at.stage))
		if at.stage.Idle || len(at.stage.Blocks) == 0 {
			p.ring(railX, y, 3, 1.2, p.look.Palette.Muted)
			continue
		}
		p.disc(railX, y, dotRadius, ink)
	}
}
