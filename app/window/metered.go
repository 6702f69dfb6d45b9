package window

import (
	"time"

	"descentlab/app/job"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// metered are the options of the sweeps of a job, whose progress it tells now and then: of the k-th one of n alike.
func (b *background) metered(say func(func())) func(k, n int) sweep.Options {
	m := job.NewMeter(time.Now())
	return func(k, n int) sweep.Options {
		return sweep.Options{Progress: func(done, all int) {
			if p, due := m.At((float64(k)+float64(done)/float64(all))/float64(n), time.Now()); due {
				say(func() { b.tell(words.Progress(p.Part, p.Left, p.Sure)) })
			}
		}}
	}
}
