package fair

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// shown is a desk with nothing but the pane, of a width as beside the maps.
func shown(t *testing.T, surface string, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, 50, racers...)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelFair })
	p := New(d)
	d.Show(420, 700, p)
	return d, p
}

// results are those of the last race.
func (p *Pane) results() []lab.FairResult {
	c, _ := p.job.Result()
	return c.results
}

func TestFairRace(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: 20, Starts: 20} })
	p.press()
	if d.Busy() || !strings.Contains(p.told.Text, "at least the 50 evaluations") {
		t.Errorf("a budget of 20: %q", p.told.Text)
	}
	d.Edit("", func(e *setup.Experiment) { e.Fair.Budget = 5000 })
	d.Edit("", func(e *setup.Experiment) { e.SetTransform(30, 0) })
	p.press()
	if p.job.Busy() || !strings.Contains(p.told.Text, "have been found") {
		t.Errorf("before the minima are known: running %t, %q", p.job.Busy(), p.told.Text)
	}
	for !p.job.Busy() {
		d.Step()
	}
	if p.take.Visible() || !strings.HasPrefix(p.told.Text, "Tuning and racing") {
		t.Errorf("in the race %q", p.told.Text)
	}
	d.Settle()
	results := p.results()
	if len(results) != 2 || !p.take.Visible() || !p.table.Visible() || !strings.HasPrefix(p.told.Text, "20 runs each") {
		t.Fatalf("%d results: %q", len(results), p.told.Text)
	}
	if won := results[0].Score.Won; won < 0.9 {
		t.Errorf("gradient descent, tuned, wins %v on a bowl", won)
	}
	p.takeOver()
	if p.stale.Text != "" {
		t.Errorf("the settings that were found are %q", p.stale.Text)
	}
	lr := func() float64 { return d.State().Doc.Racers[0].Spec.Get("lr").Num }
	if math.Abs(lr()-0.5) > 0.02 {
		t.Errorf("taken over: lr %v", lr())
	}
	d.Lab().Undo()
	if lr() != 0.001 {
		t.Errorf("after undo lr is %v", lr())
	}
	d.Edit("", func(e *setup.Experiment) { e.Noise = 0.5 })
	if !strings.Contains(p.stale.Text, "has changed") || len(p.results()) != 2 {
		t.Errorf("after an edit %q stands beside the results", p.stale.Text)
	}
	d.Lab().Undo()
	if p.stale.Text != "" {
		t.Errorf("when it is undone, %q", p.stale.Text)
	}
}

// TestFairRaceStops: by its button, by Escape, and before it has begun; and then it can begin again.
func TestFairRaceStops(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	stopped := func(how string) {
		t.Helper()
		d.Settle()
		if p.job.Busy() || p.waiting || len(p.results()) > 0 || p.told.Text != "Stopped." {
			t.Errorf("%s: running %t, waiting %t, %q", how, p.job.Busy(), p.waiting, p.told.Text)
		}
	}
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: setup.MaxBudget, Starts: 20} })
	d.Settle()
	p.press()
	p.press()
	stopped("pressed again")
	p.press()
	for !strings.HasSuffix(p.told.Text, "(Esc stops)") {
		d.Step()
	}
	if !d.Interrupt() {
		t.Error("there is nothing to end")
	}
	stopped("Escape")
	d.Edit("", func(e *setup.Experiment) { e.SetTransform(30, 0) })
	p.press()
	if !p.waiting || !d.Interrupt() || d.Interrupt() {
		t.Error("a race that waits for its surface is not ended")
	}
	stopped("before it began")
	d.Edit("", func(e *setup.Experiment) { e.SetTransform(40, 0) })
	p.press()
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if p.waiting || !strings.HasPrefix(p.told.Text, "No racers") {
		t.Errorf("without racers: waiting %t, %q", p.waiting, p.told.Text)
	}
	d.Lab().Undo()
	d.Edit("", func(e *setup.Experiment) { e.Fair.Budget = 500 })
	d.Settle()
	p.press()
	d.Settle()
	if len(p.results()) != 2 {
		t.Errorf("it does not begin again: %q", p.told.Text)
	}
}

