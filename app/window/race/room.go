// Package race is the room Race: the maps in the middle with the time below them, what runs and on what at the left, and at
// the right what can be read of it. The room lays its panes out and hands them the state; none of them knows another.
package race

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/basins"
	"descentlab/app/window/race/bench"
	"descentlab/app/window/race/charts"
	"descentlab/app/window/race/coach"
	"descentlab/app/window/race/data"
	"descentlab/app/window/race/events"
	"descentlab/app/window/race/fair"
	"descentlab/app/window/race/fork"
	"descentlab/app/window/race/maps"
	"descentlab/app/window/race/plane"
	"descentlab/app/window/race/pointer"
	"descentlab/app/window/race/points"
	"descentlab/app/window/race/racers"
	"descentlab/app/window/race/rates"
	"descentlab/app/window/race/sculpt"
	"descentlab/app/window/race/shared"
	"descentlab/app/window/race/sheet"
	"descentlab/app/window/race/standings"
	"descentlab/app/window/race/step"
	"descentlab/app/window/race/surface"
	"descentlab/app/window/race/swarm"
	"descentlab/app/window/race/telling"
	"descentlab/app/window/race/tool"
	"descentlab/app/window/race/transport"
	"descentlab/app/window/race/try"
	"descentlab/app/words"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*Room)(nil)

// A Room is what fills the window below the header.
type Room struct {
	desk        *place
	tools       map[lab.Tool]desk.Tool
	maps        *maps.Pane
	panel       *panel
	sheet       *sheet.Pane
	coach       *coach.Pane
	telling     *telling.Teller
	panes       []desk.Pane // all of them, but for those that the panel shows by turns
	stage       *stage
	above       *aboveLayout
	key         [2]float32 // how wide the key of heights stands at the foot of the maps, at the left and at the right
	middle, box *fyne.Container
	whole       bool        // the panel has the right column for itself
	below       []desk.Spot // the panes below the panel
	time        desk.Spot
	column      *fyne.Container // the middle with the time below it
}

// New makes the room. What the frame says lies over the middle of it.
func New(f desk.Frame, said fyne.CanvasObject) *Room {
	d := &place{Frame: f, scroll: emptyColumn(), right: emptyColumn()}
	r := &Room{desk: d, tools: tool.New(d), sheet: sheet.New(d)}
	r.coach = coach.New(d, r.settle)
	r.maps = maps.New(d, r.tools, r.coach.Object())
	r.maps.OnKey = func(left, right float32) {
		r.key = [2]float32{left, right}
		r.keepOffKey()
	}
	r.panel = newPanel(d, groups(d))
	r.stage = newStage(r.maps, r.panel, d.Relayout)

	left, right := controls(d), readouts(d)
	d.left = container.New(controlsLayout{}, objects(left)...)
	d.scroll.Content = besideBar(d.left)
	d.readouts = container.New(readoutsLayout{right}, append([]fyne.CanvasObject{r.stage.aside}, objects(right)...)...)
	d.right.Content = besideBar(d.readouts)

	forks := fork.New(d)
	time := transport.NewTelling(d, r.settleTime, forks.Object(), forks.Small())
	r.telling = telling.New(d)
	r.above = &aboveLayout{strip: r.coach.Object()}
	r.middle = container.NewStack(r.stage.middle, container.New(r.above, said))
	r.column = container.NewBorder(nil, time.Object(), nil, nil, r.middle)
	over := container.New(fynelayout.NewCustomPaddedLayout(0, 0, ringRoom, 0), r.sheet.Object())
	r.box = container.New(columnsLayout{r.maps.Width, d.wider}, d.scroll, r.column, container.NewStack(d.right, over), split(d))
	r.time = desk.Spot{Name: words.T("Time"), Object: time.Object(), Describe: time.Describe}
	r.below = spotsOf(right)
	r.panes = slices.Concat([]desk.Pane{time, r.maps}, left, right, []desk.Pane{r.panel, forks, r.sheet, r.coach})
	d.columns = r.box
	return r
}

// settle lays the middle out anew: the strip of the first steps has come or gone.
func (r *Room) settle() {
	r.maps.Settle()
	r.settleSaid()
}

// settleTime lays the middle out anew: more or less is shown with the time below it.
func (r *Room) settleTime() {
	if r.column != nil {
		r.column.Layout.Layout(r.column.Objects, r.column.Size())
		r.desk.Relayout()
	}
}

// settleSaid lays out anew what is said: something has come or gone that it keeps off.
func (r *Room) settleSaid() {
	for _, o := range r.middle.Objects {
		if c, ok := o.(*fyne.Container); ok {
			c.Layout.Layout(c.Objects, c.Size())
		}
	}
}

// keepOffKey lets what is said stand beside the key of heights, if that is in the middle of the window.
func (r *Room) keepOffKey() {
	key := r.key
	if r.stage.large {
		key = [2]float32{}
	}
	if key != [2]float32{r.above.left, r.above.right} {
		r.above.left, r.above.right = key[0], key[1]
		r.settleSaid()
	}
}

