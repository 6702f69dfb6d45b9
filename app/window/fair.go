package window

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// fairPane tunes every racer under the same budget and lets them race from many starts.
type fairPane struct {
	ui        *ui
	told      *widgets.Caption
	knobs     *widgets.Chips
	from      *widgets.Segmented // where settings are tried from
	tuneFrom  *widgets.Knob      // how many starts, if from several
	where     *widgets.Segmented // the contest begins
	whereRow  fyne.CanvasObject
	budget    *widgets.Knob
	starts    *widgets.Knob
	seeds     *widgets.Knob
	run, take *widgets.Button
	table     *widgets.Table
	stale     *widgets.Caption
	box       *fyne.Container

	work    background
	state   lab.State
	waiting bool // a race is wanted
	running bool
	results []lab.FairResult
	of      lab.Experiment // that the results are of
	least   float64        // f* of that
}

// severalStarts is how many starts settings are tried from, if from several and nobody says otherwise.
const severalStarts = 10

func newFairPane(u *ui) *fairPane {
	p := &fairPane{ui: u, told: widgets.NewCaption(""), stale: widgets.NewCaption("")}
	p.work = background{post: u.post, telling: p.tellProgress}
	idea := widgets.NewCaption("Racers are tuned for this surface; each may spend the same budget of gradient evaluations. Then they race from random starts.")
	p.knobs = widgets.NewChips()
	p.knobs.OnTapped = p.toggle
	p.from = widgets.NewSegmented("the start", "several starts")
	p.from.OnChanged = func(i int) {
		u.Edit("", func(e *lab.Experiment) { e.Fair.TuneStarts = map[int]int{0: 0, 1: severalStarts}[i] })
	}
	p.where = widgets.NewSegmented("the window", "where painted")
	p.where.OnChanged = func(i int) { u.Edit("", func(e *lab.Experiment) { e.Fair.Painted = i == 1 }) }
	p.whereRow = widgets.NewRow("race in", "Where the random starts of the contest lie", container.NewHBox(p.where))
	p.tuneFrom = p.knob(widgets.KnobSpec{Label: "tune starts", Help: "Starts from which each setting is tried: the first ones of the contest's",
		Min: 2, Max: 50, Low: 2, High: lab.MaxTuneStarts, Scale: widgets.Log, Integer: true, Default: severalStarts},
		func(f *lab.Fair, v int) { f.TuneStarts = v })
	p.budget = p.knob(widgets.KnobSpec{Label: "budget", Help: "Gradient evaluations that the tuning of each racer may spend",
		Min: 1000, Max: 1e6, Low: 1, High: lab.MaxBudget, Scale: widgets.Log, Integer: true, Default: 50000},
		func(f *lab.Fair, v int) { f.Budget = v })
	p.starts = p.knob(widgets.KnobSpec{Label: "starts", Help: "Random starts of the contest; the seed of the noise chooses them",
		Min: 10, Max: 2000, Low: 1, High: lab.MaxStarts, Scale: widgets.Log, Integer: true, Default: 200},
		func(f *lab.Fair, v int) { f.Starts = v })
	p.seeds = p.knob(widgets.KnobSpec{Label: "seeds", Help: "Times each start is run, with other random numbers: of the racer, its mini-batches and its noise",
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
	})
	body := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), idea.Note.Box,
		widgets.NewRow("tune", "The knobs that may change; each racer is tuned by those that it has", p.knobs),
		widgets.NewRow("from", "Where each setting is tried: from the present start, or from several of the contest's", container.NewHBox(p.from)), p.tuneFrom,
		p.budget, p.whereRow, p.starts, p.seeds, container.NewHBox(p.run, p.take), p.stale.Note.Box, p.table, p.told.Note.Box)
	padded := container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), body)
	p.box = container.New(&fairLayout{pane: p, body: padded}, container.NewVScroll(padded))
	return p
}

// fairLayout gives the pane all the height that it needs, beside the map, where the whole column scrolls. In the middle of
// the window it scrolls by itself.
type fairLayout struct {
	pane *fairPane
	body fyne.CanvasObject
}

