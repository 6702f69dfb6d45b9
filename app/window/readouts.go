package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/race/data"
	"descentlab/app/window/race/fair"
	"descentlab/app/window/race/plane"
	"descentlab/app/window/race/rates"
	"descentlab/app/window/race/swarm"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// chartsPane is the panel of charts with one time cursor; in their place it can show a plane of two knobs, or learning rates.
type chartsPane struct {
	ui         *ui
	loss, norm *widgets.Chart
	scale      *widgets.Segmented
	tabs       *widgets.Segmented
	enlarge    *widgets.IconButton
	pair       *fyne.Container
	plane      *plane.Pane
	rates      *rates.Pane
	fair       *fair.Pane
	swarm      *swarm.Pane
	points     *pointsPane
	data       *data.Pane
	box        fyne.CanvasObject
	height     float32 // that the open tab needed, when the column was last laid out
}

func newChartsPane(u *ui) *chartsPane {
	p := &chartsPane{ui: u, loss: widgets.NewChart(), norm: widgets.NewChart(), plane: plane.New(u), rates: rates.New(u), fair: fair.New(u), swarm: swarm.New(u), points: newPointsPane(u), data: data.New(u)}
	p.scale = widgets.NewSegmented("log", "linear")
	p.scale.OnChanged = func(i int) { u.Edit("", func(e *lab.Experiment) { e.Look.LinearLoss = i == 1 }) }
	p.tabs = widgets.NewSegmented("Charts", "Plane", "Rates", "Fair", "Swarm", "Points", "Data")
	p.tabs.Tight = true
	p.tabs.OnChanged = func(i int) { u.Edit("", func(e *lab.Experiment) { e.Look.Panel = lab.Panels[i] }) }
	for _, c := range []*widgets.Chart{p.loss, p.norm} {
		c.OnSeek = u.lab.Seek
	}
	p.pair = container.NewStack(container.NewGridWithRows(2, p.loss, p.norm), container.New(layout.Corner{}, p.scale))
	body := container.NewStack(p.pair)
	for _, o := range []fyne.CanvasObject{p.plane.Object(), p.rates.Object(), p.fair.Object(), p.swarm.Object(), p.points.box, p.data.Object()} {
		o.Hide()
		body.Add(o)
	}
	p.enlarge = widgets.NewIconButton(widgets.IconEnlarge, "", func() { u.stage.toggle() })
	p.setLarge(false)
	space := fynelayout.NewSpacer()
	p.box = widgets.NewPanel(container.NewBorder(widgets.NewLine(space, p.tabs, space, p.enlarge), nil, nil, nil, body), nil)
	return p
}

func (p *chartsPane) update(s lab.State, c lab.Change) {
	panel := s.Panel()
	if c&lab.DocChanged != 0 {
		p.tabs.SetShown(slices.Index(lab.Panels, lab.PanelData), s.Learning())
	}
	p.tabs.SetSelected(slices.Index(lab.Panels, panel))
	for i, o := range []fyne.CanvasObject{p.pair, p.plane.Object(), p.rates.Object(), p.fair.Object(), p.swarm.Object(), p.points.box, p.data.Object()} {
		layout.SetShown(o, lab.Panels[i] == panel)
	}
	p.plane.Update(s, c)
	p.rates.Update(s, c)
	p.fair.Update(s, c)
	p.swarm.Update(s, c)
	p.points.update(s, c)
	p.data.Update(s, c)
	p.settle()
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		loss, norm := figure.Charts(s, p.ui.style())
		p.loss.SetChart(loss)
		p.norm.SetChart(norm)
		p.scale.SetSelected(map[bool]int{false: 0, true: 1}[s.Doc.Look.LinearLoss])
	}
	p.loss.SetCursor(s.Head)
	p.norm.SetCursor(s.Head)
}

// setLarge says what the button beside the tabs does.
func (p *chartsPane) setLarge(large bool) {
	if large {
		p.enlarge.SetIcon(widgets.IconReduce, "Back to the maps in the middle (m)")
		return
	}
	p.enlarge.SetIcon(widgets.IconEnlarge, "Show this in the middle, and the maps here (m)")
}