// controls are the panes of the left column, from the top.
func controls(d desk.Desk) []desk.Pane {
	return []desk.Pane{
		racers.New(d),
		surface.New(d),
		shared.New(d),
		try.New(d),
	}
}

// readouts are the panes of the right column, from the top, below the panel.
func readouts(d desk.Desk) []desk.Pane {
	return []desk.Pane{
		standings.New(d),
		pointer.New(d),
	}
}

// groups are the panes that the panel shows by turns, in the order of setup.Panels.
func groups(d desk.Desk) []group {
	return []group{
		{words.T("Race"), words.T("This race, step by step"), []tab{
			{setup.PanelCharts, words.T("Progress"), words.T("How far down every racer has come, and how steep it is there"),
				charts.New(d)},
			{setup.PanelStep, words.T("This step"),
				words.T("What one racer's method sees, remembers and does in the step at the playhead"), step.New(d)},
			{setup.PanelEvents, words.T("Events"), words.T("What happens to every racer, and why it ends where it does"),
				events.New(d)},
			{setup.PanelFair, words.T("Fair race"), words.T("Tune every racer alike, then race from many starts"), fair.New(d)},
		}},
		{words.T("Settings"), words.T("The same race with other settings"), []tab{
			{setup.PanelRates, words.T("One setting"), words.T("Where every racer ends for each learning rate"), rates.New(d)},
			{setup.PanelPlane, words.T("Two settings"), words.T("Where one racer ends for all values of two settings"), plane.New(d)},
		}},
		{words.T("Many runs"), words.T("The same racers from many starts"), []tab{
			{setup.PanelSwarm, words.T("Cloud"), words.T("Hundreds of runs of one racer at once"), swarm.New(d)},
			{setup.PanelBasins, words.T("Where they end"), words.T("Which starts lead to which minimum"), basins.New(d)},
			{setup.PanelBench, words.T("Benchmark"), words.T("How much every racer solves with how many gradient evaluations"),
				bench.New(d)},
		}},
		{words.T("Landscape"), words.T("The surface itself"), []tab{
			{setup.PanelPoints, words.T("Points"), words.T("All minima, saddles and maxima"), points.New(d)},
			{setup.PanelSculpt, words.T("Sculpt"), words.T("Add wells, hills and ridges with the mouse"), sculpt.New(d)},
			{setup.PanelData, words.T("Data"), words.T("The examples, and what every racer's model makes of them"), data.New(d)},
		}},
	}
}

// objects are what is seen of panes.
func objects(panes []desk.Pane) []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, len(panes))
	for i, p := range panes {
		list[i] = p.Object()
	}
	return list
}

// emptyColumn is a column that scrolls, before there is anything in it.
func emptyColumn() *container.Scroll { return container.NewVScroll(container.NewWithoutLayout()) }

// besideBar leaves room for the bar that a column scrolls by, and at the left for what reaches beyond its controls.
func besideBar(column fyne.CanvasObject) *fyne.Container {
	return container.New(fynelayout.NewCustomPaddedLayout(0, 0, ringRoom, layout.ScrollBar), column)
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Update hands a new state to every pane and tool, in any order.
func (r *Room) Update(s lab.State, c lab.Change) {
	r.telling.Update(s, c)
	r.stage.update(s)
	r.keepOffKey()
	for _, p := range r.panes {
		p.Update(s, c)
	}
	for _, t := range r.tools {
		t.Update(s, c)
	}
	layout.SetShown(r.desk.right, !s.View.Sheet.Open)
	r.share(r.panel.whole() && !r.stage.large)
	r.desk.split(s.View.Wider)
}

// share gives the right column to the panel alone, or lets the other readouts stand below it.
func (r *Room) share(whole bool) {
	if r.whole == whole {
		return
	}
	r.whole = whole
	for _, o := range r.desk.readouts.Objects[1:] {
		layout.SetShown(o, !whole)
	}
	r.desk.Relayout()
}

// tool is what is in hand.
func (r *Room) tool() desk.Tool { return r.tools[r.desk.Lab().State().View.Tool] }

// Key asks the sheet, then the open pane of the panel, then the tool in hand, then the first steps; Escape then looks at all
// racers again.
func (r *Room) Key(name fyne.KeyName) bool {
	return r.sheet.Key(name) || r.panel.key(name) || r.tool().Key(name) || r.coach.Key(name) ||
		name == fyne.KeyEscape && r.seeAll() || desk.Press(r.desk, r.Commands(), name)
}

// seeAll looks at all racers again, if one was pinned, or looked at alone on the one map of all.
func (r *Room) seeAll() bool {
	s := r.desk.Lab().State()
	if s.View.Pinned < 0 && (s.View.Racer < 0 || s.Doc.Look.Aside()) {
		return false
	}
	r.desk.Lab().Look(func(v *lab.View) { v.Racer, v.Pinned = -1, -1 })
	return true
}

// Rune asks the tool in hand, then the open pane of the panel, and does what is told in Commands.
func (r *Room) Rune(char rune) bool {
	return r.tool().Rune(char) || r.panel.rune(char) || desk.Type(r.desk, r.Commands(), char)
}

// Copy puts the open sheet on the clipboard, as Python.
func (r *Room) Copy() { r.sheet.Copy() }
