package xray

import (
	"slices"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
)

// The keys of the stages that every step has.
const (
	KeySlope = "slope"
	KeyRates = "rates"
	KeyMove  = "move"
)

// stages fills in the stages of the step.
func (o *opened) stages() {
	t := o.step.T
	parts := o.plan.Parts(o.before, o.after, t)
	o.slope()
	o.idle(parts)
	var divisor *optim.Line
	var of map[string]Ink
	for i := range parts {
		u := parts[i]
		if u.Name == "rate" {
			continue
		}
		if d, letters := o.part(u); d != nil {
			divisor, of = d, letters
		}
	}
	if divisor != nil {
		at := point(divisor.After)
		o.step.Usual, o.step.Usually = &at, strings.TrimSuffix(divisor.Letter, ` + \epsilon`)
	}
	o.rates(parts, divisor, of)
	o.move(parts)
}

// add appends a stage; one with the title of the last one goes on with it.
func (o *opened) add(s Stage) {
	list := &o.step.Stages
	if n := len(*list); n > 0 && (*list)[n-1].Title == s.Title && !s.Idle && (*list)[n-1].Said == "" {
		last := &(*list)[n-1]
		last.Blocks, last.Said = append(last.Blocks, s.Blocks...), s.Said
		return
	}
	*list = append(*list, s)
}

// slope is what the method saw.
func (o *opened) slope() {
	letters := map[string]Ink{"g": Slope}
	said := ""
	switch {
	case o.stochastic:
		said = words.T("as this step saw it: of a sample, or with noise")
	case o.spec.Climbs():
		said = words.T("it climbs: the rules see it with the other sign")
	}
	o.add(Stage{Key: KeySlope, Phase: Look, Title: words.T("slope"), Ink: Slope, Said: said,
		Blocks: []Block{{Math: `g = \nabla f(x)`, Letters: letters, Ink: Slope, After: o.plan.Grad(o.before)}}})
}

// common are the stages that go with every method, by their names in the row; before tells whether they come before it.
var common = map[string]bool{
	"grad_noise": true, "clip_norm": true, "clip_value": true, "clip_adaptive": true, "decay": true,
	"lookahead": false, "ema": false, "reduce_on_plateau": true,
}

// commonTitle is what such a stage is called.
func commonTitle(name string) string {
	switch name {
	case "grad_noise":
		return words.T("noise")
	case "clip_norm", "clip_value", "clip_adaptive":
		return words.T("clip")
	case "decay":
		return words.T("decay")
	case "lookahead":
		return words.T("lookahead")
	case "reduce_on_plateau":
		return words.T("schedule")
	}
	return words.T("average of the positions")
}

// idle tells in one line which of clip and decay are not there.
func (o *opened) idle(parts []optim.Part) {
	clip, decay := false, false
	for _, u := range parts {
		name := bare(u.Name)
		clip, decay = clip || strings.HasPrefix(name, "clip_"), decay || name == "decay"
	}
	title := ""
	switch {
	case !clip && !decay:
		title = words.T("clip, decay")
	case !clip:
		title = words.T("clip")
	case !decay:
		title = words.T("decay")
	default:
		return
	}
	o.add(Stage{Key: "idle", Phase: Look, Title: title, Idle: true, Said: words.T("off, %s passes unchanged", "g")})
}

// bare is the name of a stage without the number that a second one of it has.
func bare(name string) string { return strings.TrimRight(name, "0123456789") }

// part adds what a stage of the plan did. Of a method's own it gives the line of the divisor, if there is one, and its letters.
func (o *opened) part(u optim.Part) (divisor *optim.Line, letters map[string]Ink) {
	_, shared := common[bare(u.Name)]
	if shared && slices.Equal(u.In, u.Out) && len(u.Memories) == 0 {
		said := words.T("passes on what it got, unchanged")
		o.add(Stage{Key: u.Name, Phase: Look, Title: commonTitle(bare(u.Name)), Idle: true, Said: said})
		return nil, nil
	}
	lines := u.Explain()
	letters = inks(lines)
	if _, own := u.Rule.(optim.Explainer); !own {
		o.rule(u)
	}
	for k := range lines {
		l := &lines[k]
		if l.Of == optim.Divisor {
			divisor = l
			continue
		}
		if l.Of == optim.Direction && len(lines) > 1 && shared && slices.Equal(u.In, u.Out) {
			continue // as that of an average beside the way
		}
		o.line(u, *l, letters, shared)
	}
	o.pull(lines)
	return divisor, letters
}

