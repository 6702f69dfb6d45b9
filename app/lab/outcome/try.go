package outcome

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"time"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/surfaces"
)

// mostChanges is how many changes are offered at once.
const mostChanges = 3

// Searching is how long the window looks for changes at most.
const Searching = 1500 * time.Millisecond

// batch is how many changes are tried at once: if time is up before they have all been, none of them counts.
const batch = 8

// A trial is a change that may be worth offering.
type trial struct {
	Change
	racers []int   // that it changes, in the document
	far    float64 // how far it goes, from 0
	worth  float64 // the more, the rather it is offered
}

// Try finds up to three changes whose outcome differs from what there is now, the ends of the racers in their order: one knob of
// a racer at a round value, or a start nearby at round coordinates. At most one is of each racer, and one of the start. What is
// near is tried first; where runs take long the search ends before it has tried all: after some time, unless that is 0. The error
// is the context's.
func (g Ground) Try(ctx context.Context, within time.Duration, now []End) ([]Change, error) {
	soon := ctx
	if within > 0 {
		var cancel context.CancelFunc
		soon, cancel = context.WithTimeout(ctx, within)
		defer cancel()
	}
	return g.try(ctx, soon, now)
}

// try is Try until soon has ended.
func (g Ground) try(ctx, soon context.Context, now []End) ([]Change, error) {
	names := g.Doc.Names()
	trials := append(g.knobTrials(), g.startTrials()...)
	slices.SortStableFunc(trials, func(a, b trial) int { return cmp.Compare(a.far, b.far) })
	var met []trial
	for some := range slices.Chunk(trials, batch) {
		err := inParallel(soon, len(some), func() func(i int) error {
			r := g.runner()
			return func(i int) error { return some[i].run(soon, r, names, now) }
		})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			break
		}
		met = append(met, some...)
	}
	return choose(met), nil
}

// run makes the runs of a trial, compares them with what there is now, and puts that into words.
func (t *trial) run(ctx context.Context, r *runner, names []string, now []End) error {
	t.Now, t.Then = now, make([]End, len(now))
	doc := r.Doc.Clone()
	t.Apply(&doc)
	for _, i := range t.racers {
		end, err := r.end(ctx, doc.Racers[i].Spec, doc.Racers[i].Changes, doc.Start)
		if err != nil {
			return err
		}
		t.Then[i] = end
		t.kind = max(t.kind, interestOf(now[i], end))
	}
	t.worth = float64(t.kind) - t.far/2
	if t.Slot < 0 {
		var count int
		if t.Said, count = gathered(names, now, t.Then); count == 0 {
			t.kind = none
		} else if count < min(2, len(t.racers)) {
			t.worth-- // a knob of that racer says as much
		}
		return nil
	}
	i := t.racers[0]
	t.Title, t.Said = title(t.Knob, names[i], t.From, t.To), said(t.kind, now[i], t.Then[i])
	if t.kind > lost && t.Then[i].Settled >= 0 {
		t.worth += 0.2
	}
	if t.kind > lost && t.Then[i].Loss < now[i].Loss {
		t.worth += 0.3
	}
	return nil
}

// choose takes the trials of most worth, of several racers and kinds.
func choose(met []trial) (list []Change) {
	kinds, taken := map[interest]int{}, map[int]bool{}
	rank := func(t *trial) float64 {
		if t.kind == lost {
			return t.worth - 2.5*float64(kinds[lost])
		}
		return t.worth - 1.5*float64(kinds[t.kind])
	}
	for len(list) < mostChanges {
		best := -1
		for i := range met {
			if t := &met[i]; t.kind == none || taken[t.Slot] {
				continue
			}
			if best < 0 || rank(&met[i]) > rank(&met[best]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		t := &met[best]
		kinds[t.kind]++
		taken[t.Slot] = true
		list = append(list, t.Change)
	}
	return list
}

// knobTrials are the racers' main knobs at round values around those that they have.
func (g Ground) knobTrials() (list []trial) {
	for i, r := range g.Doc.Racers {
		if r.Hidden || len(r.Changes) > 0 { // of which no one value is what it has
			continue
		}
		for _, k := range r.Spec.KnobsFor(g.Doc.Steps) {
			if !k.Main || k.Kind != optim.Real && k.Kind != optim.Integer {
				continue
			}
			from := r.Spec.GetFor(k.Name, g.Doc.Steps).Num
			for _, to := range roundValues(k) {
				far := math.Abs(k.SliderPlace(to) - k.SliderPlace(from))
				if far == 0 || far > farthest || k.Check(optim.Num(to)) != nil {
					continue
				}
				c := Change{Slot: r.Slot, Knob: k.Name, From: from, To: to}
				list = append(list, trial{Change: c, racers: []int{i}, far: far})
			}
		}
	}
	return list
}

// farthest is how far along its slider a knob is changed at most.
const farthest = 0.5

// roundValues are the values of a knob's slider that a person would write down.
func roundValues(k optim.Knob) (list []float64) {
	add := func(v float64) {
		if v >= k.Min && v <= k.Max && (k.Kind == optim.Real || v == math.Trunc(v)) {
			list = append(list, v)
		}
	}
	switch k.Scale {
	case optim.Log:
		for e := math.Floor(math.Log10(k.Min)); e <= math.Ceil(math.Log10(k.Max)); e++ {
			for _, digit := range []float64{1, 2, 5} {
				add(decimal(digit, int(e)))
			}
		}
	case optim.Nines:
		for _, v := range []float64{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999} {
			add(v)
		}
	default:
		step := roundStep((k.Max - k.Min) / 12)
		for n := math.Ceil(k.Min / step); n*step <= k.Max; n++ {
			add(shortest(n * step))
		}
	}
	return list
}

// decimal is digit times ten to a power, as it would be written.
func decimal(digit float64, power int) float64 { return shortest(digit * math.Pow10(power)) }

// around is how many round coordinates to each side of the start are tried.
const around = 2

// startTrials are the round places around the start, within the home window.
func (g Ground) startTrials() (list []trial) {
	home, start := g.Doc.Home, g.Doc.Start
	dx, dy := roundStep((home.X1-home.X0)/30), roundStep((home.Y1-home.Y0)/30)
	var racers []int
	for i, r := range g.Doc.Racers {
		if !r.Hidden {
			racers = append(racers, i)
		}
	}
	for i := -around; i <= around; i++ {
		for j := -around; j <= around; j++ {
			to := surfaces.Point{X: shortest((math.Round(start.X/dx) + float64(i)) * dx),
				Y: shortest((math.Round(start.Y/dy) + float64(j)) * dy)}
			if to == start || !home.Contains(to) {
				continue
			}
			c := Change{Slot: -1, Start: to, Title: words.T("Start %s → %s", words.At(start), words.At(to))}
			far := math.Hypot((to.X-start.X)/(home.X1-home.X0), (to.Y-start.Y)/(home.Y1-home.Y0))
			list = append(list, trial{Change: c, racers: racers, far: 2 * far})
		}
	}
	return list
}

// roundStep is the largest of 1, 2 and 5 times a power of ten that is not above v.
func roundStep(v float64) float64 {
	power := int(math.Floor(math.Log10(v)))
	for _, digit := range []float64{5, 2} {
		if step := decimal(digit, power); step <= v {
			return step
		}
	}
	return decimal(1, power)
}

// shortest is a round number without what rounding has added to it.
func shortest(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return geom.Unsigned(short)
}
