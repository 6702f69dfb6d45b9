package main

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// chartsPane is the pair of charts at the right, with one time cursor.
type chartsPane struct {
	ui         *ui
	loss, norm *widgets.Chart
	scale      *widgets.Segmented
	title      *canvas.Text
	box        fyne.CanvasObject
}

func newChartsPane(u *ui) *chartsPane {
	p := &chartsPane{ui: u, loss: widgets.NewChart(), norm: widgets.NewChart(), title: canvas.NewText("Charts", color.Transparent)}
	p.title.TextStyle.Bold = true
	p.scale = widgets.NewSegmented("log", "linear")
	p.scale.OnChanged = func(i int) { u.edit("", func(e *lab.Experiment) { e.Look.LinearLoss = i == 1 }) }
	for _, c := range []*widgets.Chart{p.loss, p.norm} {
		c.OnSeek = u.lab.Seek
	}
	head := container.NewBorder(nil, nil, p.title, p.scale)
	p.box = widgets.NewPanel(container.NewBorder(head, nil, nil, nil, container.NewGridWithRows(2, p.loss, p.norm)), nil)
	return p
}

func (p *chartsPane) update(s lab.State, c lab.Change) {
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		loss, norm := charts(s, p.ui.style())
		p.loss.SetChart(loss)
		p.norm.SetChart(norm)
		setText(p.title, p.title.Text, p.ui.palette().Text)
		p.scale.SetSelected(map[bool]int{false: 0, true: 1}[s.Doc.Look.LinearLoss])
	}
	p.loss.SetCursor(s.Head)
	p.norm.SetCursor(s.Head)
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
		{Title: "to " + tolerance(), Align: fyne.TextAlignTrailing, Min: 52, Optional: 2},
		{Title: "evals", Align: fyne.TextAlignTrailing, Min: 42, Optional: 3},
		{Title: "where", Align: fyne.TextAlignTrailing, Weight: 1, Min: 120},
	})
	p.table.OnHoverRow = func(name string) { u.maps.singleOut(name) }
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
			Cells: []string{names[i], short(t.Loss), short(t.GradNorm), arrival(t.Arrival), strconv.Itoa(t.Evaluations), t.Where},
			Short: []string{whereColumn: strings.Replace(t.Where, " at step ", ", ", 1)},
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
	text := fmt.Sprintf("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s", name, s.Step, short(s.Loss), short(s.GradNorm), s.Evaluations, s.Where)
	if s.Arrival >= 0 {
		text += fmt.Sprintf("; within %s of its minimum from step %d", tolerance(), s.Arrival)
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
