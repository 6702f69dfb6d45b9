// Package standings is the pane that tells how every racer stands at the playhead.
package standings

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane is the table of how every racer stands at the playhead.
type Pane struct {
	desk  desk.Desk
	table *graphic.Table
	box   fyne.CanvasObject
	rows  int // when the column was last laid out
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d}
	p.table = graphic.NewTable([]graphic.Column{
		{Title: words.T("racer"), Weight: 1, Min: 96},
		{Title: words.T("loss"), Align: fyne.TextAlignTrailing, Min: 63},
		{Title: words.T("|∇f|"), Align: fyne.TextAlignTrailing, Min: 63, Optional: 1},
		{Title: words.T("settles"), Align: fyne.TextAlignTrailing, Min: 52, Optional: 2},
		{Title: words.T("evals"), Align: fyne.TextAlignTrailing, Min: 42, Optional: 3},
		{Title: words.T("where"), Align: fyne.TextAlignTrailing, Weight: 1, Min: whereLeast},
	})
	p.table.OnHoverRow = p.lookAt
	p.box = kit.NewPanel(p.table, nil)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// lookAt makes one racer stand out, or none if there is no racer of that name.
func (p *Pane) lookAt(name string) {
	slot := -1
	doc := p.desk.Lab().State().TapeDoc
	if i := slices.Index(doc.Names(), name); i >= 0 {
		slot = doc.Racers[i].Slot
	}
	p.desk.Lab().Look(func(v *lab.View) { v.Racer = slot })
}

// Update shows how the racers stand, once there is a race.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	if s.Tape == nil {
		return
	}
	names := s.TapeDoc.Names()
	table := s.Run().Standings(s.Step())
	rows := make([]graphic.TableRow, len(table))
	for i, t := range table {
		racer := s.TapeDoc.Racers[i]
		rows[i] = graphic.TableRow{
			Key: names[i], Glyph: plot.RacerGlyph(racer.Slot), Color: p.desk.Palette().Racer(racer.Slot), Muted: racer.Hidden,
			Cells: cells(names[i], t),
			Short: [][]string{whereColumn: figure.WhereBriefly(t.Where)},
			Hint:  figure.StandingHint(names[i], t),
		}
	}
	p.table.SetRows(rows)
	if len(rows) != p.rows {
		p.rows = len(rows)
		p.desk.Relayout()
	}
}

const (
	whereColumn = 5   // the place of where a racer is, in the table
	whereLeast  = 120 // its width in a small window, in units
)

func cells(name string, s lab.Standing) []string {
	return []string{
		name, words.Short(s.Loss), words.Short(s.GradNorm), words.Arrival(s.Settled), words.Large(s.Evaluations),
		s.Where.String(),
	}
}
