package charts

import (
	"descentlab/app/figure/progress"
	"descentlab/app/figure/story"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
)

// A slot is the place of one chart: what it is of, the chart, and what is to be said of it.
type slot struct {
	pane      *Pane
	index     int
	kind      string // of the chart
	what      *picker.Picker
	less, add *kit.Button
	chart     *graphic.Chart
	note      *kit.Paragraph
	curves    progress.Curves
	shown     plot.Chart
}

// noteLines is how many lines a note has.
const noteLines = 2

func newSlot(p *Pane, index int) *slot {
	l := p.desk.Lab()
	s := &slot{pane: p, index: index, what: picker.New(nil), chart: graphic.NewChart(), note: kit.NewParagraph(noteLines, "")}
	s.what.Plain, s.what.Small = true, true
	s.what.OnOpen = s.list
	s.what.SetHint(words.T("What this chart shows"))
	s.what.OnPicked = func(kind string) { s.change(func(c setup.Charts) setup.Charts { return c.With(index, kind) }) }
	s.less = kit.NewIconButton(kit.IconRemove, words.T("Without this chart"), func() {
		s.change(func(c setup.Charts) setup.Charts { return c.Without(index) })
	})
	s.add = kit.NewIconButton(kit.IconAdd, words.T("One chart more"), func() { s.change(setup.Charts.More) })
	s.chart.OnSeek = l.Seek
	s.chart.OnMenu = func(at fyne.Position) { p.desk.Context(at, desk.Menu(s.menu())) }
	s.chart.OnCurve = func(name string) { p.lookAt(s.racerOf(name)) }
	s.chart.OnEnd = func(i int) {
		l.Look(func(v *lab.View) { v.Muted = s.curves.Toggled(v.Muted, s.shown.Ends[i].Of) })
	}
	return s
}

// change changes which charts there are.
func (s *slot) change(f func(setup.Charts) setup.Charts) {
	s.pane.desk.Edit("", func(e *setup.Experiment) { e.Look.Charts = f(e.Look.Charts) })
}

// parts are what is seen of it.
func (s *slot) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.what, s.less, s.add, s.chart, s.note}
}

// hide takes it away.
func (s *slot) hide() {
	for _, o := range s.parts() {
		layout.SetShown(o, false)
	}
}

// racerOf is the slot of the racer whose curve has a name; -1: none.
func (s *slot) racerOf(name string) int {
	for i, series := range s.shown.Series {
		if series.Name == name && i < len(s.curves.List) {
			return s.curves.List[i].Slot
		}
	}
	return -1
}

// choose shows what the chart is of, and whether there can be more or fewer.
func (s *slot) choose(kind string, all []string) {
	layout.SetShown(s.what, true)
	layout.SetShown(s.chart, true)
	if s.kind != kind {
		s.kind = kind
		s.what.SetItems([]picker.Item{{Key: kind, Title: progress.Title(kind)}}) // the others when the list opens
		s.what.SetSelected(kind)
	}
	layout.SetShown(s.less, len(all) > 1)
	more := len(all) < setup.MaxCharts && s.pane.room(append(all, setup.ChartSlope)) > len(all)
	layout.SetShown(s.add, more && s.index == len(all)-1)
	layout.SetShown(s.note, noted(kind))
}

// list lists what can be chosen.
func (s *slot) list() {
	var items []picker.Item
	for _, k := range progress.Kinds(&s.pane.state.Doc) {
		items = append(items, picker.Item{Key: k, Title: progress.Title(k), Note: progress.Hint(k)})
	}
	if !contains(items, s.kind) { // a memory of a racer that is no longer there
		items = append(items, picker.Item{Key: s.kind, Title: progress.Title(s.kind)})
	}
	s.what.SetItems(items)
}

func contains(items []picker.Item, key string) bool {
	for _, item := range items {
		if item.Key == key {
			return true
		}
	}
	return false
}

// noted tells whether something may have to be said of a kind of chart. Its room is kept, so that nothing moves while one drags.
func noted(kind string) bool {
	return kind == setup.ChartLoss || kind == setup.ChartSharpness || kind == setup.ChartAxisRates
}

// draw shows the numbers that there are. While others are computed, those of before stay.
func (s *slot) draw(kind string) {
	p := s.pane
	if progress.Slow(p.state, kind) {
		curves, made := p.job.Result()
		if !made || !p.job.Fresh() {
			if made && s.curves.Kind == kind {
				return
			}
			s.set(plot.Chart{Style: p.desk.Style(), Steps: p.state.Doc.Steps, Empty: s.waiting(), Title: progress.Title(kind)}, "")
			s.curves = progress.Curves{}
			return
		}
		s.curves = curves
	}
	chart := s.curves.Chart(p.state, p.desk.Style(), p.state.View.Muted)
	story.OnChart(p.state, &chart)
	s.set(chart, s.curves.Note)
}

// set shows a chart below its title.
func (s *slot) set(chart plot.Chart, note string) {
	if s.what.Caption != chart.Title {
		s.what.Caption = chart.Title
		s.what.Refresh()
	}
	chart.Title = ""
	s.shown = chart
	s.note.Set(note)
}

// waiting says why there are no numbers yet.
func (s *slot) waiting() string {
	if s.pane.job.Stopped() {
		return words.T("Stopped. The next change computes it again.")
	}
	return words.T("Computing …")
}
