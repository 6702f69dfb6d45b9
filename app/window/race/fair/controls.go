package fair

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/chips"
	"descentlab/widgets/fold"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// severalStarts is how many starts settings are tried from, if from several and nobody says otherwise.
const severalStarts = 10

// What can be chosen of two, in the order of the segments.
const (
	fromTheStart = iota
	fromSeveral
)

const (
	inWindow = iota
	inPainted
)

// makeChoices makes what is chosen of a few.
func (p *Pane) makeChoices() {
	p.knobs = chips.New()
	p.knobs.OnTapped = p.toggle
	p.from = widgets.NewSegmented(words.T("the start"), words.T("several starts"))
	p.from.OnChanged = func(i int) {
		p.desk.Edit("", func(e *setup.Experiment) {
			e.Fair.TuneStarts = 0
			if i == fromSeveral {
				e.Fair.TuneStarts = severalStarts
			}
		})
	}
	p.where = widgets.NewSegmented(words.T("the window"), words.T("where painted"))
	p.where.OnChanged = func(i int) { p.desk.Edit("", func(e *setup.Experiment) { e.Fair.Painted = i == inPainted }) }
	p.whereRow = widgets.NewRow(words.T("race in"), words.T("Where the random starts of the contest lie"),
		container.NewHBox(p.where))
}

// makeNumbers makes the sliders.
func (p *Pane) makeNumbers() {
	p.tuneFrom = p.knob(widgets.KnobSpec{
		Label: words.T("tune starts"), Help: words.T("Starts from which each setting is tried: the first ones of the contest's"),
		Min: 2, Max: 50, Low: 2, High: setup.MaxTuneStarts, Scale: widgets.Log, Default: severalStarts,
	}, "fair tune starts", func(f *setup.Fair, v int) { f.TuneStarts = v })
	p.budget = p.knob(widgets.KnobSpec{
		Label: words.T("budget"), Help: words.T("Gradient evaluations that the tuning of each racer may spend"),
		Min: 1000, Max: 1e6, Low: 1, High: setup.MaxBudget, Scale: widgets.Log, Default: 50000,
	}, "fair budget", func(f *setup.Fair, v int) { f.Budget = v })
	p.starts = p.knob(widgets.KnobSpec{
		Label: words.T("starts"), Help: words.T("Random starts of the contest; the seed of the noise chooses them"),
		Min: 10, Max: 2000, Low: 1, High: setup.MaxStarts, Scale: widgets.Log, Default: 200,
	}, "fair starts", func(f *setup.Fair, v int) { f.Starts = v })
	p.seeds = p.knob(widgets.KnobSpec{
		Label: words.T("seeds"),
		Help:  words.T("Times each start is run, with other random numbers: of the racer, its mini-batches and its noise"),
		Min:   1, Max: 50, Low: 1, High: setup.MaxSeeds, Default: 1,
	}, "fair seeds", func(f *setup.Fair, v int) { f.Seeds = v })
}

