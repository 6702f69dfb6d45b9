// Package fair is the pane of the fair race: every racer is tuned under the same budget, then they race from many starts.
package fair

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/chips"
	"descentlab/widgets/fold"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// Pane tunes every racer under the same budget and lets them race from many starts.
type Pane struct {
	desk      desk.Desk
	knobs     *chips.Chips
	from      *widgets.Segmented // where settings are tried from
	tuneFrom  *widgets.Knob      // how many starts, if from several
	where     *widgets.Segmented // the contest begins
	whereRow  fyne.CanvasObject
	rules     *fold.Fold      // says what the choices are, and shows them
	choices   *fyne.Container // the rows below it
	budget    *widgets.Knob
	starts    *widgets.Knob
	seeds     *widgets.Knob
	run, take *kit.Button
	stale     *kit.Caption
	table     *graphic.Table
	told      *kit.Caption
	scroll    *kit.Nested
	idea      *kit.Paragraph
	body      *fyne.Container // what scrolls
	box       *fyne.Container

	state   lab.State
	job     *job.Job[contest]
	example *job.Job[contest] // before the first race
	waiting bool              // a race is wanted, of a surface that is not known yet
}

var _ desk.Pane = (*Pane)(nil)

// New is a pane before any race.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, stale: kit.NewCaption(""), told: kit.NewCaption("")}
	p.job = job.New[contest](d.Post, p.changed)
	p.example = job.New[contest](d.Post, p.show)
	d.Keep(desk.Quiet(p.example))
	d.Keep(errand{p})
	p.scroll = kit.NewNested(nil, d.Around())
	p.makeChoices()
	p.makeNumbers()
	p.run = kit.NewButton(words.T("Tune and race"), "", words.T("Tune every racer, then let them race"), p.press)
	p.run.SetPrimary(true)
	p.take = kit.NewButton(words.T("Take these settings"), "",
		words.T("Give the racers the settings that were found"), p.takeOver)
	p.makeTable()
	p.box = p.compose()
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update shows the document's choices, and the results as long as there are some.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.state = s
	if !p.shown() {
		p.waiting = false
		p.example.Stop()
		return
	}
	p.askExample()
	p.showChoices()
	if c&lab.DocChanged != 0 {
		p.show()
	}
	p.begin()
}

// shown tells whether the pane is seen.
func (p *Pane) shown() bool { return p.state.Panel() == setup.PanelFair }

// show fills the table with the results.
func (p *Pane) show() {
	p.run.SetText(words.T("Tune and race"))
	if p.job.Busy() || p.waiting {
		p.run.SetText(words.T("Stop"))
	}
	c, example := p.shownContest()
	elsewhere := c.elsewhere(&p.state.Doc)
	names := c.of.Names()
	rows := make([]graphic.TableRow, len(c.results))
	for i, r := range c.results {
		row := figure.NewFairRow(r, names[i], figure.Resolution(c.least))
		slot := c.of.Racers[i].Slot
		rows[i] = graphic.TableRow{
			Key: names[i], Glyph: plot.RacerGlyph(slot), Color: p.desk.Palette().Racer(slot),
			Cells: row.Cells, Notes: row.Notes, Hint: row.Hint, Muted: example || elsewhere,
		}
	}
	p.table.SetRows(rows)
	layout.SetShown(p.table, len(rows) > 0)
	layout.SetShown(p.take, len(rows) > 0 && !example && !elsewhere && !p.job.Busy())
	p.stale.Set(p.remark(c, example))
	p.box.Refresh()
}

// remark says what else is to be known of results: that they are those of an example, or old.
func (p *Pane) remark(c contest, example bool) string {
	switch {
	case example:
		return exampleNote()
	case c.elsewhere(&p.state.Doc):
		return c.elsewhereNote(&p.state.Doc)
	case len(c.results) > 0 && lab.FairStale(&c.of, &p.state.Doc, c.results):
		return words.T("The experiment has changed since: these are the results of before.")
	}
	return ""
}

// say tells something below the table.
func (p *Pane) say(text string) { p.told.Set(text) }
