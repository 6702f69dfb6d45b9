package tool

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A bench is a desk with all tools, which follow its state.
type bench struct {
	*desktest.Desk
	tools map[lab.Tool]desk.Tool
}

// newBench is a bench on a surface, whose maps show its window at 0.01 of the plane for each unit of theirs.
func newBench(t *testing.T, surface string, steps int) *bench {
	t.Helper()
	d := desktest.On(t, surface, steps, "sgd lr=0.001")
	b := &bench{d, New(d)}
	d.Lab().See(lab.Shown{Window: d.State().Doc.View, UnitX: 0.01, UnitY: 0.01})
	d.Lab().OnChange(func(s lab.State, c lab.Change) {
		for _, tool := range b.tools {
			tool.Update(s, c)
		}
	})
	return b
}

func (b *bench) take(t lab.Tool)     { b.Look(func(v *lab.View) { v.Take(t) }) }
func (b *bench) has(t lab.Tool) bool { return b.State().View.Tool == t }

// took says what has become of a document since another one.
func took(from, to lab.State) string {
	switch n, m := len(to.Doc.Painted), len(from.Doc.Painted); {
	case n > m && to.Doc.Painted[n-1].Erase:
		return "erase"
	case n > m:
		return "paint"
	case n < m:
		return "clear"
	}
	switch n, m := len(to.Doc.Sculpture), len(from.Doc.Sculpture); {
	case n > m:
		return "place"
	case n < m:
		return "remove"
	case to.Doc.Sculpture[0].X != from.Doc.Sculpture[0].X:
		return "move"
	case to.Doc.Sculpture[0].Width > from.Doc.Sculpture[0].Width:
		return "wider"
	case to.Doc.Sculpture[0].Width < from.Doc.Sculpture[0].Width:
		return "narrower"
	case to.Doc.Sculpture[0].Height > from.Doc.Sculpture[0].Height:
		return "higher"
	case to.Doc.Sculpture[0].Height < from.Doc.Sculpture[0].Height:
		return "lower"
	}
	switch was, is := from.View, to.View; {
	case to.Doc.Start != from.Doc.Start:
		return "start"
	case is.Tool != was.Tool:
		return "end"
	case is.SelectedName() != was.SelectedName():
		return "select " + is.SelectedName()
	case is.Bump != was.Bump:
		return fmt.Sprint("choose ", is.Bump)
	case is.Brush != was.Brush:
		return fmt.Sprintf("brush %.4g", is.Brush)
	case is.Erase != was.Erase:
		return fmt.Sprint("erase ", is.Erase)
	}
	return "nothing"
}

// A gesture is what a hand does to a tool. It tells whether the tool had a use for it.
type gesture func(graphic.Press, desk.Tool) bool

func drag(change func(*graphic.Press), way ...plot.Point) gesture {
	return func(p graphic.Press, t desk.Tool) bool {
		change(&p)
		used, restore := desktest.Drag(t, p, way...)
		return used && !restore
	}
}

func wheel(change func(*graphic.Press)) gesture {
	return func(p graphic.Press, t desk.Tool) bool {
		change(&p)
		p.Button = 0
		return t.Turn(p, 1)
	}
}

func key(name fyne.KeyName) gesture {
	return func(_ graphic.Press, t desk.Tool) bool { return t.Key(name) }
}

func char(r rune) gesture {
	return func(_ graphic.Press, t desk.Tool) bool { return t.Rune(r) }
}

