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
	At    float64 // the value beside which it stands
	Color color.RGBA
	Aside bool // others are to be looked at
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
	widest := 0.0
	for _, e := range c.Ends {
		widest = max(widest, look.font.Width(e.Text, look.label))
	}
	if widest == 0 {
		return 0
	}
	return min(widest+(endLeader+2)*look.scale, endWidest*look.scale, endShare*width)
}

// drawEnds writes the labels from top to bottom in the order of their values, as near to these as the pitch allows, each with a
// leader to where it belongs. Those for which there is no height are left out, the last ones first.
func (c Chart) drawEnds(on Canvas, look chartLook, f frame) {
	if len(c.Ends) == 0 {
		return
	}
	w, _ := on.Size()
	pitch := endPitch * look.scale
	ends := slices.Clone(c.Ends[:min(len(c.Ends), int((f.bottom-f.top)/pitch)+1)])
	anchor := func(e EndLabel) float64 {
		y := f.place(0, e.At).Y
		if math.IsNaN(y) {
			return f.top
		}
		return clamp(y, f.top, f.bottom)
	}
	slices.SortStableFunc(ends, func(a, b EndLabel) int { return cmp.Compare(anchor(a), anchor(b)) })
	places := make([]float64, len(ends))
	for i, e := range ends {
		places[i] = anchor(e)
	}
	apart(places, pitch, f.top, f.bottom)
	left := f.right + endLeader*look.scale
	for i, e := range ends {
		ink := e.Color
		if e.Aside {
			ink = over(ink, asideOpacity, look.ground)
		}
		line := []Vec{{f.right + 2*look.scale, anchor(e)}, {left - 3*look.scale, places[i]}}
		on.Stroke(appendLine(nil, line, look.scale, false), Pen{Color: over(ink, 0.7, look.ground)})
		text := e.Text
		if e.Short != "" && look.font.Width(text, look.label) > w-left {
			text = e.Short
		}
		text = look.font.Shorten(text, look.label, w-left)
		on.Text(Text{Text: text, Font: look.font, Size: look.label, Ink: ink}, Vec{left, math.Round(places[i] + look.capHeight/2)})
	}
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
