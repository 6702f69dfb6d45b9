package outcome

import (
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// A Forked is a future of a racer beside the one that it has, and what is due to the fork.
type Forked struct {
	lab.Branch
	At       int    // the first step that is another one
	From, To string // what has become another one, briefly: "0.9" and "0.5"
	Changed  string // "momentum 0.9 → 0.5"
	Turned   string // what it became at that step, briefly
	Last     bool   // nothing becomes another one later
	Old, Now End
	Said     string // "settles at C instead of A"
}

// Forks tells of all futures of a race's racers, in the order of the racers.
func Forks(r lab.Run) []Forked {
	var list []Forked
	for i, b := range r.Futures.Of {
		racer := &r.Doc.Racers[b.Racer]
		_, old := racer.Course(b.Future)
		f := Forked{
			Branch: b, At: racer.Parts(b.Future),
			Old: endOf(r.Futures.Tape, i, r.Futures.Courses, r.Doc.Home), Now: endOf(r.Tape, b.Racer, r.Courses, r.Doc.Home),
		}
		before, after := old.SpecAt(racer.Spec, optim.MaxChangeAt), racer.LastSpec()
		f.From, f.To = briefly(before, after, r.Doc.Steps)
		f.Turned, f.Last = turned(racer, f.At, f.To, r.Doc.Steps)
		f.Changed, f.Said = Unlike(before, after, r.Doc.Steps), toldOf(f.Old, f.Now)
		if f.At >= r.Doc.Steps {
			f.Said = words.T("the race ends before")
		}
		list = append(list, f)
	}
	return list
}

// turned is what a racer became at a step, briefly, and whether that was its last change. If it did not change there, it is what
// it became at last; and so it is where many changes in a row are told as one.
func turned(r *setup.Racer, at int, atLast string, steps int) (to string, last bool) {
	if len(r.Changes) > fewTurns {
		return atLast, true
	}
	before := r.Spec
	for i, c := range r.Changes {
		if c.At == at {
			_, to = briefly(before, c.Spec, steps)
			return to, i+1 == len(r.Changes)
		}
		before = c.Spec
	}
	return atLast, true
}

// Sentence tells of the fork of a racer with that name.
func (f Forked) Sentence(name string) string {
	changed := f.Changed
	if changed == "" {
		changed = words.T("nothing changed")
	}
	return words.T("%s, forked at step %d, %s: %s", name, f.At, changed, f.Said)
}

// toldOf tells what is due to a fork.
func toldOf(old, now End) string {
	kind := interestOf(old, now)
	switch {
	case kind == lower || kind == faster || kind == another:
		return said(kind, old, now)
	case old.Like(now):
		return words.T("%s either way", now)
	}
	return words.T("%s; otherwise it %s", now, old)
}

// Brief is an end in a word or two, for a label: "to A", "diverges".
func (e End) Brief() string {
	if name := e.Name(); name != "" && e.Where.Place != nil {
		return words.T("to %s", name)
	}
	return e.String()
}

// Unlike tells in which settings two specs differ, in a race of so many steps: "momentum 0.9 → 0.5", "SGD → Adam"; "" in none.
func Unlike(before, after optim.Spec, steps int) string {
	if before.Method != after.Method {
		return words.T("%s → %s", titleOf(before), titleOf(after))
	}
	var parts []string
	if before.Schedule != after.Schedule {
		parts = append(parts, words.T("schedule %s → %s", schedule(before), schedule(after)))
	}
	for _, k := range after.Knobs() {
		if from, to, other := differ(k, before, after, steps); other {
			parts = append(parts, words.T("%s %s → %s", k.Name, from, to))
		}
	}
	return strings.Join(parts, ", ")
}

// briefly is Unlike in as few words as can be: values alone if one knob differs.
func briefly(before, after optim.Spec, steps int) (from, to string) {
	if before.Method != after.Method {
		return titleOf(before), titleOf(after)
	}
	count := 0
	for _, k := range after.Knobs() {
		if a, b, other := differ(k, before, after, steps); other {
			from, to = a, b
			count++
		}
	}
	if count != 1 || before.Schedule != after.Schedule {
		return "", ""
	}
	return from, to
}

// differ tells whether a knob has other values, as a person reads them.
func differ(k optim.Knob, before, after optim.Spec, steps int) (from, to string, other bool) {
	if _, err := before.Knob(k.Name); err != nil {
		return "", "", false
	}
	_, was := before.Set[k.Name]
	_, is := after.Set[k.Name]
	if !was && !is {
		return "", "", false
	}
	a, b := before.GetFor(k.Name, steps), after.GetFor(k.Name, steps)
	from, to = k.Format(a), k.Format(b)
	if from == to {
		return "", "", false
	}
	if k.Kind == optim.Real {
		from, to = words.Setting(a.Num), words.Setting(b.Num)
	}
	return from, to, true
}

func schedule(s optim.Spec) string {
	if s.Schedule == "" {
		return words.T("none")
	}
	return s.Schedule
}

func titleOf(s optim.Spec) string {
	if m, err := optim.LookupMethod(s.Method); err == nil {
		return words.T(m.Title)
	}
	return s.Method
}

// fewTurns is how many changes of a racer are told one by one.
const fewTurns = 3

// Turns tells of the changes of a racer on its way, where they begin and what they are: "momentum 0.9 → 0.5". Many, as a hand
// makes them, are told as one.
func Turns(r *setup.Racer, steps int) (list []Turn) {
	before := r.Spec
	for _, c := range r.Changes {
		list = append(list, Turn{c.At, c.At, Unlike(before, c.Spec, steps)})
		before = c.Spec
	}
	if n := len(list); n > fewTurns {
		return []Turn{{list[0].At, list[n-1].At, Unlike(r.Spec, before, steps)}}
	}
	return list
}

// A Turn is a change of a racer, or several in a row.
type Turn struct {
	At, To  int // the first step that it is in force, and that of the last of several
	Changed string
}
