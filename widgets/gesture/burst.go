package gesture

import "time"

// burstPause is how long after its last step a burst of keys or of notches of the wheel counts as finished.
const burstPause = 600 * time.Millisecond

// A Burst is a row of small steps that together are one gesture.
type Burst struct{ cancel func() }

// GoOn is called for each step; finished is called once no other has followed for a while, unless End is called before.
// It is to call End as well.
func (b *Burst) GoOn(finished func()) {
	b.End()
	b.cancel = After(burstPause, finished)
}

// End ends the burst and tells whether there was one.
func (b *Burst) End() bool {
	if b.cancel == nil {
		return false
	}
	b.cancel()
	b.cancel = nil
	return true
}
