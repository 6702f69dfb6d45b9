package present

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/figure/strip"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/widgets/plot"
)

// A ribbon says where the run would end with every value of a setting: it is made in the background, and grey until then.
type ribbon struct {
	show *Show
	work *job.Job[[]strip.Piece]
	key  string // of what it is to show; "": nothing
}

func newRibbon(s *Show, drawn func()) *ribbon {
	return &ribbon{show: s, work: job.New[[]strip.Piece](s.frame.Post, drawn)}
}

// ask has the ribbon of a setting made, unless its racer changes on its way: no one value is that of the whole run then.
func (r *ribbon) ask(s lab.State, of setting) {
	ground, ready := outcome.Of(s)
	if racer := &s.Doc.Racers[of.racer]; !s.Surveyable() || !ready || figure.Changes(racer) || len(racer.Changes) > 0 {
		r.key = ""
		r.work.Stop()
		return
	}
	palette := r.show.frame.Palette()
	q := outcome.Question{Racer: of.racer, Knob: of.knob.Name, Value: of.spec.At}
	r.key = fmt.Sprintf("%s %d %s %s", palette.Key(), of.slot, of.knob.Name, ground.Key(q))
	r.work.Ask(r.key, func(ctx context.Context, report *job.Report[[]strip.Piece]) error {
		return ground.Ribbons(ctx, []outcome.Question{q}, outcome.Usual(), func(list []outcome.Ribbon) {
			report.Publish(strip.Pieces(palette, ground.Field.Searched, q.Knob, list[0]))
		})
	})
}

// pieces are those that are known.
func (r *ribbon) pieces() []strip.Piece {
	if list, made := r.work.Result(); made && r.work.Of() == r.key {
		return list
	}
	return nil
}

// draw draws it in a box, with a line at the present value, and says what its pieces mean where they have the room.
func (r *ribbon) draw(b *brush, at box, now float64) {
	b.box(at.x, at.y, at.w, at.h, 4, b.palette.Control)
	f := face{size: leastText, align: plot.AlignCenter}
	from := 0.0
	for _, piece := range r.pieces() {
		x, w := at.x+from*at.w, (piece.To-from)*at.w
		b.box(x, at.y, w, at.h, 0, piece.Color)
		from = piece.To
		f.ink, _ = b.palette.InksOn(piece.Color)
		// The line at the value parts a piece in two: what is said stands in the wider one.
		if x < now && now < x+w {
			if left := now - x; left > w/2 {
				w = left
			} else {
				x, w = now, w-left
			}
		}
		for _, text := range []string{piece.Text, piece.Short} {
			if b.width(text, f)+12 <= w {
				b.text(text, x+w/2, at.y+at.h-7, f)
				break
			}
		}
	}
	b.box(now-1.5, at.y-4, 3, at.h+8, 1, b.palette.Text)
}
