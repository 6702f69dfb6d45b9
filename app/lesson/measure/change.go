package measure

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// A Change is a setting with the value that it gets: a field and a number, or a racer and another one that takes its place.
type Change struct {
	Field Field
	Value float64
	Racer string     // set in place of Field
	Spec  optim.Spec // that takes its place
}

// Changes are made one after the other.
type Changes []Change

// ParseChanges reads "racer.lr=0.01; steps=40; racer2=adam lr=0.1".
func ParseChanges(text string) (list Changes, err error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(text, ";") {
		name, value, ok := strings.Cut(part, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || name == "" || value == "" {
			return nil, words.Errorf("%q sets nothing; a change is written as racer.lr=0.01 or racer=adam lr=0.1", brief(part))
		}
		c := Change{Racer: name}
		if v, no := strconv.ParseFloat(value, 64); no == nil {
			c = Change{Value: v}
			c.Field, err = ParseField(name)
		} else {
			c.Spec, err = optim.ParseSpec(value)
		}
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// Of is the experiment with the changes.
func (list Changes) Of(e setup.Experiment) (setup.Experiment, error) {
	next := e.Clone()
	for _, c := range list {
		if c.Racer == "" {
			if err := c.Field.Set(&next, c.Value); err != nil {
				return e, fmt.Errorf("%s: %w", c.Field, err)
			}
			continue
		}
		i, err := Racer(&next, c.Racer)
		if err != nil {
			return e, err
		}
		next.Racers[i].Spec = c.Spec.Clone()
		if err := next.CheckAfter(&e); err != nil {
			return e, err
		}
	}
	return next, nil
}

// String is the text that ParseChanges reads.
func (list Changes) String() string {
	var parts []string
	for _, c := range list {
		if c.Racer != "" {
			parts = append(parts, c.Racer+"="+c.Spec.String())
		} else {
			parts = append(parts, c.Field.String()+"="+strconv.FormatFloat(c.Value, 'g', -1, 64))
		}
	}
	return strings.Join(parts, "; ")
}
