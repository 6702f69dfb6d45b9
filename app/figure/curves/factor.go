package curves

import (
	"image/color"
	"math"
	"strings"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// An Insight is the sentence about this step, and the strip on which the factor of the distance has its place.
type Insight struct {
	State  curve.State
	Height float64 // of the picture, in units: InsightHeight, InsightLeast, or any other
	Look   Look
}

// Sizes of it, in units.
const (
	InsightHeight = 272
	InsightLeast  = 206  // without what is said below the strip
	insightLines  = 4    // of the sentence that there is room for
	stripLow      = -1.7 // the factor at the left end; the right one is 1
)

// A setting is how the sentence is set, and where the strip stands: closer in a low picture.
type setting struct{ size, leading, first, strip float64 }

func (p Insight) setting() setting {
	if p.Height < InsightHeight {
		return setting{13, 18, 26, 112}
	}
	return setting{14.5, 23, 30, 128}
}

// stripped tells whether there is room for the strip.
func (p Insight) stripped() bool { return p.Height >= p.setting().strip+70 }

// Draw draws it.
func (p Insight) Draw(on plot.Canvas) {
	s := newSketch(on, p.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	text := p.State.Curve.Insight(p.State.Runs[0], p.State.Step)
	set := p.setting()
	size, leading := set.size, set.leading
	for len(s.wrapped(text, size, s.w-s.px(32))) > insightLines && size > 11 {
		size, leading = size-0.5, leading-0.8
	}
	s.sentence(text, plot.Vec{X: s.px(16), Y: s.px(set.first)}, size, leading, s.w-s.px(32))
	if k, bend, is := p.factor(); is && p.stripped() {
		p.strip(s, k, bend)
	}
}

// factor is that of the strip, with the curvature that it follows from.
func (p Insight) factor() (k, bend float64, is bool) {
	if w := p.State.Row(0).W; !math.IsNaN(w) {
		return p.State.Curve.Factor(p.State.Runs[0], w)
	}
	return p.State.Curve.Factor(p.State.Runs[0], p.State.Doc.Start)
}

// x is where a factor stands.
func (p Insight) x(s *sketch, k float64) float64 {
	return s.px(16) + (s.w-s.px(32))*(k-stripLow)/(1-stripLow)
}

// Eta is the rate whose factor stands at an abscissa of a picture of a width, and whether there is a strip.
func (p Insight) Eta(x, w float64) (float64, bool) {
	_, bend, is := p.factor()
	left := p.Look.px(16)
	k := stripLow + (x-left)/(w-2*left)*(1-stripLow)
	return (1 - math.Min(k, 1)) / bend, is
}

// OnStrip tells whether a height of the picture, in units, is on the strip or at its marker.
func (p Insight) OnStrip(y float64) bool {
	top := p.setting().strip
	return p.stripped() && y > top-30 && y < top+20
}

// strip draws the line of factors: explodes, leaps across, creeps up to it.
func (p Insight) strip(s *sketch, k, bend float64) {
	y, high := s.px(p.setting().strip), s.px(9)
	red, amber, blue := s.Palette.Error, s.Ink(curve.Rate), s.Ink(curve.Weight)
	zone := func(lo, hi float64, ink color.RGBA) {
		s.on.Box(plot.Vec{X: p.x(s, lo), Y: y}, p.x(s, hi)-p.x(s, lo)-s.px(1), high, s.px(1.5), faded(ink, 0.62))
	}
	zone(stripLow, -1, red)
	zone(-1, 0, amber)
	zone(0, 1, blue)
	under := func(v float64, text string, a plot.Align, ink color.RGBA, line float64) {
		s.words(text, plot.Vec{X: p.x(s, v), Y: y + s.px(24+line*16)}, 11, ink, a)
	}
	under((stripLow-1)/2, words.T("explodes"), plot.AlignCenter, s.Palette.Muted, 0)
	under(-0.5, words.T("leaps across"), plot.AlignCenter, s.Palette.Muted, 0)
	under(0.52, words.T("creeps up to it"), plot.AlignCenter, s.Palette.Muted, 0)
	for _, v := range []float64{-1, 0, 1} {
		a := plot.AlignCenter
		if v == 1 {
			a = plot.AlignRight
		}
		under(v, number(v), a, s.Palette.Text, 0)
		under(v, words.T("η = %s", words.ShortTo((1-v)/bend, 3)), a, amber, 1)
	}
	others := p.others(s, bend, y+high/2)
	at := plot.Vec{X: math.Max(s.px(16), math.Min(s.w-s.px(16), p.x(s, k))), Y: y - s.px(2)}
	s.on.Fill([]plot.Vec{at, at.Add(plot.Vec{X: -s.px(6), Y: -s.px(9)}), at.Add(plot.Vec{X: s.px(6), Y: -s.px(9)})}, s.Palette.Text)
	s.bold(shortly(k), plot.Vec{X: math.Max(s.px(34), math.Min(s.w-s.px(34), at.X)), Y: at.Y - s.px(13)}, 12,
		s.Palette.Text, plot.AlignCenter)
	foot := y + s.px(62)
	if others != "" {
		s.ring(plot.Vec{X: s.px(20), Y: foot - s.px(4)}, 3.2, 1.4, s.Palette.Text)
		s.words(others, plot.Vec{X: s.px(30), Y: foot}, 11, s.Palette.Muted, plot.AlignLeft)
	}
	if p.Height >= InsightHeight {
		p.foot(s, bend, foot+s.px(18))
	}
}

// shortly is a factor in four digits.
func shortly(k float64) string {
	if math.Abs(k) < 10 {
		return number(roundedTo(k, 4))
	}
	return curve.Number(k)
}

// roundedTo is a number without what rounding has left behind so many digits.
func roundedTo(v float64, digits int) float64 {
	unit := math.Pow(10, float64(digits))
	return math.Round(v*unit) / unit
}

// others marks the factors of the other trials, and names them.
func (p Insight) others(s *sketch, bend, y float64) string {
	eta, _ := p.State.Doc.Eta(0)
	var list []string
	for _, t := range p.State.Trials {
		if t.Eta == eta {
			continue
		}
		k := 1 - bend*t.Eta
		if k >= stripLow {
			s.ring(plot.Vec{X: p.x(s, k), Y: y}, 3.2, 1.6, s.Palette.Text)
		}
		list = append(list, words.T("%s gives %s", Eta(t.Eta), number(roundedTo(k, 2))))
	}
	if len(list) == 0 {
		return ""
	}
	text := words.T("the other experiments: %s", strings.Join(list, words.Between()))
	if s.Font.Width(text, s.px(11)) > s.w-s.px(46) { // the ring before it says what they are
		return strings.Join(list, words.Between())
	}
	return text
}

// foot says where the limit comes from.
func (p Insight) foot(s *sketch, bend, y float64) {
	s.line(1, s.Palette.Border, plot.Vec{X: s.px(16), Y: y}, plot.Vec{X: s.w - s.px(16), Y: y})
	text := words.T("%s is the curvature L″ at the minimum. "+
		"Beyond η = 2/%s = %s the factor passes −1 and each bounce is bigger than the last.",
		number(roundedTo(bend, 4)), number(roundedTo(bend, 4)), curve.Number(2/bend))
	sentence := curve.Sentence{{Text: text}}
	for _, line := range s.wrapped(sentence, 11, s.w-s.px(32)) {
		y += s.px(17)
		x := s.px(16)
		for _, span := range line {
			s.words(span.Text, plot.Vec{X: x, Y: y}, 11, s.Palette.Muted, plot.AlignLeft)
			x += s.width(span, 11)
		}
	}
}
