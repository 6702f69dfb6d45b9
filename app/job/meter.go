package job

import (
	"sync"
	"time"
)

const (
	meterPause = 150 * time.Millisecond // between two readings; work that takes less tells nothing
	meterSure  = time.Second            // of work, before there is an estimate
)

// A Progress is how much of some work is done.
type Progress struct {
	Part float64       // 0 to 1
	Left time.Duration // what the rest will take if it goes on like that
	Sure bool          // it has gone on long enough to tell Left
}

// A Meter turns news of how much is done into progress that is worth telling.
type Meter struct {
	mu          sync.Mutex
	began, last time.Time
	part        float64 // the most that has been told
}

// NewMeter begins to measure.
func NewMeter(now time.Time) *Meter { return &Meter{began: now, last: now} }

// At takes in that a part of the work, 0 to 1, is done. It returns what to say about it, unless something has been said a
// moment ago. Workers may call it at once, and in any order.
func (m *Meter) At(part float64, now time.Time) (p Progress, due bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.part = max(m.part, min(part, 1))
	if now.Sub(m.last) < meterPause {
		return p, false
	}
	m.last = now
	p.Part = m.part
	if passed := now.Sub(m.began); passed >= meterSure && m.part > 0 {
		p.Left, p.Sure = time.Duration(float64(passed)*(1-m.part)/m.part), true
	}
	return p, true
}
