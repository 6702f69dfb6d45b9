package curves

import (
	"math"
	"regexp"
	"strings"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A Step is the rule with the numbers of this step put in, in the colours of their roles.
type Step struct {
	State curve.State
	Lit   curve.Role // what the pointer is on; Plain: nothing
	Look  Look

	Height float64 // of the picture, in units: StepHeight, or less
}

// Sizes of the rule, in units.
const (
	ruleSize    = 18
	ruleLeading = 31
	ruleRoom    = 75 // for a number, in a picture of 410
	stepPad     = 16
	StepHeight  = 216
	StepLeast   = 178
)

// Draw draws it.
func (p Step) Draw(on plot.Canvas) {
	s := newSketch(on, p.Look)
	row := p.State.Row(0)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	s.bold(words.T("This step"), plot.Vec{X: s.px(stepPad), Y: s.px(p.y(25))}, 13, s.Palette.Text, plot.AlignLeft)
	s.words(words.T("step %d → %d", row.Step, row.Step+1), plot.Vec{X: s.w - s.px(stepPad), Y: s.px(p.y(25))}, 11,
		s.Palette.Muted, plot.AlignRight)
	for i, line := range p.rule(s, row) {
		p.columns(s, line, s.px(p.y(60+float64(i)*ruleLeading)))
	}
	y := s.px(p.y(138))
	s.line(1, s.Palette.Border, plot.Vec{X: s.px(stepPad), Y: y}, plot.Vec{X: s.w - s.px(stepPad), Y: y})
	for i, line := range p.losses(row) {
		at := plot.Vec{X: s.px(stepPad), Y: s.px(p.y(160 + float64(i)*20))}
		s.words(line.name, at, 11.5, s.Palette.Muted, plot.AlignLeft)
		at.X = s.px(stepPad + 82)
		s.spans(at, 11.5, p.Lit, s.fitting(line.long, line.short, 11.5, s.w-at.X-s.px(stepPad))...)
	}
}

// y is where what stands at a height of the picture of StepHeight does in this one.
func (p Step) y(of float64) float64 { return of * min(1, p.Height/StepHeight) }

// rule is the rule, the rule with numbers, and what comes of it: five columns each, the first and second to the right.
func (p Step) rule(s *sketch, row curve.Row) [][]curve.Span {
	in := func(text string, r curve.Role) curve.Span { return curve.Span{Text: text, Role: r} }
	sign, away := "−", words.T("to the left")
	if row.Move() < 0 {
		sign, away = "+", words.T("to the right")
	}
	if row.Move() == 0 || math.IsNaN(row.Move()) {
		away = ""
	}
	number := func(v float64) string {
		text, _ := s.fitted(v, p.size(s), s.w*ruleRoom/410)
		return text
	}
	result := []curve.Span{in("", curve.Plain), in("=", curve.Plain), in(number(row.W), curve.Weight), in(sign, curve.Plain),
		in(s.number(math.Abs(row.Move())), curve.Plain), in("", curve.Plain), in(away, curve.Plain)}
	numbers := []curve.Span{in(number(row.New), curve.Landing), in("=", curve.Plain), in(number(row.W), curve.Weight)}
	if p.State.Runs[0].Racer.Plain() {
		return [][]curve.Span{
			{in("w", curve.Landing), in("=", curve.Plain), in("w", curve.Weight), in("−", curve.Plain), in("η", curve.Rate),
				in("·", curve.Plain), in("L′(w)", curve.Slope)},
			append(numbers, in("−", curve.Plain), in(Eta(row.Rate), curve.Rate), in("·", curve.Plain),
				in(s.bracketed(row.Slope), curve.Slope)),
			result,
		}
	}
	return [][]curve.Span{
		{in("w", curve.Landing), in("=", curve.Plain), in("w", curve.Weight), in("−", curve.Plain),
			in(words.T("the step of %s", p.State.Runs[0].Racer.Title()), curve.Rate)},
		append(numbers, in("−", curve.Plain), in(s.bracketed(row.Move()), curve.Rate)),
		result,
	}
}

// Eta is a rate as it is written: with a digit behind the point at least.
func Eta(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e4 {
		return number(v) + words.Decimal(".0")
	}
	return strings.ReplaceAll(words.Digits(v, 4), "-", "−")
}

// bracketed is a number, in brackets if it is below 0.
func (s *sketch) bracketed(v float64) string {
	if v < 0 {
		return "(" + s.number(v) + ")"
	}
	return s.number(v)
}

// size is that of the letters of the rule.
func (p Step) size(s *sketch) float64 {
	return ruleSize * math.Min(1, math.Min(s.w/s.px(410), p.y(1)+0.1))
}

// numbers is the size of the numbers below them: smaller where one of w and the new w would have too little room.
func (p Step) numbers(s *sketch) float64 {
	row, size := p.State.Row(0), p.size(s)
	for _, v := range []float64{row.W, row.New} {
		_, fits := s.fitted(v, p.size(s), s.w*ruleRoom/410)
		size = min(size, fits)
	}
	return size
}

// columns writes a line of the rule with its parts below those of the others.
func (p Step) columns(s *sketch, line []curve.Span, y float64) {
	size := p.size(s)
	if line[0].Role != curve.Landing || line[0].Text != "w" { // a line of numbers
		size = p.numbers(s)
	}
	at := func(x float64) plot.Vec { return plot.Vec{X: s.w * x / 410, Y: y} }
	put := func(i int, x float64, a plot.Align) {
		if i >= len(line) || line[i].Text == "" {
			return
		}
		p.term(s, line[i], at(x), size, a)
	}
	first := 81.0
	if line[0].Text == "w" { // before what is small beside it
		first = 55
	}
	put(0, first, plot.AlignRight)
	put(1, 91, plot.AlignCenter)
	put(2, 138, plot.AlignCenter)
	put(3, 187, plot.AlignCenter)
	if len(line) < 7 || line[4].Role != curve.Rate {
		put(4, 202, plot.AlignLeft)
		if len(line) > 6 && line[6].Text != "" {
			x := at(202).X + s.Font.Width(line[4].Text, s.px(size)) + s.px(8)
			s.words(line[6].Text, plot.Vec{X: x, Y: y}, 12, s.Palette.Muted, plot.AlignLeft)
		}
		return
	}
	put(4, 223, plot.AlignCenter)
	put(5, 257, plot.AlignCenter)
	put(6, 267, plot.AlignLeft)
}

// term writes a part of the rule: letters slanted, numbers upright.
func (p Step) term(s *sketch, span curve.Span, at plot.Vec, size float64, a plot.Align) {
	ink := s.Letters(span.Role)
	if span.Role == curve.Plain {
		ink = s.Palette.Muted
		if strings.ContainsAny(span.Text, "0123456789∞N") {
			ink = s.Palette.Text
		}
	}
	lit := span.Role != curve.Plain && span.Role == p.Lit
	s.write(plot.Text{Text: span.Text, Size: s.px(size), Ink: ink, Align: a, Bold: lit}, at)
	if span.Text == "w" && span.Role == curve.Landing { // what is small below it stands to the right of the letter
		s.words(words.T("new"), plot.Vec{X: at.X + s.px(1), Y: at.Y + s.px(4)}, size*0.62, ink, plot.AlignLeft)
	}
}

// A counted is a value that is worked out, in full and in brief.
type counted struct {
	name        string
	long, short []curve.Span
}

// losses are the loss and the slope here, and the loss after the step.
func (p Step) losses(row curve.Row) []counted {
	c := p.State.Curve
	after := c.Loss(row.New)
	value := curve.Span{Text: curve.Number(row.Slope), Role: curve.Slope, Bold: true}
	slope := counted{words.T("slope"), nil, []curve.Span{{Text: "L′", Role: curve.Slope}, {Text: "("},
		{Text: curve.Number(row.W), Role: curve.Weight}, {Text: ") = "}, value}}
	if bend, is := c.Parabola(); is && len(c.Minima) == 1 && bend > 0 {
		slope.long = append([]curve.Span{{Text: "L′", Role: curve.Slope}, {Text: " = " + number(bend) + " ("},
			{Text: curve.Number(row.W), Role: curve.Weight}}, less(c.Minima[0].At)...)
		slope.long = append(slope.long, curve.Span{Text: ")"})
		if row.Noise != 0 {
			slope.long = append(append(slope.long, less(-geom.Digits(row.Noise, 4))...), curve.Span{Text: " " + words.T("noise")})
		}
		slope.long = append(slope.long, curve.Span{Text: " = "}, value)
	}
	return []counted{
		worked(words.T("loss"), c.Formula, row.W, row.Loss, curve.Weight),
		slope,
		worked(words.T("after it"), c.Formula, row.New, after, curve.Landing),
	}
}

// less is what is subtracted to get to a place.
func less(at float64) []curve.Span {
	if at < 0 {
		return []curve.Span{{Text: " + " + number(-at)}}
	}
	return []curve.Span{{Text: " − " + number(at)}}
}

// worked is the formula with a number put in for w, and what it comes to.
func worked(name, formula string, w, loss float64, role curve.Role) counted {
	value := curve.Span{Text: curve.Number(loss), Bold: true}
	c := counted{name: name, long: []curve.Span{{Text: "L = "}}, short: []curve.Span{{Text: "L("},
		{Text: curve.Number(w), Role: role}, {Text: ") = "}, value}}
	for i, piece := range letter.Split(typeset(formula), -1) {
		if i > 0 {
			number := curve.Number(w)
			if w < 0 && strings.ContainsAny(firstOf(piece), "²³⁴^") { // the power is that of the sign as well
				number = "(" + number + ")"
			}
			c.long = append(c.long, curve.Span{Text: number, Role: role})
		}
		c.long = append(c.long, curve.Span{Text: piece})
	}
	c.long = append(c.long, curve.Span{Text: " = "}, value)
	return c
}

// firstOf is the first letter of a text; "" if it has none.
func firstOf(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// letter is the variable where it stands alone.
var letter = regexp.MustCompile(`\bw\b`)

// typeset is a formula as it is written by hand.
func typeset(formula string) string {
	text := strings.NewReplacer("*(", " (", "*", " · ", "^2", "²", "^3", "³", "^4", "⁴", "-", " − ", "+", " + ").Replace(
		strings.ReplaceAll(formula, " ", ""))
	for _, open := range []string{"(", "^"} { // a sign and not a difference
		text = strings.ReplaceAll(text, open+" − ", open+"−")
	}
	return words.Decimal(strings.TrimPrefix(text, " "))
}

// fitting is the longer of two ways to say something that a width has room for.
func (s *sketch) fitting(long, short []curve.Span, size, room float64) []curve.Span {
	width := 0.0
	for _, span := range long {
		width += s.width(span, size)
	}
	if long == nil || width > room {
		return short
	}
	return long
}

// At is the role of what is at a place of a picture of a width: of the parts of the rule.
func (p Step) At(at plot.Vec, w float64) curve.Role {
	y := at.Y / p.Look.Scale / p.y(1)
	if y < 42 || y > 132 {
		return curve.Plain
	}
	switch x := at.X / w * 410; {
	case y < 104 && x < 84:
		return curve.Landing
	case x > 98 && x < 178:
		return curve.Weight
	case y < 104 && x > 196 && x < 250 && p.State.Runs[0].Racer.Plain():
		return curve.Rate
	case y < 104 && x > 258 && x < 385 && p.State.Runs[0].Racer.Plain():
		return curve.Slope
	}
	return curve.Plain
}
