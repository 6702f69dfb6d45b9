package surface

import (
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets"
)

// shown is the panel on a surface, on which one racer takes a few steps.
func shown(t *testing.T, surface string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, 10, "adam lr=0.06")
	p := New(d)
	d.Show(300, 600, p)
	p.toggle()
	return d, p
}

// slider is that of a setting of the surface.
func (p *Pane) slider(t *testing.T, name string) *widgets.Knob {
	t.Helper()
	for _, row := range p.rows {
		if k, ok := row.object.(*widgets.Knob); ok && row.name == name {
			return k
		}
	}
	t.Fatalf("no slider %s", name)
	return nil
}

// choose puts the experiment on a surface of the catalogue.
func choose(t *testing.T, d *desktest.Desk, name string) {
	t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	edit(d, func(e *setup.Experiment) { e.SetSurface(s) })
}

func write(d *desktest.Desk, formula string) {
	edit(d, func(e *setup.Experiment) { e.SetFormula(formula) })
}

func edit(d *desktest.Desk, f func(e *setup.Experiment)) {
	_ = d.Edit("", f)
	d.Settle()
}

func (p *Pane) names() string {
	var names []string
	for _, row := range p.rows {
		names = append(names, row.name)
	}
	return strings.Join(names, " ")
}

func TestRowsFollowTheSurface(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "peaks")
	if got := p.names(); got != "turn stretch box" || p.folder.Title() != "Peaks" || !p.folder.Opened() {
		t.Errorf("%s has %q", p.folder.Title(), got)
	}
	edit(d, func(e *setup.Experiment) { e.SetTransform(20, 0) }) // a formula keeps its turn
	write(d, "x^2 + 3*y^2")
	if got := p.names(); got != "turn stretch box" || p.folder.Title() != "Your formula" || p.slider(t, "turn").Value() != 20 {
		t.Errorf("a turned formula: %q, %q", p.folder.Title(), got)
	}
	choose(t, d, "banana")
	write(d, "(1-x)^2 + walls*abs(y-x^2)")
	if got := p.names(); got != "walls turn stretch box" {
		t.Errorf("an edited formula has %q", got)
	}
	edit(d, func(e *setup.Experiment) { e.Sculpture = []setup.Bump{{X: 0, Y: 0, Height: 1, Width: 1}} })
	if p.folder.Title() != "Your formula, sculpted" {
		t.Errorf("it is called %q", p.folder.Title())
	}
}

// TestClosedPanelTellsTheGist: it is one line, which tells what there is, and nothing below it.
func TestClosedPanelTellsTheGist(t *testing.T) {
	d := desktest.On(t, "peaks", 10, "adam lr=0.06")
	p := New(d)
	d.Show(300, 600, p)
	if got := p.folder.Detail(); got != "three valleys, three saddles" || p.folder.Opened() || len(p.rows) != 0 {
		t.Errorf("closed, it says %q, has %d rows", got, len(p.rows))
	}
	before := p.folder.Panel.MinSize().Height
	p.folder.Tapped(nil)
	if !d.State().View.Surface || !p.folder.Opened() || p.folder.Panel.MinSize().Height < before+60 {
		t.Errorf("a click does not open it: %v high after %v", p.folder.Panel.MinSize().Height, before)
	}
	edit(d, func(e *setup.Experiment) {
		e.SetTransform(20, 0)
		e.Bounds = &surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}
	})
	if got := p.folder.Detail(); !strings.HasSuffix(got, "turned, in a box") {
		t.Errorf("turned, and in a box, it says %q", got)
	}
	p.folder.Tapped(nil)
	if p.folder.Opened() || p.folder.Panel.MinSize().Height != before {
		t.Errorf("closed again it is %v high, and was %v", p.folder.Panel.MinSize().Height, before)
	}
}

func TestDragOfAParameterIsOneUndo(t *testing.T) {
	d, p := shown(t, "banana")
	k := p.slider(t, "walls")
	k.OnChanged(50, false)
	k.OnChanged(80, false)
	k.OnChanged(100, true)
	d.Settle()
	if got := d.State().Doc.Params["walls"]; got != 100 {
		t.Errorf("walls %v", got)
	}
	if p.slider(t, "walls") != k {
		t.Error("the slider was taken from under the pointer")
	}
	d.Lab().Undo()
	d.Settle()
	if got := d.State().Doc.Params; got != nil || k.Value() != 20 {
		t.Errorf("after one undo of a drag: %v, slider %v", got, k.Value())
	}
}

