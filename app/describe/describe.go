// Package describe is what stands for a picture where it cannot be seen: a paragraph in plain words of what it shows now, and the
// table of the numbers behind it. The packages below it make them of the state, one file for each picture.
package describe

import (
	"math"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/geom"
)

// A Description says what a picture shows.
type Description struct {
	Title string // of what: "Map of Peaks"
	Text  string // one paragraph, which says also what is not known, or why there is nothing
	Table Table  // what lies behind the picture; without rows, there is nothing yet
}

// Number is a number in a sentence, in four digits. What is no number is said in words: no reader takes it for one.
func Number(v float64) string {
	switch {
	case math.IsNaN(v):
		return words.T("not a number")
	case math.IsInf(v, 1):
		return words.T("infinite")
	case math.IsInf(v, -1):
		return words.T("minus infinite")
	}
	return words.Short(v)
}

// Point is a place in a sentence by its coordinates.
func Point(x, y float64) string {
	if geom.Finite(x) && geom.Finite(y) {
		return words.At(geom.Point{X: x, Y: y})
	}
	return "(" + Number(x) + words.Between() + Number(y) + ")"
}

// Sentence is a note with a full stop, if it has none.
func Sentence(note string) string {
	if note = strings.TrimSpace(note); note == "" || strings.ContainsAny(note[len(note)-1:], ".!?") {
		return note
	}
	return note + "."
}

// Paragraph joins sentences; empty ones are left out.
func Paragraph(sentences ...string) string {
	var list []string
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " ")
}

// Listed is a list within a sentence, of at most so many: "a; b; and 3 more".
func Listed(list []string, most int) string {
	if rest := len(list) - most; rest > 1 {
		return strings.Join(list[:most], "; ") + "; " + words.T("and %d more, which the table has", rest)
	}
	return strings.Join(list, "; ")
}
