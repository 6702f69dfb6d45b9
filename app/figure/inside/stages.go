package inside

import (
	"image/color"
	"math"

	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// stage draws a stage in its place, and the line below it if others follow.
func (s *Sheet) stage(p pen, at slot, c columns, more bool) {
	stage, palette := at.stage, p.look.Palette
	strength := s.strength(stage)
	if !stage.Idle {
		s.highlight(p, at, c)
	}
	if more {
		p.level(bodyX, c.right, at.y+at.h-stageGap/2, faded(palette.Border, 0.9))
	}
	y := at.y + textSize + 1
	if stage.Idle {
		p.text(stage.Title, bodyX, at.y+textSize, smallSize+0.5, palette.Muted, false, plot.AlignLeft)
		room := c.right - bodyX - p.width(stage.Title, smallSize+0.5) - 12
		p.text(p.look.Font.Shortened(stage.Said, p.px(smallSize+0.5), p.px(room)), c.right, at.y+textSize, smallSize+0.5, palette.Muted,
			false, plot.AlignRight)
		return
	}
	room := c.text
	if len(stage.Blocks) == 0 {
		room = c.right - bodyX
	}
	title := p.look.Font.Shortened(stage.Title, p.px(textSize), p.px(room))
	p.text(title, bodyX, y, textSize, faded(palette.Text, strength), true, plot.AlignLeft)
	top := at.y
	for i := range stage.Blocks {
		if len(stage.Blocks) > 1 {
			if i == 0 {
				top += lineHigh
			} else {
				top += 4
			}
			top = s.block(p, &stage.Blocks[i], c, top, 0, strength)
			continue
		}
		top = s.block(p, &stage.Blocks[i], c, top, lineHigh, strength)
	}
	if len(stage.Blocks) == 0 {
		top += lineHigh
	}
	for _, e := range p.wide(stage.Wide, c.right-bodyX) {
		top += e.up
		p.draw(e, bodyX, top, s.inks(p, nil, strength))
		top += e.down + 6
	}
	if stage.Said != "" {
		p.paragraph(stage.Said, bodyX, top+smallSize, s.saidRoom(stage, c), smallSize, faded(palette.Muted, strength))
	}
}

// highlight sets off the stage that is made in slow motion, and the row that is pointed at.
func (s *Sheet) highlight(p pen, at slot, c columns) {
	box := func(role xray.Ink, y, high float64) {
		ink := p.look.Ink(role, s.Step.Slot)
		if role == xray.Plain {
			ink = p.look.Palette.Accent
		}
		p.box(bodyX-6, y, c.right-bodyX+6, high, 5, faded(ink, 0.13))
	}
	stage := at.stage
	if stage.Key == s.Hot && s.Hot != "" || s.Slow && stage.Phase == s.Until {
		box(stage.Ink, at.y-4, at.h-3)
		return
	}
	for k := range stage.Blocks {
		if stage.Row(k) == s.Hot {
			from, to := s.span(p, at, c, k)
			box(stage.Blocks[k].Ink, from-2, to-from+4)
		}
	}
}

// inks are the inks of letters.
func (s *Sheet) inks(p pen, letters map[string]xray.Ink, strength float64) func(string) color.RGBA {
	return func(letter string) color.RGBA {
		if role, ok := letters[letter]; ok {
			return faded(p.look.Ink(role, s.Step.Slot), strength)
		}
		return faded(p.look.Palette.Text, strength)
	}
}

// block draws a quantity: its mathematics so far below the top, its numbers from the top on. It gives where the next one begins.
func (s *Sheet) block(p pen, b *xray.Block, c columns, top, mathsAt, strength float64) float64 {
	palette, ink := p.look.Palette, faded(p.look.Ink(b.Ink, s.Step.Slot), strength)
	baseline := top + mathsAt + textSize + 1
	if b.Math != "" {
		for i, line := range p.broken(b.Math, c.text) {
			if i > 0 {
				baseline += lineHigh
			}
			p.draw(line, bodyX, baseline, s.inks(p, b.Letters, strength))
		}
	} else if b.Name != "" {
		name := p.look.Font.Shortened(b.Name, p.px(smallSize+0.5), p.px(c.text))
		p.text(name, bodyX, baseline, smallSize+0.5, faded(palette.Muted, strength), false, plot.AlignLeft)
	}
	if b.Note != "" {
		muted := faded(palette.Muted, strength)
		p.draw(p.set(b.Note, smallSize+0.5, c.text), bodyX, baseline+lineHigh-1, func(string) color.RGBA { return muted })
	}
	most := 0.0
	for _, list := range [][]float64{b.Before, b.After} {
		for _, v := range list {
			if a := math.Abs(v); geom.Finite(v) && a > most {
				most = a
			}
		}
	}
	for i := range b.After {
		s.number(p, b, i, most, c, top+lineHigh*float64(i), ink, strength)
	}
	return top + lineHigh*float64(p.rows(b, c, mathsAt > 0))
}

// number draws a coordinate of a quantity: its axis, its bar and its value.
func (s *Sheet) number(p pen, b *xray.Block, i int, most float64, c columns, y float64, ink color.RGBA, strength float64) {
	palette := p.look.Palette
	muted := faded(palette.Muted, strength)
	axis := string(rune('x' + i))
	p.slanted(axis, c.axis, y+textSize+0.5, textSize-0.5, muted)
	middle, zero := y+lineHigh/2, c.bar+c.wide/2
	p.level(c.bar, c.bar+c.wide, middle, faded(palette.Border, strength))
	reach := func(v float64) float64 { return (c.wide/2 - 3) * v / most }
	if v := b.After[i]; most > 0 && geom.Finite(v) {
		left, right := math.Min(0, reach(v)), math.Max(0, reach(v))
		p.box(zero+left, middle-barHigh/2, right-left, barHigh, math.Min(1.5, (right-left)/2), ink)
	}
	if b.Before != nil && most > 0 && geom.Finite(b.Before[i]) && b.Before[i] != 0 {
		r := reach(b.Before[i])
		p.dashed(zero+math.Min(0, r), middle-barHigh/2, math.Abs(r), barHigh, faded(p.look.Ink(b.Ink, s.Step.Slot), 0.85*strength))
	}
	top, tick := plot.Vec{X: math.Round(p.px(zero)), Y: p.px(middle - barHigh/2 - 1)}, plot.Mix(palette.Border, palette.Muted, 0.5)
	p.on.Box(top, math.Max(1, math.Round(p.px(1))), p.px(barHigh+2), 0, faded(tick, strength))
	s.value(p, b, i, c, y+textSize+0.5, ink, muted)
}

// value writes a coordinate at the right: what it is, and before that, if there is room, what it was.
func (s *Sheet) value(p pen, b *xray.Block, i int, c columns, y float64, ink, muted color.RGBA) {
	for digits := 4; digits >= 2; digits-- {
		text := words.ShortTo(b.After[i], digits)
		before := ""
		if b.Before != nil && c.pair {
			before = words.ShortTo(b.Before[i], digits) + " → "
		}
		wide := p.width(text, textSize-0.5)
		if digits > 2 && wide+p.width(before, smallSize+0.5) > c.right-c.valuesLeft {
			continue
		}
		p.text(text, c.right, y, textSize-0.5, ink, true, plot.AlignRight)
		if before != "" && wide+p.width(before, smallSize+0.5) <= c.right-c.valuesLeft {
			p.text(before, c.right-wide-1, y, smallSize+0.5, muted, false, plot.AlignRight)
		}
		return
	}
}
