package experiments

import (
	"context"
	"strings"
	"time"

	"descentlab/app/gallery"
	"descentlab/app/gallery/claim"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// checks finds out which claims of the card that is looked at are true: in the background, once for each card.
type checks struct {
	room *Room
	work *job.Job[checked]
	done map[string]bool
}

// A checked is what has become of the claims of an experiment.
type checked struct {
	key     string
	results []claim.Result
}

func newChecks(r *Room) *checks {
	c := &checks{room: r, done: map[string]bool{}}
	c.work = job.New[checked](r.desk.Post, func() {
		if got, made := c.work.Result(); made && !c.done[got.key] {
			c.done[got.key] = true
			r.stage.cards[got.key].setChecked(got.results)
		}
	})
	r.desk.Keep(desk.Quiet(c.work))
	return c
}

// look is how long a card must be looked at: a pointer that passes by has nothing computed.
const look = 250 * time.Millisecond

// soon checks the claims of an experiment, unless that is done, if it is looked at for a while.
func (c *checks) soon(e gallery.Exhibit) {
	if c.done[e.Key] {
		c.work.Stop()
		return
	}
	c.work.Ask(e.Key, func(ctx context.Context, r *job.Report[checked]) error {
		select {
		case <-time.After(look):
		case <-ctx.Done():
			return ctx.Err()
		}
		results, err := e.Check(ctx)
		if err != nil {
			return err
		}
		r.Publish(checked{e.Key, results})
		return nil
	})
}

// stop ends what is under way: nobody looks any more.
func (c *checks) stop() { c.work.Stop() }

// claimsText is what to check in an experiment, a claim a line, with what has been found of it.
func claimsText(e gallery.Exhibit, results []claim.Result) string {
	lines := []string{words.T("What to check")}
	names := make([]string, len(e.Names))
	for i, name := range e.Names {
		names[i] = words.Prose(name)
	}
	for i, cl := range e.Claims {
		mark := "•"
		if i < len(results) {
			mark = "✗"
			if results[i].OK {
				mark = "✓"
			}
		}
		lines = append(lines, mark+" "+cl.Said(names))
	}
	return strings.Join(lines, "\n")
}
