package game

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Launch sets knobs and lets a method run from the start. Who comes within Near of the lowest height and stays has arrived; of
// several seeds all must arrive, and the slowest counts.
type Launch struct {
	Methods []string // the first is the one at the beginning
	Knobs   []Knob
	Fixed   map[string]float64 // what the player cannot set
	Steps   int
	Near    float64
	Seeds   int     // of noise
	Price   float64 // in steps, of a push of length 1
}

// Begin is at the start, without a trial.
func (w Launch) Begin(l *Level) State {
	height, slope := l.Ground.At(l.Ground.Start)
	return State{}.with(Spot{At: l.Ground.Start, Height: height, Slope: slope})
}

// Action is the try of a method with values of the knobs; knobs that are not given have their defaults.
func (w Launch) Action(method string, values map[string]float64) Action {
	a := Action{Do: Try}
	spec := optim.Spec{Method: method}
	for _, name := range slices.Sorted(maps.Keys(w.Fixed)) {
		spec = spec.With(name, optim.Num(w.Fixed[name]))
	}
	for _, k := range w.Knobs {
		v, given := values[k.Name]
		if !given {
			v = k.Default
		}
		switch {
		case k.Name == Angle:
			a.Towards = v
		case k.Name == Length:
			a.By = v
		default:
			if name := named(method, k.Name); name != "" {
				spec = spec.With(name, optim.Num(v))
			}
		}
	}
	a.Racer = spec.String()
	return a
}

// named is what a knob is called in a method; "" if it has none of the kind. What momentum is elsewhere, Adam and its kin call
// beta1.
func named(method, name string) string {
	for _, n := range []string{name, map[string]string{"momentum": "beta1"}[name]} {
		if n == "" {
			continue
		}
		if _, err := (optim.Spec{Method: method}).Knob(n); err == nil {
			return n
		}
	}
	return ""
}

// Setting is the method of a try and the values of its knobs. The error is of a try that the knobs cannot make.
func (w Launch) Setting(l *Level, a Action) (method string, values map[string]float64, err error) {
	spec, err := a.Spec()
	if err != nil {
		return "", nil, say.Errorf("level %q: %w", l.Key, err)
	}
	if !slices.Contains(w.Methods, spec.Method) {
		return "", nil, say.Errorf("level %q: the methods are %v; got %q", l.Key, w.Methods, spec.Method)
	}
	values = map[string]float64{}
	for _, k := range w.Knobs {
		v := k.Default
		switch name := named(spec.Method, k.Name); {
		case k.Name == Angle:
			v = a.Towards
		case k.Name == Length:
			v = a.By
		case name != "":
			v = spec.Get(name).Num
		}
		if !k.Has(v) {
			return "", nil, say.Errorf("level %q: %s has %d values from %v to %v; %v is none of them",
				l.Key, k.Name, len(k.Values), k.Values[0], k.Values[len(k.Values)-1], v)
		}
		values[k.Name] = v
	}
	if want := w.Action(spec.Method, values); a != want {
		return "", nil, say.Errorf("level %q: a try with these knobs is %q; got %q", l.Key, want.Racer, a.Racer)
	}
	return spec.Method, values, nil
}

// Next lets the method run.
func (w Launch) Next(l *Level, s State, a Action) (State, error) {
	t, err := w.trial(l, a)
	if err != nil {
		return s, err
	}
	return s.grown(a).tried(t), nil
}

// trial is a run from the start.
func (w Launch) trial(l *Level, a Action) (Trial, error) {
	if a.Do != Try {
		return Trial{}, refuse(l, a)
	}
	if _, _, err := w.Setting(l, a); err != nil {
		return Trial{}, err
	}
	spec, _ := a.Spec()
	from := w.From(l, a)
	seeds := 1
	if spec.Get("grad_noise").Num > 0 {
		seeds = max(w.Seeds, 1)
	}
	t := Trial{By: a, From: from}
	for seed := range seeds {
		run, err := l.Ground.Run(spec, from, w.Steps, uint64(seed))
		if err != nil {
			return Trial{}, err
		}
		t.Runs = append(t.Runs, run)
		at := ground.Settled(run, l.Ground.Lowest().Value+w.Near)
		if at < 0 || t.Steps < 0 {
			t.Steps = -1
		} else {
			t.Steps = max(t.Steps, at+int(math.Ceil(w.Price*math.Abs(a.By))))
		}
		t.Blew = t.Blew || run.Verdict.Kind != race.Finished || run.Loss(run.Steps) > run.Loss(0)
	}
	return t, nil
}

// From is where the run of a try begins: at the start, or where its push brings the ball to.
func (w Launch) From(l *Level, a Action) surfaces.Point { return pushed(l.Ground.Start, a) }

// pushed is where a ball is after the push of an action. The four directions along the axes are exact, so that a push along a
// ridge stays on it.
func pushed(from surfaces.Point, a Action) surfaces.Point {
	sin, cos := math.Sincos(a.Towards * math.Pi / 180)
	switch math.Mod(a.Towards, 360) {
	case 0:
		sin, cos = 0, 1
	case 90:
		sin, cos = 1, 0
	case 180:
		sin, cos = 0, -1
	case 270:
		sin, cos = -1, 0
	}
	return surfaces.Point{X: from.X + a.By*cos, Y: from.Y + a.By*sin}
}

// Moves are the tries of all methods with all values.
func (w Launch) Moves(*Level, State) (list []Action) {
	known := map[Action]bool{}
	for _, method := range w.Methods {
		for values := range w.settings(w.Knobs) {
			if a := w.Action(method, values); !known[a] {
				known[a] = true
				list = append(list, a)
			}
		}
	}
	return list
}

// settings are all combinations of values.
func (w Launch) settings(knobs []Knob) func(yield func(map[string]float64) bool) {
	return func(yield func(map[string]float64) bool) {
		values := map[string]float64{}
		var set func(i int) bool
		set = func(i int) bool {
			if i == len(knobs) {
				return yield(values)
			}
			for _, v := range knobs[i].Values {
				values[knobs[i].Name] = v
				if !set(i + 1) {
					return false
				}
			}
			return true
		}
		set(0)
	}
}

// Enough is how many tries the search for par needs: they do not depend on one another.
func (w Launch) Enough() int { return 1 }

// Count is that of the best trial's steps.
func (w Launch) Count(_ *Level, s State) (int, bool) {
	best := s.Best()
	if best < 0 {
		return 0, false
	}
	return s.Trials[best].Steps, true
}

// Key is the best count.
func (w Launch) Key(l *Level, s State) string {
	n, reached := w.Count(l, s)
	return fmt.Sprint(n, reached)
}
