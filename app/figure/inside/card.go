package inside

import (
	"image/color"
	"strings"

	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// breaks tells whether the positions have no room beside one another.
func (s *Sheet) breaks(p pen, width, label float64) bool {
	both := words.At(s.Step.From) + " → " + words.At(s.Step.To)
	return p.width(both, smallSize+1) > width-2*cardPad-label
}

// cardParts are the texts of the card at the foot.
func (s *Sheet) cardParts(p pen, width float64) (labels [2]string, label float64, course []string) {
	labels = [2]string{words.T("position"), words.T("loss")}
	label = max(p.width(labels[0], smallSize+0.5), p.width(labels[1], smallSize+0.5)) + 16
	losses := words.Short(s.Step.Loss[0]) + " → " + words.Short(s.Step.Loss[1])
	room := width - 2*cardPad - label
	beside := room - p.width(losses, smallSize+1) - 8
	if p.width(s.Step.Course, smallSize+0.5) <= beside {
		return labels, label, []string{s.Step.Course}
	}
	return labels, label, append([]string{""}, p.lines(s.Step.Course, smallSize+0.5, room)...)
}

// cardHigh is the height of the card, in units, with the gap above and below it.
func (s *Sheet) cardHigh(p pen, width float64) float64 {
	_, label, course := s.cardParts(p, width)
	lines := 1 + len(course)
	if s.breaks(p, width, label) {
		lines++
	}
	return 2*cardPad + 18*float64(lines) - 4 + 12
}

// card draws where the step led, and how the loss went; it gives its height.
func (s *Sheet) card(p pen, y, width float64) float64 {
	palette, step := p.look.Palette, &s.Step
	labels, label, course := s.cardParts(p, width)
	high := s.cardHigh(p, width)
	p.box(0, y, width, high-12, 6, palette.Control)
	x, line := cardPad+label, y+cardPad+11
	small := smallSize + 0.5
	p.text(labels[0], cardPad, line, small, palette.Muted, false, plot.AlignLeft)
	from := words.At(step.From) + " → "
	p.text(from, x, line, small, palette.Text, false, plot.AlignLeft)
	if to := words.At(step.To); s.breaks(p, width, label) {
		line += 18
		p.text(to, x, line, small, palette.Text, true, plot.AlignLeft)
	} else {
		p.text(to, x+p.width(from, small), line, small, palette.Text, true, plot.AlignLeft)
	}
	line += 18
	p.text(labels[1], cardPad, line, small, palette.Muted, false, plot.AlignLeft)
	before, after := words.Short(step.Loss[0])+" → ", words.Short(step.Loss[1])
	p.text(before, x, line, small, palette.Text, false, plot.AlignLeft)
	ink := palette.Text
	if step.Worse() {
		ink = palette.Error
	}
	p.text(after, x+p.width(before, small), line, small, ink, true, plot.AlignLeft)
	at := x + p.width(before+after, small) + 8
	for i, text := range course {
		if i > 0 {
			line, at = line+18, x
		}
		s.course(p, text, at, line, small)
	}
	return high
}

// course writes how the loss went, with the slope in its ink.
func (s *Sheet) course(p pen, text string, x, y, size float64) {
	way := strings.Replace(s.Step.Downward, "-", "−", 1)
	for i, piece := range strings.Split(text, way) {
		if i > 0 {
			p.slanted(way, x, y, size, p.look.Ink(xray.Slope, s.Step.Slot))
			x += p.width(way, size) + 1
		}
		p.text(piece, x, y, size, p.look.Palette.Muted, false, plot.AlignLeft)
		x += p.width(piece, size)
	}
}

// notesHigh is the height of what is said at the foot.
func (s *Sheet) notesHigh(p pen, width float64) (high float64) {
	for _, note := range s.Notes {
		high += noteHigh * float64(len(p.lines(note, smallSize, width)))
	}
	return high
}

// notes writes what is said at the foot.
func (s *Sheet) notes(p pen, y, width float64) {
	var ink color.RGBA = p.look.Palette.Muted
	for _, note := range s.Notes {
		y += p.paragraph(note, 0, y+smallSize-2, width, smallSize, ink)
	}
}
