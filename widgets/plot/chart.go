package plot

import (
	"image/color"
	"math"

	"descentlab/internal/say"
)

// A Series is one curve of a chart: Y[t] is its value at step t, for t = 0, 1,
// 2 and so on. NaN leaves a gap. A series may end before the chart does;
// nothing is drawn after its last value.
type Series struct {
	Y     []float64
	Color color.RGBA
	Glyph Glyph // the series' mark under the time cursor
	Name  string
	Aside bool // another series is the one to look at
	// X is the abscissa of each value, ascending, if that is not the step: nil.
	X       []float64
	Between bool // its values belong to the ways from step to step: that of the last step may be missing
	Dashed  bool // it is a bound, or the second of two
	Hidden  bool // it is not drawn, and bounds nothing; its label stays
}

// A Chart describes a picture of curves over the steps 0..Steps by values;
// equal charts give equal marks.
//
// With Log the ordinate is logarithmic and a value at or below Floor (or at or
// below zero, which has no logarithm) is clamped to the foot of the axis. It is
// not passed off as a measured value: a stretch that lies on the foot is drawn
// faint and the foot's label reads "≤". A Floor of zero (or NaN) clamps nothing
// but what has no logarithm. Without Log, Floor is not used.
//
// The ordinate holds every finite value of the series that run up to the last
// step. A series that ends early, because it diverged, gets some headroom
// beyond that and no more, so that its last few values do not flatten all the
// others: where it leaves the axis its curve ends with an arrow. +Inf lies
// above any axis and -Inf below any linear one.
//
// Where the steps of a series crowd the pixel columns, each column has a
// translucent band from the least to the greatest value there, and the curve
// runs through the medians.
//
// Where series have an X the abscissa counts something else than steps, up to
// Steps of them, and Head says what. A time then is at another place for each
// series.
//
// A chart with Bars is a histogram instead: it has no series, and its ordinate
// is linear and counts from zero.
type Chart struct {
	Title  string
	Series []Series
	Ends   []EndLabel // beside the plot, where the curves end
	Events []ChartEvent
	Beside string // a text for which there is room beside the plot too: of charts that have the same one the axes align
	Coming bool   // the curves are still to come: thin and faint
	Bars   Bars
	Steps  int // the last step on the abscissa; less than 1 counts as 1
	Log    bool
	Floor  float64
	Head   string // what stands over listed values, with %d for the abscissa; "": "step %d", translated
	Empty  string // what is said if there is nothing to see; "": why there is not
	Style  Style
}

// Draw draws the chart, without a cursor, over the whole of a canvas.
func (c Chart) Draw(on Canvas) { new(DrawnChart).Draw(on, c) }

// Sizes in units; Style.Scale turns them into device pixels.
const (
	curveWidth  = 2.2
	comingWidth = 1.2 // of what is still to come
	dashedWidth = 1.5 // of a dashed one
	seriesDash  = 4   // the length of its dashes
	headRadius  = 4.2 // of a series' glyph under the cursor
	arrowRadius = 3.5
)

const (
	clampedOpacity = 0.4
	comingOpacity  = 0.42
	asideOpacity   = 0.3
)

// nothing says why there is nothing to see; it is empty if there is something.
func (c Chart) nothing() string {
	if c.Bars.there() && c.Bars.highest() > 0 {
		return ""
	}
	if c.Empty != "" && !c.finite() {
		return c.Empty
	}
	switch {
	case len(c.Series) == 0:
		return say.T("no racers to show")
	case c.finite():
		return ""
	}
	return say.T("no finite values to show")
}

// finite tells whether some series has a value that can be shown.
func (c Chart) finite() bool {
	for _, s := range c.Series {
		for _, v := range s.Y {
			if isFinite(v) {
				return true
			}
		}
	}
	return false
}

// A chartLook is a Style resolved to what charts need of it, comparable by ==.
type chartLook struct {
	ground, grid, text, muted, cursor color.RGBA
	float, border                     color.RGBA // of what floats over the chart
	font                              *Font
	scale                             float64 // device pixels per unit
	line                              float64 // that of the widths of curves, of units too
	label, title                      float64 // text sizes, device pixels
	capHeight                         float64 // of labels, device pixels
}

func newChartLook(st Style) chartLook {
	p := st.Palette
	scale := st.Scale
	if !(scale > 0) {
		scale = 1
	}
	size := st.TextSize
	if !(size > 0) {
		size = 13
	}
	look := chartLook{
		ground: p.Panel,
		grid:   over(p.Border, 0.7, p.Panel),
		text:   p.Text,
		muted:  p.Muted,
		cursor: over(p.Text, 0.85, p.Panel),
		float:  p.Ground,
		border: p.Border,
		font:   st.Font,
		scale:  scale,
		line:   st.line(scale),
		label:  math.Round(0.84*size*scale*4) / 4,
		title:  math.Round(0.92*size*scale*4) / 4,
	}
	look.capHeight = look.font.CapHeight(look.label)
	return look
}

// over returns colour a at opacity f on the opaque ground b.
func over(a color.RGBA, f float64, b color.RGBA) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8(math.Round(f*float64(x) + (1-f)*float64(y))) }
	return color.RGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// bounds returns the least and greatest value that the ordinate has to hold,
// among those that it can show (see Chart), and whether any value must be
// clamped to its foot; NaN, NaN if there is nothing to hold.
func (c Chart) bounds() (lo, hi float64, clamped bool) {
	if c.Bars.there() {
		return 0, float64(c.Bars.highest()), false
	}
	held, all := nothing(), nothing()
	for _, s := range c.Series {
		if s.Hidden {
			continue
		}
		entire := c.entire(s)
		first := true
		for _, v := range s.Y {
			if c.clamps(v) {
				clamped = true
				continue
			}
			if !isFinite(v) {
				continue
			}
			all.add(v)
			if entire || first {
				held.add(v)
			}
			first = false
		}
	}
	if held.lo > held.hi {
		return math.NaN(), math.NaN(), clamped
	}
	if c.Log {
		return all.lo, min(all.hi, 100*held.hi), clamped
	}
	room := held.hi - held.lo
	if room == 0 {
		room = math.Abs(held.hi)
	}
	return max(all.lo, held.lo-room), min(all.hi, held.hi+room), clamped
}

// entire tells whether a series runs up to the last step.
func (c Chart) entire(s Series) bool {
	if len(s.Y) > 0 && s.X != nil {
		return isFinite(s.Y[len(s.Y)-1])
	}
	y := s.Y
	if len(y) <= max(c.Steps, 0) {
		return false
	}
	if n := len(y); s.Between && n > 1 && math.IsNaN(y[n-1]) {
		y = y[:n-1]
	}
	return isFinite(y[len(y)-1])
}

// clamps tells whether v is drawn at the foot of a logarithmic axis for want of
// a place of its own.
func (c Chart) clamps(v float64) bool { return c.Log && v <= c.floor() }

// leastFloor is the least value that has a place on a logarithmic axis. Just
// below, numbers become subnormal.
const leastFloor = 1e-307

func (c Chart) floor() float64 {
	if c.Floor > leastFloor {
		return min(c.Floor, math.MaxFloat64)
	}
	return leastFloor
}

// An extent is a range of values that grows with those added to it; it is empty
// while lo > hi.
type extent struct{ lo, hi float64 }

func nothing() extent { return extent{math.Inf(1), math.Inf(-1)} }

func (e *extent) add(v float64) {
	e.lo = min(e.lo, v)
	e.hi = max(e.hi, v)
}
