package maps

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
)

// walked is a pane of one map of Peaks.
func walked(t *testing.T) (*desktest.Desk, *Pane) {
	t.Helper()
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01"))
	return d, p
}

// TestTabWalksThePoints: minima first, then saddles, then maxima, each said in the line below the map; then the focus goes
// on, and the cross is gone.
func TestTabWalksThePoints(t *testing.T) {
	d, p := walked(t)
	var kinds []surfaces.Kind
	var met []string
	for p.tabs(false) {
		if !p.use(fyne.KeyTab, false) || d.State().View.Cross == nil || len(met) > 20 {
			t.Fatalf("Tab leads to %v after %q", d.State().View.Cross, met)
		}
		place := d.State().Field.Named(d.State().View.Hover)
		kinds, met = append(kinds, place.Kind), append(met, place.Name)
		if text := p.legendTexts()[0]; !strings.HasPrefix(text, place.Label()+" at (") || !strings.HasSuffix(text, "slope 0") {
			t.Errorf("at %s it says %q", place.Name, text)
		}
	}
	if len(met) != 9 || !slices.IsSorted(kinds) && kinds[0] != surfaces.Minimum || met[0] != "A" {
		t.Errorf("met are %q, %v", met, kinds)
	}
	if d.State().View.Cross != nil || p.met() != nil {
		t.Error("the cross stays behind")
	}
	p.use(fyne.KeyTab, false)
	p.use(fyne.KeyTab, false)
	if p.use(fyne.KeyTab, true); d.State().View.Hover != met[0] {
		t.Errorf("Shift+Tab leads to %q", d.State().View.Hover)
	}
	if p.tabs(true) || d.State().View.Cross != nil {
		t.Error("Shift+Tab does not leave the map at its first point")
	}
	if p.use(fyne.KeyReturn, false) {
		t.Error("Enter means the map without a cross")
	}
}

// TestArrowsFollowTheSlope: up leads uphill and down downhill, never over the bottom; left and right stay about as high; with
// Shift they are those of the paper. Enter starts there, Escape lets go.
func TestArrowsFollowTheSlope(t *testing.T) {
	d, p := walked(t)
	probe := d.State().Field.Probe.Fork()
	at := func() geom.Point { return *d.State().View.Cross }
	height := func() float64 { return probe.Value(at().X, at().Y) }
	p.crossAt(geom.Point{X: 1, Y: -1.2})
	before := height()
	if p.use(fyne.KeyDown, false); !(height() < before) {
		t.Errorf("down leads from %v to %v", before, height())
	}
	before = height()
	if p.use(fyne.KeyUp, false); !(height() > before) {
		t.Errorf("up leads from %v to %v", before, height())
	}
	from, before := at(), height()
	p.use(fyne.KeyRight, false)
	_, fx, fy := probe.Grad(from.X, from.Y)
	if moved := at().Distance(from); math.Abs(height()-before) > 0.2*math.Hypot(fx, fy)*moved {
		t.Errorf("across the slope leads from %v to %v", before, height())
	}
	for range 200 {
		p.use(fyne.KeyDown, false)
	}
	lowest := d.State().Field.Named("A").At
	if off := at().Distance(lowest); off > 0.02 || d.State().View.Hover != "A" {
		t.Errorf("down ends %v beside the minimum, at %q", off, d.State().View.Hover)
	}
	from = at()
	if p.use(fyne.KeyUp, true); at().X != from.X || !(at().Y > from.Y) {
		t.Errorf("Shift+Up leads from %v to %v", from, at())
	}
	here := at()
	if !p.use(fyne.KeyReturn, false) || d.State().Doc.Start != here {
		t.Errorf("Enter starts at %v, want %v", d.State().Doc.Start, here)
	}
	if !p.use(fyne.KeyEscape, false) || d.State().View.Cross != nil || p.use(fyne.KeyEscape, false) {
		t.Error("Escape does not let go once")
	}
}

// TestMenuOfThePlace: what can be done where the secondary button was clicked: a start there or on the point, an explanation,
// another window.
func TestMenuOfThePlace(t *testing.T) {
	d, p := walked(t)
	choose := func(label string) {
		t.Helper()
		for _, item := range d.Opened.Items {
			if strings.HasPrefix(item.Label, label) {
				item.Action()
				d.Settle()
				return
			}
		}
		t.Errorf("%q cannot be chosen", label)
	}
	p.cells[0].m.OnMenu(graphic.Press{At: geom.Point{X: 0.5, Y: 0.25}}, fyne.Position{})
	if choose("Start here"); d.State().Doc.Start != (geom.Point{X: 0.5, Y: 0.25}) {
		t.Errorf("it starts at %v", d.State().Doc.Start)
	}
	if choose("Copy coordinates"); d.Copied != "0.5  0.25" {
		t.Errorf("copied %q", d.Copied)
	}
	choose("Centre here")
	if v := d.State().Doc.View; math.Abs((v.X0+v.X1)/2-0.5) > 1e-9 || math.Abs((v.Y0+v.Y1)/2-0.25) > 1e-9 {
		t.Errorf("the window is %v", v)
	}
	width := d.State().Doc.View.X1 - d.State().Doc.View.X0
	if choose("Zoom in here"); math.Abs((d.State().Doc.View.X1-d.State().Doc.View.X0)/width-0.5) > 1e-9 {
		t.Errorf("zoomed to %v", d.State().Doc.View)
	}
	d.Edit("", func(e *setup.Experiment) { e.View = e.Home })
	a := d.State().Field.Named("A")
	p.menu(a.At, a, fyne.Position{})
	if choose("Explain"); d.State().View.Selected == nil || d.State().View.Selected.Name != "A" {
		t.Error("it is not explained")
	}
	if choose("Start exactly on"); d.State().Doc.Start != a.At {
		t.Errorf("it starts at %v", d.State().Doc.Start)
	}
}