// rule adds the mathematics of a method whose rule does not say how its update is written.
func (o *opened) rule(u optim.Part) {
	if m, err := optim.LookupMethod(o.spec.Method); err == nil && len(m.Math) > 0 {
		o.add(Stage{Key: u.Name, Phase: Remember, Title: words.T("the rule"), Wide: words.Maths(m.Math)})
	}
}

// inks are the inks of the letters that a rule's lines use.
func inks(lines []optim.Line) map[string]Ink {
	letters := map[string]Ink{"g": Slope}
	for _, l := range lines {
		if ink := inkOf(l); l.Letter != "" && l.Of != optim.Divisor && l.Of != optim.Unbiased {
			letters[l.Letter] = ink
		}
	}
	return letters
}

// inkOf is the ink of a line.
func inkOf(l optim.Line) Ink {
	switch l.Of {
	case optim.Velocity, optim.MeanGradient:
		return First
	case optim.MeanSquare, optim.SquareSum, optim.GreatestSoFar:
		return Second
	case optim.Memory, optim.Position:
		return Third
	}
	return Plain
}

// line adds a quantity of a rule.
func (o *opened) line(u optim.Part, l optim.Line, letters map[string]Ink, shared bool) {
	b := Block{Math: l.Math, Letters: letters, Note: l.Note, Ink: inkOf(l), Before: l.Before, After: l.After}
	if l.Math == "" {
		b.Name = l.Name
	}
	s := Stage{Key: u.Name + "." + l.Name, Phase: Remember, Title: titleOf(l), Ink: b.Ink}
	switch l.Of {
	case optim.Memory:
		if shared {
			s.Title = commonTitle(bare(u.Name))
		}
	case optim.Unbiased:
		b.Ink = letters[strings.TrimPrefix(l.Letter, `\hat `)]
		s.Key, s.Phase, s.Ink = u.Name+".unbiased", Form, b.Ink
	case optim.Direction:
		s.Key, s.Phase = u.Name+".direction", Form
		if shared {
			s.Title = commonTitle(bare(u.Name))
		}
	}
	s.Blocks = []Block{b}
	o.add(s)
}

// titleOf is what a line is called.
func titleOf(l optim.Line) string {
	switch l.Of {
	case optim.Direction:
		return words.T("direction")
	case optim.Velocity:
		return words.T("velocity")
	case optim.MeanGradient:
		return words.T("first memory")
	case optim.MeanSquare:
		return words.T("second memory")
	case optim.SquareSum:
		return words.T("sum of squares")
	case optim.GreatestSoFar:
		return words.T("greatest so far")
	case optim.Unbiased:
		return words.T("bias correction")
	case optim.Position:
		return words.T("remembered point")
	}
	return words.T("memory")
}

// pull notes where the first memory pulls: as it is used, without bias if that is taken out.
func (o *opened) pull(lines []optim.Line) {
	var found *optim.Line
	for k := range lines {
		l := &lines[k]
		first := inkOf(*l) == First
		if first && found == nil || l.Of == optim.Unbiased && found != nil && l.Letter == `\hat `+found.Letter {
			found = l
		}
	}
	if found == nil || o.step.Momentum != nil {
		return
	}
	at := point(found.After)
	o.step.Momentum, o.step.Pull = &geom.Point{X: -at.X, Y: -at.Y}, `-m`
	if found.Letter != "" {
		o.step.Pull = `-` + found.Letter
	}
}

// number is a number in mathematics, with at most four digits.
func number(v float64) string {
	text := strings.Replace(words.Decimal(strconv.FormatFloat(v, 'g', 4, 64)), ",", "{,}", 1) // no comma of a list
	if mantissa, exponent, small := strings.Cut(text, "e"); small {
		n, _ := strconv.Atoi(exponent)
		power := `10^{` + strconv.Itoa(n) + `}`
		if mantissa == "1" {
			return power
		}
		return mantissa + ` \cdot ` + power
	}
	return text
}
