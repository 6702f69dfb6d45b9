package optim

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/near"
)

// A Spec is a racer as a user states it: a method, a schedule, and the knobs that were set. It is data; a Plan is made
// from it. As text it is `adam lr=0.06 schedule=cosine T_max=100 milestones=10,50`, see ParseSpec.
type Spec struct {
	Method   string           // the key of a Method
	Schedule string           // the key of a ScheduleKind; "" keeps lr as it is
	Set      map[string]Value // by the knob's name; knobs that are missing have their defaults
}

// NominalSteps is the race's length that Get and the Default of a derived knob assume.
const NominalSteps = 1000

// noSchedule is how text says that there is no schedule.
const noSchedule = "none"

// Knobs are all knobs that apply, in the order in which they should be shown: the method's, the schedule's, the
// stages'; derived defaults as in a race of NominalSteps. A Spec whose method or schedule is unknown has none of theirs.
func (s Spec) Knobs() []Knob { return s.KnobsFor(NominalSteps) }

// KnobsFor is Knobs for a race of so many steps: derived defaults, and the sliders of knobs that count updates, fit it.
func (s Spec) KnobsFor(steps int) []Knob {
	knobs, _ := s.resolve(steps)
	return knobs
}

// lists are the knobs that apply as they stand in the catalogue: the method's, the schedule's, the stages'.
func (s Spec) lists() (l [3][]Knob) {
	l[2] = stageKnobs
	if m := findMethod(s.Method); m != nil {
		l[0] = m.Knobs
		if slices.ContainsFunc(m.Knobs, isDecay) {
			l[2] = otherStageKnobs
		}
	}
	if kind := findSchedule(s.Schedule); kind != nil {
		l[1] = kind.Knobs
	}
	return l
}

// knobs are a copy of them in one piece.
func (s Spec) knobs() []Knob {
	l := s.lists()
	return slices.Concat(l[0], l[1], l[2])
}

// find looks for a knob that applies, as it stands in the catalogue; nil if there is none. Every slider asks for its own at every
// move.
func (s Spec) find(name string) *Knob {
	for _, list := range s.lists() {
		for i := range list {
			if list[i].Name == name {
				return &list[i]
			}
		}
	}
	return nil
}

// Knob finds a knob that applies by name; the error suggests what may have been meant.
func (s Spec) Knob(name string) (Knob, error) {
	if k := s.find(name); k != nil {
		return *k, nil
	}
	var names []string
	for _, k := range s.knobs() {
		names = append(names, k.Name)
	}
	var of []string
	for _, kind := range scheduleKinds {
		if slices.ContainsFunc(kind.Knobs, func(k Knob) bool { return k.Name == name }) {
			of = append(of, kind.Key)
		}
	}
	if len(of) > 0 {
		return Knob{}, say.Errorf("%s needs schedule=%s", name, strings.Join(of, " or schedule="))
	}
	nearest := knobAlsoCalled[strings.ToLower(name)]
	if !slices.Contains(names, nearest) {
		nearest = near.Word(name, append(names, "schedule"))
	}
	if nearest == name {
		nearest = "" // a schedule is set as a knob is, but has no value to look at
	}
	return Knob{}, &UnknownKnobError{Method: s.Method, Name: name, Names: names, Nearest: nearest}
}

// Get is what the knob is set to, or its default in a race of NominalSteps. A knob that does not apply is zero.
func (s Spec) Get(name string) Value { return s.GetFor(name, NominalSteps) }

// GetFor is what the knob is set to, or its default in a race of so many steps.
func (s Spec) GetFor(name string, steps int) Value {
	k := s.find(name)
	if k == nil {
		return Value{}
	}
	if v, set := s.Set[name]; set {
		return v.clone()
	}
	if k.derive == nil {
		return k.def()
	}
	return s.settle(s.knobs(), steps).values[name]
}

// With is a copy with one knob set; neither it nor v shares anything with the original.
func (s Spec) With(name string, v Value) Spec {
	s = s.Clone()
	if s.Set == nil {
		s.Set = make(map[string]Value)
	}
	s.Set[name] = v.clone()
	return s
}

// Without is a copy with one knob back at its default.
func (s Spec) Without(name string) Spec {
	s = s.Clone()
	delete(s.Set, name)
	return s
}

// WithMethod is a copy that races with another method; of what was set, the knobs that the new method has too are
// kept, but not lr, whose sensible size differs from method to method. A method without lr has no schedule.
func (s Spec) WithMethod(key string) Spec {
	s.Method = key
	if m := findMethod(key); m != nil && !m.Rated() {
		s.Schedule = ""
	}
	return s.Without("lr").pruned()
}

// WithSchedule is a copy with another schedule ("" for none), without the settings of the old one.
func (s Spec) WithSchedule(key string) Spec {
	s.Schedule = key
	return s.Clone().pruned().Settled("")
}