// TestFairWhere: once a region is painted the contest can begin in it.
func TestFairWhere(t *testing.T) {
	d, p := shown(t, "himmelblau", "sgd lr=0.01")
	if p.whereRow.Visible() {
		t.Error("a choice before anything is painted")
	}
	d.Edit("", func(e *setup.Experiment) {
		e.Painted = sweep.Region{{Pts: []sweep.Spot{{X: 3, Y: 2}}, Radius: 0.2}}
		e.Fair = setup.Fair{Knobs: []string{}, Starts: 20}
	})
	if !p.whereRow.Visible() {
		t.Fatal("no choice")
	}
	p.where.OnChanged(inPainted)
	if !d.State().Doc.Fair.Painted || p.where.Selected() != inPainted {
		t.Errorf("chosen %+v", d.State().Doc.Fair)
	}
	p.press()
	d.Settle()
	if r := p.results(); len(r) != 1 || r[0].Score.Global != 1 || !strings.Contains(p.told.Text, "where it is painted") {
		t.Errorf("results %+v: %q", r, p.told.Text)
	}
}

// TestFairKnobs: chips say which knobs are tuned and change that, undoably; a knob whose racer has gone does no harm.
func TestFairKnobs(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
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
	d.Lab().Undo()
	if lit() != main+" eps" {
		t.Errorf("undone to %q", lit())
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers, e.Fair.Budget, e.Fair.Starts = e.Racers[:1], 500, 10 })
	if lit() != "lr" {
		t.Errorf("without Adam %q are lit", lit())
	}
	p.knobs.OnTapped("lr")
	p.press()
	d.Settle()
	if r := p.results(); len(r) != 1 || len(r[0].Knobs) > 0 {
		t.Errorf("results %+v: %q", r, p.told.Text)
	}
	p.knobs.OnTapped(mainKnobs)
	if d.State().Doc.Fair.Knobs != nil || lit() != "lr" {
		t.Errorf("main knobs: %q", lit())
	}
}

// TestTunedFromSeveralStarts: they are asked for where they matter, and the table says so.
func TestTunedFromSeveralStarts(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001")
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: 500, Starts: 10} })
	p.from.OnChanged(fromSeveral)
	if f := d.State().Doc.Fair; f.TuneStarts != severalStarts || !p.tuneFrom.Visible() {
		t.Errorf("from several starts: %+v", f)
	}
	d.Settle()
	p.press()
	d.Settle()
	if !strings.Contains(p.told.Text, "tuned from 10 of these starts") {
		t.Errorf("told %q", p.told.Text)
	}
	p.from.OnChanged(fromTheStart)
	if f := d.State().Doc.Fair; f.TuneStarts != 0 || p.tuneFrom.Visible() {
		t.Errorf("from the start: %+v", f)
	}
	p.budget.OnChanged(2000, false)
	p.budget.OnChanged(3000, true)
	p.seeds.OnChanged(4, true)
	if f := d.State().Doc.Fair; f.Budget != 3000 || f.Seeds != 4 || p.budget.Value() != 3000 {
		t.Errorf("the sliders lead to %+v", f)
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if f := d.State().Doc.Fair; f.Budget != 500 || f.Seeds != 0 {
		t.Errorf("undone to %+v", f)
	}
}

// TestFairHeight: whatever the pane tells, it asks for one height, and scrolls.
func TestFairHeight(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: 500, Starts: 10} })
	d.Settle()
	before := p.Object().MinSize().Height
	p.press()
	d.Settle()
	if now := p.Object().MinSize().Height; now != before {
		t.Errorf("with results it needs %v, before %v", now, before)
	}
}

