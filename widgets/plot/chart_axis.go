package plot

import (
	"math"
	"strconv"
	"strings"

	"descentlab/internal/geom"

	chart "github.com/wcharczuk/go-chart/v2"
)

// An axis tells go-chart, whose own logarithmic range cannot show values below
// 1, where values stand. The embedded range is that of the coordinate: the
// value itself or, on a logarithmic axis, its decimal exponent. All that
// go-chart gets to see are coordinates. The axis makes its own ticks, because
// go-chart would stretch a range to ticks given to it.
type axis struct {
	chart.ContinuousRange
	log     bool
	floor   float64 // values up to here stand at the foot of a logarithmic axis
	foot    string  // the label of the foot if some value is clamped to it, else ""
	integer bool    // only whole numbers may be ticks
	spaces  int     // at most so many spaces between ticks
	gap     float64 // least distance of two labels, in go-chart's units
	strut   string  // reserves room at both ends, see GetTicks

	fits func(label string) bool // whether a label has the room that strut reserves; nil: all do
}

var (
	_ chart.Range         = (*axis)(nil)
	_ chart.TicksProvider = (*axis)(nil)
)

// widest is the greatest magnitude on a linear axis: the difference of any two
// such numbers is finite.
const widest = math.MaxFloat64 / 8

// newStepAxis returns the abscissa, from 0 to steps.
func newStepAxis(steps int) *axis {
	return &axis{
		ContinuousRange: chart.ContinuousRange{Max: float64(max(steps, 1))},
		integer:         true,
		spaces:          8,
	}
}

// newValueAxis returns the ordinate.
func newValueAxis(c Chart) *axis {
	a := &axis{log: c.Log && !c.Bars.there(), floor: c.floor(), integer: c.Bars.there(), spaces: 5}
	lo, hi, clamped := c.bounds()
	if a.log {
		a.setDecades(lo, hi, clamped)
	} else {
		a.setLinear(lo, hi)
	}
	return a
}

// setDecades bounds a logarithmic axis: from a whole decade to the next 1, 2 or
// 5 of a decade. Clamped values lie a decade below the others, but no lower
// than the decade of the floor.
func (a *axis) setDecades(lo, hi float64, clamped bool) {
	lowest := decadeOf(a.floor)
	switch {
	case !math.IsNaN(lo):
		a.Min, a.Max = decadeOf(lo), log125(hi)
		if clamped {
			a.Min = max(a.Min-1, lowest)
		}
	case clamped && a.floor > leastFloor:
		a.Min, a.Max = lowest, lowest
	}
	a.Max = max(a.Max, a.Min+1)
	if clamped {
		a.foot = "≤" + decadeLabel(a.Min, 1)
		if a.Min == lowest && a.floor > decimal(1, lowest) {
			a.foot = "≤" + digitAbove(a.floor)
		}
	}
}

// setLinear bounds a linear axis by round numbers.
func (a *axis) setLinear(lo, hi float64) {
	if math.IsNaN(lo) {
		lo, hi = 0, 1
	}
	lo, hi = clamp(lo, -widest, widest), clamp(hi, -widest, widest)
	switch {
	case lo == 0 && hi == 0:
		lo, hi = -1, 1
	case lo == hi: // a constant stands between nothing and its double
		lo, hi = min(2*lo, 0), max(2*hi, 0)
	}
	step := niceStep((hi - lo) / float64(a.spaces))
	a.Min, a.Max = math.Floor(lo/step)*step, math.Ceil(hi/step)*step
	if a.Max-a.Min < step { // too close neighbours for round numbers in between
		a.Min, a.Max = lo, hi
	}
}

// at returns the place of the value v: 0 at the foot of the axis and 1 at its
// top, less or more outside, NaN for NaN.
func (a *axis) at(v float64) float64 {
	if a.log {
		if v <= a.floor {
			return 0
		}
		v = math.Log10(v)
	}
	return (v - a.Min) / (a.Max - a.Min)
}

// GetTicks makes the ticks, between two blank ones at the ends: go-chart draws
// no grid line at the first tick and the last, but it does make room for their
// labels, so that they serve as struts.
func (a *axis) GetTicks(chart.Renderer, chart.Style, chart.ValueFormatter) []chart.Tick {
	ticks := []chart.Tick{{Value: a.Min, Label: a.strut}}
	if a.log {
		ticks = a.decades(ticks)
	} else {
		ticks = a.rounds(ticks)
	}
	return append(ticks, chart.Tick{Value: a.Max, Label: a.strut})
}

// room returns how many spaces between ticks the axis has room for.
func (a *axis) room() float64 {
	return max(min(math.Floor(float64(a.Domain)/a.gap), float64(a.spaces)), 1)
}

