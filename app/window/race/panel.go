package race

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/tabs"
)

var _ desk.Pane = (*panel)(nil)

// A tab is a pane that the panel shows, by its name in setup.Panels.
type tab struct {
	name, title, hint string
	pane              desk.Pane
}

// A group is the tabs below one of the first level.
type group struct {
	title, hint string
	tabs        []tab
}

// A panel shows one of several panes, by tabs in two levels. It can have the middle of the window.
type panel struct {
	desk    desk.Desk
	groups  []group
	tabs    []tab               // of all groups
	list    []desk.Pane         // of the tabs
	rooms   []fyne.CanvasObject // that they stand in
	choice  *widgets.Segmented
	words   []*tabs.Tabs // of each group
	enlarge *kit.IconButton
	first   *kit.Paragraph // that the open pane knows only the first settings of some racers
	framed  *kit.Panel
	box     fyne.CanvasObject // which is that
}

// newPanel composes the panes of its tabs.
func newPanel(d desk.Desk, groups []group) *panel {
	p := &panel{desk: d, groups: groups}
	titles, hints := make([]string, len(groups)), make([]string, len(groups))
	body, second := container.NewStack(), container.NewStack()
	for i, g := range groups {
		titles[i], hints[i] = g.title, g.hint
		words := p.wordsOf(g)
		p.words = append(p.words, words)
		second.Add(words)
		for _, t := range g.tabs {
			room := roomOf(t.pane, d.Around())
			body.Add(room)
			p.tabs, p.list, p.rooms = append(p.tabs, t), append(p.list, t.pane), append(p.rooms, room)
			if own := switchOf(t.pane); own != nil {
				second.Add(container.New(layout.Trailing{}, own))
			}
		}
	}
	p.choice = widgets.NewSegmented(titles...)
	p.choice.Even, p.choice.Tight, p.choice.Heads = true, true, true
	p.choice.SetHints(hints...)
	p.choice.OnChanged = func(i int) { p.open(p.lastOf(groups[i])) }
	p.enlarge = kit.NewIconButton(kit.IconEnlarge, "", func() { toggleLarge(d) })
	p.setLarge(false)
	p.first = kit.NewParagraph(2, "")
	p.first.Fits = true
	p.first.Hide()
	p.framed = kit.NewPanel(container.New(panelLayout{}, p.choice, p.enlarge, second, body, p.first), nil)
	p.box = p.framed
	p.show(setup.PanelCharts)
	d.Mark("tabs", func() fyne.CanvasObject { return p.choice })
	d.Mark("views", p.views)
	return p
}

// views are the tabs of the second level that are seen.
func (p *panel) views() fyne.CanvasObject {
	for _, w := range p.words {
		if w.Visible() {
			return w
		}
	}
	return nil
}

// wordsOf are the tabs of a group as words.
func (p *panel) wordsOf(g group) *tabs.Tabs {
	var titles, hints []string
	for _, t := range g.tabs {
		titles, hints = append(titles, t.title), append(hints, t.hint)
	}
	words := tabs.New(titles, hints)
	words.Inset, words.Short = kit.PanelPad, slices.Clone(titles)
	for i, t := range g.tabs {
		if brief, is := briefTitles()[t.name]; is {
			words.Short[i] = brief
		}
		if own := switchOf(t.pane); own != nil {
			words.Trail = max(words.Trail, own.MinSize().Width+switchGap)
		}
	}
	words.OnChanged = func(i int) { p.open(g.tabs[i].name) }
	return words
}

// briefTitles are what tabs are called where there is little room.
func briefTitles() map[string]string {
	return map[string]string{setup.PanelStep: words.T("Step"), setup.PanelFair: words.T("Fair"), setup.PanelRates: words.T("One"),
		setup.PanelPlane: words.T("Two")}
}

// switchGap is the room around a switch beside tabs, in units.
const switchGap = 18

// switchOf is the small switch that a pane has beside its tab; nil if it has none.
func switchOf(pane desk.Pane) fyne.CanvasObject {
	if s, ok := pane.(interface{ Switch() fyne.CanvasObject }); ok {
		return s.Switch()
	}
	return nil
}

// Object is what is seen of it.
func (p *panel) Object() fyne.CanvasObject { return p.box }

// open shows a tab, and keeps in mind that it was open, as was the one before it.
func (p *panel) open(name string) {
	recent := []string{name}
	view := p.desk.Lab().State().View
	for _, other := range append([]string{p.desk.Lab().State().Panel()}, view.Recent...) {
		if !slices.Contains(recent, other) {
			recent = append(recent, other)
		}
	}
	p.desk.Lab().Look(func(v *lab.View) { v.Recent = recent })
	p.desk.Edit("", func(e *setup.Experiment) { e.Look.Panel = name })
}

// lastOf is the tab of a group that was open last, or the first one.
func (p *panel) lastOf(g group) string {
	s := p.desk.Lab().State()
	for _, name := range s.View.Recent {
		for _, t := range g.tabs {
			if t.name == name && (name != setup.PanelData || s.Learning()) {
				return name
			}
		}
	}
	return g.tabs[0].name
}

// Update shows the pane that the document wants. Data have a tab where there are any.
func (p *panel) Update(s lab.State, c lab.Change) {
	if c&lab.DocChanged != 0 {
		for i, g := range p.groups {
			if at := slices.IndexFunc(g.tabs, func(t tab) bool { return t.name == setup.PanelData }); at >= 0 {
				p.words[i].SetShown(at, s.Learning())
			}
		}
	}
	p.show(s.Panel())
	if c&lab.DocChanged != 0 {
		p.sayFirst(s)
	}
	for _, pane := range p.list {
		pane.Update(s, c)
	}
	p.setLarge(s.Large())
	p.framed.SetAccent(p.accent())
}

