package curves

import (
	"image/color"
	"math"
	"strings"
	"unicode"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// Letters that are mathematics where they stand alone: they are slanted, whatever the language.
const mathematical = "wηL"

// A run is a piece of a text that is slanted or upright as a whole.
type run struct {
	text    string
	slanted bool
}

// runs cuts a text where it changes between letters of mathematics and all the rest.
func (l Look) runs(text string) []run {
	if l.Italic == nil || !strings.ContainsAny(text, mathematical) {
		return []run{{text, false}}
	}
	letters := []rune(text)
	in := func(i int) bool {
		return i >= 0 && i < len(letters) && (unicode.IsLetter(letters[i]) || unicode.IsDigit(letters[i]))
	}
	var list []run
	for i, r := range letters {
		slanted := strings.ContainsRune(mathematical, r) && !in(i-1) && !in(i+1)
		if n := len(list); n > 0 && list[n-1].slanted == slanted {
			list[n-1].text += string(r)
			continue
		}
		list = append(list, run{string(r), slanted})
	}
	return list
}

// font is that of a piece.
func (l Look) font(r run) *plot.Font {
	if r.slanted {
		return l.italic()
	}
	return l.Font
}

// reach is how far a text reaches in a size of device units.
func (l Look) reach(text string, size float64, tabular bool) float64 {
	wide := 0.0
	for _, r := range l.runs(text) {
		if tabular {
			wide += l.font(r).TabularWidth(r.text, size)
		} else {
			wide += l.font(r).Width(r.text, size)
		}
	}
	return wide
}

// write writes a text with its letters of mathematics slanted.
func (s *sketch) write(t plot.Text, at plot.Vec) {
	list := s.runs(t.Text)
	if len(list) == 1 {
		t.Font = s.font(list[0])
		s.on.Text(t, at)
		return
	}
	bold := boldness(curve.Span{Bold: t.Bold})
	switch wide := s.reach(t.Text, t.Size, t.Tabular) * bold; t.Align {
	case plot.AlignRight:
		at.X -= wide
	case plot.AlignCenter:
		at.X -= wide / 2
	}
	t.Align = plot.AlignLeft
	for _, r := range list {
		t.Text, t.Font = r.text, s.font(r)
		s.on.Text(t, at)
		at.X += s.reach(r.text, t.Size, t.Tabular) * bold
	}
}

// titled writes the longest of some texts that a width has room for: the last one, in smaller letters, if there is room for none.
func (s *sketch) titled(at plot.Vec, size, room float64, ink color.RGBA, texts ...string) {
	for i, text := range texts {
		wide := s.reach(text, s.px(size), true)
		if last := i == len(texts)-1; wide <= room || last {
			s.words(text, at, math.Max(smallest, size*math.Min(1, room/wide)), ink, plot.AlignLeft)
			return
		}
	}
}
