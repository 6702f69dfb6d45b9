// Package sculpt is the pane of what has been added to the surface: it takes the tool up that adds wells, hills and ridges, lists
// them, and gives the chosen one sliders.
package sculpt

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// tableOf is how many rows the list has room for before it scrolls.
const tableOf = 6

// A Pane lists what is sculpted.
type Pane struct {
	desk   desk.Desk
	kinds  *widgets.Segmented
	take   *kit.Button
	table  *graphic.Table
	remove *kit.Button
	knobs  []*widgets.Knob // in the order of sliders
	rows   *fyne.Container // knobs
	told   *kit.Paragraph
	box    *fyne.Container

	state  lab.State
	relief figure.Relief
	ranges [2]float64 // of the height and the width, that the sliders are made for
}

var _ desk.Pane = (*Pane)(nil)

// New is the pane of an untouched surface.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, told: kit.NewParagraph(1, ""), rows: container.NewVBox()}
	p.kinds = widgets.NewSegmented(words.T("Well"), words.T("Hill"), words.T("Ridge"))
	p.kinds.OnChanged = func(i int) { d.Lab().Look(func(v *lab.View) { v.Adds = lab.BumpKind(i) }) }
	p.take = kit.NewButton("", "", words.T("Press on the map to add, drag to move; Esc ends it"), p.toggle)
	p.take.SetPrimary(true)
	p.remove = kit.NewButton(words.T("Remove"), "", words.T("Take the chosen one away (Delete)"), p.removeChosen)
	p.table = graphic.NewTable([]graphic.Column{
		{Title: words.T("what"), Weight: 1, Min: 56},
		{Title: words.T("x"), Align: fyne.TextAlignTrailing, Min: 46},
		{Title: words.T("y"), Align: fyne.TextAlignTrailing, Min: 46},
		{Title: words.T("height"), Align: fyne.TextAlignTrailing, Min: 50},
		{Title: words.T("width"), Align: fyne.TextAlignTrailing, Min: 46},
	})
	p.table.Small = true
	p.table.OnTapRow = p.choose
	p.compose()
	return p
}

// compose puts the sentence, the controls, the list and the sliders below one another.
func (p *Pane) compose() {
	idea := kit.NewIdea(words.T("Change the surface with the mouse and watch where the racers go then:" +
		" a well catches them, a hill or a ridge turns them away."))
	scroll := kit.NewNested(p.table, p.desk.Around())
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, p.table.HeightOf(tableOf)))
	p.box = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), idea,
		container.New(new(layout.Ends), p.kinds, p.take), p.told, container.NewStack(room, scroll), p.rows,
		container.NewHBox(p.remove))
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update lists the sculpture, while the state says that the pane is shown.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.state = s
	if s.Panel() != setup.PanelSculpt || c&(lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	sculpting := s.View.Tool == lab.ToolSculpt
	p.take.SetText(words.T("Sculpt on the map"))
	if sculpting {
		p.take.SetText(words.T("Done"))
	}
	p.kinds.SetSelected(int(s.View.Adds))
	p.list()
	p.fit()
	p.showChosen()
}

// toggle takes the tool up, or lays it down.
func (p *Pane) toggle() {
	p.desk.Lab().Seal()
	p.desk.Lab().ToggleSculpt()
}

// list shows what is sculpted.
func (p *Pane) list() {
	rows := make([]graphic.TableRow, len(p.state.Doc.Sculpture))
	for i, b := range p.state.Doc.Sculpture {
		rows[i] = graphic.TableRow{Key: strconv.Itoa(i), Chosen: i == p.state.View.Bump, Cells: []string{
			figure.BumpName(b), words.Short(b.X), words.Short(b.Y), words.Short(b.Height), words.Short(b.Width),
		}}
	}
	p.table.SetRows(rows)
}

// choose takes the tool up, with a bump in its handles.
func (p *Pane) choose(key string) {
	i, err := strconv.Atoi(key)
	if err != nil {
		return // the table has numbers for keys
	}
	p.desk.Lab().Look(func(v *lab.View) {
		v.Take(lab.ToolSculpt)
		v.Bump = i
	})
}

// chosen is the bump whose sliders are shown, and whether there is one.
func (p *Pane) chosen() (b setup.Bump, ok bool) {
	i := p.state.View.Bump
	if i < 0 || i >= len(p.state.Doc.Sculpture) {
		return b, false
	}
	return p.state.Doc.Sculpture[i], true
}

// showChosen shows what the chosen bump is, and else what to do.
func (p *Pane) showChosen() {
	b, ok := p.chosen()
	for i, k := range p.knobs {
		if ok {
			k.SetValue(sliders[i].get(b))
		}
		layout.SetShown(k, ok && (b.Ratio != 0 || !sliders[i].ridges))
	}
	kit.Enable(p.remove, ok)
	switch {
	case ok:
		p.told.Set("")
	case p.state.View.Tool == lab.ToolSculpt:
		p.told.Set(words.T("Press on the map to add one; click one to change it."))
	case len(p.state.Doc.Sculpture) == 0:
		p.told.Set(words.T("Nothing is sculpted yet."))
	default:
		p.told.Set(words.T("Click one to change it."))
	}
}

// change edits the chosen bump.
func (p *Pane) change(f func(*setup.Bump), done bool) {
	i, width := p.state.View.Bump, p.state.Doc.Home.X1-p.state.Doc.Home.X0
	p.desk.Edit("sculpt", func(e *setup.Experiment) {
		if i >= 0 && i < len(e.Sculpture) {
			b := e.Sculpture[i]
			f(&b)
			e.Sculpture = slices.Clone(e.Sculpture)
			e.Sculpture[i] = b.Rounded(width)
		}
	})
	if done {
		p.desk.Lab().Seal()
	}
}

// removeChosen takes the chosen bump away.
func (p *Pane) removeChosen() {
	if _, ok := p.chosen(); !ok {
		return
	}
	i := p.state.View.Bump
	p.desk.Lab().Look(func(v *lab.View) { v.Bump = -1 })
	p.desk.Edit("", func(e *setup.Experiment) {
		e.Sculpture = slices.Delete(slices.Clone(e.Sculpture), i, i+1)
		if len(e.Sculpture) == 0 {
			e.Sculpture = nil
		}
	})
}
