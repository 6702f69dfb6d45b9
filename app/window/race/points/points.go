// Package points is the pane that lists the critical points of the surface.
package points

import (
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
	table  *graphic.LongTable
	census *kit.Caption
	box    *fyne.Container
}

// rowsLeast is how many rows are in view at least.
const rowsLeast = 4

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, census: kit.NewCaption(""), table: graphic.NewLongTable(columns(), d.Around())}
	p.table.Small, p.table.Rows, p.table.Bar = true, rowsLeast, layout.ScrollBar
	p.table.OnHoverRow = func(name string) { d.Lab().Look(func(v *lab.View) { v.Hover = name }) }
	p.table.OnTapRow = p.visit
	foot := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.census.Note.Box, p.buttons())
	idea := kit.NewIdea(words.T("Where is it level? A click goes there and explains the point."))
	p.box = container.NewBorder(idea, foot, nil, nil, p.table.Box)
	return p
}

// buttons are what can be done with the points.
func (p *Pane) buttons() fyne.CanvasObject {
	export := kit.NewButton(words.T("Export"), kit.IconExport,
		words.T("Write the points to a .csv or .json file"),
		func() { p.desk.Export(setup.PanelPoints) })
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
	rows := make([]graphic.TableRow, 0, len(f.Places))
	for _, place := range f.Places {
		cells := figure.PointCells(place)
		rows = append(rows, graphic.TableRow{
			Key: place.Name, Chosen: s.View.SelectedName() == place.Name, Cells: cells[:], Hint: figure.PointHint(place),
		})
	}
	if f.Known { // else what was said of them is left for the moment: it would only flicker
		p.census.Set(figure.CensusText(f))
	}
	p.table.SetRows(rows)
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
