package claim

import (
	"maps"
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// Parse reads a claim about a race of racers with these names. The error is an *Error: it says where, and what would be right.
func Parse(text string, names []string) (Claim, error) {
	s := &scanner{text: text, names: names}
	c := Claim{Text: text}
	c.changes = s.changes()
	if _, fate := s.sees("racer"); fate || s.begins("every racer") || s.begins("no racer") {
		c.says = s.fate()
	} else {
		c.says = s.comparison()
	}
	if s.fault == nil && s.rest() != "" {
		got := s.here()
		s.fail(s.at, words.T("the claim should end here; got %s", got))
	}
	if s.fault != nil {
		return Claim{}, s.fault
	}
	return c, nil
}

// begins tells whether the phrase comes next.
func (s *scanner) begins(phrase string) bool {
	_, ok := s.sees(phrase)
	return ok
}

// changed are the beginnings of what may be changed.
var changed = []string{"from", "turned by", "with", "seed", "noise", "batch", "for"}

// changes reads what is to be otherwise in the experiment.
func (s *scanner) changes() (list []change) {
	what := s.oneOf(changed)
	if what == "" {
		return nil
	}
	for {
		list = append(list, s.change(what))
		if !s.takes(",") {
			break
		}
		what = s.among(changed)
	}
	s.wants(":")
	return list
}

// change reads the rest of a change.
func (s *scanner) change(what string) change {
	switch what {
	case "from":
		begin := s.at
		at := s.point()
		text := s.since(begin)
		return change{func(e *setup.Experiment) { e.Start = at }, func() string { return words.T("from %s", words.Prose(text)) }}
	case "turned by":
		degrees, text := s.number()
		return change{func(e *setup.Experiment) { e.SetTransform(degrees, e.Stretch) },
			func() string { return words.T("turned by %s", words.Prose(text)) }}
	case "with":
		return s.param()
	case "seed":
		seed := s.whole(0)
		return change{func(e *setup.Experiment) { e.Seed = uint64(seed) }, func() string { return words.T("seed %d", seed) }}
	case "noise":
		s.rest()
		at := s.at
		sigma, text := s.number()
		if sigma < 0 {
			s.fail(at, words.T("noise is 0 or more"))
		}
		return change{func(e *setup.Experiment) { e.Noise = sigma }, func() string { return words.T("noise %s", words.Prose(text)) }}
	case "batch":
		size := s.whole(0)
		return change{func(e *setup.Experiment) { e.Batch = size }, func() string { return words.T("batch %d", size) }}
	}
	steps := s.whole(1)
	s.wants("steps")
	return change{func(e *setup.Experiment) { e.Steps = steps }, func() string { return words.T("for %d steps", steps) }}
}

// param reads the value of a parameter of the surface.
func (s *scanner) param() change {
	name := leading(s.rest())
	if name == "" && s.fault == nil {
		got := s.here()
		s.fail(s.at, words.T("a parameter of the surface is needed here, as in with ridge = 3; got %s", got))
	}
	if s.fault == nil {
		s.at += len(name)
	}
	s.wants("=")
	v, text := s.number()
	return change{func(e *setup.Experiment) {
		params := maps.Clone(e.Params)
		if params == nil {
			params = map[string]float64{}
		}
		params[name] = v
		e.Params = params
	}, func() string { return words.T("with %s = %s", name, words.Prose(text)) }}
}

// The fates that are told by a word.
var (
	endings    = []string{"diverged", "left the map", "left the domain", "stopped"}
	situations = map[string]lab.Situation{
		"at the start":             lab.AtStart,
		"on a line of minima":      lab.OnLine,
		"on a line of maxima":      lab.OnLine,
		"bouncing across a valley": lab.Bouncing,
		"bouncing across a ridge":  lab.Bouncing,
		"stopped on level ground":  lab.LevelGround,
		"stopped: gradient 0":      lab.NoGradient,
		"at rest on a slope":       lab.Held,
		"outside the map":          lab.LeftMap,
		"outside the domain":       lab.OutsideDomain,
		"climbing":                 lab.Climbing,
		"still moving":             lab.Moving,
	}
	kept    = []string{"never settles", "never crosses", "settles", "crosses", "repeats every", "heading for", "circling", "at"}
	becomes = func() []string {
		list := append(append([]string(nil), endings...), kept...)
		for name := range situations {
			list = append(list, name)
		}
		return sorted(list)
	}()
)

// fate reads what becomes of racers.
func (s *scanner) fate() says {
	f := fate{racer: all, step: last}
	switch {
	case s.takes("every racer"):
	case s.takes("no racer"):
		f.none = true
	default:
		s.wants("racer")
		f.racer = s.racer()
	}
	if s.takes("at step") {
		f.step = s.whole(0)
	}
	s.wants(":")
	f.is = s.among(becomes)
	switch f.is {
	case "settles":
		if _, when := s.sees("at step"); !when && s.takes("at") {
			at := s.place()
			f.place = &at
		}
	case "heading for", "circling", "at":
		at := s.place()
		f.place = &at
	case "crosses", "never crosses":
		f.line = s.line()
	case "repeats every":
		f.period = s.whole(1)
		s.wants("steps")
	}
	if known(f.is, endings) || f.is == "settles" || f.is == "crosses" {
		f.when = s.moment()
	}
	return f
}

// line reads a line of the map, and from which side it is to be crossed.
func (s *scanner) line() line {
	l := line{axis: s.among([]string{"x", "y", "|x|", "|y|"})}
	l.less = s.among([]string{">", "<"}) == "<"
	l.at, _ = s.number()
	return l
}

// comparison reads products and how they compare.
func (s *scanner) comparison() says {
	c := comparison{percent: math.NaN(), terms: []product{s.product()}}
	for s.fault == nil {
		s.rest()
		at := s.at
		relation := s.oneOf(relations)
		if relation == "" && len(c.terms) > 1 {
			break
		}
		if relation == "" {
			s.among(relations)
			break
		}
		c.relations = append(c.relations, relation)
		c.terms = append(c.terms, s.product())
		if n := len(c.terms); s.fault == nil && c.terms[n-1].constant() && c.terms[n-2].constant() {
			s.fail(at, words.T("both sides are numbers: one should be measured, as in steps of SGD"))
		}
	}
	if s.takes("within") {
		s.rest()
		at := s.at
		c.percent, _ = s.number()
		s.wants("%")
		if c.percent < 0 || !c.equates() {
			s.fail(at, words.T("a percentage from 0 goes with =, as in loss of SGD = 0.5 within 1 %%"))
		}
	}
	return c
}

// relations are the signs that compare.
var relations = []string{"<=", ">=", "<", ">", "="}

// product reads factors.
func (s *scanner) product() product {
	s.rest()
	begin := s.at
	p := product{factors: []factor{s.factor()}}
	for s.fault == nil {
		sign := s.oneOf([]string{"*", "/"})
		if sign == "" {
			break
		}
		f := s.factor()
		f.divides = sign == "/"
		p.factors = append(p.factors, f)
	}
	p.text = strings.TrimSpace(s.text[begin:s.at])
	return p
}

// factor reads a number or what is measured.
func (s *scanner) factor() factor {
	if s.startsNumber() {
		v, text := s.number()
		return factor{number: v, text: text}
	}
	s.rest()
	begin := s.at
	m := s.measure()
	return factor{measure: m, text: s.text[begin:s.at]}
}

// What can be measured: of a run at a step, and of a whole run.
var (
	quantities = []string{"loss", "slope", "x", "y", "rate", "stride", "sharpness", "distance", "angle"}
	statistics = []string{"highest", "lowest", "mean"}
	measures   = sorted(append([]string{"steps", "reach", "arrival", "height", "limit", "rises", "evaluations",
		"highest", "lowest", "mean"},
		quantities...))
)

// measure reads what is measured.
func (s *scanner) measure() measure {
	m := measure{racer: all, span: span{last, last}}
	m.what = s.among(measures)
	if known(m.what, statistics) {
		m.of, m.what = m.what, s.among(quantities)
	}
	s.wants("of")
	if m.what == "height" || m.what == "limit" {
		at := s.place()
		m.place = &at
		return m
	}
	m.racer = s.racer()
	switch m.what {
	case "steps", "evaluations":
		return m
	case "reach", "arrival":
		s.wants("below")
		m.below, m.text = s.number()
		return m
	case "distance", "angle":
		s.wants("to")
		at := s.place()
		m.place = &at
	}
	s.time(&m)
	return m
}

// time reads when something is measured.
func (s *scanner) time(m *measure) {
	many := m.of != "" || m.what == "rises"
	if many {
		m.span = span{0, last}
	}
	s.rest()
	at := s.at
	switch {
	case s.takes("at the end"):
		m.span = span{last, last}
	case s.takes("at step"):
		step := s.whole(0)
		m.span = span{step, step}
	case s.takes("from step"):
		m.span = span{s.whole(0), last}
		if s.takes("to step") {
			m.span.to = s.whole(m.span.from)
		}
		if !many {
			s.fail(at, words.T("over many steps it is the highest, lowest or mean %s; or say at step", m.what))
		}
		return
	default:
		return
	}
	if many {
		s.fail(at, words.T("over many steps it is from step 0, or from step 10 to step 20"))
	}
}
