package race

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*panel)(nil)

// A tab is a pane that the panel shows, by its name in setup.Panels.
type tab struct {
	name, title string
	pane        desk.Pane
}

// A panel shows one of several panes, by tabs. It can have the middle of the window.
type panel struct {
	desk    desk.Desk
	tabs    []tab
	list    []desk.Pane // of the tabs
	choice  *widgets.Segmented
	enlarge *kit.IconButton
	box     fyne.CanvasObject
	height  float32 // that the open tab needed, when the column was last laid out
}

// newPanel composes the panes of its tabs.
func newPanel(d desk.Desk, tabs []tab) *panel {
	p := &panel{desk: d, tabs: tabs}
	titles := make([]string, len(tabs))
	body := container.NewStack()
	for i, t := range tabs {
		titles[i] = t.title
		layout.SetShown(t.pane.Object(), t.name == setup.PanelCharts)
		body.Add(t.pane.Object())
		p.list = append(p.list, t.pane)
	}
	p.choice = widgets.NewSegmented(titles...)
	p.choice.Tight = true
	p.choice.OnChanged = func(i int) { d.Edit("", func(e *setup.Experiment) { e.Look.Panel = tabs[i].name }) }
	p.enlarge = kit.NewIconButton(kit.IconEnlarge, "", func() { toggleLarge(d) })
	p.setLarge(false)
	space := fynelayout.NewSpacer()
	p.box = kit.NewPanel(container.NewBorder(widgets.NewLine(space, p.choice, space, p.enlarge), nil, nil, nil, body), nil)
	return p
}

// Object is what is seen of it.
func (p *panel) Object() fyne.CanvasObject { return p.box }

// Update shows the pane that the document wants. Data have a tab where there are any.
func (p *panel) Update(s lab.State, c lab.Change) {
	open := s.Panel()
	for i, t := range p.tabs {
		if t.name == setup.PanelData && c&lab.DocChanged != 0 {
			p.choice.SetShown(i, s.Learning())
		}
		if t.name == open {
			p.choice.SetSelected(i)
		}
		layout.SetShown(t.pane.Object(), t.name == open)
	}
	for _, pane := range p.list {
		pane.Update(s, c)
	}
	p.setLarge(s.Large())
	p.settle()
}

// setLarge says what the button beside the tabs does.
func (p *panel) setLarge(large bool) {
	if large {
		p.enlarge.SetIcon(kit.IconReduce, words.T("Back to the maps in the middle (m)"))
		return
	}
	p.enlarge.SetIcon(kit.IconEnlarge, words.T("Show this in the middle, and the maps here (m)"))
}

// settle lays the column out anew if the tab that is open needs more or less than the one before.
func (p *panel) settle() {
	if height := p.box.MinSize().Height; height != p.height {
		p.height = height
		p.desk.Relayout()
	}
}
