package xray

// PhaseTime is how long each phase of a step takes in slow motion, in seconds.
const PhaseTime = 0.7

// PulseTime is how long a mark on the maps pulses when its row is pointed at, in seconds.
const PulseTime = 0.9

// Pace tells in which phase slow motion is after so many seconds, and which part of it has passed, 0 to 1.
func Pace(seconds float64) (phase Phase, part float64) {
	at := seconds / PhaseTime
	switch {
	case !(at > 0):
		return Look, 0
	case at >= float64(Phases):
		return Move, 1
	}
	phase = Phase(at)
	return phase, at - float64(phase)
}

// Paced tells whether slow motion has come to its end.
func Paced(seconds float64) bool { return seconds >= PhaseTime*float64(Phases) }
