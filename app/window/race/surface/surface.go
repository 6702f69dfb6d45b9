// Package surface is the pane of the surface that is raced on: its parameters, its examples, and how it lies in the plane.
package surface

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A Pane is the panel of the surface. It shows what can be set, and how the surface lies only if that is not as the formula
// says, or on demand.
type Pane struct {
	desk  desk.Desk
	title *canvas.Text
	more  *kit.Button
	list  *fyne.Container
	rows  []row
	fault *widget.Label
	told  *kit.Caption
	box   fyne.CanvasObject

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
	p := &Pane{desk: d, title: canvas.NewText("", color.Transparent), fault: kit.NewFault(), told: kit.NewCaption("")}
	p.title.TextStyle.Bold = true
	p.more = kit.NewIconButton(kit.IconDown, unfoldHint(), p.toggle)
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(4))
	space := fynelayout.NewSpacer()
	head := widgets.NewLine(space, p.title, space, p.more)
	p.box = kit.NewPanel(container.NewVBox(head, p.list, p.fault, p.told.Note.Box), nil)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

func unfoldHint() string { return words.T("Turn and stretch the surface, or keep racers within a box") }

// toggle shows turn and stretch though they are 0, or no more.
func (p *Pane) toggle() {
	p.desk.Lab().Look(func(v *lab.View) { v.Turned = !v.Turned })
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
	kit.SetText(p.title, figure.SurfaceTitle(&s.Doc, surface), p.desk.Palette().Text)
	p.arrange(s, surface)
	for _, row := range p.rows {
		row.set(&s.Doc)
	}
	p.tell(p.notes.Of(s, surface))
}

// A content is which rows there are to be.
type content struct {
	surface surfaces.Surface
	random  bool // another landscape can be drawn
	batched bool // there are mini-batches
	foreign bool // the examples are the user's, on a surface that has its own
	turned  bool // turn and stretch are shown
	boxed   bool // racers are kept in a box
}

// contentOf is which rows a state asks for.
func contentOf(s lab.State, surface surfaces.Surface) content {
	doc := &s.Doc
	return content{
		surface: surface,
		random:  doc.Surface == setup.RandomLandscape,
		batched: surface.Data != nil && doc.Batch > 0 && doc.Batch < surface.Data.Len(),
		foreign: surface.Data != nil && doc.Data != nil && doc.Surface != "",
		turned:  s.View.Turned || doc.Turn != 0 || doc.Stretch != 0,
		boxed:   doc.Bounds != nil,
	}
}

// shape tells contents of other rows apart. They are made anew in another theme, too.
func (c content) shape(name string, dark bool) string {
	examples := 0
	if c.surface.Data != nil {
		examples = c.surface.Data.Len()
	}
	return fmt.Sprint(name, c.surface.Params, c.turned, c.boxed, c.batched, c.foreign, dark, examples)
}

// arrange makes the rows anew where others are to be shown than before: a slider that is being dragged stays.
func (p *Pane) arrange(s lab.State, surface surfaces.Surface) {
	c := contentOf(s, surface)
	shape := c.shape(s.Doc.Surface, p.desk.Palette().Dark)
	if shape == p.shape {
		return
	}
	p.shape = shape
	p.addRows(c)
	icon, hint := kit.IconDown, unfoldHint()
	if c.turned {
		icon, hint = kit.IconUp, words.T("Turn and stretch are shown while they are not 0")
	}
	p.more.SetIcon(icon, hint)
	objects := make([]fyne.CanvasObject, len(p.rows))
	for i, row := range p.rows {
		objects[i] = row.object
	}
	p.list.Objects = objects
	layout.SetShown(p.list, len(objects) > 0)
	p.list.Refresh()
	kit.SetFault(p.fault, "")
	p.desk.Relayout()
}

// tell says something quietly below the rows.
func (p *Pane) tell(text string) {
	if p.told.Text != text {
		p.told.Set(text)
		p.desk.Relayout()
	}
}
