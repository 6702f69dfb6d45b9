// Package standings is the pane that tells how every racer stands at the playhead.
package standings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane is the table of how every racer stands at the playhead. That of many racers is in the order of their final losses.
type Pane struct {
	desk  desk.Desk
	table *graphic.LongTable
	box   fyne.CanvasObject
	order figure.Order
	rows  int // when the column was last laid out
}

// Heights of rows, in units.
const (
	tallRow = 28
	manyRow = 25 // of many racers
	slimRow = 20 // where there is little room
)

// rowsLeast is how many rows are seen in any case.
const rowsLeast = 6

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, table: graphic.NewLongTable(columns(false), d.Around())}
	p.table.Small, p.table.Inset, p.table.Tall, p.table.Slim = true, 12, tallRow, slimRow
	p.table.HintsIfCut = true
	p.table.OnHoverRow = desk.LookAt(d)
	p.box = kit.NewPanel(container.New(layout.Edges{Sides: kit.PanelPad - 1, Top: 3, Bottom: 3}, p.table.Box), nil)
	d.Mark("table", p.Object)
	return p
}

// Widths of columns in a small window, in units.
const (
	racerLeast = 88 // has room for Momentum
	whereLeast = 93
	slopeLeast = 38
	titleSize  = 12 // a little more than they have: in some languages a title is wider than what stands below it
)

// columns are those of the table, with a rank before the racers or without.
func columns(ranked bool) []graphic.Column {
	right, slope := fyne.TextAlignTrailing, words.T("slope")
	list := []graphic.Column{
		{Title: words.T("racer"), Weight: 7, Min: racerLeast, Glyph: true},
		{Title: words.T("loss"), Help: words.Meaning("loss"), Align: right, Weight: 1, Min: 41, Want: 7},
		{Title: slope, Help: words.Meaning("slope"), Align: right, Weight: 1, Min: slopeLeast,
			Want: max(10, fyne.MeasureText(slope, titleSize, fyne.TextStyle{}).Width+10-slopeLeast)},
		{Title: words.T("steps to\nsettle"), Help: words.Meaning("steps to settle"), Align: right, Min: 54, Optional: 2},
		{Title: words.T("gradient\ncalls"), Help: words.Meaning("gradient calls"), Align: right, Min: 54, Optional: 3},
		{Title: words.T("where now"), Help: words.Meaning("where now"), Weight: 1, Min: whereLeast, Lead: 10},
	}
	if !ranked {
		return list
	}
	list[0].Min += 15 // who is one of many has a longer name
	rank := words.T("The order of the losses at the end of the race")
	return slices.Insert(list, 0, graphic.Column{Title: "#", Help: rank, Align: right, Min: 24, Optional: 1})
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Full is the height at which nothing of it gives way.
func (p *Pane) Full() float32 { return p.box.MinSize().Height - p.table.Least() + p.table.Most() }

// Update shows how the racers stand, once there is a race.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	if s.Tape == nil {
		return
	}
	p.order.Follow(s)
	n := len(p.order.Racers)
	ranked := n > figure.Few
	p.table.SetColumns(columns(ranked))
	p.table.Tall, p.table.Rows = tallRow, min(n, rowsLeast)
	if ranked {
		p.table.Tall = manyRow
	}
	p.table.SetRows(p.standing(s, ranked))
	if n != p.rows {
		p.rows = n
		p.desk.Relayout()
	}
}

// standing are the rows.
func (p *Pane) standing(s lab.State, ranked bool) []graphic.TableRow {
	names := s.TapeDoc.Names()
	short := figure.ShortNames(names)
	table := s.Run().Standings(s.Step())
	first := soonest(table, s.Step())
	rows := make([]graphic.TableRow, 0, len(table))
	for k, i := range p.order.Racers {
		racer, t := s.TapeDoc.Racers[i], table[i]
		row := graphic.TableRow{
			Key: names[i], Glyph: plot.RacerGlyph(racer.Slot), Color: p.desk.Palette().Racer(racer.Slot), Muted: racer.Hidden,
			Chosen: s.View.Alone() == racer.Slot, Cells: cells(names[i], t), Inks: inks(t, s.Step(), first),
			Short: [][]string{0: short[i], whereColumn: figure.WhereBriefly(t.Where)},
			Hint:  figure.StandingHint(names[i], t) + why(s, i),
		}
		if row.Chosen {
			row.Inks[0] = graphic.StrongInk
		}
		if ranked {
			row.Cells = slices.Insert(row.Cells, 0, strconv.Itoa(k+1))
			row.Inks = slices.Insert(row.Inks, 0, graphic.QuietInk)
			row.Short = slices.Insert(row.Short, 0, nil)
		}
		rows = append(rows, row)
	}
	return rows
}

// why is a line about why a racer has ended where it is, at the end of the race.
func why(s lab.State, racer int) string {
	if told := s.Chronicle(); told != nil && s.Step() >= s.TapeDoc.Steps {
		return "\n" + told.End(racer)
	}
	return ""
}

const whereColumn = 5 // the place of where a racer is, in a row without rank

func cells(name string, s lab.Standing) []string {
	return []string{
		name, words.Short(s.Loss), words.ShortTo(s.GradNorm, 3), words.Arrival(s.Settled), words.Large(s.Evaluations),
		s.Where.String(),
	}
}

// soonest is the step by which the first racer has settled, of those that have by now; -1 if none has.
func soonest(table []lab.Standing, now int) int {
	first := -1
	for _, t := range table {
		if t.Settled >= 0 && t.Settled <= now && (first < 0 || t.Settled < first) {
			first = t.Settled
		}
	}
	return first
}

// inks set off who has settled, and who has left: what is still to come stands back.
func inks(t lab.Standing, now, first int) []graphic.Ink {
	list := make([]graphic.Ink, whereColumn+1)
	switch {
	case t.Settled < 0 || t.Settled > now:
		list[3] = graphic.QuietInk
	case t.Settled == first:
		list[3] = graphic.StrongInk
	}
	switch {
	case t.Where.Kind == lab.Settled || t.Where.Kind == lab.OnLine:
		list[whereColumn] = graphic.GoodInk
	case figure.Gone(t.Where):
		list[whereColumn] = graphic.BadInk
	}
	return list
}
