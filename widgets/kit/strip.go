package kit

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"descentlab/widgets/layout"
)

// mostStrips is how many strips a sheet has at most: above, between and below what covers it, and at both sides of that.
const mostStrips = 6

// worthwhile is the least area, in square units, for which a sheet is cut: each strip costs a call of OpenGL's.
const worthwhile = 150 * 150

// A strip is a part of a sheet.
type strip struct {
	of     *sheet
	area   area
	raster *canvas.Raster
	marks  []mark // on it, as they were last looked at
	known  bool   // it has been looked at in this place
}

// cut divides the sheet into strips, so that nothing of it lies below the pictures that cover it: at most four of them, one above
// the other. It tells whether another strip is to be painted than before.
func (s *sheet) cut() (other bool) {
	strips := cutOut(area{size: s.size}, s.stack())
	for i := range s.strips {
		strip := &s.strips[i]
		var a area
		if i < len(strips) {
			a = strips[i]
		}
		if a == strip.area {
			continue
		}
		strip.area, strip.known = a, false
		layout.SetShown(strip.raster, a.size.Width > 0 && a.size.Height > 0)
		Place(strip.raster, a.at.X, a.at.Y, a.size.Width, a.size.Height)
		other = true
	}
	return other
}

// changed reports whether something on the strip is not as it was when that was asked last.
func (p *strip) changed() bool {
	s := p.of
	same, n := p.known, 0
	for i, m := range s.shown {
		if !s.reach[i].meets(p.area) {
			continue
		}
		same = same && n < len(p.marks) && p.marks[n] == m && !slices.Contains(s.redone, m.raster)
		if n == len(p.marks) {
			p.marks = append(p.marks, m)
		}
		p.marks[n] = m
		n++
	}
	same = same && n == len(p.marks)
	clear(p.marks[n:])
	p.marks, p.known = p.marks[:n], true
	return !same
}

// stack are those of the pictures on the sheet that are worth cutting it for: the largest one and what stands above and below it
// and is as wide, from the top, on whole pixels, and smaller by one so that no gap is left.
func (s *sheet) stack() []area {
	scale := s.scale()
	if scale == 0 {
		return nil
	}
	var largest area
	for _, a := range s.solid {
		if a.size.Width*a.size.Height > largest.size.Width*largest.size.Height {
			largest = a
		}
	}
	var list []area
	for _, a := range s.solid {
		if a.at.X != largest.at.X || a.size.Width != largest.size.Width || a.size.Width*a.size.Height < worthwhile ||
			len(list) == mostStrips-3 {
			continue
		}
		low := func(v float32) float32 { return float32(math.Ceil(float64(v*scale))+1) / scale }
		high := func(v float32) float32 { return float32(math.Floor(float64(v*scale))-1) / scale }
		x, y := low(a.at.X), low(a.at.Y)
		list = append(list, area{fyne.NewPos(x, y), fyne.NewSize(high(a.at.X+a.size.Width)-x, high(a.at.Y+a.size.Height)-y)})
	}
	return list
}

// scale is the number of device pixels in a unit, 0 while the sheet is in no window.
func (s *sheet) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.owner); c != nil {
		return c.Scale()
	}
	return 0
}

// cutOut is what a stack of areas, from the top, leaves of a whole one; all of it if they do not stand one below the other.
func cutOut(whole area, stack []area) []area {
	if len(stack) == 0 {
		return []area{whole}
	}
	left, width := stack[0].at.X, stack[0].size.Width
	top, bottom := stack[0].at.Y, float32(0)
	var strips []area
	piece := func(x, y, w, h float32) { strips = append(strips, area{fyne.NewPos(x, y), fyne.NewSize(w, h)}) }
	for i, a := range stack {
		if i > 0 {
			if a.at.Y < bottom {
				return []area{whole}
			}
			piece(left, bottom, width, a.at.Y-bottom)
		}
		bottom = a.at.Y + a.size.Height
	}
	piece(0, 0, whole.size.Width, top)
	piece(0, bottom, whole.size.Width, whole.size.Height-bottom)
	piece(0, top, left, bottom-top)
	piece(left+width, top, whole.size.Width-left-width, bottom-top)
	return strips
}

// draw is the raster's generator: w by h device pixels.
func (p *strip) draw(w, h int) image.Image {
	s := p.of
	if s.soiled {
		s.collect()
		s.measure()
	}
	picture := Scratch(w, h)
	clear(picture.Pix)
	scale := float64(s.scale())
	if scale == 0 {
		scale = float64(w) / float64(max(p.area.size.Width, 1)) // a narrow strip would not do: its width is rounded
	}
	for i, m := range s.shown {
		if !s.reach[i].meets(p.area) {
			continue
		}
		m.at = m.at.Subtract(p.area.at)
		m.draw(picture, s.owner, scale)
	}
	return picture
}