// Every tool answers every gesture: by a change of the state, by nothing although it has a use for it, or by leaving it to
// the map or the window, which is "-". There is one bump, which is chosen while sculpting, one stroke, and a place A is selected
// with the start's tool.
func TestEveryToolAnswersEveryGesture(t *testing.T) {
	away := plot.Point{X: 1.5, Y: 1.5}
	ground := func(*graphic.Press) {}
	mark := func(p *graphic.Press) { p.Mark = &plot.Mark{At: p.At, Label: "B"}; p.Near = p.Mark }
	handle := func(p *graphic.Press) { p.Handle = 0; p.Held = plot.Point{X: 1, Y: 1} }
	start := func(p *graphic.Press) { p.Start = true }
	double := func(p *graphic.Press) { p.Double = true }
	right := func(p *graphic.Press) { p.Button = desktop.MouseButtonSecondary }
	ctrl := func(p *graphic.Press) { p.Keys = fyne.KeyModifierControl | fyne.KeyModifierShortcutDefault }
	snap := func(p *graphic.Press) { mark(p); ctrl(p) }
	ready := map[lab.Tool]*readyBench{}
	for _, tool := range []lab.Tool{lab.ToolStart, lab.ToolSculpt, lab.ToolPaint} {
		ready[tool] = newReady(t, tool)
	}
	for _, c := range []struct {
		name                 string
		do                   gesture
		start, sculpt, paint string
	}{
		{"a click on the ground", drag(ground), "start", "place", "paint"},
		{"a drag on the ground", drag(ground, away), "start", "place", "paint"},
		{"a click on a mark", drag(mark), "select B", "place", "paint"},
		{"a drag from a mark", drag(mark, away), "start", "place", "paint"},
		{"a click on a handle", drag(handle), "start", "nothing", "paint"},
		{"a drag of a handle", drag(handle, away), "start", "move", "paint"},
		{"a click on the start", drag(start), "nothing", "nothing", "paint"},
		{"a drag of the start", drag(start, away), "start", "start", "paint"},
		{"a double click", drag(double), "-", "place", "paint"},
		{"a drag after a click", drag(double, away), "start", "place", "paint"},
		{"a right click", drag(right), "-", "-", "erase"},
		{"a right drag", drag(right, away), "-", "-", "erase"},
		{"a click with Ctrl", drag(ctrl), "start", "place", "erase"},
		{"a click on a mark with Ctrl", drag(snap), "start", "place", "erase"},
		{"the wheel", wheel(ground), "-", "-", "brush 25.3"},
		{"the wheel over a handle", wheel(handle), "-", "wider", "brush 25.3"},
		{"the wheel with Ctrl", wheel(ctrl), "-", "-", "-"},
		{"Escape", key(fyne.KeyEscape), "select ", "choose -1", "end"},
		{"Delete", key(fyne.KeyDelete), "-", "remove", "clear"},
		{"Backspace", key(fyne.KeyBackspace), "-", "remove", "clear"},
		{"Home", key(fyne.KeyHome), "-", "-", "-"},
		{"[", char('['), "-", "narrower", "brush 19.13"},
		{"]", char(']'), "-", "wider", "brush 25.3"},
		{"+", char('+'), "-", "higher", "-"},
		{"-", char('-'), "-", "lower", "-"},
		{"e", char('e'), "-", "-", "erase true"},
		{"m", char('m'), "-", "-", "-"},
	} {
		for tool, want := range map[lab.Tool]string{lab.ToolStart: c.start, lab.ToolSculpt: c.sculpt, lab.ToolPaint: c.paint} {
			t.Run(fmt.Sprintf("%s/%q", c.name, tool), func(t *testing.T) {
				b := ready[tool]
				defer b.back()
				before := b.State()
				used := c.do(desktest.Ground(plot.Point{X: 0.5, Y: -0.5}), b.tools[tool])
				got := took(before, b.State())
				if !used {
					if got != "nothing" {
						t.Errorf("it is left to others, and there is %q", got)
					}
					got = "-"
				}
				if got != want {
					t.Errorf("%q, want %q", got, want)
				}
			})
		}
	}
}

// A readyBench has a tool in hand and comes back to where it was.
type readyBench struct {
	*bench
	moment lab.Moment
	view   lab.View
}

func (b *readyBench) back() {
	b.Lab().Return(b.moment)
	b.Look(func(v *lab.View) { *v = b.view })
}

// newReady is a bench with one bump and one stroke.
func newReady(t *testing.T, tool lab.Tool) *readyBench {
	t.Helper()
	b := newBench(t, "double_well", 1)
	if err := b.Lab().Paint(); err != nil {
		t.Fatal(err)
	}
	desktest.Drag(b.tools[lab.ToolPaint], desktest.Ground(plot.Point{X: -1, Y: -1}))
	b.take(lab.ToolSculpt)
	b.Look(func(v *lab.View) { v.Adds = lab.Hill })
	desktest.Drag(b.tools[lab.ToolSculpt], desktest.Ground(plot.Point{X: 1, Y: 1}))
	b.Settle()
	b.take(tool)
	b.Look(func(v *lab.View) {
		switch tool {
		case lab.ToolSculpt:
			v.Bump = 0
		case lab.ToolStart:
			v.Select(b.State().Field.Named("A"))
		}
	})
	if b.State().Field.Named("B") == nil {
		t.Fatal("there are not two minima")
	}
	return &readyBench{b, b.Lab().Moment(), b.State().View}
}

// The bar of the tool in hand is seen and no other one; the start's has none.
func TestBars(t *testing.T) {
	b := newBench(t, "sphere", 1)
	if b.tools[lab.ToolStart].Bar() != nil {
		t.Error("the start's tool takes the place of the caption")
	}
	for _, hand := range []lab.Tool{lab.ToolPaint, lab.ToolSculpt, lab.ToolStart, lab.ToolPaint} {
		b.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Swarm.From = setup.PanelSwarm, setup.FromPainted })
		b.take(hand)
		for name, tool := range b.tools {
			if bar := tool.Bar(); bar != nil && bar.Visible() != (name == hand) {
				t.Errorf("with %q in hand the bar of %q is seen: %t", hand, name, bar.Visible())
			}
		}
	}
}

// Hands are where something can be taken hold of: for the start's tool its handle and marks, for the sculpture's all handles.
func TestHands(t *testing.T) {
	b := newBench(t, "sphere", 1)
	ground := desktest.Ground(plot.Point{})
	start, mark, handle := ground, ground, desktest.Handle(0, plot.Point{})
	start.Start, mark.Mark = true, &plot.Mark{}
	for _, c := range []struct {
		at       graphic.Press
		dragging bool
		where    []lab.Tool
	}{
		{at: ground},
		{at: ground, dragging: true, where: []lab.Tool{lab.ToolStart, lab.ToolSculpt}},
		{at: start, where: []lab.Tool{lab.ToolStart, lab.ToolSculpt}},
		{at: mark, where: []lab.Tool{lab.ToolStart}},
		{at: handle, where: []lab.Tool{lab.ToolSculpt}},
	} {
		for name, tool := range b.tools {
			want := false
			for _, w := range c.where {
				want = want || w == name
			}
			if got := tool.Hand(c.at, c.dragging); got != want {
				t.Errorf("%q over %+v: a hand %t, want %t", name, c.at, got, want)
			}
		}
	}
}
