package experiments

import (
	"context"
	"fmt"
	"image"
	"slices"
	"sync"
	"time"

	"descentlab/app/gallery"
	"descentlab/app/gallery/thumb"
	"descentlab/app/job"
	"descentlab/app/window/desk"
)

// pictures are those of all cards. They are drawn in the background, several at a time, those first that are seen, once for each
// theme and scale, and kept for the next start.
type pictures struct {
	room  *Room
	list  []gallery.Exhibit
	store thumb.Store
	work  *job.Job[[]drawn]
}

// A drawn is the picture of an experiment.
type drawn struct {
	key     string
	picture *image.RGBA
}

func newPictures(r *Room, list []gallery.Exhibit, store thumb.Store) *pictures {
	p := &pictures{room: r, list: list, store: store}
	p.work = job.New[[]drawn](r.desk.Post, func() {
		batch, _ := p.work.Result()
		for _, d := range batch {
			r.stage.cards[d.key].setPicture(d.picture)
		}
	})
	r.desk.Keep(desk.Quiet(p.work))
	return p
}

// pace is how long pictures wait for others that are shown together with them: each is one of the whole window.
const pace = 60 * time.Millisecond

// draw has them drawn as the theme and the canvas's scale want it, unless that is done or under way.
func (p *pictures) draw() {
	style := p.room.desk.Style()
	look := thumb.Look{Palette: style.Palette, Scale: style.Scale}
	list := p.order()
	p.work.Ask(fmt.Sprintf("%s %g", look.Palette.Key(), look.Scale), func(ctx context.Context, r *job.Report[[]drawn]) error {
		var mu sync.Mutex
		var batch []drawn
		last := time.Now()
		take := func(d drawn, due time.Duration) (ready []drawn) {
			mu.Lock()
			defer mu.Unlock()
			if d.picture != nil {
				batch = append(batch, d)
			}
			if time.Since(last) >= due {
				ready, batch, last = batch, nil, time.Now()
			}
			return ready
		}
		thumb.Each(ctx, list, look, p.store, func(i int, picture *image.RGBA) {
			if ready := take(drawn{list[i].Key, picture}, pace); ready != nil {
				r.Publish(ready)
			}
		})
		r.Publish(take(drawn{}, 0))
		return ctx.Err()
	})
}

// order is the list with those first that are seen.
func (p *pictures) order() []gallery.Exhibit {
	first := slices.Clone(p.room.wall.Shown)
	if from, _ := p.room.stage.seen(); from < len(first) {
		first = slices.Concat(first[from:], first[:from])
	}
	has := map[string]bool{}
	for _, e := range first {
		has[e.Key] = true
	}
	for _, e := range p.list {
		if !has[e.Key] {
			first = append(first, e)
		}
	}
	return first
}
