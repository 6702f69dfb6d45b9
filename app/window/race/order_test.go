package race

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

// A visit is something that is done in the room, after which it is looked at.
type visit struct {
	name string
	do   func(u *testRoom)
}

// visits lead through the room: every panel, both themes, what is selected, hovered, sculpted and painted.
func visits() []visit {
	list := []visit{
		{"as it opens", func(*testRoom) {}},
		{"the head moves", func(u *testRoom) { u.lab.Seek(20) }},
		{"the pointer on the map", func(u *testRoom) { u.mapAt(0).OnHover(plot.Point{X: 0.4, Y: 0.2}, true) }},
		{"a saddle is selected", func(u *testRoom) { pickMark(u, "S1") }},
		{"basins", func(u *testRoom) { u.SetLook(func(l *setup.Look) { l.Ground = setup.GroundBasins }) }},
		{"side by side", func(u *testRoom) { u.SetLook(func(l *setup.Look) { l.SideBySide = true }) }},
		{"a racer is hidden", func(u *testRoom) { u.Edit("", func(e *setup.Experiment) { e.Racers[1].Hidden = true }) }},
		{"sculpting", func(u *testRoom) { u.take(lab.ToolSculpt) }},
		{"painting", func(u *testRoom) { u.Say(u.lab.Paint()); stroke(u, false, plot.Point{X: 1, Y: 1}) }},
		{"the sheet is open", func(u *testRoom) { u.Room.Rune('i') }},
		{"another surface", func(u *testRoom) { u.Room.Key("Escape"); u.take(lab.ToolStart); u.SetSurface("himmelblau") }},
		{"the light theme", func(u *testRoom) { u.SetLight() }},
		{"the panel in the middle", func(u *testRoom) { u.SetLook(func(l *setup.Look) { l.Large = true }) }},
		{"undone", func(u *testRoom) { u.lab.Undo(); u.lab.Undo() }},
	}
	for _, name := range setup.Panels {
		list = append(list, visit{name, func(u *testRoom) { u.SetLook(func(l *setup.Look) { l.Panel = name }) }})
	}
	return list
}

// TestPanesInAnyOrder: in whatever order the panes take in a state, the pictures are the same.
func TestPanesInAnyOrder(t *testing.T) {
	lengthy.Test(t)
	want := tour(t, func(*Room) {})
	order := rand.New(rand.NewPCG(1, 2)) // another one for every update
	got := tour(t, func(r *Room) {
		for _, list := range [][]desk.Pane{r.panes, r.panel.list} {
			order.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		}
	})
	for i, v := range visits() {
		if got[i] != want[i] {
			t.Errorf("%s: another picture\n%s", v.name, difference(want[i].text, got[i].text))
		}
	}
}

// A sight is what is seen of the room: as marks, and as pixels.
type sight struct{ text, pixels string }

// A reordered room has its panes in an order of its own before each update.
type reordered struct {
	*Room
	reorder func(*Room)
}

// Update hands the state to the panes.
func (r reordered) Update(s lab.State, c lab.Change) {
	r.reorder(r.Room)
	r.Room.Update(s, c)
}

// tour makes every visit and notes what is seen after each.
func tour(t *testing.T, reorder func(*Room)) (list []sight) {
	t.Helper()
	doc := desktest.Experiment(t, "double_well", 15, "sgd lr=0.05", "adam lr=0.1")
	doc.Swarm.Runs = 40
	d := desktest.New(t, doc)
	u := &testRoom{New(d, container.NewStack()), d, d.Lab()}
	for _, p := range u.panes { // what is found in time is not always the same
		if p, is := p.(interface{ Patient() }); is {
			p.Patient()
		}
	}
	d.Show(960, 640, reordered{u.Room, reorder})
	for _, v := range visits() {
		v.do(u)
		u.Settle()
		list = append(list, sight{desktest.Describe(u.Room.Object()), u.Picture()})
	}
	return list
}

// difference is the first line in which two descriptions differ.
func difference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return "\t" + as[i] + "\n\t" + bs[i]
		}
	}
	return fmt.Sprintf("\t%d and %d lines", len(as), len(bs))
}
