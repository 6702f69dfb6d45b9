package optim

// EMA keeps the exponential moving average of the positions, Decay*average + (1-Decay)*x from the start on, without any
// effect on the racer (torch.optim.swa_utils.AveragedModel with an average of this kind; Polyak & Juditsky 1992 for
// averaging as such).
type EMA struct{ Decay float64 }

func (EMA) Name() string     { return "ema" }
func (EMA) Memory() []string { return []string{"average"} }
func (EMA) Shadow() string   { return "average" }

func (EMA) separable() {}

func (r EMA) Apply(s *Step) {
	mean := s.Mem[0]
	if s.T == 0 {
		copy(mean, s.X)
	}
	for i, d := range s.Dir {
		mean[i] = average(mean[i], r.Decay, s.lands(i, d))
	}
}

// Explain writes the average, which no step knows.
func (r EMA) Explain(u Part) []Line {
	return []Line{u.mean(0, Position, `a`, r.Decay, `x`), u.hands(`u`)}
}
