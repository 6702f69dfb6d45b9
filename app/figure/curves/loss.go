package curves

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/words"
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
			take(r.At(t).Loss)
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
	l.others(s, b)
	step := b.at(float64(l.State.Step), 0).X
	s.dashed(1.2, 4, 4, faded(s.Palette.Text, 0.55), plot.Vec{X: step, Y: b.Y0}, plot.Vec{X: step, Y: b.Y1})
	for i := len(l.State.Runs) - 1; i >= 0; i-- {
		l.run(s, b, i)
	}
	l.pace(s, b)
}

// axes are title, numbers and lines.
func (l Loss) axes(s *sketch, b box) {
	title := words.T("loss")
	if l.Log {
		title = words.T("loss − minimum (log)")
	}
	s.words(title, plot.Vec{X: b.X0, Y: s.px(16)}, 11, s.Palette.Muted, plot.AlignLeft)
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
		return strconv.FormatFloat(math.Pow(10, exponent), 'f', -1, 64)
	}
	return "1e" + number(exponent)
}

// others are the rates of the trials, faint, but for the one that is taken.
func (l Loss) others(s *sketch, b box) {
	eta, _ := l.State.Doc.Eta(0)
	for _, t := range l.State.Trials {
		if t.Eta == eta {
			continue
		}
		ink := faded(s.Palette.Muted, 0.7)
		if t.Fate == curve.Explodes {
			ink = faded(s.Palette.Error, 0.75)
		}
		pts := l.points(b, t.Losses)
		s.line(1.3, ink, b.cut(pts)...)
		s.nameAt(b, b.cut(pts), words.T("η = %s", Eta(t.Eta)), ink)
	}
}

// nameAt writes the name of a line near its end in the box.
func (s *sketch) nameAt(b box, pts []plot.Vec, name string, ink color.RGBA) {
	if len(pts) == 0 {
		return
	}
	want := b.X0 + 0.82*(b.X1-b.X0)
	best := pts[len(pts)-1]
	for _, v := range pts {
		if v.Finite() && math.Abs(v.X-want) < math.Abs(best.X-want) {
			best = v
		}
	}
	y := best.Y - s.px(7)
	if y < b.Y0+s.px(8) {
		y = best.Y + s.px(15)
	}
	s.signed(name, plot.Vec{X: math.Min(best.X, b.X1-s.px(24)), Y: y}, 10.5, ink, plot.AlignCenter, false)
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
func (l Loss) run(s *sketch, b box, racer int) {
	run, n := l.State.Runs[racer], l.span()
	ink := Plot{State: l.State, Look: l.Look}.ink(racer)
	losses := make([]float64, run.Reach(n)+1)
	for t := range losses {
		losses[t] = run.At(t).Loss
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
	}
}

// pace says what a step does to the loss above the minimum, where every step does the same.
func (l Loss) pace(s *sketch, b box) {
	k, _, is := l.State.Curve.Factor(l.State.Runs[0], l.State.Row(0).W)
	if _, regular := l.State.Curve.Parabola(); !is || !regular || !l.Log {
		return
	}
	text := words.T("× %s a step", number(k*k))
	row := l.State.Runs[0].At(min(l.State.Step+4, l.span()-1))
	at := b.at(float64(row.Step), l.scaled(row.Loss))
	if !at.Finite() || !b.holds(at) {
		return
	}
	x, a, over := at.X+s.px(8), plot.AlignLeft, k*k < 1 // to the right there is room above a line that falls
	if x+s.Font.Width(text, s.px(10.5)) > b.X1 {
		x, a, over = at.X-s.px(8), plot.AlignRight, k*k >= 1
	}
	y := at.Y - s.px(4)
	if !over {
		y = at.Y + s.px(14)
	}
	y = math.Max(b.Y0+s.px(14), math.Min(y, b.Y1-s.px(6)))
	s.signed(text, plot.Vec{X: x, Y: y}, 10.5, s.Ink(curve.Weight), a, false)
}
