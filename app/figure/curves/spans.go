package curves

import (
	"slices"
	"strings"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// width is that of a span in a size of units, in device units.
func (s *sketch) width(span curve.Span, size float64) float64 {
	return s.reach(span.Text, s.px(size), false) * boldness(span)
}

// boldness is how much wider heavy letters are.
func boldness(span curve.Span) float64 {
	if span.Bold {
		return 1.05
	}
	return 1
}

// smallest is the size in units below which a number that has too little room is not made smaller.
const smallest = 8.0

// fitted is a number in as many digits as a width in device units has room for, and the size in which it has: letters are a
// little smaller before the digit behind the point is left out.
func (s *sketch) fitted(v, size, room float64) (string, float64) {
	most := 4
	if s.w < s.px(360) {
		most = 3
	}
	for _, try := range []struct {
		digits int
		part   float64 // of the size
	}{{most, 1}, {3, 1}, {3, 0.8}, {2, 1}} {
		text := brief(v, try.digits)
		if !strings.Contains(text, "e") { // fewer digits would make another number of it
			break
		}
		if s.wide(text, try.part*size, true) <= room {
			return text, try.part * size
		}
	}
	text := brief(v, 2)
	if !strings.Contains(text, "e") {
		text = brief(v, most)
	}
	return text, max(smallest, size*min(1, room/s.wide(text, size, true)))
}

// spans writes pieces of text one after the other, and returns where they end.
func (s *sketch) spans(at plot.Vec, size float64, lit curve.Role, list ...curve.Span) float64 {
	for _, span := range list {
		s.write(plot.Text{Text: span.Text, Size: s.px(size), Ink: s.Letters(span.Role),
			Bold: span.Bold || span.Role != curve.Plain && span.Role == lit}, at)
		at.X += s.width(span, size)
	}
	return at.X
}

// wrapped cuts a sentence into lines of a width in device units, at its blanks.
func (s *sketch) wrapped(sentence curve.Sentence, size, width float64) []curve.Sentence {
	var lines []curve.Sentence
	var line curve.Sentence
	x := 0.0
	for _, word := range split(sentence) {
		length := 0.0
		for _, span := range word {
			length += s.width(span, size)
		}
		if trimmed := length - s.trailing(word, size); x+trimmed > width && len(line) > 0 {
			lines, line, x = append(lines, line), nil, 0
		}
		line, x = append(line, word...), x+length
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// trailing is the width of a blank at the end of a word.
func (s *sketch) trailing(word curve.Sentence, size float64) float64 {
	if strings.HasSuffix(word[len(word)-1].Text, " ") {
		return s.Font.Width(" ", s.px(size))
	}
	return 0
}

// split cuts a sentence into words, each with the blank behind it: one may be of several roles.
func split(sentence curve.Sentence) []curve.Sentence {
	var list []curve.Sentence
	var word curve.Sentence
	for _, span := range sentence {
		for _, part := range strings.SplitAfter(span.Text, " ") {
			if part == "" {
				continue
			}
			word = append(word, curve.Span{Text: part, Role: span.Role, Bold: span.Bold})
			if !strings.HasSuffix(part, " ") {
				continue
			}
			if n := len(list); n > 0 && (joins(part) || joins(last(list[n-1]))) {
				list[n-1], word = append(list[n-1], word...), nil
				continue
			}
			list, word = append(list, word), nil
		}
	}
	if len(word) > 0 {
		list = append(list, word)
	}
	return list
}

// joins tells a word that stays on the line of those beside it: a sign of mathematics.
func joins(word string) bool {
	return slices.Contains([]string{"−", "=", "·", "+"}, strings.TrimSpace(word))
}

// last is the last piece of a word.
func last(word curve.Sentence) string { return word[len(word)-1].Text }

// sentence writes a sentence in lines, and returns the baseline below the last.
func (s *sketch) sentence(text curve.Sentence, at plot.Vec, size, leading, width float64) float64 {
	for _, line := range s.wrapped(text, size, width) {
		s.spans(at, size, curve.Plain, line...)
		at.Y += s.px(leading)
	}
	return at.Y
}
