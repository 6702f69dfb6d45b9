// Package race is the room Race: the maps in the middle with the time below them, what runs and on what at the left, and at
// the right what can be read of it. The room lays its panes out and hands them the state; none of them knows another.
package race

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/charts"
	"descentlab/app/window/race/data"
	"descentlab/app/window/race/fair"
	"descentlab/app/window/race/maps"
	"descentlab/app/window/race/plane"
	"descentlab/app/window/race/pointer"
	"descentlab/app/window/race/points"
	"descentlab/app/window/race/racers"
	"descentlab/app/window/race/rates"
	"descentlab/app/window/race/shared"
	"descentlab/app/window/race/sheet"
	"descentlab/app/window/race/standings"
	"descentlab/app/window/race/surface"
	"descentlab/app/window/race/swarm"
	"descentlab/app/window/race/tool"
	"descentlab/app/window/race/transport"
	"descentlab/widgets/layout"
)

var _ desk.Room = (*Room)(nil)

// A Room is what fills the window below the header.
type Room struct {
	desk  *place
	tools map[lab.Tool]desk.Tool
	maps  *maps.Pane
	panel *panel
	sheet *sheet.Pane
	panes []desk.Pane // all of them, but for those that the panel shows by turns
	stage *stage
	right *container.Scroll // what can be read; the sheet lies over it
	box   *fyne.Container
}

// New makes the room. What the frame says lies over the middle of it.
func New(f desk.Frame, said fyne.CanvasObject) *Room {
	d := &place{Frame: f, scroll: container.NewVScroll(container.NewWithoutLayout())}
	r := &Room{desk: d, tools: tool.New(d), sheet: sheet.New(d)}
	r.maps = maps.New(d, r.tools)
	r.panel = newPanel(d, panels(d))
	r.stage = newStage(r.maps, r.panel, d.Relayout)

	surface, cards, noise := surface.New(d), racers.New(d), shared.New(d)
	d.left = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap), surface.Object(), cards.Object(), noise.Object())
	d.scroll.Content = besideBar(d.left)

	table, pointer := standings.New(d), pointer.New(d)
	d.readouts = container.New(readoutsLayout{}, r.stage.aside, table.Object(), pointer.Object())
	r.right = container.NewVScroll(besideBar(d.readouts))

	time := transport.New(d)
	middle := container.NewBorder(nil, time.Object(), nil, nil, container.NewStack(r.stage.middle, said))
	r.box = container.New(columnsLayout{}, d.scroll, middle, container.NewStack(r.right, r.sheet.Object()))
	r.panes = []desk.Pane{surface, cards, noise, r.panel, r.maps, table, pointer, time, r.sheet}
	return r
}

// panels are the panes of the panel, by their names in lab.Panels.
func panels(d desk.Desk) map[string]desk.Pane {
	return map[string]desk.Pane{
		lab.PanelCharts: charts.New(d),
		lab.PanelPlane:  plane.New(d),
		lab.PanelRates:  rates.New(d),
		lab.PanelFair:   fair.New(d),
		lab.PanelSwarm:  swarm.New(d),
		lab.PanelPoints: points.New(d),
		lab.PanelData:   data.New(d),
	}
}

// besideBar leaves room for the bar that a column scrolls by.
func besideBar(column fyne.CanvasObject) *fyne.Container {
	return container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), column)
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Update hands a new state to every pane and tool, in any order.
func (r *Room) Update(s lab.State, c lab.Change) {
	r.stage.update(s)
	for _, p := range r.panes {
		p.Update(s, c)
	}
	for _, t := range r.tools {
		t.Update(s, c)
	}
	layout.SetShown(r.right, !s.View.Sheet.Open)
}

// tool is what is in hand.
func (r *Room) tool() desk.Tool { return r.tools[r.desk.Lab().State().View.Tool] }

// Key asks the sheet, then the tool in hand.
func (r *Room) Key(name fyne.KeyName) bool { return r.sheet.Key(name) || r.tool().Key(name) }

// Rune asks the tool in hand, then the sheet; m and p are the room's own.
func (r *Room) Rune(char rune) bool {
	switch {
	case r.tool().Rune(char) || r.sheet.Rune(char):
	case char == 'm':
		toggleLarge(r.desk)
	case char == 'p':
		r.desk.Say(r.desk.Lab().TogglePaint())
	default:
		return false
	}
	return true
}

// Copy puts the open sheet on the clipboard, as Python.
func (r *Room) Copy() { r.sheet.Copy() }
