package optim

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"descentlab/internal/say"
)

// A Change is what a racer is from one of its updates on.
type Change struct {
	At   int // the first update that is made so, from 1
	Spec Spec
}

// Changes are those of a racer on its way, each at a later update than the one before: a schedule, piece by piece, of any of its
// settings, and of the method itself. See Spec.PlanFrom for what goes on and what begins anew.
type Changes []Change

const (
	// MaxChanges is the greatest number of changes of a racer.
	MaxChanges = 1000
	// MaxChangeAt is the greatest number of an update at which a racer may change.
	MaxChangeAt = 10000000
	// MaxRacerText is the longest text, in bytes, that ParseRacer reads.
	MaxRacerText = 1 << 17
)

// SpecAt is what a racer that begins as first makes its update t with.
func (c Changes) SpecAt(first Spec, t int) Spec {
	if i := c.index(t); i >= 0 {
		return c[i].Spec
	}
	return first
}

// Reached is which change is in force at update t: the last one that is not later; -1 before the first one.
func (c Changes) Reached(t int) int { return c.index(t) }

func (c Changes) index(t int) int {
	i, found := slices.BinarySearchFunc(c, t, func(c Change, t int) int { return c.At - t })
	if found {
		return i
	}
	return i - 1
}

// Before are the changes before update t.
func (c Changes) Before(t int) Changes { return c[: c.index(t-1)+1 : c.index(t-1)+1] }

// With is a copy in which update t, and those after it up to the next change, are made with a spec.
func (c Changes) With(t int, s Spec) Changes {
	c = c.Clone()
	i := c.index(t)
	if i >= 0 && c[i].At == t {
		c[i].Spec = s.Clone()
		return c
	}
	return slices.Insert(c, i+1, Change{t, s.Clone()})
}

// Clone is a copy that shares nothing with the original.
func (c Changes) Clone() Changes {
	if len(c) == 0 {
		return nil
	}
	c = slices.Clone(c)
	for i := range c {
		c[i].Spec = c[i].Spec.Clone()
	}
	return c
}

// Equal tells whether two lists are the same.
func (c Changes) Equal(o Changes) bool {
	return slices.EqualFunc(c, o, func(a, b Change) bool { return a.At == b.At && a.Spec.Equal(b.Spec) })
}

// Check says what is wrong with the changes of a racer that begins as first.
func (c Changes) Check(first Spec) error {
	if len(c) > MaxChanges {
		return say.Errorf("a racer may change at most %d times on its way; got %d", MaxChanges, len(c))
	}
	last := 0
	for _, one := range c {
		switch {
		case one.At < 1:
			return say.Errorf("a racer can change from step 1 on; got %d: what it begins with stands before the first @", one.At)
		case one.At > MaxChangeAt:
			return say.Errorf("a racer can change up to step %d; got %d", MaxChangeAt, one.At)
		case one.At == last:
			return say.Errorf("there are two changes at step %d; one is enough", last)
		case one.At < last:
			return say.Errorf("changes must be in their order; got one at step %d after that at %d", one.At, last)
		}
		last = one.At
		if err := one.Spec.Check(); err != nil {
			return say.Errorf("at step %d: %w", one.At, err)
		}
		if one.Spec.Climbs() != first.Climbs() {
			return say.Errorf("at step %d: maximize cannot change on the way: who descends goes on descending", one.At)
		}
	}
	return nil
}

