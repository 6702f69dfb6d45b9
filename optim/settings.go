package optim

// settings are the values of all knobs of a Spec, defaults filled in, for a race of so many steps.
// A default that is derived sees the knobs before its own.
type settings struct {
	steps  int
	climbs bool // the racer goes uphill
	values map[string]Value

	formulas map[string]*factors // of a Template: those that are compiled
}

func (k settings) num(name string) float64    { return k.values[name].Num }
func (k settings) int(name string) int        { return int(k.values[name].Num) }
func (k settings) on(name string) bool        { return k.values[name].Num != 0 }
func (k settings) text(name string) string    { return k.values[name].Text }
func (k settings) list(name string) []float64 { return k.values[name].List }

// resolve fills in what the Spec leaves to the defaults. The knobs come with their derived defaults worked out.
func (s Spec) resolve(steps int) ([]Knob, settings) {
	knobs := s.knobs()
	k := s.settle(knobs, steps)
	for i := range knobs {
		knob := &knobs[i]
		if knob.derive == nil {
			continue
		}
		knob.Default = knob.derive(k).Num
		if knob.Kind == Integer {
			knob.Max = float64(max(2*steps, 10))
		}
	}
	return knobs, k
}

// settle gives every knob its value: what is set, or its default. The set lists are copied.
func (s Spec) settle(knobs []Knob, steps int) settings {
	k := settings{steps: steps, climbs: s.Climbs(), values: make(map[string]Value, len(knobs))}
	s.settleIn(k, knobs)
	return k
}

// settleIn is settle in a map that is there.
func (s Spec) settleIn(k settings, knobs []Knob) {
	for i := range knobs {
		knob := &knobs[i]
		v, set := s.Set[knob.Name]
		switch {
		case set:
			v = v.clone()
		case knob.derive != nil:
			v = knob.derive(k)
		default:
			v = knob.def()
		}
		k.values[knob.Name] = v
	}
}

// Resolve is a copy with every knob set, for a race of so many steps: what a Plan for it uses.
func (s Spec) Resolve(steps int) Spec {
	_, k := s.resolve(steps)
	s.Set = k.values
	return s
}
