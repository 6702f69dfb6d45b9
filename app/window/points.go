package window

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// pointsPane lists the critical points of the surface, and says whether they are all.
type pointsPane struct {
	ui     *ui
	table  *widgets.Table
	scroll *container.Scroll
	room   *layout.ListRoom
	census *widgets.Caption
	sculpt *widgets.Button
	box    *fyne.Container

	state lab.State
	rows  []widgets.TableRow // of all places; the table has those in view
}

func newPointsPane(u *ui) *pointsPane {
	p := &pointsPane{ui: u, census: widgets.NewCaption(""), room: &layout.ListRoom{}}
	p.table = widgets.NewTable([]widgets.Column{
		{Title: "point", Min: 46},
		{Title: "kind", Min: 66, Optional: 3, Weight: 1},
		{Title: "(x, y)", Align: fyne.TextAlignTrailing, Min: 112, Weight: 1},
		{Title: "f", Align: fyne.TextAlignTrailing, Min: 58},
		{Title: "λ₁", Align: fyne.TextAlignTrailing, Min: 50, Optional: 1},
		{Title: "λ₂", Align: fyne.TextAlignTrailing, Min: 50, Optional: 1},
		{Title: "2/λmax", Align: fyne.TextAlignTrailing, Min: 52, Optional: 2},
	})
	p.table.OnHoverRow = func(name string) { u.lab.Look(func(v *lab.View) { v.Hover = name }) }
	p.table.OnTapRow = p.visit
	p.room.Placed = p.place
	p.scroll = container.NewVScroll(container.New(p.room, p.table))
	p.scroll.OnScrolled = func(fyne.Position) { p.place() }
	export := widgets.NewButton("Export", widgets.IconExport, "Write the points to a .csv or .json file", u.exportPoints)
	p.sculpt = widgets.NewButton("Sculpt", "", "Add wells, hills and ridges to the surface with the mouse", u.lab.ToggleSculpt)
	foot := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), p.census.Note.Box, container.NewHBox(export, p.sculpt))
	p.box = container.NewBorder(nil, foot, nil, nil, container.New(layout.ListFrame{Resized: p.place}, p.scroll))
	return p
}

func (p *pointsPane) update(s lab.State, c lab.Change) {
	p.state = s
	p.sculpt.SetOn(s.View.Tool == lab.ToolSculpt)
	if p.box.Visible() && c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) != 0 {
		p.show()
	}
}

// show lists the points anew.
func (p *pointsPane) show() {
	if !p.box.Visible() {
		return
	}
	f := p.state.Field
	if !f.Found() {
		p.census.Set("Looking for critical points …")
		return
	}
	p.rows = p.rows[:0:0]
	for _, place := range f.Places {
		p.rows = append(p.rows, p.row(place))
	}
	if f.Known { // else what was said of them is left for the moment: it would only flicker
		p.census.Set(censusText(f))
	}
	if height := p.table.HeightOf(len(p.rows)); height != p.room.Height {
		p.room.Height = height
		p.scroll.Content.Refresh()
		p.scroll.Refresh()
	}
	p.place()
}

// censusText says whether the points of a field are all, and what else is to be known of them.
func censusText(f *lab.Field) string {
	if f.Crowd {
		return "There are too many critical points in this window to list; zoom in."
	}
	return strings.Join(append([]string{f.Census.Sentence(f.Places)}, f.Census.Notes()...), " ")
}

func (p *pointsPane) row(place lab.Place) widgets.TableRow {
	rate := "–"
	if place.Kind == surfaces.Minimum {
		rate = words.Short(place.StableRate())
	}
	selected := p.state.View.SelectedName() == place.Name
	return widgets.TableRow{
		Key: place.Name, Chosen: selected,
		Cells: []string{
			placeSign(place) + " " + place.Name, words.Kind(place.Kind), fmt.Sprintf("(%s, %s)", words.Short(place.At.X), words.Short(place.At.Y)), words.Short(place.Value),
			words.Short(place.L1), words.Short(place.L2), rate,
		},
		Hint: fmt.Sprintf("%s at (%s, %s): f = %s, eigenvalues of the Hessian %s and %s. Click to centre the map on it.",
			place.Label(), words.Short(place.At.X), words.Short(place.At.Y), words.Short(place.Value), words.Short(place.L1), words.Short(place.L2)),
	}
}

// placeSign is the glyph of a place's kind in text, as in the caption of the map.
func placeSign(p lab.Place) string {
	switch p.Kind {
	case surfaces.Minimum:
		if p.Global {
			return "★"
		}
		return "⊙"
	case surfaces.Saddle:
		return "✕"
	case surfaces.Maximum:
		return "△"
	}
	return "◇"
}

// visit centres the map on a place and selects it.
func (p *pointsPane) visit(name string) {
	place := p.state.Field.Named(name)
	if place == nil {
		return
	}
	p.ui.Edit("", func(e *lab.Experiment) {
		w, h := e.View.X1-e.View.X0, e.View.Y1-e.View.Y0
		e.View = surfaces.Rect{X0: place.At.X - w/2, X1: place.At.X + w/2, Y0: place.At.Y - h/2, Y1: place.At.Y + h/2}
	})
	p.ui.lab.Look(func(v *lab.View) { v.Select(place) })
}

// place puts the table under what is seen of its rows: it holds no more of them than fit, however many there are.
func (p *pointsPane) place() {
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
