package curve

import (
	"strings"

	"descentlab/app/words"
)

// A Role is what a number or a letter stands for: it has one colour in picture, mathematics and table.
type Role int

// The roles.
const (
	Plain   Role = iota
	Weight       // w
	Rate         // eta
	Slope        // L'
	Landing      // the new w
)

// A Span is a piece of a sentence in one colour.
type Span struct {
	Text string
	Role Role
	Bold bool
}

// A Sentence is a sentence with its roles.
type Sentence []Span

// String is the sentence without colours.
func (s Sentence) String() string {
	var b strings.Builder
	for _, span := range s {
		b.WriteString(span.Text)
	}
	return b.String()
}

// Pieces of a sentence are marked while it is put together, for a translation may set them in another order.
const (
	firstMark = '\ue000' // + role, and + 8 for a bold one; of Unicode's private characters
	endMark   = '\ue0ff'
)

// in marks a text with a role.
func in(r Role, text string) string { return string(firstMark+rune(r)) + text + string(endMark) }

// strong marks what the sentence is about.
func strong(text string) string { return string(firstMark+rune(8)) + text + string(endMark) }

// sentence says a text whose arguments may be marked.
func sentence(english string, args ...any) Sentence { return unmarked(words.T(english, args...)) }

// unmarked cuts a text at its marks.
func unmarked(text string) Sentence {
	var s Sentence
	span := Span{}
	flush := func(next Span) {
		if span.Text != "" {
			s = append(s, span)
		}
		span = next
	}
	for _, r := range text {
		switch {
		case r == endMark:
			flush(Span{})
		case r >= firstMark && r < endMark:
			flush(Span{Role: Role(r-firstMark) % 8, Bold: r-firstMark >= 8})
		default:
			span.Text += string(r)
		}
	}
	flush(Span{})
	return s
}

// Number writes a number for the room: four digits, a true minus, and what is no number as what it is.
func Number(v float64) string { return strings.ReplaceAll(minus(words.Short(v)), "e+", "e") }

// minus sets the sign as mathematics does.
func minus(text string) string { return strings.ReplaceAll(text, "-", "−") }

// brief is a number without zeros at its end.
func brief(v float64) string { return minus(words.Digits(v, 4)) }
