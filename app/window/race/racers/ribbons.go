package racers

import (
	"context"
	"fmt"
	"time"

	"descentlab/app/figure"
	"descentlab/app/figure/strip"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/plot"
	"descentlab/widgets/ribbon"
)

// ribbons are the strips below the tracks of open cards, which say where the run would end for every value. They are made in the
// background. The one of a knob that is dragged does not depend on where that stands, and stays; the others of its racer are
// veiled until new ones are there.
type ribbons struct {
	desk desk.Desk
	work *job.Job[ribbonPass]
	made map[ribbonOf]madeRibbon
	keys map[ribbonOf]string // of what the cards are to show; "": not known yet
	show func()

	limits func() outcome.Limits
}

// ribbonOf tells ribbons apart: that of a knob of the racer with this slot.
type ribbonOf struct {
	slot int
	knob string
}

// A madeRibbon is not changed once made.
type madeRibbon struct {
	key    string
	pieces []ribbon.Piece
	done   bool
}

type ribbonPass = map[ribbonOf]madeRibbon

// lull is how long no other setting must have come before ribbons are made anew: while a hand moves a slider, the pictures have
// the processor to themselves.
const lull = 90 * time.Millisecond

func newRibbons(d desk.Desk, show func()) *ribbons {
	r := &ribbons{desk: d, made: map[ribbonOf]madeRibbon{}, show: show, limits: outcome.Usual}
	r.work = job.New[ribbonPass](d.Post, r.take)
	d.Keep(desk.Quiet(r.work))
	return r
}

// Patient lets ribbons take as long as they need: they do not depend on the machine then.
func (p *Pane) Patient() { p.ribbons.limits = func() outcome.Limits { return outcome.Limits{} } }

// A ribbonJob asks for some ribbons.
type ribbonJob struct {
	ground    outcome.Ground
	palette   *plot.Palette
	of        []ribbonOf
	keys      []string // of each
	questions []outcome.Question
	after     time.Duration // lull, if older ones are seen
	limits    func() outcome.Limits
}

// ask has the ribbons of cards made that are not there yet.
func (r *ribbons) ask(s lab.State, cards []*card) {
	r.keys = map[ribbonOf]string{}
	if !s.Surveyable() {
		r.work.Stop() // the places are looked for
		return
	}
	ground, ready := outcome.Of(s)
	j, wish := ribbonJob{ground: ground, palette: r.desk.Palette(), limits: r.limits}, ""
	for _, c := range cards {
		why := whyNone(s, c.index)
		for _, row := range c.rows {
			slider, ok := row.(*sliderRow)
			if !ok {
				continue
			}
			of := ribbonOf{c.slot, slider.name}
			if why != "" {
				key := fmt.Sprint(j.palette.Key(), why)
				none := []ribbon.Piece{{To: 1, Color: j.palette.Border, Hint: why}}
				r.made[of], r.keys[of] = madeRibbon{key, none, true}, key
				continue
			}
			q := outcome.Question{Racer: c.index, Knob: slider.name, Value: slider.spec.At}
			key := fmt.Sprint(j.palette.Key(), ground.Key(q))
			r.keys[of] = key
			was := r.made[of]
			if was.key == key && was.done {
				continue
			}
			if was.key != key && was.pieces != nil {
				j.after = lull
			}
			j.of, j.keys, j.questions = append(j.of, of), append(j.keys, key), append(j.questions, q)
			wish += fmt.Sprint(of, key)
		}
	}
	if !ready || len(j.of) == 0 {
		r.work.Stop()
		return
	}
	r.work.Ask(wish, j.run)
}

// whyNone says why a racer has no ribbons, "" if it has: they are of runs that keep one value from their beginning to their end.
func whyNone(s lab.State, racer int) string {
	r := &s.Doc.Racers[racer]
	switch name := s.Doc.Names()[racer]; {
	case figure.Changes(r):
		return words.T("%s changes on its way: no one value is that of the whole run, whose end would be told here.", name)
	case len(r.Changes) > 0:
		return words.T("%s is forked: no one value is that of the whole run, whose end would be told here.", name)
	}
	return ""
}

// run makes the ribbons. An error is the context's.
func (j *ribbonJob) run(ctx context.Context, r *job.Report[ribbonPass]) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(j.after):
	}
	return j.ground.Ribbons(ctx, j.questions, j.limits(), func(list []outcome.Ribbon) {
		pass := ribbonPass{}
		for i, of := range j.of {
			pieces := strip.Pieces(j.palette, j.ground.Field.Searched, of.knob, list[i])
			made := madeRibbon{j.keys[i], make([]ribbon.Piece, len(pieces)), list[i].Done}
			for k, p := range pieces {
				made.pieces[k] = ribbon.Piece{To: p.To, Color: p.Color, Text: p.Text, Hint: p.Hint}
			}
			pass[of] = made
		}
		r.Publish(pass)
	})
}

// take takes in what has been made.
func (r *ribbons) take() {
	if pass, made := r.work.Result(); made && r.work.Fresh() {
		for of, one := range pass {
			r.made[of] = one
		}
	}
	r.show()
}

// of is the ribbon of a knob, and whether it is of another setting than the present one.
func (r *ribbons) of(slot int, knob string) (pieces []ribbon.Piece, old bool) {
	of := ribbonOf{slot, knob}
	made := r.made[of]
	return made.pieces, made.key != r.keys[of]
}
