package lab

import "math"

// StepsPerSecond is the pace of playback at speed 1.
const StepsPerSecond = 25

// Slowest and fastest speed of playback.
const (
	MinSpeed = 0.1
	MaxSpeed = 100
)

// ClampSpeed returns v within MinSpeed and MaxSpeed, and 1 for what is no speed.
func ClampSpeed(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	return min(max(v, MinSpeed), MaxSpeed)
}

// A Playhead is a position on the tape and how it moves. Time is an argument: the same calls give the same positions.
type Playhead struct {
	Head    float64 // step, fractional while playing
	Playing bool
	Speed   float64
	Loop    bool
}

// advance moves a playing head on by dt seconds along a tape of so many steps.
func (p Playhead) advance(dt float64, steps int) Playhead {
	if !p.Playing || !(dt > 0) {
		return p
	}
	end := float64(steps)
	p.Head += dt * p.Speed * StepsPerSecond
	if p.Head < end {
		return p
	}
	if p.Loop {
		p.Head = math.Mod(p.Head, end)
		return p
	}
	p.Head, p.Playing = end, false
	return p
}

// play starts from where the head is, or from the start if it stands at the end.
func (p Playhead) play(steps int) Playhead {
	if p.Head >= float64(steps) {
		p.Head = 0
	}
	p.Playing = true
	return p
}

// step stops playback and goes to the next whole step in direction d.
func (p Playhead) step(d, steps int) Playhead {
	at := math.Floor(p.Head)
	if d < 0 {
		at = math.Ceil(p.Head)
	}
	return p.seek(at+float64(d), steps)
}

// seek stops playback and goes to step t, kept on the tape.
func (p Playhead) seek(t float64, steps int) Playhead {
	if math.IsNaN(t) {
		return p
	}
	p.Head, p.Playing = min(max(t, 0), float64(steps)), false
	return p
}

// resize keeps the head's place when the tape's length changes: at the end it stays at the end.
func (p Playhead) resize(from, to int) Playhead {
	if p.Head >= float64(from) || p.Head > float64(to) {
		p.Head = float64(to)
	}
	return p
}