// ParseRacer reads a racer that may change on its way: what ParseSpec reads, and then for each change @STEP with the settings
// that are others from that step on, or with another method:
//
//	momentum lr=0.008 momentum=0.9 @12 momentum=0.5
//	sgd lr=0.01 @50 adam lr=0.06 beta1=0.9 @80 lr=0.02
//
// An @STEP with nothing after it changes nothing. Spec and changes are checked as by Check.
func ParseRacer(text string) (Spec, Changes, error) {
	if !strings.Contains(text, "@") {
		s, err := ParseSpec(text)
		return s, nil, err
	}
	if len(text) > MaxRacerText {
		return Spec{}, nil, say.Errorf("a racer's text with its changes may have %d bytes; got %d", MaxRacerText, len(text))
	}
	words, err := specWords(text)
	if err != nil {
		return Spec{}, nil, fmt.Errorf("%w, in %s", err, quote(text))
	}
	var pieces [][]string
	for from, i := 0, 0; i <= len(words); i++ {
		if i == len(words) || i > from && words[i][0] == '@' {
			pieces = append(pieces, words[from:i])
			from = i
		}
	}
	if len(pieces) == 0 || words[0][0] == '@' {
		return Spec{}, nil, say.Errorf("a racer begins with an optimizer's name; what it changes to follows, as in " +
			"\"momentum lr=0.01 @12 momentum=0.5\"")
	}
	first, err := ParseSpec(strings.Join(pieces[0], " "))
	if err != nil {
		return Spec{}, nil, err
	}
	var changes Changes
	spec := first
	for _, p := range pieces[1:] {
		at, err := changeAt(p[0])
		if err != nil {
			return Spec{}, nil, err
		}
		if spec, err = spec.changed(p[1:]); err != nil {
			return Spec{}, nil, fmt.Errorf("%s: %w", p[0], err)
		}
		changes = append(changes, Change{at, spec.Clone()})
	}
	return first, changes, changes.Check(first)
}

// changeAt reads "@12".
func changeAt(word string) (int, error) {
	at, err := strconv.Atoi(word[1:])
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, say.Errorf("a racer can change up to step %d; got %s", MaxChangeAt, shorten(word))
	case err != nil:
		return 0, say.Errorf("a change needs the step from which it holds, a whole number, as in @12; got %s", quote(word))
	}
	return at, nil
}

// changed is the spec with what the words of a change say: another one if they begin with the name of a method, else itself with
// other settings.
func (s Spec) changed(words []string) (Spec, error) {
	if len(words) == 0 {
		return s.Clone(), nil
	}
	text := strings.Join(words, " ")
	if len(text) > MaxText {
		return Spec{}, say.Errorf("a change may have %d bytes; got %d", MaxText, len(text))
	}
	if c, bracketed, ok := readCall(strings.TrimSuffix(aimless(words[0]), ":")); ok &&
		findClass(torchSchedulers, c.name) == nil && !(bracketed && findSchedule(c.name) != nil) {
		return ParseSpec(text)
	}
	r := specReader{spec: Spec{Method: s.Method}}
	for _, word := range words {
		if err := r.word(word); err != nil {
			return Spec{}, err
		}
	}
	return r.over(s)
}

// over makes the Spec of what was read, and of what it was before where nothing was read.
func (r *specReader) over(s Spec) (Spec, error) {
	next := s.Clone()
	for _, set := range r.settings {
		if set.name == "schedule" {
			if err := next.setSchedule(unquoted(set.value)); err != nil {
				return Spec{}, err
			}
		}
	}
	if next.Schedule != s.Schedule {
		next = next.pruned()
	}
	before := []setting{{"schedule", next.Schedule}}
	for _, k := range next.knobs() {
		if v, set := next.Set[k.Name]; set {
			before = append(before, setting{k.Name, k.Format(v)})
		}
	}
	r.settings = append(before, r.settings...)
	return r.finish()
}

// RacerText writes a racer so that ParseRacer reads an equal one back.
func RacerText(first Spec, changes Changes) string {
	var b strings.Builder
	b.WriteString(first.String())
	before := first
	for _, c := range changes {
		b.WriteString(" @" + strconv.Itoa(c.At))
		if text := c.Spec.unlike(before); text != "" {
			b.WriteString(" " + text)
		}
		before = c.Spec
	}
	return b.String()
}

// unlike is the spec as text after another one: the settings that are others, or all of it; "" if it is the same.
func (s Spec) unlike(before Spec) string {
	if s.Method != before.Method || s.Schedule != before.Schedule {
		return s.String()
	}
	for name := range before.Set {
		if _, set := s.Set[name]; !set {
			return s.String()
		}
	}
	var parts []string
	for _, k := range s.knobs() {
		v, set := s.Set[k.Name]
		if old, was := before.Set[k.Name]; set && !(was && old.equal(v)) {
			parts = append(parts, k.Name+"="+k.Format(v))
		}
	}
	return strings.Join(parts, " ")
}
