package events

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/app/lab"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Known keeps the events of a race for the next one, in which most racers may run as before on the same surface. The zero value
// knows nothing. It must not be used by two goroutines at once.
type Known struct {
	field  *lab.Field
	home   surfaces.Rect
	ridges ridges
	runs   map[*race.Run][]Event
}

// Of is what Of gives.
func (n *Known) Of(ctx context.Context, r lab.Run) ([][]Event, error) {
	if n.field != r.Field || n.home != r.Doc.Home {
		*n = Known{field: r.Field, home: r.Doc.Home, ridges: ridges{}}
	}
	if err := n.ridges.trace(ctx, r); err != nil {
		return nil, err
	}
	all, runs := make([][]Event, len(r.Tape.Runs)), make(map[*race.Run][]Event, len(r.Tape.Runs))
	err := each(ctx, len(all), func(i int) {
		list, known := n.runs[r.Tape.Runs[i]]
		if !known {
			list = newTrack(r, i).events(n.ridges)
		}
		all[i] = list
	})
	if err != nil {
		return nil, err
	}
	for i, run := range r.Tape.Runs {
		runs[run] = all[i]
	}
	n.runs = runs
	return all, nil
}

// each does something for each of n on all cores, unless the context ends; the error is the context's.
func each(ctx context.Context, n int, do func(i int)) error {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}
