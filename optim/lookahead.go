package optim

import "math"

// Lookahead lets whatever is before it walk K updates and then moves a slow copy of the position a part of the way
// after it, from where the walk goes on: slow = slow + Alpha*(x - slow), x = slow (Zhang et al. 2019, algorithm 1).
// With Momentum the slow copy itself is a heavy ball, as in SlowMo (Wang et al. 2019, with unit rate):
// u = Momentum*u + (x - slow), slow = slow + Alpha*u.
//
// It sets the position itself, so the direction it hands on is the whole step. What the inner method remembers is kept.
type Lookahead struct {
	K               int
	Alpha, Momentum float64
}

func outerMomentum(name string) Knob {
	return open(nonNegative(name, 0, 0.95, "How much of its last move the slow copy keeps."), false, true, 1)
}

func (Lookahead) Name() string   { return "lookahead" }
func (Lookahead) Shadow() string { return "slow" }

func (r Lookahead) Memory() []string {
	if r.Momentum > 0 {
		return []string{"slow", "slow_momentum"}
	}
	return []string{"slow"}
}

func (Lookahead) separable() {}

func (r Lookahead) Apply(s *Step) {
	slow := s.Mem[0]
	if s.T == 0 {
		copy(slow, s.X)
	}
	if !r.resets(s.T) {
		return
	}
	for i, d := range s.Dir {
		move := math.FMA(-s.Factor, d, s.X[i]) - slow[i]
		if r.Momentum > 0 {
			s.Mem[1][i] = r.Momentum*s.Mem[1][i] + move
			move = s.Mem[1][i]
		}
		slow[i] = math.FMA(r.Alpha, move, slow[i])
		s.Dir[i] = s.X[i] - slow[i]
	}
	s.Factor = 1
}

// resets tells whether the slow copy moves, and x with it.
func (r Lookahead) resets(t int) bool { return (t+1)%r.K == 0 }

// Explain writes the move of the slow copy in the updates in which it moves.
func (r Lookahead) Explain(u Part) []Line {
	slow := u.memory(0, Position, `s`, `s`)
	if !r.resets(u.T) {
		lines := []Line{slow}
		if len(u.After) > 1 {
			lines = append(lines, u.memory(1, Velocity, `w`, `w`))
		}
		return append(lines, u.hands(`u`))
	}
	if len(u.After) == 1 {
		slow.Math = `s \leftarrow s + ` + weighted(r.Alpha, `(x - s)`)
		return []Line{slow, u.hands(`x - s`)}
	}
	slow.Math = `s \leftarrow s + ` + weighted(r.Alpha, `w`)
	return []Line{u.memory(1, Velocity, `w`, `w \leftarrow `+written(r.Momentum)+` w + x - s`), slow, u.hands(`x - s`)}
}
