package curves

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A Loss is the loss against the step: what has been, what is to come, and the other rates that are worth a try.
type Loss struct {
	State curve.State
	Log   bool // of the loss above the minimum
	Look  Look
}

// span is the last step of the picture: it doubles whenever it is reached.
func (l Loss) span() int {
	n := 12
	for n < l.State.Done && n < curve.MaxSteps {
		n *= 2
	}
	return n
}

// box is where the curves are, in a picture of a size.
func (l Loss) box(s *sketch) box {
	b := box{plot.Box{X0: s.px(42), Y0: s.px(28), X1: s.w - s.px(14), Y1: s.h - s.px(24)}, 0, float64(l.span()), 0, 1}
	lo, hi := math.Inf(1), math.Inf(-1)
	take := func(v float64) {
		if v = l.scaled(v); !math.IsNaN(v) && !math.IsInf(v, 0) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	for _, r := range l.State.Runs {
		for t := range r.Reach(min(l.span(), max(12, l.State.Done))) + 1 {
			take(r.Loss(t))
		}
	}
	if l.Log && l.explodes() { // out of the picture, but not at once
		hi++
	}
	if !(hi > lo) {
		lo, hi = lo-1, lo+1
	}
	if math.IsInf(lo, 0) || math.IsNaN(lo) {
		lo, hi = 0, 1
	}
	if l.Log { // whole decades
		b.y0, b.y1 = math.Floor(lo), math.Ceil(hi+0.05)
	} else {
		b.y0, b.y1 = lo-0.06*(hi-lo), hi+0.08*(hi-lo)
	}
	return b
}

// explodes tells whether one of the other rates rises above the rest.
func (l Loss) explodes() bool {
	eta, _ := l.State.Doc.Eta(0)
	return slices.ContainsFunc(l.State.Trials, func(t curve.Trial) bool { return t.Fate == curve.Explodes && t.Eta != eta })
}

// rounding is the part of the first loss below which the rest is rounding alone.
const rounding = 1e-15

// scaled is a loss as it stands on the axis.
func (l Loss) scaled(loss float64) float64 {
	least, is := l.State.Curve.Least()
	if !l.Log || !is {
		return loss
	}
	first := l.State.Curve.Loss(l.State.Doc.Start) - least
	return math.Log10(math.Max(loss-least, math.Max(rounding*first, 1e-300)))
}

// logs tells whether the axis can be logarithmic at all.
func (l Loss) logs() bool {
	_, is := l.State.Curve.Least()
	return is
}

// Step is the step at an abscissa of a picture of a width, in device units.
func (l Loss) Step(x, w float64) int {
	left, right := l.Look.px(42), w-l.Look.px(14)
	return max(0, int(math.Round((x-left)/(right-left)*float64(l.span()))))
}

// Draw draws it.
func (l Loss) Draw(on plot.Canvas) {
	s := newSketch(on, l.Look)
	l.Log = l.Log && l.logs()
	b := l.box(s)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	l.axes(s, b)
	names := &labels{s: s, within: b.Box}
	step := b.at(float64(l.State.Step), 0).X
	names.take(plot.Box{X0: step, Y0: b.Y0, X1: step, Y1: b.Y1})
	others := l.others(s, b, names)
	s.dashed(1.2, 4, 4, faded(s.Palette.Text, 0.55), plot.Vec{X: step, Y: b.Y0}, plot.Vec{X: step, Y: b.Y1})
	var runs []named
	for i := len(l.State.Runs) - 1; i >= 0; i-- {
		runs = append(runs, l.run(s, b, i, names))
	}
	if len(runs) == 1 {
		l.pace(b, names)
		runs = nil
	}
	for _, line := range append(others, runs...) {
		names.put(label{text: line.name, size: 10.5, ink: line.ink}, line.spots(b)...)
	}
}

// A named line has its name beside it.
type named struct {
	name string
	ink  color.RGBA
	pts  []plot.Vec
}

// spots are above and below a line, from near its end in the box on.
func (n named) spots(b box) []spot {
	var list []spot
	for _, part := range []float64{0.85, 0.7, 0.55, 0.4, 0.25} {
		want, best := b.X0+part*(b.X1-b.X0), plot.Vec{X: math.Inf(1)}
		for _, v := range n.pts {
			if v.Finite() && b.holds(v) && math.Abs(v.X-want) < math.Abs(best.X-want) {
				best = v
			}
		}
		if best.Finite() {
			list = append(list, above(best, 6), above(best, -15))
		}
	}
	return list
}

// ink is the colour of a racer's line: that of w if it is alone.
func (l Loss) ink(racer int) color.RGBA {
	if len(l.State.Runs) == 1 {
		return l.Look.Ink(curve.Weight)
	}
	return l.Look.Palette.Racer(l.State.Runs[racer].Racer.Slot)
}

// spareLine keeps texts off a line where that can be.
func (l *labels) spareLine(pts []plot.Vec) {
	for i := 1; i < len(pts); i++ {
		if pts[i-1].Finite() && pts[i].Finite() && len(l.spared) < 900 {
			l.spare(stretch(pts[i-1], pts[i])...)
		}
	}
}

// axes are title, numbers and lines.
func (l Loss) axes(s *sketch, b box) {
	titles := []string{words.T("loss")}
	if l.Log {
		titles = []string{words.T("loss − minimum (log)"), words.T("above minimum (log)")}
	}
	s.titled(plot.Vec{X: b.X0, Y: s.px(16)}, 11, s.w-b.X0-s.px(8), s.Palette.Muted, titles...)
	for _, v := range ticks(b.y0, b.y1, 5) {
		text := curve.Number(v)
		if l.Log {
			if v != math.Trunc(v) {
				continue
			}
			text = decade(v)
		}
		y := b.at(0, v).Y
		s.line(1, faded(s.Palette.Border, 0.9), plot.Vec{X: b.X0, Y: y}, plot.Vec{X: b.X1, Y: y})
		s.words(text, plot.Vec{X: b.X0 - s.px(6), Y: y + s.px(4)}, 10.5, s.Palette.Muted, plot.AlignRight)
	}
	for _, v := range ticks(0, b.x1, 6) {
		if v == math.Trunc(v) {
			s.words(strconv.Itoa(int(v)), plot.Vec{X: b.at(v, 0).X, Y: b.Y1 + s.px(15)}, 10.5, s.Palette.Muted, plot.AlignCenter)
		}
	}
}

// decade is a power of ten as it is read.
func decade(exponent float64) string {
	if exponent >= -3 && exponent <= 4 {
		return words.Decimal(strconv.FormatFloat(math.Pow(10, exponent), 'f', -1, 64))
	}
	return "1e" + number(exponent)
}

// others draws the rates of the trials faint, but for the one that is taken, where one racer is alone.
func (l Loss) others(s *sketch, b box, names *labels) []named {
	if len(l.State.Runs) > 1 {
		return nil
	}
	var list []named
	eta, _ := l.State.Doc.Eta(0)
	for _, t := range l.State.Trials {
		if t.Eta == eta {
			continue
		}
		ink := faded(s.Palette.Muted, 0.7)
		if t.Fate == curve.Explodes {
			ink = faded(s.Palette.Error, 0.75)
		}
		pts := b.cut(l.points(b, t.Losses))
		s.line(1.3, ink, pts...)
		names.spareLine(pts)
		list = append(list, named{words.T("η = %s", Eta(t.Eta)), ink, pts})
	}
	return list
}

// points are losses from step 0 on.
func (l Loss) points(b box, losses []float64) []plot.Vec {
	pts := make([]plot.Vec, 0, len(losses))
	for t, v := range losses {
		if t > l.span() {
			break
		}
		y := l.scaled(v)
		if math.IsInf(y, 1) || y > b.y1+20*(b.y1-b.y0) {
			y = b.y1 + 20*(b.y1-b.y0)
		}
		pts = append(pts, b.at(float64(t), math.Max(y, b.y0-20*(b.y1-b.y0))))
	}
	return pts
}

// run is what a racer has done, with its dots, and dashed what is to come.
func (l Loss) run(s *sketch, b box, racer int, names *labels) named {
	run, n := l.State.Runs[racer], l.span()
	ink := l.ink(racer)
	losses := make([]float64, run.Reach(n)+1)
	for t := range losses {
		losses[t] = run.Loss(t)
	}
	pts := l.points(b, losses)
	now := min(l.State.Step, len(pts)-1)
	s.line(2.2, ink, b.cut(pts[:now+1])...)
	s.dashed(1.4, 4, 3, faded(ink, 0.6), b.cut(pts[now:])...)
	for t := 0; t < now && n <= 48; t++ {
		if pts[t].Finite() && b.holds(pts[t]) {
			s.on.Circle(pts[t], s.px(2.4), 0, ink)
		}
	}
	if at := pts[now]; at.Finite() && b.holds(at) {
		s.on.Circle(at, s.px(5.2), 0, s.Palette.Panel)
		s.on.Circle(at, s.px(4.2), 0, ink)
		names.take(around(at, s.px(5)))
	}
	names.spareLine(b.cut(pts))
	return named{l.State.Doc.Called()[racer], ink, b.cut(pts)}
}

// pace says what a step does to the loss above the minimum, where every step does the same.
func (l Loss) pace(b box, names *labels) {
	k, _, is := l.State.Curve.Factor(l.State.Runs[0], l.State.Row(0).W)
	if _, regular := l.State.Curve.Parabola(); !is || !regular || !l.Log || l.State.Curve.Noise() > 0 {
		return
	}
	var spots []spot
	for _, on := range []int{4, 6, 2, 8, -3, -6} {
		row := l.State.Runs[0].At(max(0, min(l.State.Step+on*max(1, l.span()/12), l.span()-1)))
		at := b.at(float64(row.Step), l.scaled(row.Loss))
		if !at.Finite() || !b.holds(at) {
			continue
		}
		over, under := -4.0, 14.0
		if k*k >= 1 { // to the right there is room above a line that falls, and below one that rises
			over, under = under, over
		}
		spots = append(spots, beside(at, 8, over), beside(at, -8, under))
	}
	by := number(geom.Digits(roundedTo(k*k, 6), 4))
	names.put(label{text: words.T("× %s a step", by), size: 10.5, ink: l.Look.Letters(curve.Weight)}, spots...)
}
