package outcome

import (
	"context"
	"time"

	"descentlab/optim"
)

// Places of a track where runs are made, from coarse to fine.
const (
	finest = 192 // intervals, about as many as a track of a card has pixels
	coarse = 8   // places from one run to the next in the coarse picture, of 25 runs
	fine   = 2   // the same in the fine one, of 97; where two ends meet there are runs at all places
	widest = 64  // the same in the first pass
)

// Limits bound the time that ribbons take, all of a question together. The zero ones do not.
type Limits struct {
	Coarse, Fine time.Duration                // until the coarse ones are there, and the fine ones
	Passed       func(runs int) time.Duration // since the beginning, when so many runs have been made
	Most         time.Duration                // until the first runs are there; else there are none. 0: however long it takes
}

// Usual are the limits of the window, from now on.
func Usual() Limits {
	began := time.Now()
	passed := func(int) time.Duration { return time.Since(began) }
	return Limits{60 * time.Millisecond, 300 * time.Millisecond, passed, 3 * time.Second}
}

// Ribbons answers questions, from coarse to fine; publish gets every pass, one ribbon for each question.
//
// Slow methods, long races and losses of many examples get fewer runs. Each pass halves the distance from run to run, from four
// runs on; it is made only if it will end in time by what the runs before it took. So the coarse ribbon of such a one may have
// four, seven or thirteen runs in place of 25; then, still in time, the places are halved where two ends meet, and only then the
// others. The first pass is made in any case, but given up after some seconds: then the ribbons are done without a run.
//
// The error is the context's.
func (g Ground) Ribbons(ctx context.Context, questions []Question, l Limits, publish func([]Ribbon)) error {
	m := &maker{ground: g, limits: l, strips: make([]strip, len(questions))}
	for i, q := range questions {
		m.strips[i] = strip{question: q, spec: g.Doc.Racers[q.Racer].Spec, at: map[float64]*End{}}
	}
	if given, err := m.first(ctx); given || err != nil {
		if err == nil {
			publish(m.ribbons(true))
		}
		return err
	}
	for n := widest / 2; n >= coarse && m.inTime(l.Coarse, m.everyOf(n)); n /= 2 {
		if err := m.pass(ctx, m.everyOf(n)); err != nil {
			return err
		}
	}
	publish(m.ribbons(false))
	if err := m.part(ctx); err != nil {
		return err
	}
	publish(m.ribbons(false))
	for n := widest / 2; n >= fine && m.inTime(l.Fine, m.everyOf(n)); n /= 2 {
		if err := m.pass(ctx, m.everyOf(n)); err != nil {
			return err
		}
	}
	if err := m.part(ctx); err != nil {
		return err
	}
	publish(m.ribbons(true))
	return nil
}

// A maker makes the runs of some questions.
type maker struct {
	ground Ground
	limits Limits
	made   int // runs
	strips []strip
}

// A strip is what is known of one question.
type strip struct {
	question Question
	spec     optim.Spec
	ends     [finest + 1]*End // by place; nil where it is not known
	at       map[float64]*End // by value: several places of a track of whole numbers have the same one
}

// A task is a place of a strip whose end is to be found.
type task struct{ strip, place int }

// inTime tells whether the runs for some more places will be made in time.
func (m *maker) inTime(limit time.Duration, more []task) bool {
	if m.limits.Passed == nil {
		return true
	}
	passed := m.limits.Passed(m.made)
	each := float64(passed) / float64(max(m.made, 1))
	return passed+time.Duration(each*float64(len(m.fresh(more)))) <= limit
}

// fresh are those of some tasks that are to be made: one of each value that is not known.
func (m *maker) fresh(tasks []task) (list []task) {
	type one struct {
		strip int
		value float64
	}
	met := map[one]bool{}
	for _, t := range tasks {
		s := &m.strips[t.strip]
		this := one{t.strip, s.value(t.place)}
		if s.at[this.value] == nil && !met[this] {
			met[this] = true
			list = append(list, t)
		}
	}
	return list
}

// value is what stands at a place.
func (s *strip) value(place int) float64 { return s.question.Value(float64(place) / finest) }

// everyOf are the places, every n-th one, whose ends are still to be found.
func (m *maker) everyOf(n int) (list []task) {
	for i := range m.strips {
		for place := 0; place <= finest; place += n {
			if m.strips[i].ends[place] == nil {
				list = append(list, task{i, place})
			}
		}
	}
	return list
}

// between are the places in the middle of two that lie side by side and end differently.
func (m *maker) between() (list []task) {
	for i := range m.strips {
		s, last := &m.strips[i], 0
		for place := 1; place <= finest; place++ {
			if s.ends[place] == nil {
				continue
			}
			if place-last > 1 && !s.ends[last].Like(*s.ends[place]) {
				list = append(list, task{i, (last + place) / 2})
			}
			last = place
		}
	}
	return list
}

// part halves the places where two ends meet until these lie next to one another, or time is up.
func (m *maker) part(ctx context.Context) error {
	for list := m.between(); len(list) > 0 && m.inTime(m.limits.Fine, list); list = m.between() {
		if err := m.pass(ctx, list); err != nil {
			return err
		}
	}
	return nil
}

// first makes the first pass, or tells that it is given up.
func (m *maker) first(ctx context.Context) (given bool, err error) {
	soon := ctx
	if m.limits.Most > 0 {
		var cancel context.CancelFunc
		soon, cancel = context.WithTimeout(ctx, m.limits.Most)
		defer cancel()
	}
	err = m.pass(soon, m.everyOf(widest))
	if err != nil && ctx.Err() == nil && soon.Err() != nil {
		return true, nil
	}
	return false, err
}

// pass finds the ends of some places.
func (m *maker) pass(ctx context.Context, tasks []task) error {
	runs := m.fresh(tasks)
	ends := make([]End, len(runs))
	err := inParallel(ctx, len(runs), func() func(i int) error {
		r := m.ground.runner()
		return func(i int) (err error) {
			s := &m.strips[runs[i].strip]
			spec := s.spec.With(s.question.Knob, optim.Num(s.value(runs[i].place)))
			ends[i], err = r.end(ctx, spec, nil, m.ground.Doc.Start)
			return err
		}
	})
	if err != nil {
		return err
	}
	m.made += len(runs)
	for i, t := range runs {
		m.strips[t.strip].at[m.strips[t.strip].value(t.place)] = &ends[i]
	}
	for _, t := range tasks {
		s := &m.strips[t.strip]
		s.ends[t.place] = s.at[s.value(t.place)]
	}
	return nil
}

// ribbons are what is known by now.
func (m *maker) ribbons(done bool) []Ribbon {
	list := make([]Ribbon, len(m.strips))
	for i := range m.strips {
		s := &m.strips[i]
		list[i].Done = done
		for place, end := range s.ends {
			if end != nil {
				list[i].Samples = append(list[i].Samples, Sample{float64(place) / finest, s.value(place), *end})
			}
		}
	}
	return list
}
