// Package try is the pane of small changes that are worth trying: each says what comes of it, which was found out first.
package try

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/fold"
	"descentlab/widgets/kit"
	"descentlab/widgets/offer"
)

// most is how many changes there is room for.
const most = 3

// lull is how long nothing else must have come before changes are looked for: while a hand moves a slider, the pictures have the
// processor to themselves.
const lull = 250 * time.Millisecond

var _ desk.Pane = (*Pane)(nil)

// A Pane is a panel at the foot of the column. Where there is little room it is one line; a click unfolds it.
type Pane struct {
	desk    desk.Desk
	within  time.Duration // the search ends; 0: when it has tried all
	work    *job.Job[[]outcome.Change]
	head    *fold.Fold
	offers  [most]*offer.Offer
	changes []outcome.Change // that are shown
	choice  lab.Fold
	box     *fyne.Container
	panel   fyne.CanvasObject
	list    *fyne.Container
}

// New is the panel, without changes.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, within: outcome.Searching, head: fold.NewFold(words.T("Try"))}
	p.work = job.New[[]outcome.Change](d.Post, p.show)
	d.Keep(desk.Quiet(p.work))
	p.head.OnTapped, p.head.Crossed = p.fold, true
	p.list = container.NewWithoutLayout(p.head)
	for i := range p.offers {
		p.offers[i] = offer.New()
		p.offers[i].OnTaken = func() { p.take(i) }
		p.list.Add(p.offers[i])
	}
	p.list.Layout = rows{}
	p.panel = kit.NewFilled(p.list, nil)
	p.box = container.New(foot{p}, p.panel)
	p.show()
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update looks for changes to a race that is another one than before.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.follow(s.View.Tries)
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) == 0 {
		return
	}
	ground, ready := outcome.Of(s)
	if !ready {
		p.work.Stop()
		p.show()
		return
	}
	run, within := s.Run(), p.within
	p.work.Ask(keyOf(&s.Doc), func(ctx context.Context, r *job.Report[[]outcome.Change]) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lull):
		}
		changes, err := ground.Try(ctx, within, outcome.Ends(run))
		if err == nil {
			r.Publish(changes)
		}
		return err
	})
	p.show()
}

// Patient lets the search take as long as it needs: what it finds does not depend on the machine then.
func (p *Pane) Patient() { p.within = 0 }

// keyOf tells experiments apart by what can be tried on them.
func keyOf(e *setup.Experiment) string {
	key := fmt.Sprint(setup.KeyOf(setup.OfRace, e))
	for _, r := range e.Racers {
		key += fmt.Sprint(r.Slot, r.Hidden)
	}
	return key
}

// show shows the newest changes. Those of another race stay until there are newer ones, and cannot be made.
func (p *Pane) show() {
	found, made := p.work.Result()
	p.changes = found
	doc := p.desk.Lab().State().Doc
	stale := p.work.Of() != keyOf(&doc)
	for i, o := range p.offers {
		title, note := "", ""
		if i < len(found) {
			title, note = found[i].Title, found[i].Said
		}
		if i == 0 && made && len(found) == 0 {
			note = words.T("nothing small that was tried ends otherwise")
		}
		o.Set(title, note, stale)
	}
	p.showHead()
}

// take makes the i-th change, as one edit, and plays what comes of it.
func (p *Pane) take(i int) {
	if i >= len(p.changes) {
		return
	}
	change := p.changes[i]
	if p.desk.Edit("", change.Apply) == nil {
		p.desk.Lab().Seek(0)
		p.desk.Lab().Play()
	}
}
