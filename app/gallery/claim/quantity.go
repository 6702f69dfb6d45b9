package claim

import (
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// A Quantity is a sum of what a claim can measure, as in "1 - 100 * rate of SGD".
type Quantity struct {
	Text  string
	terms []product
	minus []bool
	names []string
}

// ParseQuantity reads a quantity of a race of racers with these names. The error is an *Error, as that of Parse.
func ParseQuantity(text string, names []string) (Quantity, error) {
	s := &scanner{text: text, names: names}
	q := Quantity{Text: strings.TrimSpace(text), terms: []product{s.product()}, minus: []bool{false}, names: names}
	for s.fault == nil {
		sign := s.oneOf([]string{"+", "-"})
		if sign == "" {
			break
		}
		q.minus, q.terms = append(q.minus, sign == "-"), append(q.terms, s.product())
	}
	if s.fault == nil && s.rest() != "" {
		got := s.here()
		s.fail(s.at, words.T("nothing more is needed here; got %s", got))
	}
	if s.fault != nil {
		return Quantity{}, s.fault
	}
	return q, nil
}

// Wants is what must be known of a race to measure the quantity.
func (q Quantity) Wants() lab.Want {
	if (comparison{terms: q.terms}).places() {
		return lab.WantSeen
	}
	return lab.WantPaths
}

// Counts tells whether the quantity is a step, at which something may never happen.
func (q Quantity) Counts() bool {
	if len(q.terms) != 1 || len(q.terms[0].factors) != 1 {
		return false
	}
	switch q.terms[0].factors[0].measure.what {
	case "steps", "reach", "arrival":
		return true
	}
	return false
}

// Value is the quantity of a race, or why there is none: NaN then.
func (q Quantity) Value(r lab.Run) (v float64, why string) {
	t := &trial{r, q.names}
	for i, term := range q.terms {
		part, _, why := term.value(t)
		if why != "" {
			return math.NaN(), why
		}
		if q.minus[i] {
			part = -part
		}
		v += part
	}
	return v, ""
}

// Of is the experiment that the claim is about: the one that it was read for, with its changes.
func (c Claim) Of(doc setup.Experiment) setup.Experiment {
	doc = doc.Clone()
	for _, change := range c.changes {
		change.make(&doc)
	}
	return doc
}

// Wants is what must be known of a race to look at the claim.
func (c Claim) Wants() lab.Want {
	if c.says.places() {
		return lab.WantSeen
	}
	return lab.WantPaths
}

// Look tells whether the claim is true of a race of what it is about. Names are those of its racers that it was read with.
func (c Claim) Look(r lab.Run, names []string) Result {
	ok, found := c.says.check(&trial{r, names})
	return Result{c, ok, found}
}