// Layout fills the pane.
func (*fairLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// MinSize is the body's, as far as it may grow.
func (l *fairLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.body.MinSize()
	if l.pane.state.Doc.Look.Large {
		size.Height = chartsLeast
	}
	return size
}

// mainKnobs is the key of the chip that takes the choice of knobs back.
const mainKnobs = ""

// toggle tunes a knob or leaves it, or goes back to each racer's main ones.
func (p *fairPane) toggle(name string) {
	p.ui.Edit("", func(e *lab.Experiment) {
		all := e.FairKnobs()
		i := slices.IndexFunc(all, func(k lab.FairKnob) bool { return k.Name == name })
		if i < 0 {
			e.Fair.Knobs = nil
			return
		}
		e.Fair = e.Fair.WithKnob(all, name, len(all[i].Tuned) == 0)
	})
}

// knobHint says whose knob it is, and of whom it is tuned.
func knobHint(k lab.FairKnob, names []string) string {
	var tuned, rest []string
	for _, i := range k.Racers {
		if slices.Contains(k.Tuned, i) {
			tuned = append(tuned, names[i])
		} else {
			rest = append(rest, names[i])
		}
	}
	text := fmt.Sprintf("%s from %g to %g", k.Name, k.Min, k.Max)
	if len(tuned) > 0 {
		text += ", tuned of " + strings.Join(tuned, ", ")
	}
	if len(rest) > 0 {
		text += ", not tuned of " + strings.Join(rest, ", ")
	}
	return text
}

// showKnobs shows what can be tuned.
func (p *fairPane) showKnobs() {
	doc := p.state.Doc
	names := doc.Names()
	var chips []widgets.Chip
	for _, k := range doc.FairKnobs() {
		chips = append(chips, widgets.Chip{Key: k.Name, Title: k.Name, On: len(k.Tuned) > 0, Hint: knobHint(k, names)})
	}
	if doc.Fair.Knobs != nil {
		chips = append(chips, widgets.Chip{Key: mainKnobs, Title: "main knobs", Hint: "Tune each racer's main knobs again", Action: true})
	}
	p.knobs.SetChips(chips)
}

func (p *fairPane) knob(spec widgets.KnobSpec, set func(*lab.Fair, int)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.ui.Edit("fair "+spec.Label, func(e *lab.Experiment) { set(&e.Fair, int(v)) })
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
		p.waiting = false
		return
	}
	f := s.Doc.Fair.Filled()
	p.showKnobs()
	p.from.SetSelected(map[bool]int{false: 0, true: 1}[f.TuneStarts > 1])
	layout.SetShown(p.tuneFrom, f.TuneStarts > 1)
	p.tuneFrom.SetValue(float64(f.TuneStarts))
	p.where.SetSelected(map[bool]int{false: 0, true: 1}[f.Painted])
	layout.SetShown(p.whereRow, f.Painted || len(s.Doc.Painted) > 0)
	p.budget.SetValue(float64(f.Budget))
	p.starts.SetValue(float64(f.Starts))
	p.seeds.SetValue(float64(f.Seeds))
	if c&lab.DocChanged != 0 {
		p.show()
	}
	p.begin()
}

// start begins, or stops what is under way.
func (p *fairPane) start() {
	if p.running || p.waiting {
		p.interrupt()
		return
	}
	s := p.state
	if len(s.Doc.Racers) == 0 {
		p.say("No racers. Add one to tune it.")
		return
	}
	if err := s.Doc.Fair.Enough(s.Doc.Steps); err != nil {
		p.say(words.Sentence(fmt.Errorf("the %w", err)))
		return
	}
	p.waiting = true
	p.say("The race begins when the minima of the surface have been found …")
	p.begin()
	p.show()
}

// begin begins the race that is wanted, once the surface is known.
func (p *fairPane) begin() {
	s := p.state
	if !p.waiting || !s.Surveyable() {
		return
	}
	if p.waiting = false; len(s.Doc.Racers) == 0 {
		return
	}
	fair := lab.FairRace{Survey: s.Survey(), Fair: s.Doc.Fair}
	p.running, p.results = true, nil
	p.least, _ = fair.Bottom()
	p.say("Tuning and racing …")
	p.work.stop()
	p.work.ask("fair", func(ctx context.Context, say func(func())) {
		m := job.NewMeter(time.Now())
		results, err := fair.Run(ctx, func(part float64) {
			if told, due := m.At(part, time.Now()); due {
				say(func() { p.work.tell(words.Progress(told.Part, told.Left, told.Sure)) })
			}
		})
		say(func() { p.finished(fair.Doc, results, err) })
	})
	p.show()
}

// interrupt stops the race, on the user's wish.
func (p *fairPane) interrupt() {
	if p.running || p.waiting {
		p.work.stop()
		p.running, p.waiting = false, false
		p.say("Stopped.")
		p.show()
	}
}

// tellProgress says how much of the race is done.
func (p *fairPane) tellProgress() {
	if p.running && p.work.told != "" {
		p.say(fmt.Sprintf("Tuning and racing … %s (Esc stops)", p.work.told))
	}
}

func (p *fairPane) finished(doc lab.Experiment, results []lab.FairResult, err error) {
	p.running = false
	if err != nil {
		p.say(words.Sentence(err))
	} else {
		p.results, p.of = results, doc
		p.say(whatFairTells(doc.Fair.Filled()))
	}
	p.show()
}

