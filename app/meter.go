package main

import (
	"fmt"
	"sync"
	"time"

	"descentlab/optim/sweep"
)

const (
	meterPause = 150 * time.Millisecond // between two readings; work that takes less says nothing
	meterSure  = time.Second            // of work, before there is an estimate
)

// A meter tells how much of some work is done, and how long the rest will take if it goes on like that.
type meter struct {
	mu          sync.Mutex
	began, last time.Time
	part        float64 // the most that has been told
}

func newMeter(now time.Time) *meter { return &meter{began: now, last: now} }

// at takes in that a part of the work, 0 to 1, is done. It returns what to say about it, unless something has been said a
// moment ago. Workers may call it at once, and in any order.
func (m *meter) at(part float64, now time.Time) (text string, due bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.part = max(m.part, min(part, 1))
	if now.Sub(m.last) < meterPause {
		return "", false
	}
	m.last = now
	text = percent(m.part)
	if passed := now.Sub(m.began); passed >= meterSure && m.part > 0 {
		text += ", " + duration(time.Duration(float64(passed)*(1-m.part)/m.part)) + " left"
	}
	return text, true
}

// duration is a time to wait, as exactly as one cares to know it.
func duration(d time.Duration) string {
	switch seconds := d.Seconds(); {
	case seconds < 1:
		return "less than 1 s"
	case seconds < 90:
		return fmt.Sprintf("about %.0f s", seconds)
	case seconds < 90*60:
		return fmt.Sprintf("about %.0f min", seconds/60)
	default:
		return fmt.Sprintf("about %.0f h", seconds/3600)
	}
}

// metered are the options of the sweeps of a job, whose progress it tells now and then: of the k-th one of n alike.
func (b *background) metered(say func(func())) func(k, n int) sweep.Options {
	m := newMeter(time.Now())
	return func(k, n int) sweep.Options {
		return sweep.Options{Progress: func(done, all int) {
			if text, due := m.at((float64(k)+float64(done)/float64(all))/float64(n), time.Now()); due {
				say(func() { b.tell(text) })
			}
		}}
	}
}