func TestFaultOfASliderIsShown(t *testing.T) {
	d, p := shown(t, "banana")
	p.slider(t, "walls").OnError("walls must be a number")
	if !p.fault.Visible() || p.fault.Text != "walls must be a number" {
		t.Errorf("below the sliders stands %q", p.fault.Text)
	}
	choose(t, d, "peaks")
	if p.fault.Visible() {
		t.Error("the fault outlives its slider")
	}
}

func TestRandomLandscape(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, setup.RandomLandscape)
	if got := p.names(); got != "roughness seed waves turn stretch box" {
		t.Fatalf("rows %q", got)
	}
	formula := func() string {
		doc := d.State().Doc
		s, err := doc.Landscape()
		if err != nil {
			t.Fatal(err)
		}
		return s.Formula
	}
	before := formula()
	p.slider(t, "seed").OnChanged(9, true)
	d.Settle()
	if got := d.State().Doc.Waves; got != (setup.Waves{Seed: 9, Count: 16}) || formula() == before {
		t.Errorf("%+v", got)
	}
	p.slider(t, "seed").OnChanged(2, true)
	d.Settle()
	if got := d.State().Doc.Waves; got != (setup.Waves{}) || formula() != before {
		t.Errorf("back at the default: %+v", got)
	}
}

func TestDataAreTold(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "linear_regression")
	if got := p.names(); got != "normalise half turn stretch box" {
		t.Fatalf("rows %q", got)
	}
	// Each is asked once: the way to normalised inputs by a slider, the factor by a switch.
	if _, slides := p.rows[0].object.(*widgets.Knob); !slides {
		t.Errorf("normalise is a %T", p.rows[0].object)
	}
	half, switched := p.rows[1].object.(*widgets.Switch)
	if !switched {
		t.Fatalf("half is a %T", p.rows[1].object)
	}
	half.OnChanged(true)
	d.Settle()
	doc := d.State().Doc
	if got := doc.Param(surfaces.Half); got != 1 || !half.On() {
		t.Errorf("switched on, half is %v, seen on: %t", got, half.On())
	}
	half.OnChanged(false)
	d.Settle()
	if text := p.told.Text; !strings.Contains(text, "64 examples") {
		t.Errorf("told %q", text)
	}
	edit(d, func(e *setup.Experiment) { e.Batch, e.Look.Batches = 8, true })
	if text := p.told.Text; !strings.Contains(text, "standard deviation") {
		t.Errorf("with batches on the maps: %q", text)
	}
	edit(d, func(e *setup.Experiment) { e.Batch = 0 })
	if text := p.told.Text; strings.Contains(text, "standard") {
		t.Errorf("without batches: %q", text)
	}
}

// table is a data set of two columns.
func table(rows int) *surfaces.Dataset {
	d := &surfaces.Dataset{Title: "big", Columns: []surfaces.Column{{Name: "u", Label: "u"}, {Name: "t", Label: "t"}}}
	for i := range rows {
		for k := range d.Columns {
			d.Columns[k].Values = append(d.Columns[k].Values, float64(i%(7+k)))
		}
	}
	return d
}

func TestExamplesOfTheUsers(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "linear_regression")
	edit(d, func(e *setup.Experiment) {
		if err := e.SetData(table(3000)); err != nil {
			t.Fatal(err)
		}
	})
	if got := p.told.Text; !strings.Contains(got, "3000 examples") || !strings.Contains(got, "Ground: 1000 of 3000 examples.") {
		t.Errorf("of many examples: %q", got)
	}
	if got := p.names(); got != "normalise half data turn stretch box" {
		t.Errorf("rows %q", got)
	}
	edit(d, func(e *setup.Experiment) { e.OwnData() })
	if got := p.names(); got != "normalise half turn stretch box" {
		t.Errorf("on its own again: rows %q", got)
	}
}

func TestQuietRemarks(t *testing.T) {
	d, p := shown(t, "peaks")
	for formula, want := range map[string]string{
		"4": "neither x nor y", "sin(y)": "does not contain x", "log(-x^2-1)*y": "no finite value", "x*y": "",
	} {
		write(d, formula)
		if got := p.told.Text; !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", formula, got, want)
		}
	}
}

// TestWeightsAreChosen: the row shows which weights are x and y, and the slider of the third one goes with it.
func TestWeightsAreChosen(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "logistic")
	if got := p.names(); got != "weights intercept turn stretch box" {
		t.Fatalf("rows %q", got)
	}
	_ = d.Edit("", func(e *setup.Experiment) {
		if err := e.SetWeights(surfaces.SecondIntercept); err != nil {
			t.Fatal(err)
		}
	})
	d.Settle()
	if got := p.names(); got != "weights weight_u turn stretch box" {
		t.Errorf("rows %q", got)
	}
	if got := p.told.Text; !strings.Contains(got, "x weighs v, y is the intercept.") {
		t.Errorf("told %q", got)
	}
}

