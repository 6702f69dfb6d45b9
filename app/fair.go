package main

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// fairPane tunes every racer under the same budget and lets them race from many starts.
type fairPane struct {
	ui                    *ui
	told                  *caption
	budget, starts, seeds *widgets.Knob
	run, take             *widgets.Button
	table                 *widgets.Table
	box                   *fyne.Container

	work    background
	state   lab.State
	running bool
	results []lab.FairResult
	of      lab.Experiment // that the results are of
}

func newFairPane(u *ui) *fairPane {
	p := &fairPane{ui: u, work: background{post: u.post}, told: newCaption("")}
	idea := newCaption("Each racer's main knobs are tuned from the present start, all under the same budget of gradient evaluations. Then they race from random starts all over the window.")
	p.budget = p.knob(widgets.KnobSpec{Label: "budget", Help: "Gradient evaluations that the tuning of each racer may spend",
		Min: 1000, Max: 1e6, Low: 1, High: lab.MaxBudget, Scale: widgets.Log, Integer: true, Default: 50000},
		func(f *lab.Fair, v int) { f.Budget = v })
	p.starts = p.knob(widgets.KnobSpec{Label: "starts", Help: "Random starts of the contest; the seed of the noise chooses them",
		Min: 10, Max: 2000, Low: 1, High: lab.MaxStarts, Scale: widgets.Log, Integer: true, Default: 200},
		func(f *lab.Fair, v int) { f.Starts = v })
	p.seeds = p.knob(widgets.KnobSpec{Label: "seeds", Help: "Times each start is run, with other random numbers",
		Min: 1, Max: 50, Low: 1, High: lab.MaxSeeds, Integer: true, Default: 1},
		func(f *lab.Fair, v int) { f.Seeds = v })
	p.run = widgets.NewButton("Tune and race", "", "Tune every racer, then let them race", p.start)
	p.take = widgets.NewButton("Take these settings", "", "Give the racers the settings that were found", p.takeOver)
	p.table = widgets.NewTable([]widgets.Column{
		{Title: "racer", Weight: 1, Min: 84},
		{Title: "won", Align: fyne.TextAlignTrailing, Min: 46},
		{Title: "global", Align: fyne.TextAlignTrailing, Min: 48},
		{Title: "f − f*", Align: fyne.TextAlignTrailing, Min: 56},
		{Title: "evals", Align: fyne.TextAlignTrailing, Min: 42, Optional: 1},
		{Title: "tuned with", Align: fyne.TextAlignTrailing, Min: 66, Optional: 2},
	})
	buttons := container.NewHBox(p.run, p.take)
	body := container.New(layout.NewCustomPaddedVBoxLayout(panelGap), idea.note.box, p.budget, p.starts, p.seeds, buttons, p.table, p.told.note.box)
	p.box = container.NewStack(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, scrollBar), body)))
	return p
}

func (p *fairPane) knob(spec widgets.KnobSpec, set func(*lab.Fair, int)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.ui.edit("fair "+spec.Label, func(e *lab.Experiment) { set(&e.Fair, int(v)) })
		if done {
			p.ui.lab.Seal()
		}
	}
	k.OnError = func(msg string) { p.say(msg) }
	return k
}

func (p *fairPane) update(s lab.State, c lab.Change) {
	p.state = s
	if !p.box.Visible() {
		return
	}
	f := s.Doc.Fair.Filled()
	p.budget.SetValue(float64(f.Budget))
	p.starts.SetValue(float64(f.Starts))
	p.seeds.SetValue(float64(f.Seeds))
	if c&lab.DocChanged != 0 {
		p.show()
	}
}

// start begins, or stops what is under way.
func (p *fairPane) start() {
	if p.running {
		p.work.stop()
		p.running = false
		p.say("Stopped.")
		p.show()
		return
	}
	s := p.state
	if s.Field == nil || !s.Field.Known || len(s.Doc.Racers) == 0 {
		p.say("There is nothing to race yet.")
		return
	}
	f := s.Doc.Fair.Filled()
	if f.Budget < s.Doc.Steps {
		p.say(fmt.Sprintf("A budget of %d is less than one run of %d steps.", f.Budget, s.Doc.Steps))
		return
	}
	fair := lab.FairRace{
		Survey: lab.Survey{Probe: s.Field.Probe, Least: s.Field.Least, Doc: s.Doc, View: s.Doc.Home, Places: s.Field.Places},
		Fair:   f,
	}
	p.running, p.results = true, nil
	p.say("Tuning …")
	p.work.stop()
	p.work.ask("fair", func(ctx context.Context, say func(func())) {
		results, err := fair.Run(ctx, func(part float64) {
			say(func() { p.say("Tuning and racing … " + percent(part)) })
		})
		say(func() { p.finished(fair.Doc, results, err) })
	})
	p.show()
}

func (p *fairPane) finished(doc lab.Experiment, results []lab.FairResult, err error) {
	p.running = false
	if err != nil {
		p.say(sentence(err))
	} else {
		p.results, p.of = results, doc
		f := doc.Fair.Filled()
		p.say(fmt.Sprintf("%d runs each, from %d starts. Won: it came to the deepest minimum with the fewest evaluations, or lowest where none did; who tie share. Global: share of runs that ended in the deepest minimum. f − f* and evals are medians.", f.Starts*f.Seeds, f.Starts))
	}
	p.show()
}

// show fills the table with the results.
func (p *fairPane) show() {
	p.run.SetText(map[bool]string{false: "Tune and race", true: "Stop"}[p.running])
	setShown(p.take, len(p.results) > 0 && !p.running)
	names := p.of.Names()
	rows := make([]widgets.TableRow, len(p.results))
	for i, r := range p.results {
		slot := p.of.Racers[i].Slot
		rows[i] = widgets.TableRow{
			Key: names[i], Glyph: plot.RacerGlyph(slot), Color: p.ui.palette().Racer(slot),
			Cells: []string{names[i], percent(r.Score.Won), percent(r.Score.Global), short(r.Score.Gap[1]), count(r.Score.Evaluations[1]), fmt.Sprint(r.Evaluations)},
			Hint: fmt.Sprintf("%s: tuned %v in %d trials with %d evaluations to %v; f − f* quartiles %s, %s, %s; evaluations to arrive %s, %s, %s; diverged %s",
				names[i], r.Knobs, r.Trials, r.Evaluations, r.Spec, short(r.Score.Gap[0]), short(r.Score.Gap[1]), short(r.Score.Gap[2]),
				count(r.Score.Evaluations[0]), count(r.Score.Evaluations[1]), count(r.Score.Evaluations[2]), percent(r.Score.Diverged)),
		}
	}
	p.table.SetRows(rows)
	setShown(p.table, len(rows) > 0)
	p.box.Refresh()
}

// takeOver gives the racers the settings that were found, as far as they are still there.
func (p *fairPane) takeOver() {
	found := map[int]optim.Spec{}
	for i, r := range p.results {
		found[p.of.Racers[i].Slot] = r.Spec
	}
	p.ui.edit("", func(e *lab.Experiment) {
		for i := range e.Racers {
			if spec, ok := found[e.Racers[i].Slot]; ok && spec.Method == e.Racers[i].Spec.Method {
				e.Racers[i].Spec = spec.Clone()
			}
		}
	})
}

func (p *fairPane) say(text string) { p.told.set(text) }
