package racers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// stableRates are the largest rates, by slot, at which racers that have diverged would not have. They are not changed once made.
type stableRates = map[int]float64

// raceKey tells races apart.
func raceKey(doc *setup.Experiment) string { return fmt.Sprint(setup.KeyOf(setup.OfRace, doc)) }

// seekStable looks, in the background, for stable rates of those who have diverged.
func (p *Pane) seekStable(s lab.State) {
	var lost []int
	if s.Field != nil {
		for i := range s.TapeDoc.Racers {
			if _, diverged := s.Diverged(i); diverged {
				lost = append(lost, i)
			}
		}
	}
	if len(lost) == 0 {
		p.stable.Forget()
		return
	}
	p.stable.Ask(raceKey(&s.TapeDoc), func(ctx context.Context, r *job.Report[stableRates]) error {
		found := stableRates{}
		for _, i := range lost {
			if rate, ok := s.StableRate(ctx, i); ok {
				found[s.TapeDoc.Racers[i].Slot] = rate
			}
		}
		r.Publish(found)
		return nil
	})
}

// showStable offers what has been found.
func (p *Pane) showStable() {
	s := p.desk.Lab().State()
	for _, c := range p.cards {
		c.lost.update(s)
	}
}

// A lost is the foot of a card whose racer has diverged: when, and at which rate it would not have.
type lost struct {
	card   *card
	text   *widget.Label
	rate   float64 // that is offered; 0: none
	offer  *kit.Button
	around *fyne.Container // of the offer
	box    *fyne.Container
}

func newLost(c *card) *lost {
	l := &lost{card: c, text: kit.NewFault()}
	hint := words.T("The largest rate at which it comes through the race, and ends no higher than it began")
	l.offer = kit.NewButton("", "", hint, l.take)
	l.around = container.New(fynelayout.NewCustomPaddedLayout(0, 4, 8, 8), container.NewHBox(l.offer))
	l.around.Hide()
	l.box = container.New(fynelayout.NewCustomPaddedVBoxLayout(0), l.text, l.around)
	return l
}

// update shows how the racer's last run has ended. What is offered is of this race; while it is looked for, after another one,
// the old offer keeps its room, so that nothing jumps under a hand at a slider, and cannot be taken.
func (l *lost) update(s lab.State) {
	text, rate := "", 0.0
	if verdict, diverged := s.Diverged(s.TapeDoc.RacerAt(l.card.slot)); diverged {
		text = words.Ending(verdict)
		found, made := l.card.pane.stable.Result()
		valid := made && l.card.pane.stable.Of() == raceKey(&s.Doc)
		if rate = l.rate; valid {
			rate = found[l.card.slot]
		}
		kit.Enable(l.offer, valid)
	}
	if l.text.Text == text && l.rate == rate {
		return
	}
	kit.SetFault(l.text, text)
	if l.rate = rate; rate > 0 {
		l.offer.SetText(words.T("lr %s is stable here", words.Digits(rate, 2)))
	}
	layout.SetShown(l.around, rate > 0)
	l.card.pane.desk.Relayout()
}

// take gives the racer the rate that is offered.
func (l *lost) take() {
	rate := l.rate
	_ = l.card.edit("", func(r *setup.Racer) { r.Spec = r.Spec.With("lr", optim.Num(rate)) })
}
