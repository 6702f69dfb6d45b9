// Package shared is the pane of what all racers share: noise and mini-batches, their seed, and the number of steps.
package shared

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/fold"
	"descentlab/widgets/kit"
)

// A Pane is the panel of what all racers share: a line that tells of noise and mini-batches, and their sliders while it is open.
type Pane struct {
	desk   desk.Desk
	folder *fold.Folder
	list   *fyne.Container
	rows   []row
	fault  *widget.Label
	shape  string // tells lists of rows apart
}

// A row is the control of one setting.
type row struct {
	name   string
	object fyne.CanvasObject
	set    func(doc *setup.Experiment) // shows the document's value, silently
}

var _ desk.Pane = (*Pane)(nil)

// New is the closed panel.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, folder: fold.NewFolder(""), fault: kit.NewFault()}
	p.folder.OnTapped = p.toggle
	p.folder.SetHint(words.T("Noise on every slope, mini-batches of data, the seed of both, and the number of steps"))
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(6))
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.folder.Panel }

// toggle opens the panel, or closes it.
func (p *Pane) toggle() { p.desk.Lab().Look(func(v *lab.View) { v.Noise = !v.Noise }) }

// Update shows a state.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if c&(lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	surface, err := s.Doc.Landscape()
	if err != nil {
		return // no document with such a surface passes its check
	}
	open := s.View.Noise
	p.folder.Set(words.T("Noise and batch"), gist(&s.Doc, surface.Data), open)
	if open {
		p.arrange(surface.Data)
		for _, row := range p.rows {
			row.set(&s.Doc)
		}
	}
	if p.folder.Show(open, p.list, p.fault) {
		p.desk.Relayout()
	}
}

// batched tells whether steps see a part of the data only.
func batched(doc *setup.Experiment, data *surfaces.Dataset) bool {
	return data != nil && doc.Batch > 0 && doc.Batch < data.Len()
}

// gist is what makes slopes inexact.
func gist(doc *setup.Experiment, data *surfaces.Dataset) string {
	switch noise := words.Digits(doc.Noise, 3); {
	case doc.Noise > 0 && batched(doc, data):
		return words.T("σ %s, %d of %d examples a step", noise, doc.Batch, data.Len())
	case doc.Noise > 0:
		return words.T("noise σ %s", noise)
	case batched(doc, data):
		return words.T("%d of %d examples a step", doc.Batch, data.Len())
	}
	return words.T("off: exact slopes")
}

// arrange makes the rows anew where others are to be shown than before: a slider that is being dragged stays.
func (p *Pane) arrange(data *surfaces.Dataset) {
	examples := 0
	if data != nil {
		examples = data.Len()
	}
	shape := fmt.Sprint(examples, p.desk.Palette().Key())
	if shape == p.shape {
		return
	}
	p.shape = shape
	p.addRows(examples)
	objects := make([]fyne.CanvasObject, len(p.rows))
	for i, row := range p.rows {
		objects[i] = row.object
	}
	p.list.Objects = objects
	p.list.Refresh()
	p.faulty("")
}

// faulty says below the rows what is wrong with one of them, until it is right again: "".
func (p *Pane) faulty(msg string) {
	kit.SetFault(p.fault, msg)
	p.desk.Relayout()
}