// manyRuns are the tabs whose runs all have the first settings of their racers.
var manyRuns = []string{
	setup.PanelRates, setup.PanelPlane, setup.PanelFair, setup.PanelSwarm, setup.PanelBasins, setup.PanelBench,
}

// sayFirst says above such a tab which racers change on their way, if any does.
func (p *panel) sayFirst(s lab.State) {
	text := ""
	if slices.Contains(manyRuns, s.Panel()) {
		text = figure.FirstSettings(&s.Doc, nil)
	}
	if text != p.first.Text() {
		p.first.Set(text)
		layout.SetShown(p.first, text != "")
		p.framed.Refresh()
	}
}

// opened is the pane that is shown.
func (p *panel) opened() desk.Pane {
	for i, t := range p.tabs {
		if p.rooms[i].Visible() {
			return t.pane
		}
	}
	return nil
}

// key asks the open pane, if it has use for keys.
func (p *panel) key(name fyne.KeyName) bool {
	of, ok := p.opened().(desk.Keyed)
	return ok && of.Key(name)
}

// rune asks it for characters.
func (p *panel) rune(r rune) bool {
	of, ok := p.opened().(desk.Keyed)
	return ok && of.Rune(r)
}

// accent is the colour of the panel's left edge, if the open pane has one.
func (p *panel) accent() color.Color {
	if of, ok := p.opened().(interface{ Accent() color.Color }); ok {
		return of.Accent()
	}
	return nil
}

// whole tells whether the open pane wants the column for itself.
func (p *panel) whole() bool {
	of, ok := p.opened().(interface{ Whole() bool })
	return ok && of.Whole()
}

// show shows a tab.
func (p *panel) show(open string) {
	for i, g := range p.groups {
		at := slices.IndexFunc(g.tabs, func(t tab) bool { return t.name == open })
		if at >= 0 {
			p.choice.SetSelected(i)
			p.words[i].SetSelected(at)
		}
		layout.SetShown(p.words[i], at >= 0)
	}
	for i, t := range p.tabs {
		layout.SetShown(p.rooms[i], t.name == open)
		layout.SetShown(t.pane.Object(), t.name == open)
		if own := switchOf(t.pane); own != nil {
			layout.SetShown(own, t.name == open)
		}
	}
}

// setLarge says what the button beside the tabs does.
func (p *panel) setLarge(large bool) {
	if large {
		p.enlarge.SetIcon(kit.IconReduce, words.T("Back to the maps in the middle (m)"))
		return
	}
	p.enlarge.SetIcon(kit.IconEnlarge, words.T("Show this in the middle, and the maps here (m)"))
}

// panelLayout puts the first level of tabs and the button above the second level, which reaches from edge to edge, and the
// pane below, with what is said of racers that change between.
type panelLayout struct{}

const (
	panelGap = 8 // between a panel's upper parts and the pane
	tabsLift = 3 // of the first level to the second
)

// Layout places them.
func (panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choice, button, words, body := objects[0], objects[1], objects[2], objects[3]
	side := button.MinSize()
	height := choice.MinSize().Height
	kit.Place(choice, 0, 0, size.Width-side.Width-panelGap, height)
	kit.Place(button, size.Width-side.Width, (height-side.Height)/2, side.Width, side.Height)
	y := height + tabsLift
	kit.Place(words, -kit.PanelPad, y, size.Width+2*kit.PanelPad, words.MinSize().Height)
	y += words.MinSize().Height + panelGap
	if first := objects[4]; first.Visible() {
		kit.Place(first, 0, y, size.Width, first.MinSize().Height)
		y += first.MinSize().Height + panelGap/2
	}
	kit.Place(body, 0, y, size.Width, max(size.Height-y, 0))
}

// MinSize is that of all below one another, whatever tab is open: what does not fit scrolls.
func (panelLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	choice, button, words, body := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize(), objects[3].MinSize()
	return fyne.NewSize(max(choice.Width+panelGap+button.Width, words.Width-2*kit.PanelPad, body.Width),
		choice.Height+tabsLift+words.Height+panelGap+bodyLeast)
}

// bodyLeast is the height of the pane in the lowest panel, in units.
const bodyLeast = 150

// wheeled is a pane with parts that would keep the wheel to themselves: they hand it on to what the pane stands in.
type wheeled interface{ Within(around fyne.Scrollable) }

// roomOf is what a pane stands in: one that needs more than the lowest panel has scrolls there, and so does one with parts that
// come and go.
func roomOf(pane desk.Pane, around fyne.Scrollable) fyne.CanvasObject {
	o := pane.Object()
	p, grows := pane.(wheeled)
	if o.MinSize().Height <= bodyLeast && !grows {
		return o
	}
	room := kit.NewNested(besideBar(o), around)
	if grows {
		p.Within(room)
	}
	return container.New(overhang{}, room)
}

// overhang lets what scrolls reach so far over the edges of the panel's room that its bar and the focus's rings stand there.
type overhang struct{}

// Layout places it.
func (overhang) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(-ringRoom, 0))
	objects[0].Resize(size.AddWidthHeight(layout.ScrollBar+ringRoom, 0))
}

// MinSize is its own.
func (overhang) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().SubtractWidthHeight(layout.ScrollBar+ringRoom, 0)
}