// Settled is a copy without those settings of its schedule that do not go together with the others; keep is one that does.
func (s Spec) Settled(keep string) Spec {
	for _, k := range s.schedules().Knobs {
		if k.Name != keep && s.schedules().check != nil && s.Check() != nil {
			s = s.Without(k.Name)
		}
	}
	return s
}

// pruned drops the settings of knobs that do not apply. It changes s.Set.
func (s Spec) pruned() Spec {
	knobs := s.knobs()
	maps.DeleteFunc(s.Set, func(name string, v Value) bool {
		return !slices.ContainsFunc(knobs, func(k Knob) bool { return k.Name == name && k.Check(v) == nil })
	})
	return s
}

// Clone is a copy that shares nothing with the original.
func (s Spec) Clone() Spec {
	set := maps.Clone(s.Set)
	for name, v := range set {
		set[name] = v.clone()
	}
	s.Set = set
	return s
}

// Check says what is wrong with the Spec: an unknown name with the nearest one suggested, a value outside its domain
// with the domain, or knobs that do not go together.
func (s Spec) Check() error {
	m, err := LookupMethod(s.Method)
	if err != nil {
		return err
	}
	if s.Schedule != "" {
		if _, err := LookupSchedule(s.Schedule); err != nil {
			return fmt.Errorf("%s: %w", s.Method, err)
		}
		if !m.Rated() {
			return say.Errorf("%s has no lr that schedule=%s could change", s.Method, s.Schedule)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Set)) {
		k, err := s.Knob(name)
		if err != nil {
			return err
		}
		if err := k.Check(s.Set[name]); err != nil {
			return fmt.Errorf("%s: %w", s.Method, err)
		}
	}
	if m.check != nil || s.schedules().check != nil {
		_, k := s.resolve(NominalSteps)
		return s.blame(s.together(m, k))
	}
	return nil
}

// together says which knobs of method and schedule do not go together.
func (s Spec) together(m *Method, k settings) error {
	if m.check != nil {
		if err := m.check(k); err != nil {
			return err
		}
	}
	if check := s.schedules().check; check != nil {
		return check(k)
	}
	return nil
}

// schedules is the kind of the schedule; an empty one if there is none.
func (s Spec) schedules() *ScheduleKind {
	if kind := findSchedule(s.Schedule); kind != nil {
		return kind
	}
	return &ScheduleKind{}
}

// Plan makes the plan for points of dim coordinates in a race of so many steps, on which the defaults of some
// schedules depend. It fails as Check does, and if dim is less than 1 or steps are less than 0.
func (s Spec) Plan(dim, steps int) (*Plan, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if dim < 1 || steps < 0 {
		return nil, say.Errorf("a plan needs at least one coordinate and no negative number of steps")
	}
	_, k := s.resolve(steps)
	return NewPlan(dim, s.schedule(k), s.rules(findMethod(s.Method), k)...).climb(k.on(maximizeKnob.Name)), nil
}

// rules are those of a checked spec, from its settings.
func (s Spec) rules(m *Method, k settings) []Rule {
	var rules []Rule
	if watch := s.schedules().watch; watch != nil {
		rules = append(rules, watch(k))
	}
	if m.ahead != nil {
		rules = append(rules, m.ahead(k)...)
	}
	rules = append(rules, before(k, !m.decoupled)...)
	return append(rules, around(m.rules(k), k)...)
}

// schedule makes the schedule from the resolved knobs. A method without lr has the rate 1.
func (s Spec) schedule(k settings) Schedule {
	if _, rated := k.values["lr"]; !rated {
		return Fixed(1)
	}
	if kind := findSchedule(s.Schedule); kind != nil {
		return kind.make(k)
	}
	return Fixed(k.num("lr"))
}

// Rates is the schedule's curve in a race of so many steps: the rate of each update. It is nil if Check fails or steps are
// less than 0.
func (s Spec) Rates(steps int) []float64 {
	if steps < 0 || s.Check() != nil {
		return nil
	}
	_, k := s.resolve(steps)
	schedule := s.schedule(k)
	rates := make([]float64, steps)
	for t := range rates {
		rates[t] = schedule.Rate(t)
	}
	return rates
}

// Equal tells whether two Specs are the same: of the same method and schedule, with the same knobs set to the same values.
func (s Spec) Equal(o Spec) bool {
	return s.Method == o.Method && s.Schedule == o.Schedule && maps.EqualFunc(s.Set, o.Set, Value.equal)
}

// knobAlsoCalled are other names of knobs, by which one may look for them.
var knobAlsoCalled = map[string]string{
	"eta": "lr", "alpha": "lr", "gamma": "lr", "rate": "lr", "stepsize": "lr", "learningrate": "lr", "learning-rate": "lr",
	"η": "lr", "α": "lr", "mu": "momentum", "μ": "momentum", "β1": "beta1", "β2": "beta2", "epsilon": "eps", "ε": "eps",
	"wd": "weight_decay", "decay": "weight_decay", "l2": "weight_decay", "clip": "clip_norm", "grad_clip": "clip_norm",
	"max_norm": "clip_norm", "lr_scheduler": "schedule", "scheduler": "schedule",
}