// whatFairTells says what the table of a fair race means.
func whatFairTells(f lab.Fair) string {
	from := "the present start"
	if f.TuneStarts > 1 {
		from = fmt.Sprintf("%d of these starts", f.TuneStarts)
	}
	where := map[bool]string{false: "all over the window", true: "where it is painted"}[f.Painted]
	return fmt.Sprintf("%d runs each, from %d random starts %s; tuned from %s. Won: it came to the deepest minimum with the fewest evaluations, or lowest where none did; who tie share. Global: share of runs that ended in the deepest minimum. f − f* and evals (until it arrived) are medians; below them, their quartiles, and the evaluations that the tuning took.",
		f.Starts*f.Seeds, f.Starts, where, from)
}

// show fills the table with the results.
func (p *fairPane) show() {
	p.run.SetText(map[bool]string{false: "Tune and race", true: "Stop"}[p.running || p.waiting])
	layout.SetShown(p.take, len(p.results) > 0 && !p.running)
	names := p.of.Names()
	rows := make([]widgets.TableRow, len(p.results))
	for i, r := range p.results {
		rows[i] = fairRow(r, names[i], figure.Resolution(p.least))
		slot := p.of.Racers[i].Slot
		rows[i].Glyph, rows[i].Color = plot.RacerGlyph(slot), p.ui.palette().Racer(slot)
	}
	p.table.SetRows(rows)
	layout.SetShown(p.table, len(rows) > 0)
	old := ""
	if len(rows) > 0 && lab.FairStale(&p.of, &p.state.Doc, p.results) {
		old = "The experiment has changed since: these are the results of before."
	}
	p.stale.Set(old)
	p.box.Refresh()
	p.settle()
}

// settle gives the panel the height that it needs by now.
func (p *fairPane) settle() {
	if p.ui.panel != nil {
		p.ui.panel.settle()
	}
}

// fairRow is what the table says of one racer. Gaps that rounding cannot tell from nothing are shown as nothing.
func fairRow(r lab.FairResult, name string, resolution float64) widgets.TableRow {
	s := r.Score
	for i, gap := range s.Gap {
		if math.Abs(gap) <= resolution {
			s.Gap[i] = 0
		}
	}
	cost := fmt.Sprintf("quartiles %s–%s", words.ShortTo(s.Gap[0], 2), words.ShortTo(s.Gap[2], 2))
	if s.Arrived > 0 {
		cost += fmt.Sprintf(" · evals %s–%s", words.Count(s.Evaluations[0]), words.Count(s.Evaluations[2]))
	}
	hint := fmt.Sprintf("%s raced as it is, %s", name, r.Spec)
	if len(r.Knobs) > 0 {
		cost += fmt.Sprintf(" · tuning %d", r.Evaluations)
		hint = fmt.Sprintf("%s: tuned %s in %d trials with %d evaluations to %s", name, strings.Join(r.Knobs, ", "), r.Trials, r.Evaluations, r.Spec)
	}
	hint += fmt.Sprintf("; f − f* quartiles %s, %s, %s; evaluations to arrive %s, %s, %s; diverged %s", words.Short(s.Gap[0]), words.Short(s.Gap[1]), words.Short(s.Gap[2]),
		words.Count(s.Evaluations[0]), words.Count(s.Evaluations[1]), words.Count(s.Evaluations[2]), words.Percent(s.Diverged))
	return widgets.TableRow{
		Key:   name,
		Cells: []string{name, words.Percent(s.Won), words.Percent(s.Global), words.Short(s.Gap[1]), words.Count(s.Evaluations[1])},
		Notes: []string{settingOf(r), cost},
		Hint:  hint,
	}
}

// settingOf is what a racer was tuned to: "lr 0.03162 · momentum 0.871".
func settingOf(r lab.FairResult) string {
	if len(r.Knobs) == 0 {
		return "as it is: none of its knobs was tuned"
	}
	var parts []string
	for _, name := range r.Knobs {
		if k, err := r.Spec.Knob(name); err == nil {
			parts = append(parts, name+" "+k.Format(r.Spec.Get(name)))
		}
	}
	return strings.Join(parts, " · ")
}

// takeOver gives the racers the settings that were found, as far as they are still there.
func (p *fairPane) takeOver() {
	found := map[int]optim.Spec{}
	for i, r := range p.results {
		found[p.of.Racers[i].Slot] = r.Spec
	}
	p.ui.Edit("", func(e *lab.Experiment) {
		for i := range e.Racers {
			if spec, ok := found[e.Racers[i].Slot]; ok && spec.Method == e.Racers[i].Spec.Method {
				e.Racers[i].Spec = spec.Clone()
			}
		}
	})
}

func (p *fairPane) say(text string) {
	p.told.Set(text)
	p.settle()
}
