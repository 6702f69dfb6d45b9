package lab

import "math"

// Seek stops playback and puts the playhead on step t.
func (l *Lab) Seek(t float64) { l.move(l.state.seek(t, l.state.Doc.Steps)) }

// Play starts playback, from the start if the playhead is at the end.
func (l *Lab) Play() { l.move(l.state.play(l.state.Doc.Steps)) }

// Pause stops playback where it is.
func (l *Lab) Pause() {
	p := l.state.Playhead
	p.Playing = false
	l.move(p)
}

// Toggle plays or pauses.
func (l *Lab) Toggle() {
	if l.state.Playing {
		l.Pause()
	} else {
		l.Play()
	}
}

// StepBy stops playback and moves by d whole steps.
func (l *Lab) StepBy(d int) { l.move(l.state.step(d, l.state.Doc.Steps)) }

// SetSpeed sets the speed of playback, kept within MinSpeed and MaxSpeed.
func (l *Lab) SetSpeed(v float64) {
	p := l.state.Playhead
	p.Speed = ClampSpeed(v)
	l.move(p)
}

// SetLoop makes playback start again at its end, or not.
func (l *Lab) SetLoop(on bool) {
	p := l.state.Playhead
	p.Loop = on
	l.move(p)
}

// Advance lets dt seconds pass.
func (l *Lab) Advance(dt float64) { l.move(l.state.advance(dt, l.state.Doc.Steps)) }

// AdvanceWhole is Advance that shows whole steps alone, between which no head is ever seen.
func (l *Lab) AdvanceWhole(dt float64) {
	p := l.state.Playhead
	p.Head = math.Floor(p.Head) + l.part
	p = p.advance(dt, l.state.Doc.Steps)
	whole := math.Floor(p.Head)
	l.part, p.Head = p.Head-whole, whole
	l.move(p)
}

func (l *Lab) move(p Playhead) {
	if p != l.state.Playhead {
		l.state.Playhead = p
		l.tell(HeadChanged)
	}
}
