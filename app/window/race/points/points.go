// Package points is the pane that lists the critical points of the surface.
package points

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane lists the critical points of the surface, and says whether they are all.
type Pane struct {
	desk   desk.Desk
	table  *graphic.Table
	scroll *kit.Nested
	room   *layout.ListRoom
	census *kit.Caption
	box    *fyne.Container

	rows []graphic.TableRow // of all places; the table has those in view
}

// rowsLeast is how many rows are in view at least.
const rowsLeast = 4

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, census: kit.NewCaption(""), room: &layout.ListRoom{}}
	p.table = graphic.NewTable(columns())
	p.table.Small = true
	p.table.OnHoverRow = func(name string) { d.Lab().Look(func(v *lab.View) { v.Hover = name }) }
	p.table.OnTapRow = p.visit
	p.room.Placed = p.place
	p.scroll = kit.NewNested(container.New(p.room, p.table), d.Around())
	p.scroll.OnScrolled = func(fyne.Position) { p.place() }
	foot := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.census.Note.Box, p.buttons())
	idea := kit.NewIdea(words.T("Where is it level? A click goes there and explains the point."))
	frame := layout.ListFrame{Resized: p.place, Least: p.table.HeightOf(rowsLeast)}
	p.box = container.NewBorder(idea, foot, nil, nil, container.New(frame, p.scroll))
	return p
}

// buttons are what can be done with the points.
func (p *Pane) buttons() fyne.CanvasObject {
	export := kit.NewButton(words.T("Export"), kit.IconExport,
		words.T("Write the points to a .csv or .json file"), p.desk.ExportPoints)
	return container.NewHBox(export)
}

func columns() []graphic.Column {
	list := []graphic.Column{
		{Min: 46},
		{Min: 66, Optional: 3, Weight: 1},
		{Align: fyne.TextAlignTrailing, Min: 112, Weight: 1},
		{Align: fyne.TextAlignTrailing, Min: 58},
		{Align: fyne.TextAlignTrailing, Min: 58, Optional: 1},
		{Align: fyne.TextAlignTrailing, Min: 58, Optional: 1},
		{Align: fyne.TextAlignTrailing, Min: 58, Optional: 2},
	}
	for i, title := range figure.PointColumns() {
		list[i].Title = title
	}
	list[1].Help, list[3].Help = words.Meaning("level point"), words.Meaning("height")
	list[4].Help, list[5].Help = words.Meaning("curvature"), words.Meaning("curvature")
	list[6].Help = words.Meaning("fastest safe lr")
	return list
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update lists the points anew, if they are to be seen.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if s.Panel() == setup.PanelPoints && c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) != 0 {
		p.show(s)
	}
}

func (p *Pane) show(s lab.State) {
	f := s.Field
	if !f.Found() {
		p.census.Set(words.T("Looking for critical points …"))
		return
	}
	p.rows = p.rows[:0:0]
	for _, place := range f.Places {
		cells := figure.PointCells(place)
		p.rows = append(p.rows, graphic.TableRow{
			Key: place.Name, Chosen: s.View.SelectedName() == place.Name, Cells: cells[:], Hint: figure.PointHint(place),
		})
	}
	if f.Known { // else what was said of them is left for the moment: it would only flicker
		p.census.Set(figure.CensusText(f))
	}
	if height := p.table.HeightOf(len(p.rows)); height != p.room.Height {
		p.room.Height = height
		p.scroll.Content.Refresh()
		p.scroll.Refresh()
	}
	p.place()
}

// visit centres the map on a place and selects it.
func (p *Pane) visit(name string) {
	place := p.desk.Lab().State().Field.Named(name)
	if place == nil {
		return
	}
	p.desk.Edit("", func(e *setup.Experiment) {
		w, h := e.View.X1-e.View.X0, e.View.Y1-e.View.Y0
		e.View = geom.Rect{X0: place.At.X - w/2, X1: place.At.X + w/2, Y0: place.At.Y - h/2, Y1: place.At.Y + h/2}
	})
	p.desk.Lab().Look(func(v *lab.View) { v.Select(place) })
}

// place puts the table under what is seen of its rows: it holds no more of them than fit, however many there are.
func (p *Pane) place() {
	size := p.scroll.Size()
	fit := p.table.RowsIn(size.Height)
	first := 0
	if hidden := p.room.Height - size.Height; hidden > 0 && len(p.rows) > fit {
		part := math.Min(float64(p.scroll.Offset.Y/hidden), 1)
		first = int(math.Round(part * float64(len(p.rows)-fit)))
	}
	p.table.SetRows(p.rows[first:min(first+fit, len(p.rows))])
	p.table.Move(fyne.NewPos(0, p.scroll.Offset.Y))
	p.table.Resize(fyne.NewSize(size.Width-layout.ScrollBar, max(size.Height, 1)))
}
