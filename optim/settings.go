package optim

// settings are the values of all knobs of a Spec, defaults filled in, for a race of so many steps.
// A default that is derived sees the knobs before its own.
type settings struct {
	steps  int
	values map[string]Value
}

func (k settings) num(name string) float64    { return k.values[name].Num }
func (k settings) int(name string) int        { return int(k.values[name].Num) }
func (k settings) on(name string) bool        { return k.values[name].Num != 0 }
func (k settings) list(name string) []float64 { return k.values[name].List }

// resolve fills in what the Spec leaves to the defaults. The knobs come with their derived defaults worked out.
func (s Spec) resolve(steps int) ([]Knob, settings) {
	k := settings{steps, make(map[string]Value)}
	knobs := s.knobs()
	for i := range knobs {
		knob := &knobs[i]
		v := Num(knob.Default)
		if knob.derive != nil {
			v = knob.derive(k)
			knob.Default = v.Num
			if knob.Kind == Integer {
				knob.Max = float64(max(2*steps, 10))
			}
		}
		if set, ok := s.Set[knob.Name]; ok {
			v = set.clone()
		}
		k.values[knob.Name] = v
	}
	return knobs, k
}

// Resolve is a copy with every knob set, for a race of so many steps: what a Plan for it uses.
func (s Spec) Resolve(steps int) Spec {
	_, k := s.resolve(steps)
	s.Set = k.values
	return s
}
