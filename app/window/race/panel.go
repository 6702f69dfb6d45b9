package race

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*panel)(nil)

// A panel shows one of several panes, by tabs. It can have the middle of the window.
type panel struct {
	desk    desk.Desk
	panes   map[string]desk.Pane // by their names in lab.Panels
	list    []desk.Pane          // the same
	tabs    *widgets.Segmented
	enlarge *kit.IconButton
	box     fyne.CanvasObject
	height  float32 // that the open tab needed, when the column was last laid out
}

// newPanel composes a pane for each of lab.Panels.
func newPanel(d desk.Desk, panes map[string]desk.Pane) *panel {
	p := &panel{desk: d, panes: panes}
	titles := make([]string, len(lab.Panels))
	body := container.NewStack()
	for i, name := range lab.Panels {
		titles[i] = panelTitle(name)
		o := panes[name].Object()
		layout.SetShown(o, name == lab.PanelCharts)
		body.Add(o)
		p.list = append(p.list, panes[name])
	}
	p.tabs = widgets.NewSegmented(titles...)
	p.tabs.Tight = true
	p.tabs.OnChanged = func(i int) { d.Edit("", func(e *lab.Experiment) { e.Look.Panel = lab.Panels[i] }) }
	p.enlarge = kit.NewIconButton(kit.IconEnlarge, "", func() { toggleLarge(d) })
	p.setLarge(false)
	space := fynelayout.NewSpacer()
	p.box = kit.NewPanel(container.NewBorder(widgets.NewLine(space, p.tabs, space, p.enlarge), nil, nil, nil, body), nil)
	return p
}

// panelTitle is what the tab of a panel is called.
func panelTitle(name string) string {
	switch name {
	case lab.PanelPlane:
		return words.T("Plane")
	case lab.PanelRates:
		return words.T("Rates")
	case lab.PanelFair:
		return words.T("Fair")
	case lab.PanelSwarm:
		return words.T("Swarm")
	case lab.PanelPoints:
		return words.T("Points")
	case lab.PanelData:
		return words.T("Data")
	}
	return words.T("Charts")
}

// Object is what is seen of it.
func (p *panel) Object() fyne.CanvasObject { return p.box }

// Update shows the pane that the document wants. Data have a tab where there are any.
func (p *panel) Update(s lab.State, c lab.Change) {
	if c&lab.DocChanged != 0 {
		p.tabs.SetShown(slices.Index(lab.Panels, lab.PanelData), s.Learning())
	}
	open := s.Panel()
	p.tabs.SetSelected(slices.Index(lab.Panels, open))
	for name, pane := range p.panes {
		layout.SetShown(pane.Object(), name == open)
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
