package minima

import (
	"image/color"
	"math"
	"strconv"

	"descentlab/app/census"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Shares is the picture of how rare minima are: the part of the random critical points that are, against the dimensions, found
// with its interval and exact. Where none was found, an arrow comes down from the share that would have been seen.
type Shares struct {
	Census census.Census
	Style  plot.Style
}

// radius is that of what was found, in units.
const radius = 4

// Draw draws it over the whole of a canvas.
func (s Shares) Draw(on plot.Canvas) {
	c := s.Census
	deepest := math.Floor(-math.Log10(float64(c.Setting.Count)) - 1)
	f := newFrame(on, s.Style, words.T("critical points that are minima"), dimensions(c.Setting),
		axis{lo: deepest, hi: 0, log: true, name: words.T("share")})
	s.exact(f)
	for _, r := range c.Rows {
		s.found(f, r)
	}
	s.legend(f)
}

// dimensions is the axis of a census.
func dimensions(s census.Setting) axis {
	a := axis{lo: float64(s.From) - 0.6, hi: float64(s.To) + 0.6, name: words.T("dimensions, n")}
	for n := s.From; n <= s.To; n++ {
		a.ticks = append(a.ticks, plot.Tick{At: float64(n), Text: strconv.Itoa(n)})
	}
	return a
}

// exact draws what is to be expected, as far down as the picture goes.
func (s Shares) exact(f *frame) {
	ink := s.Style.Palette.Muted
	var before plot.Vec
	for n := s.Census.Setting.From; n <= s.Census.Setting.To; n++ {
		at := f.at(float64(n), math.Log10(census.Exact(n)[0]))
		if n > s.Census.Setting.From {
			f.stroke(ink, line, before, f.above(before, at))
		}
		if before = at; at.Y > f.inside.Y1 {
			break
		}
		f.on.Circle(at, f.px(radius+2), f.px(1.5), ink)
	}
}

// above is where the way from a to b leaves the picture's inside through its foot, or b.
func (f *frame) above(a, b plot.Vec) plot.Vec {
	if b.Y <= f.inside.Y1 {
		return b
	}
	part := (f.inside.Y1 - a.Y) / (b.Y - a.Y)
	return plot.Vec{X: a.X + part*(b.X-a.X), Y: f.inside.Y1}
}

// found draws the share of a row with its interval.
func (s Shares) found(f *frame, r census.Row) {
	ink, x := s.Style.Palette.Accent, float64(r.Dim)
	low, high := r.Interval()
	top := f.at(x, math.Log10(high))
	if r.Minima() == 0 {
		s.atMost(f, top)
		return
	}
	bottom := f.above(top, f.at(x, math.Log10(low)))
	f.stroke(ink, 2*line, top, bottom)
	for _, end := range []plot.Vec{top, bottom} {
		f.cap(end, ink)
	}
	f.on.Circle(f.at(x, math.Log10(r.Share())), f.px(radius), 0, ink)
}

// cap closes the bar of an interval.
func (f *frame) cap(at plot.Vec, ink color.RGBA) {
	half := plot.Vec{X: f.px(radius)}
	f.stroke(ink, 2*line, at.Sub(half), at.Add(half))
}

// atMost draws an arrow down from a bound.
func (s Shares) atMost(f *frame, top plot.Vec) {
	ink := s.Style.Palette.Accent
	tip := plot.Vec{X: top.X, Y: min(top.Y+f.px(26), f.inside.Y1)}
	f.cap(top, ink)
	f.stroke(ink, 2*line, top, tip.Sub(plot.Vec{Y: f.px(radius)}))
	f.on.Fill([]plot.Vec{tip, tip.Sub(plot.Vec{X: f.px(radius), Y: f.px(2 * radius)}),
		tip.Add(plot.Vec{X: f.px(radius), Y: -f.px(2 * radius)})}, ink)
}

// legend stands at the upper right, where no share is.
func (s Shares) legend(f *frame) {
	p := s.Style.Palette
	count := s.Census.Setting.Count
	rows := []struct {
		text string
		draw func(at plot.Vec)
	}{
		{words.T("found, with its 95 % interval"), func(at plot.Vec) { f.on.Circle(at, f.px(radius), 0, p.Accent) }},
		{words.T("exact"), func(at plot.Vec) { f.on.Circle(at, f.px(radius+2), f.px(1.5), p.Muted) }},
		{words.T("none found: fewer than 1 in %s", census.Grouped(int(1/census.AtMost(count)))), func(at plot.Vec) {
			s.atMost(f, at.Sub(plot.Vec{Y: f.px(8)}))
		}},
	}
	width := 0.0
	for _, r := range rows {
		width = max(width, s.Style.Font.Width(r.text, f.size()))
	}
	cap := s.Style.Font.CapHeight(f.size())
	at := plot.Vec{X: f.inside.X1 - width - f.px(24), Y: f.inside.Y0 + f.px(16)}
	for _, r := range rows {
		r.draw(at)
		f.text(r.text, at.Add(plot.Vec{X: f.px(14), Y: cap / 2}), p.Text, plot.AlignLeft)
		at.Y += f.px(22)
	}
}
