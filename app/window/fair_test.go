package window

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
)

func TestFairRace(t *testing.T) {
	u := mapped(t, "sphere", 50, "sgd lr=0.001", "adam lr=0.001")
	p := u.fair
	setLook(u, func(l *lab.Look) { l.Panel = "fair" })
	u.Edit("", func(e *lab.Experiment) { e.Fair = lab.Fair{Budget: 20, Starts: 20} })
	p.start()
	if p.running || !strings.Contains(p.told.Text, "at least the 50 evaluations") {
		t.Errorf("a budget of 20: %q", p.told.Text)
	}
	u.Edit("", func(e *lab.Experiment) { e.Fair.Budget = 5000 })
	rest(t, u)
	p.state.Field = nil
	p.start()
	if p.running || !strings.Contains(p.told.Text, "have been found") {
		t.Errorf("before the minima are known: running %t, %q", p.running, p.told.Text)
	}
	p.update(u.lab.State(), 0)
	if !p.running {
		t.Error("the race has not begun")
	}
	finish(t, u, &p.work)
	if p.running || len(p.results) != 2 || !p.take.Visible() {
		t.Fatalf("running %t, %d results: %q", p.running, len(p.results), p.told.Text)
	}
	if won := p.results[0].Score.Won; won < 0.9 {
		t.Errorf("gradient descent, tuned, wins %v on a bowl", won)
	}
	row := fairRow(p.results[0], "SGD", 0)
	if row.Notes[0] != "lr 0.5" || !strings.Contains(row.Notes[1], "quartiles") || !strings.Contains(row.Notes[1], "tuning ") {
		t.Errorf("the table says %q", row.Notes)
	}
	p.takeOver()
	if p.stale.Text != "" {
		t.Errorf("the settings that were found are %q", p.stale.Text)
	}
	if lr := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; math.Abs(lr-0.5) > 0.02 {
		t.Errorf("taken over: lr %v", lr)
	}
	u.lab.Undo()
	if lr := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; lr != 0.001 {
		t.Errorf("after undo lr is %v", lr)
	}
	u.Edit("", func(e *lab.Experiment) { e.Noise = 0.5 })
	if !strings.Contains(p.stale.Text, "has changed") || len(p.results) != 2 {
		t.Errorf("after an edit %q stands beside the results", p.stale.Text)
	}
	u.lab.Undo()
	if p.stale.Text != "" {
		t.Errorf("when it is undone, %q", p.stale.Text)
	}
	u.Edit("", func(e *lab.Experiment) { e.Fair.Budget = lab.MaxBudget })
	p.start()
	p.start() // stops it
	finish(t, u, &p.work)
	if p.running || len(p.results) > 0 || !strings.Contains(p.told.Text, "Stopped") {
		t.Errorf("stopped: running %t, %q", p.running, p.told.Text)
	}
}

// TestFairWhere: once a region is painted the contest can begin in it.
func TestFairWhere(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	p := u.fair
	setLook(u, func(l *lab.Look) { l.Panel = "fair" })
	if p.whereRow.Visible() {
		t.Error("a choice before anything is painted")
	}
	u.Edit("", func(e *lab.Experiment) {
		e.Painted = sweep.Region{{Pts: []sweep.Spot{{X: 3, Y: 2}}, Radius: 0.2}}
		e.Fair = lab.Fair{Knobs: []string{}, Starts: 20}
	})
	if !p.whereRow.Visible() {
		t.Fatal("no choice")
	}
	p.where.OnChanged(1)
	p.start()
	finish(t, u, &p.work)
	if len(p.results) != 1 || p.results[0].Score.Global != 1 || !strings.Contains(p.told.Text, "where it is painted") {
		t.Errorf("results %+v: %q", p.results, p.told.Text)
	}
}

// TestFairKnobs: chips say which knobs are tuned and change that, undoably; a knob whose racer has gone does no harm.
func TestFairKnobs(t *testing.T) {
	u := mapped(t, "sphere", 50, "sgd lr=0.001", "adam lr=0.001")
	p := u.fair
	setLook(u, func(l *lab.Look) { l.Panel = "fair" })
	lit := func() string {
		var on []string
		for _, c := range p.knobs.Chips() {
			if c.On {
				on = append(on, c.Title)
			}
		}
		return strings.Join(on, " ")
	}
	main := lit()
	if !strings.Contains(main, "lr") || strings.Contains(main, "eps") || strings.Contains(main, "main knobs") {
		t.Fatalf("at first %q are lit", main)
	}
	if hint := p.knobs.Chips()[0].Hint; !strings.Contains(hint, "SGD, Adam") {
		t.Errorf("hint of lr: %q", hint)
	}
	p.knobs.OnTapped("eps")
	if lit() != main+" eps" {
		t.Errorf("with eps %q are lit", lit())
	}
	p.knobs.OnTapped("lr")
	u.lab.Undo()
	if lit() != main+" eps" {
		t.Errorf("undone to %q", lit())
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers, e.Fair.Budget, e.Fair.Starts = e.Racers[:1], 500, 10 })
	if lit() != "lr" {
		t.Errorf("without Adam %q are lit", lit())
	}
	p.knobs.OnTapped("lr")
	p.start()
	finish(t, u, &p.work)
	if len(p.results) != 1 || !strings.Contains(fairRow(p.results[0], "SGD", 0).Notes[0], "as it is") {
		t.Errorf("results %+v: %q", p.results, p.told.Text)
	}
	p.knobs.OnTapped(mainKnobs)
	if u.lab.State().Doc.Fair.Knobs != nil || lit() != "lr" {
		t.Errorf("main knobs: %q", lit())
	}
	p.from.OnChanged(1)
	if f := u.lab.State().Doc.Fair; f.TuneStarts != severalStarts || !p.tuneFrom.Visible() {
		t.Errorf("from several starts: %+v", f)
	}
	p.start()
	finish(t, u, &p.work)
	if !strings.Contains(p.told.Text, "500 evaluations") && !strings.Contains(p.told.Text, "tuned from 10") {
		t.Errorf("told %q", p.told.Text)
	}
	p.from.OnChanged(0)
	if f := u.lab.State().Doc.Fair; f.TuneStarts != 0 || p.tuneFrom.Visible() {
		t.Errorf("from the start: %+v", f)
	}
}