// TestBoxIsSwitchedOnAndTyped: on, it is in the middle of what is shown; its sides can be typed, open ones too, and one that
// cannot be changes nothing.
func TestBoxIsSwitchedOnAndTyped(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "peaks")
	flip := func() {
		for _, row := range p.rows {
			if s, is := row.object.(*widgets.Switch); is && row.name == "box" {
				s.OnChanged(!s.On())
			}
		}
		d.Settle()
	}
	flip()
	doc := func() setup.Experiment { return d.Lab().State().Doc }
	if got := p.names(); got != "turn stretch box x from … to y from … to" || doc().Bounds == nil ||
		!doc().View.Covers(*doc().Bounds) {
		t.Fatalf("on: %q, %v in %v", got, doc().Bounds, doc().View)
	}
	x, y := p.rows[3].object.(*widgets.Interval), p.rows[4].object.(*widgets.Interval)
	inf := math.Inf(1)
	if !x.OnChanged([2]float64{-inf, 0.5}) || !y.OnChanged([2]float64{0, 2}) || y.OnChanged([2]float64{3, 2}) {
		t.Error("sides are refused that can be, or taken that cannot")
	}
	d.Settle()
	if want := (surfaces.Rect{X0: -inf, X1: 0.5, Y0: 0, Y1: 2}); *doc().Bounds != want || x.Ends() != [2]float64{-inf, 0.5} {
		t.Errorf("the box is %v, shown %v and %v; want %v", doc().Bounds, x.Ends(), y.Ends(), want)
	}
	for step := range 10 {
		if at := d.Lab().State().Tape.Runs[0].X(step); at[0] > 0.5 || at[1] < 0 || at[1] > 2 {
			t.Errorf("step %d is at %v", step, at)
		}
	}
	d.Lab().Undo()
	d.Lab().Undo()
	d.Lab().Undo()
	if d.Settle(); doc().Bounds != nil || p.names() != "turn stretch box" {
		t.Errorf("undone: %v, %q", doc().Bounds, p.names())
	}
}

// TestBoxThatCannotBe: it is told below its sides, and for no longer than they are as typed.
func TestBoxThatCannotBe(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "peaks")
	edit(d, func(e *setup.Experiment) { e.Bounds = &surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1} })
	sides := p.rows[3].object.(*widgets.Interval)
	for _, undo := range []func(){
		func() { sides.OnError("") }, // Escape
		func() {
			if !sides.OnChanged([2]float64{0.5, 2}) {
				t.Error("a box that can be is refused")
			}
			sides.OnError("")
		},
	} {
		if sides.OnChanged([2]float64{5, 1}) || !p.fault.Visible() || !strings.Contains(p.fault.Text, "first bound must be less") {
			t.Errorf("below the sides stands %q", p.fault.Text)
		}
		if d.Said != nil {
			t.Errorf("over the maps stands %v, too", d.Said)
		}
		if undo(); p.fault.Visible() {
			t.Errorf("%q outlives what is wrong", p.fault.Text)
		}
		d.Settle()
	}
}

// TestBatchesMoveNothing: what is told of the batches that the maps show has its room before they are shown.
func TestBatchesMoveNothing(t *testing.T) {
	d, p := shown(t, "linear_regression")
	d.Edit("", func(e *setup.Experiment) { e.Batch = 8 })
	d.Settle()
	before, said := p.Object().MinSize(), p.told.Text
	d.SetLook(func(l *setup.Look) { l.Batches = true })
	d.Settle()
	if now := p.Object().MinSize(); now != before || p.told.Text == said {
		t.Errorf("the panel needs %v, and before it says %q %v", now, p.told.Text, before)
	}
}

// TestGistBesideALongTitle: what there is on a surface with a long title is told as far as whole words have room.
func TestGistBesideALongTitle(t *testing.T) {
	d, p := shown(t, "peaks")
	p.toggle()
	edit(d, func(e *setup.Experiment) {
		e.SetFormula("x^2 - y^2 + 0.1*y^4")
		e.Sculpture = append(e.Sculpture, setup.Bump{X: -0.84, Y: -0.78, Height: -4.2, Width: 0.42})
	})
	d.Settle()
	seen := desktest.Texts(p.Object(), false)
	if !slices.Contains(seen, "Your formula, sculpted") || !slices.Contains(seen, "three valleys") {
		t.Errorf("the line says %q", seen)
	}
}