// settle lays the column out anew if the tab that is open needs more or less than the one before.
func (p *chartsPane) settle() {
	if height := p.box.MinSize().Height; height != p.height {
		p.height = height
		p.ui.relayout()
	}
}

// standingsPane is the table of how every racer stands at the playhead.
type standingsPane struct {
	ui    *ui
	table *widgets.Table
	box   fyne.CanvasObject
	rows  int
}

func newStandingsPane(u *ui) *standingsPane {
	p := &standingsPane{ui: u}
	p.table = widgets.NewTable([]widgets.Column{
		{Title: "racer", Weight: 1, Min: 96},
		{Title: "loss", Align: fyne.TextAlignTrailing, Min: 63},
		{Title: "|∇f|", Align: fyne.TextAlignTrailing, Min: 63, Optional: 1},
		{Title: "to " + words.Tolerance(lab.ArrivalTolerance), Align: fyne.TextAlignTrailing, Min: 52, Optional: 2},
		{Title: "evals", Align: fyne.TextAlignTrailing, Min: 42, Optional: 3},
		{Title: "where", Align: fyne.TextAlignTrailing, Weight: 1, Min: 120},
	})
	p.table.OnHoverRow = func(name string) {
		slot := -1
		doc := u.lab.State().TapeDoc
		if i := slices.Index(doc.Names(), name); i >= 0 {
			slot = doc.Racers[i].Slot
		}
		u.lab.Look(func(v *lab.View) { v.Racer = slot })
	}
	p.box = widgets.NewPanel(p.table, nil)
	return p
}

func (p *standingsPane) update(s lab.State, _ lab.Change) {
	if s.Tape == nil {
		return
	}
	names := s.TapeDoc.Names()
	table := lab.Standings(s.Tape, s.Field.Places, s.Field.Region, s.Arrivals, s.Step())
	rows := make([]widgets.TableRow, len(table))
	for i, t := range table {
		racer := s.TapeDoc.Racers[i]
		rows[i] = widgets.TableRow{
			Key: names[i], Glyph: plot.RacerGlyph(racer.Slot), Color: p.ui.palette().Racer(racer.Slot), Muted: racer.Hidden,
			Cells: []string{names[i], words.Short(t.Loss), words.Short(t.GradNorm), words.Arrival(t.Arrival), words.Large(t.Evaluations), t.Where.String()},
			Short: []string{whereColumn: t.Where.Brief()},
			Hint:  standingHint(names[i], t),
		}
	}
	p.table.SetRows(rows)
	if len(rows) != p.rows {
		p.rows = len(rows)
		p.ui.relayout()
	}
}

// whereColumn is the place of where a racer is, in the table.
const whereColumn = 5

// standingHint says all of a standing in words, since a narrow table leaves columns away.
func standingHint(name string, s lab.Standing) string {
	text := fmt.Sprintf("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s", name, s.Step, words.Short(s.Loss), words.Short(s.GradNorm), s.Evaluations, s.Where)
	if s.Arrival >= 0 {
		text += fmt.Sprintf("; within %s of its minimum from step %d", words.Tolerance(lab.ArrivalTolerance), s.Arrival)
	}
	return text
}

// transportPane drives the playhead.
type transportPane struct {
	ui  *ui
	bar *widgets.Transport
	box fyne.CanvasObject
}

func newTransportPane(u *ui) *transportPane {
	p := &transportPane{ui: u, bar: widgets.NewTransport()}
	l := u.lab
	p.bar.OnPlay, p.bar.OnSeek, p.bar.OnStep = l.Toggle, l.Seek, l.StepBy
	p.bar.OnStart = func() { l.Seek(0) }
	p.bar.OnEnd = func() { l.Seek(float64(l.State().Doc.Steps)) }
	p.bar.OnSpeed, p.bar.OnLoop = l.SetSpeed, l.SetLoop
	p.box = widgets.NewPanel(p.bar, nil)
	return p
}

func (p *transportPane) update(s lab.State, _ lab.Change) {
	p.bar.SetState(widgets.TransportState{Head: s.Head, Steps: s.Doc.Steps, Playing: s.Playing, Speed: s.Speed, Loop: s.Loop})
}