// knob is a slider of whole numbers that changes the document by edits of a key.
func (p *Pane) knob(spec widgets.KnobSpec, key string, set func(*setup.Fair, int)) *widgets.Knob {
	spec.Integer = true
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.desk.Edit(key, func(e *setup.Experiment) { set(&e.Fair, int(v)) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.scroll
	k.OnError = p.say
	return k
}

// makeTable makes the table of the results.
func (p *Pane) makeTable() {
	right := fyne.TextAlignTrailing
	p.table = graphic.NewTable([]graphic.Column{
		{Title: words.T("racer"), Weight: 1, Min: 84},
		{Title: words.T("won"), Help: words.T("Won\nIt came to the deepest minimum with the fewest gradient calls, or lowest where " +
			"none did; who tie share."), Align: right, Min: 46},
		{Title: words.T("in the\nlowest"), Help: words.T("In the lowest\nHow many of the runs ended in the deepest minimum."),
			Align: right, Min: 50},
		{Title: words.T("loss above\nthe lowest"), Help: words.T("Loss above the lowest\nHalf of the runs are below it."),
			Align: right, Min: 66},
		{Title: words.T("gradient\ncalls"), Help: words.T("Gradient calls\nUntil it arrived, for half of the runs that did."),
			Align: right, Min: 56, Optional: 1},
	})
	p.table.Small = true
}

// compose puts everything below one another.
func (p *Pane) compose() *fyne.Container {
	p.idea = kit.NewIdea(words.T("Who is best if every racer is tuned with the same effort, and all then start from the same" +
		" random places with as many gradient calls?"))
	tune := widgets.NewRow(words.T("tune"), words.T("The knobs that may change; each racer is tuned by those that it has"), p.knobs)
	from := widgets.NewRow(words.T("from"),
		words.T("Where each setting is tried: from the present start, or from several of the contest's"), container.NewHBox(p.from))
	p.choices = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), tune, from, p.tuneFrom, p.budget, p.whereRow,
		p.starts, p.seeds)
	p.choices.Hide()
	p.rules = fold.NewMore(words.T("Rules:"))
	p.rules.SetHint(words.T("What is tuned, with how much effort, and from where they start"))
	p.rules.OnTapped = p.turn
	p.body = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.idea, p.rules, p.choices,
		container.NewHBox(p.run, p.take), p.stale.Note.Box, p.table, p.told.Note.Box)
	p.scroll.Content = container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), p.body)
	return container.New(frame{p}, p.scroll)
}

// turn shows the choices, or the results instead: those are below them, out of sight in a low panel.
func (p *Pane) turn() {
	layout.SetShown(p.choices, !p.choices.Visible())
	p.showRules()
	p.box.Refresh()
}

// showRules says what the choices come to.
func (p *Pane) showRules() {
	f := p.state.Doc.Fair.Filled()
	p.rules.Set(words.T("Rules:"), words.T("%d calls to tune, %d starts", f.Budget, f.Starts), p.choices.Visible())
}

// showChoices shows what the document says.
func (p *Pane) showChoices() {
	doc := &p.state.Doc
	f := doc.Fair.Filled()
	p.showKnobs(doc)
	p.showRules()
	p.from.SetSelected(fromTheStart)
	if f.TuneStarts > 1 {
		p.from.SetSelected(fromSeveral)
	}
	layout.SetShown(p.tuneFrom, f.TuneStarts > 1)
	p.tuneFrom.SetValue(float64(f.TuneStarts))
	p.where.SetSelected(inWindow)
	if f.Painted {
		p.where.SetSelected(inPainted)
	}
	layout.SetShown(p.whereRow, f.Painted || len(doc.Painted) > 0)
	p.budget.SetValue(float64(f.Budget))
	p.starts.SetValue(float64(f.Starts))
	p.seeds.SetValue(float64(f.Seeds))
}

// mainKnobs is the key of the chip that takes the choice of knobs back.
const mainKnobs = ""

// showKnobs shows what can be tuned.
func (p *Pane) showKnobs(doc *setup.Experiment) {
	names := doc.Names()
	var list []chips.Chip
	for _, k := range doc.FairKnobs() {
		list = append(list, chips.Chip{Key: k.Name, Title: k.Name, On: len(k.Tuned) > 0, Hint: figure.FairKnobHint(k, names)})
	}
	if doc.Fair.Knobs != nil {
		again := chips.Chip{Key: mainKnobs, Title: words.T("main knobs"), Action: true}
		again.Hint = words.T("Tune each racer's main knobs again")
		list = append(list, again)
	}
	p.knobs.SetChips(list)
}

// toggle tunes a knob or leaves it, or goes back to each racer's main ones.
func (p *Pane) toggle(name string) {
	p.desk.Edit("", func(e *setup.Experiment) {
		all := e.FairKnobs()
		i := slices.IndexFunc(all, func(k setup.FairKnob) bool { return k.Name == name })
		if i < 0 {
			e.Fair.Knobs = nil
			return
		}
		e.Fair = e.Fair.WithKnob(all, name, len(all[i].Tuned) == 0)
	})
}
