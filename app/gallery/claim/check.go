package claim

import (
	"context"
	"fmt"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/race"
)

// A trial is a race that has been run to look at claims about it.
type trial struct {
	lab.Run
	names []string
}

// Check runs the experiment as far as the claims about it need, once for all that change nothing and once for each other change,
// and tells which are true. Names are those of its racers that the claims were read with. The error is the context's, or says
// what cannot be run.
func Check(ctx context.Context, doc setup.Experiment, names []string, claims []Claim) ([]Result, error) {
	results := make([]Result, len(claims))
	trials := map[setup.Key]*trial{}
	for i, c := range claims {
		changed := doc.Clone()
		for _, change := range c.changes {
			change.make(&changed)
		}
		if err := changed.Check(); err != nil {
			results[i] = Result{Claim: c, Found: words.T("it cannot be run: %v", err)}
			continue
		}
		t, key := (*trial)(nil), setup.KeyOf(setup.OfRace, &changed)
		if t = trials[key]; t == nil {
			run, err := lab.Prepare(ctx, changed, wants(claims))
			if err != nil {
				return nil, err
			}
			t = &trial{run, names}
			trials[key] = t
		}
		ok, found := c.says.check(t)
		results[i] = Result{c, ok, found}
	}
	return results, nil
}

// wants is what must be known for some claims.
func wants(claims []Claim) lab.Want {
	if slices.ContainsFunc(claims, func(c Claim) bool { return c.says.places() }) {
		return lab.WantSeen
	}
	return lab.WantPaths
}

// find is the place of the map that is meant, or why there is none.
func (t *trial) find(p place) (at lab.Place, why string) {
	if p.name == "" {
		at.At = p.at
		return at, ""
	}
	var names []string
	for _, known := range t.Field.Places {
		if known.Name == p.name {
			return known, ""
		}
		names = append(names, known.Name)
	}
	if len(names) == 0 {
		return at, words.T("no place is known on this map; %s is asked for", p.name)
	}
	return at, words.T("there is no place %s on this map; there are %s", p.name, list(names))
}

// list names a few things.
func list(names []string) string {
	const most = 8
	text := ""
	for i, name := range names {
		switch {
		case i == most:
			return text + ", …"
		case i > 0:
			text += ", "
		}
		text += name
	}
	return text
}

// String is the place as it is written.
func (p place) String() string {
	if p.name != "" {
		return p.name
	}
	return words.At(p.at)
}

// ended says how a run ended that did not get as far as a step; "" if it did.
func ended(r *race.Run, tape *race.Tape, step int) string {
	switch {
	case step <= r.Steps:
		return ""
	case r.Steps < tape.Steps:
		return words.Ending(r.Verdict)
	}
	return words.T("the race has only %s", words.Steps(tape.Steps))
}

// sorted puts words in order.
func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// about puts what was found of a racer behind its name.
func about(name, found string) string { return fmt.Sprintf("%s: %s", name, found) }