// decades appends the powers of ten that fit, and their multiples by 2 and 5 on
// an axis of few decades. Exponents are multiples of their stride, so that
// labels keep their places when the bounds move.
func (a *axis) decades(ticks []chart.Tick) []chart.Tick {
	least := a.Min // the lowest place that is free
	if a.foot != "" {
		ticks = append(ticks, chart.Tick{Value: a.Min, Label: a.foot})
		least += a.gap / float64(max(a.Domain, 1)) * a.GetDelta()
	}
	add := func(e, m float64) {
		if x := e + math.Log10(m); x >= least && x <= a.Max {
			ticks = append(ticks, chart.Tick{Value: x, Label: decadeLabel(e, m)})
		}
	}
	if a.GetDelta() < 2 && math.Log10(2)*float64(a.Domain) >= a.gap*a.GetDelta() {
		for e := a.Min; e <= a.Max; e++ {
			add(e, 1)
			add(e, 2)
			add(e, 5)
		}
		return ticks
	}
	var stride float64
	for _, stride = range []float64{1, 2, 3, 4, 5, 10, 20, 30, 50, 100, 200, 500} {
		if a.GetDelta()/stride <= a.room() {
			break
		}
	}
	for e := math.Ceil(a.Min/stride) * stride; e <= a.Max; e += stride {
		add(e, 1)
	}
	return ticks
}

// rounds appends multiples of 1, 2 or 5 times a power of ten.
func (a *axis) rounds(ticks []chart.Tick) []chart.Tick {
	step := niceStep(a.GetDelta() / a.room())
	if a.integer {
		step = max(step, 1)
	}
	first, last := math.Ceil(a.Min/step-1e-9), math.Floor(a.Max/step+1e-9)
	label := roundLabel
	if a.fits != nil && !(a.fits(label(first*step, step)) && a.fits(label(last*step, step))) {
		label = scientificLabel
	}
	for i := first; i <= last; i++ {
		ticks = append(ticks, chart.Tick{Value: i * step, Label: label(i*step, step)})
		if i == i+1 { // the bounds differ by less than numbers of their size can tell
			break
		}
	}
	return ticks
}

// decadeOf returns the exponent of the greatest power of ten that is not above
// v, a normal positive number.
func decadeOf(v float64) float64 {
	e := math.Floor(math.Log10(v)) // may err by rounding, either way
	if decimal(1, e) > v {
		return e - 1
	}
	if decimal(1, e+1) <= v {
		return e + 1
	}
	return e
}

// niceStep returns the least 1, 2 or 5 times a power of ten that is not below
// x, x >= 0 and finite; it is never so small that multiples of it lose digits.
func niceStep(x float64) float64 {
	m, e := ceil125(max(x, 1e-300))
	return decimal(m, e)
}

// log125 returns the decimal logarithm of the least 1, 2 or 5 times a power of
// ten that is not below x, x normal.
func log125(x float64) float64 {
	m, e := ceil125(x)
	return math.Log10(m) + e
}

func ceil125(x float64) (m, e float64) {
	e = decadeOf(x)
	for _, m := range []float64{1, 2, 5} {
		if decimal(m, e) >= x*(1-1e-9) {
			return m, e
		}
	}
	return 1, e + 1
}

// decimal returns m * 10^e for a digit m, correctly rounded as a product with
// math.Pow10 is not.
func decimal(m, e float64) float64 {
	v, _ := strconv.ParseFloat(strconv.Itoa(int(m))+"e"+strconv.Itoa(int(e)), 64) // out of range: Inf or 0, as it should be
	return v
}

// decadeLabel writes m * 10^e for a digit m: 1e-2, 1, 50, 2e3.
func decadeLabel(e, m float64) string {
	s := strconv.Itoa(int(m))
	switch {
	case e == 0:
		return s
	case e > 0 && e < 3:
		return s + strings.Repeat("0", int(e))
	}
	return s + "e" + strconv.Itoa(int(e))
}

// digitAbove writes the least number of one digit that is not below v, a normal
// positive number: what is at most v is at most that.
func digitAbove(v float64) string {
	e := decadeOf(v)
	for m := 1.0; m < 10; m++ {
		if decimal(m, e) >= v {
			return decadeLabel(e, m)
		}
	}
	return decadeLabel(e+1, 1)
}

// scientificLabel writes v, a multiple of step, with an exponent and the digits
// that step asks for: 1.5e-5.
func scientificLabel(v, step float64) string {
	if math.Abs(v) < step/2 {
		return "0"
	}
	digits := math.Floor(math.Log10(math.Abs(v))+1e-9) - math.Floor(math.Log10(step)+1e-9)
	return shortExponent(geom.Minus(strconv.FormatFloat(v, 'e', max(int(digits), 0), 64)))
}

// roundLabel writes v, a multiple of step, with the digits that step asks for:
// 0.25, 40, 1.5e-9.
func roundLabel(v, step float64) string { return shortExponent(tickNumber(v, step)) }

// shortExponent drops the plus sign and the leading zeros of an exponent: 1e-05
// becomes 1e-5.
func shortExponent(s string) string {
	mantissa, exp, ok := strings.Cut(s, "e")
	if !ok {
		return s
	}
	n, _ := strconv.Atoi(exp) // as strconv wrote it
	return mantissa + "e" + strconv.Itoa(n)
}
