package plot

import (
	"cmp"
	"image/color"
	"math"
	"slices"
)

// An EndLabel says beside a chart what a curve, or several, come to.
type EndLabel struct {
	Text  string
	Short string  // for where there is little room; "": the text is cut
	Least string  // for where there is even less; "": the short one is cut
	At    float64 // the value beside which it stands
	Color color.RGBA
	Aside bool  // others are to be looked at
	Of    []int // the series that it is of, by their indices: one all of which are hidden is struck out
}

func (e EndLabel) same(o EndLabel) bool {
	return e.Text == o.Text && e.Short == o.Short && e.Least == o.Least && e.At == o.At && e.Color == o.Color &&
		e.Aside == o.Aside && slices.Equal(e.Of, o.Of)
}

// An endPlace is where a label stands in a picture, in device units.
type endPlace struct {
	index int // in Chart.Ends
	box   Box
}

// hidden tells whether a label is of hidden curves alone.
func (c Chart) hidden(e EndLabel) bool {
	for _, i := range e.Of {
		if i >= len(c.Series) || !c.Series[i].Hidden {
			return false
		}
	}
	return len(e.Of) > 0
}

// Lengths beside the plot, in units.
const (
	endPitch  = 14   // from one label to the next, at least
	endLeader = 13   // from the plot to a label
	endWidest = 104  // of a label
	endShare  = 0.26 // of the picture's width that labels may have at most
)

// endsRoom is the width, in device pixels, that the labels take.
func (c Chart) endsRoom(look chartLook, width float64) float64 {
	widest := look.font.Width(c.Beside, look.label)
	for _, e := range c.Ends {
		widest = max(widest, look.font.Width(e.Text, look.label))
	}
	if widest == 0 {
		return 0
	}
	return min(widest+(endLeader+2)*look.scale, endWidest*look.scale, endShare*width)
}

// drawEnds writes the labels from top to bottom in the order of their values, as near to these as the pitch allows, each with a
// leader to where it belongs, and tells where. Those for which there is no height are left out, the last ones first.
func (c Chart) drawEnds(on Canvas, look chartLook, f frame) (at []endPlace) {
	if len(c.Ends) == 0 {
		return nil
	}
	w, _ := on.Size()
	pitch := endPitch * look.scale
	ends := make([]int, min(len(c.Ends), int((f.bottom-f.top)/pitch)+1))
	for i := range ends {
		ends[i] = i
	}
	anchor := func(e EndLabel) float64 {
		y := f.place(0, e.At).Y
		if math.IsNaN(y) {
			return f.top
		}
		return clamp(y, f.top, f.bottom)
	}
	slices.SortStableFunc(ends, func(a, b int) int { return cmp.Compare(anchor(c.Ends[a]), anchor(c.Ends[b])) })
	places := make([]float64, len(ends))
	for i, k := range ends {
		places[i] = anchor(c.Ends[k])
	}
	apart(places, pitch, f.top, f.bottom)
	left := f.right + endLeader*look.scale
	for i, k := range ends {
		e := c.Ends[k]
		ink, hidden := e.Color, c.hidden(e)
		letters := LettersOn(ink, look.text, look.ground)
		if e.Aside || hidden {
			ink, letters = over(ink, asideOpacity, look.ground), over(letters, asideOpacity, look.ground)
		}
		if !hidden {
			line := []Vec{{f.right + 2*look.scale, anchor(e)}, {left - 3*look.scale, places[i]}}
			on.Stroke(appendLine(nil, line, look.scale, false), Pen{Color: over(ink, 0.7, look.ground)})
		}
		text := e.Text
		for _, shorter := range []string{e.Short, e.Least} {
			if shorter != "" && look.font.Width(text, look.label) > w-left {
				text = shorter
			}
		}
		text = look.font.Shorten(text, look.label, w-left)
		on.Text(Text{Text: text, Font: look.font, Size: look.label, Ink: letters}, Vec{left, math.Round(places[i] + look.capHeight/2)})
		if hidden {
			y, wide := math.Round(places[i])+0.5, look.font.Width(text, look.label)
			on.Stroke(appendLine(nil, []Vec{{left, y}, {left + wide, y}}, look.scale, false), Pen{Color: ink})
		}
		at = append(at, endPlace{k, Box{f.right, places[i] - pitch/2, w, places[i] + pitch/2}})
	}
	return at
}

// Heights tells how high in the chart a value ends: from 0 at its foot to 1 at its top, where also stands what lies beyond or is
// no number.
func (c Chart) Heights() func(v float64) float64 {
	a := newValueAxis(c)
	return func(v float64) float64 {
		if at := a.at(v); !math.IsNaN(at) {
			return clamp(at, 0, 1)
		}
		return 1
	}
}

// apart moves places, which are in order, so that each is at least a pitch below the one before it, and none beyond the ends as
// far as they allow; those that crowd are moved up and down alike.
func apart(places []float64, pitch, top, bottom float64) {
	type cluster struct {
		from, n int
		middle  float64
	}
	var list []cluster
	first := func(c cluster) float64 {
		length := pitch * float64(c.n-1)
		return max(min(c.middle-length/2, bottom-length), top)
	}
	for i, y := range places {
		list = append(list, cluster{i, 1, y})
		for k := len(list) - 1; k > 0; k-- {
			a, b := list[k-1], list[k]
			if first(a)+pitch*float64(a.n) <= first(b) {
				break
			}
			n := a.n + b.n
			list[k-1] = cluster{a.from, n, (a.middle*float64(a.n) + b.middle*float64(b.n)) / float64(n)}
			list = list[:k]
		}
	}
	for _, c := range list {
		for k := range c.n {
			places[c.from+k] = first(c) + pitch*float64(k)
		}
	}
}
