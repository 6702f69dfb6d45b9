// Package surface is the pane of the surface that is raced on: its parameters, its examples, and how it lies in the plane.
package surface

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/fold"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A Pane is the panel of the surface: a line that tells what there is on it, and what can be set of it while it is open.
type Pane struct {
	desk   desk.Desk
	folder *fold.Folder
	list   *fyne.Container
	rows   []row
	fault  *widget.Label
	told   *kit.Caption
	most   *kit.Caption // as long as told ever is: it has its room
	notice fyne.CanvasObject

	shape string // tells lists of rows apart
	notes figure.SurfaceNotes
}

// A row is the control of one setting of the surface.
type row struct {
	name   string
	object fyne.CanvasObject
	set    func(doc *setup.Experiment) // shows the document's value, silently
}

var _ desk.Pane = (*Pane)(nil)

// New is a panel without rows.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, folder: fold.NewFolder(""), fault: kit.NewFault(), told: kit.NewCaption(""), most: kit.NewCaption("")}
	p.folder.OnTapped = p.toggle
	p.folder.SetHint(words.T("Its parameters and its data, how it lies in the plane, and a box to keep racers in"))
	p.most.Note.Box.Hide()
	p.notice = container.New(layout.Reserve{}, p.told.Note.Box, p.most.Note.Box)
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(6))
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.folder.Panel }

// toggle opens the panel, or closes it.
func (p *Pane) toggle() {
	p.desk.Lab().Look(func(v *lab.View) { v.Surface = !v.Surface })
}

// Update shows a state.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if c&(lab.DocChanged|lab.FieldChanged|lab.TapeChanged|lab.ViewChanged) == 0 {
		return
	}
	surface, err := s.Doc.Landscape()
	if err != nil {
		return // no document with such a surface passes its check
	}
	open := s.View.Surface
	gist := figure.SurfaceGist(s)
	brief, _, _ := strings.Cut(gist, ", ") // beside a long title
	p.folder.Set(figure.SurfaceTitle(&s.Doc, surface), gist, open, brief)
	if open {
		p.arrange(s, surface)
		for _, row := range p.rows {
			row.set(&s.Doc)
		}
		p.tell(p.notes.Of(s, surface), p.notes.Most(s, surface))
	}
	if p.folder.Show(open, p.list, p.fault, p.notice) {
		p.desk.Relayout()
	}
}

// A content is which rows there are to be.
type content struct {
	surface surfaces.Surface
	random  bool // another landscape can be drawn
	foreign bool // the examples are the user's, on a surface that has its own
	boxed   bool // racers are kept in a box
}

// contentOf is which rows a state asks for.
func contentOf(s lab.State, surface surfaces.Surface) content {
	doc := &s.Doc
	return content{
		surface: surface,
		random:  doc.Surface == setup.RandomLandscape,
		foreign: surface.Data != nil && doc.Data != nil && doc.Surface != "",
		boxed:   doc.Bounds != nil,
	}
}

// shape tells contents of other rows apart. They are made anew in another theme, too.
func (c content) shape(name string, colours string) string {
	return fmt.Sprint(name, c.surface.Params, c.surface.Weighing, c.boxed, c.foreign, colours)
}

// arrange makes the rows anew where others are to be shown than before: a slider that is being dragged stays.
func (p *Pane) arrange(s lab.State, surface surfaces.Surface) {
	c := contentOf(s, surface)
	shape := c.shape(s.Doc.Surface, p.desk.Palette().Key())
	if shape == p.shape {
		return
	}
	p.shape = shape
	p.addRows(c)
	objects := make([]fyne.CanvasObject, len(p.rows))
	for i, row := range p.rows {
		objects[i] = row.object
	}
	p.list.Objects = objects
	p.list.Refresh()
	kit.SetFault(p.fault, "")
	p.desk.Relayout()
}

// tell says something quietly below the rows, in the room of what is said at most.
func (p *Pane) tell(text, most string) {
	p.told.Set(text)
	if p.most.Text != most {
		p.most.Set(most)
		p.desk.Relayout()
	}
}
