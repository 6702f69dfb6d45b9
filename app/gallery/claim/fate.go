package claim

import (
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/motion"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// all stands for every racer.
const all = -1

// A fate is what becomes of one racer, of all, or of none.
type fate struct {
	racer  int
	none   bool // it becomes of none of them
	step   int  // where it is looked at; or last
	is     string
	place  *place
	when   moment
	line   line
	period int
}

// A line is one on the map, and on which side of it one is.
type line struct {
	axis string
	less bool
	at   float64
}

// String is the line as it is written.
func (l line) String() string {
	sign := " > "
	if l.less {
		sign = " < "
	}
	return l.axis + sign + words.Digits(l.at, 6)
}

// beyond tells whether a point is on that side.
func (l line) beyond(x, y float64) bool {
	v := x
	if strings.Contains(l.axis, "y") {
		v = y
	}
	if strings.Contains(l.axis, "|") {
		v = math.Abs(v)
	}
	if l.less {
		return v < l.at
	}
	return v > l.at
}

// places: where a racer is, is told by the places; its path is not.
func (f fate) places() bool {
	return !known(f.is, []string{"crosses", "never crosses", "repeats every"})
}

func (f fate) check(t *trial) (bool, string) {
	if f.racer != all {
		return f.of(t, f.racer)
	}
	if len(t.Tape.Runs) == 0 {
		return false, words.T("there are no racers")
	}
	var found []string
	ok := true
	for i, name := range t.names {
		is, says := f.of(t, i)
		found = append(found, about(name, says))
		if is == f.none {
			return false, about(name, says)
		}
	}
	return ok, list(found)
}

// of tells of one racer.
func (f fate) of(t *trial, i int) (bool, string) {
	r := t.Tape.Runs[i]
	step := r.Steps
	if f.step != last {
		if why := ended(r, t.Tape, f.step); why != "" && f.step > t.Tape.Steps {
			return false, why
		}
		step = f.step
	}
	switch f.is {
	case "crosses", "never crosses":
		return f.crosses(r)
	case "repeats every":
		return f.repeats(r)
	case "settles", "never settles":
		return f.settles(t, i)
	case "left the map":
		left := t.Courses.Left(i)
		return left >= 0 && left <= step && f.when.holds(left), t.whereabouts(i, step)
	case "diverged", "left the domain", "stopped":
		return r.Verdict.Kind.String() == f.is && r.Verdict.Step <= step && f.when.holds(r.Verdict.Step),
			t.whereabouts(i, step)
	}
	return f.situation(t, i, step), t.whereabouts(i, step)
}

// whereabouts are the program's own words.
func (t *trial) whereabouts(i, step int) string {
	if r := t.Tape.Runs[i]; r.Verdict.Kind != race.Finished && step >= r.Verdict.Step {
		return words.Ending(r.Verdict)
	}
	return t.Courses.At(i, step).String()
}

// situation compares where a racer is with what is said of it.
func (f fate) situation(t *trial, i, step int) bool {
	w := t.Courses.At(i, step)
	switch f.is {
	case "heading for":
		return w.Kind == lab.Heading && t.is(w, *f.place)
	case "circling":
		return w.Kind == lab.Circling && t.is(w, *f.place)
	case "at":
		return w.Kind == lab.AtPlace && t.is(w, *f.place)
	case "outside the map":
		return w.Kind == lab.LeftMap
	}
	return w.Kind == situations[f.is] && w.Up == (strings.Contains(f.is, "ridge") || strings.Contains(f.is, "maxima"))
}

// is tells whether a racer's whereabouts are about a place.
func (t *trial) is(w lab.Whereabouts, p place) bool {
	if p.name != "" {
		return w.Place != nil && w.Place.Name == p.name
	}
	at := w.At
	if w.Place != nil {
		at = w.Place.At
	}
	return at.Distance(p.at) <= around*t.Doc.Home.Diagonal()
}

// around is how far from a place a point may be that stands for it, as a part of the home window.
const around = 1e-3

// settles tells whether a racer settles, where and when.
func (f fate) settles(t *trial, i int) (bool, string) {
	from := t.Courses.Settled(i)
	if f.step != last && from > f.step {
		from = -1
	}
	if from < 0 {
		return f.is == "never settles", words.T("it never settles: %s", t.whereabouts(i, t.Tape.Steps))
	}
	w := t.Courses.At(i, t.Tape.Steps)
	found := words.T("%s from step %d on", w.String(), from)
	if f.is == "never settles" {
		return false, found
	}
	return f.when.holds(from) && (f.place == nil || t.is(w, *f.place)), found
}

// crosses tells when a run is on the other side of a line for the first time.
func (f fate) crosses(r *race.Run) (bool, string) {
	for step := range r.Steps + 1 {
		x := r.X(step)
		if f.line.beyond(x[0], x[1]) {
			return f.is == "crosses" && f.when.holds(step), words.T("%s first at step %d", f.line.String(), step)
		}
	}
	end := words.At(motion.At(r, r.Steps))
	return f.is == "never crosses", words.T("never %s; it ends at %s", f.line.String(), end)
}

// alike is how near two points of a cycle are, as a part of how far it goes.
const alike = 1e-6

// repeats tells whether a run ends in a cycle of so many steps, and of no fewer.
func (f fate) repeats(r *race.Run) (bool, string) {
	if r.Verdict.Kind != race.Finished {
		return false, words.Ending(r.Verdict)
	}
	period := cycle(r, max(f.period, 12))
	switch period {
	case 0:
		return false, words.T("it ends in no cycle of so few steps")
	case 1:
		return f.period == 1, words.T("it stands still")
	}
	return period == f.period, words.T("it repeats every %d steps", period)
}

// cycle is the least number of steps after which a run repeats itself at its end, up to so many; 0 if there is none.
func cycle(r *race.Run, most int) int {
	point := func(t int) surfaces.Point { return motion.At(r, t) }
	for period := 1; period <= most && r.Steps >= 3*period; period++ {
		repeats, way := true, 0.0
		for t := r.Steps; t > r.Steps-2*period; t-- {
			way = max(way, point(t).Distance(point(t-1)))
		}
		size := max(way, 1e-9*(1+point(r.Steps).Distance(surfaces.Point{})))
		for t := r.Steps; t > r.Steps-2*period && repeats; t-- {
			repeats = point(t).Distance(point(t-period)) <= alike*size
		}
		if repeats && (period > 1 || way <= 1e-9*(1+point(r.Steps).Distance(surfaces.Point{}))) {
			return period
		}
	}
	return 0
}
