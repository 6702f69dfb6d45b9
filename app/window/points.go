package window

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
)

// pointsPane lists the critical points of the surface, and says whether they are all.
type pointsPane struct {
	ui     *ui
	table  *widgets.Table
	scroll *container.Scroll
	room   *listRoom
	census *caption
	sculpt *widgets.Button
	box    *fyne.Container

	state lab.State
	rows  []widgets.TableRow // of all places; the table has those in view
}

func newPointsPane(u *ui) *pointsPane {
	p := &pointsPane{ui: u, census: newCaption(""), room: &listRoom{}}
	p.table = widgets.NewTable([]widgets.Column{
		{Title: "point", Min: 46},
		{Title: "kind", Min: 66, Optional: 3, Weight: 1},
		{Title: "(x, y)", Align: fyne.TextAlignTrailing, Min: 112, Weight: 1},
		{Title: "f", Align: fyne.TextAlignTrailing, Min: 58},
		{Title: "λ₁", Align: fyne.TextAlignTrailing, Min: 50, Optional: 1},
		{Title: "λ₂", Align: fyne.TextAlignTrailing, Min: 50, Optional: 1},
		{Title: "2/λmax", Align: fyne.TextAlignTrailing, Min: 52, Optional: 2},
	})
	p.table.OnHoverRow = u.maps.pointAt
	p.table.OnTapRow = p.visit
	p.room.layout = p.place
	p.scroll = container.NewVScroll(container.New(p.room, p.table))
	p.scroll.OnScrolled = func(fyne.Position) { p.place() }
	export := widgets.NewButton("Export", widgets.IconExport, "Write the points to a .csv or .json file", u.exportPoints)
	p.sculpt = widgets.NewButton("Sculpt", "", "Add wells, hills and ridges to the surface with the mouse", func() { u.sculptor.set(!u.sculptor.on) })
	foot := container.New(layout.NewCustomPaddedVBoxLayout(panelGap/2), p.census.note.box, container.NewHBox(export, p.sculpt))
	p.box = container.NewBorder(nil, foot, nil, nil, container.New(listFrame{p.place}, p.scroll))
	return p
}

func (p *pointsPane) update(s lab.State, c lab.Change) {
	p.state = s
	if p.box.Visible() && c&(lab.FieldChanged|lab.DocChanged) != 0 {
		p.show()
	}
}

// show lists the points anew.
func (p *pointsPane) show() {
	if !p.box.Visible() {
		return
	}
	f := p.state.Field
	if !figure.Found(f) {
		p.census.set("Looking for critical points …")
		return
	}
	p.rows = p.rows[:0:0]
	for _, place := range f.Places {
		p.rows = append(p.rows, p.row(place))
	}
	if f.Known { // else what was said of them is left for the moment: it would only flicker
		p.census.set(censusText(f))
	}
	if height := p.table.HeightOf(len(p.rows)); height != p.room.height {
		p.room.height = height
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
	selected := p.ui.selection.place != nil && p.ui.selection.place.Name == place.Name
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
	place := figure.PlaceNamed(p.state.Field, name)
	if place == nil {
		return
	}
	p.ui.edit("", func(e *lab.Experiment) {
		w, h := e.View.X1-e.View.X0, e.View.Y1-e.View.Y0
		e.View = surfaces.Rect{X0: place.At.X - w/2, X1: place.At.X + w/2, Y0: place.At.Y - h/2, Y1: place.At.Y + h/2}
	})
	p.ui.selection.pick(name)
}

// place puts the table under what is seen of its rows: it holds no more of them than fit, however many there are.
func (p *pointsPane) place() {
	size := p.scroll.Size()
	fit := p.table.RowsIn(size.Height)
	first := 0
	if hidden := p.room.height - size.Height; hidden > 0 && len(p.rows) > fit {
		part := math.Min(float64(p.scroll.Offset.Y/hidden), 1)
		first = int(math.Round(part * float64(len(p.rows)-fit)))
	}
	p.table.SetRows(p.rows[first:min(first+fit, len(p.rows))])
	p.table.Move(fyne.NewPos(0, p.scroll.Offset.Y))
	p.table.Resize(fyne.NewSize(size.Width-scrollBar, max(size.Height, 1)))
}

// listRoom is the room that all rows of a list would take, so that a scroll moves through them.
type listRoom struct {
	height float32
	layout func()
}

// Layout calls for the rows in view.
func (r *listRoom) Layout([]fyne.CanvasObject, fyne.Size) { r.layout() }

// MinSize is the room for all rows.
func (r *listRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, r.height)
}

// listFrame holds a list that scrolls, and tells when it has another size.
type listFrame struct{ resized func() }

// Layout gives the list all the room.
func (f listFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	f.resized()
}

// MinSize is the list's.
func (listFrame) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