// TestFairExample: before the first race the table shows a small one, which stands back, cannot be taken over, and goes when the
// first is asked for.
func TestFairExample(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	if c, example := p.shownContest(); !example || len(c.results) != 2 {
		t.Fatalf("there is no example, but %d results", len(c.results))
	}
	if !p.table.Visible() || p.take.Visible() || !strings.HasPrefix(p.stale.Text, "An example: ") {
		t.Errorf("it is shown: %t; can be taken: %t; %q", p.table.Visible(), p.take.Visible(), p.stale.Text)
	}
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: 500, Starts: 10} })
	p.press()
	d.Settle()
	if _, example := p.shownContest(); example || !p.take.Visible() || p.stale.Text != "" {
		t.Errorf("after a race the example is there: %t, %q", example, p.stale.Text)
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = 100000 })
	d.Settle()
	if p.example.Busy() {
		t.Error("a long one is held unasked")
	}
}

// TestFairElsewhere: results of another surface stand back, say of which one they are, and cannot be taken over.
func TestFairElsewhere(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	d.Edit("", func(e *setup.Experiment) { e.Fair = setup.Fair{Budget: 500, Starts: 10} })
	p.press()
	d.Settle()
	d.Edit("", func(e *setup.Experiment) {
		s, _ := surfaces.Lookup("rosenbrock")
		e.SetSurface(s)
	})
	d.Settle()
	before := d.State().Doc.Racers[0].Spec.String()
	p.takeOver()
	if now := d.State().Doc.Racers[0].Spec.String(); now != before {
		t.Errorf("on another surface %q becomes %q", before, now)
	}
	if want := "These results are of another surface: Sphere."; p.take.Visible() || p.stale.Text != want {
		t.Errorf("can be taken: %t; it says %q", p.take.Visible(), p.stale.Text)
	}
	d.Lab().Undo()
	d.Settle()
	if !p.take.Visible() || strings.Contains(p.stale.Text, "another surface") {
		t.Errorf("back on it, can be taken: %t; it says %q", p.take.Visible(), p.stale.Text)
	}
}

// TestFairInALowPanel: the button and the first results are seen, and the rules say in one line what they are, until they are
// asked for.
func TestFairInALowPanel(t *testing.T) {
	d, p := shown(t, "sphere", "sgd lr=0.001", "adam lr=0.001")
	const low = 205 // of what is below the tabs
	p.box.Resize(fyne.NewSize(420, low))
	end := func(o fyne.CanvasObject, height float32) float32 {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		return at(o).Y + height - at(p.box).Y
	}
	if button, row := end(p.run, p.run.Size().Height), end(p.table, p.table.HeightOf(1)); button > low || row > low {
		t.Errorf("the button ends at %v, the first row at %v of %v", button, row, low)
	}
	if p.budget.Visible() && p.choices.Visible() || p.rules.Detail() != "50000 calls to tune, 200 starts" {
		t.Errorf("at first the choices are seen, or the rules say %q", p.rules.Detail())
	}
	p.rules.OnTapped()
	d.Edit("", func(e *setup.Experiment) { e.Fair.Budget = 500 })
	if !p.choices.Visible() || p.rules.Detail() != "500 calls to tune, 200 starts" {
		t.Errorf("opened: %t, the rules say %q", p.choices.Visible(), p.rules.Detail())
	}
}

// TestRowsAreSeenInLittleRoom: in a low pane the first rows of the table are in view without scrolling.
func TestRowsAreSeenInLittleRoom(t *testing.T) {
	d, p := shown(t, "double_well", "sgd lr=0.05", "adam lr=0.1")
	d.Settle()
	if c, example := p.shownContest(); !example || len(c.results) != 2 {
		t.Fatal("there is no example")
	}
	bottom := func() float32 { return p.table.Position().Y + p.table.HeightOf(2) }
	for _, c := range []struct {
		height float32
		idea   bool
	}{{600, true}, {185, false}, {600, true}} {
		p.box.Resize(fyne.NewSize(290, c.height))
		above := p.stale.Note.Box.Position().Y < p.table.Position().Y
		if p.idea.Visible() != c.idea || above != c.idea || bottom() > c.height {
			t.Errorf("in %v: idea %t, remark above %t, two rows end at %v", c.height, p.idea.Visible(), above, bottom())
		}
	}
}
