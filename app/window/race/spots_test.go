package race

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
)

// sound complains of what somebody who hears it could not follow.
func sound(t *testing.T, what string, d describe.Description) {
	t.Helper()
	if d.Title == "" || d.Text == "" || !strings.HasSuffix(d.Text, ".") {
		t.Errorf("%s: %q: %q", what, d.Title, d.Text)
	}
	for _, wrong := range []string{"NaN", "∞", "%!", "  ", "..", "\n"} {
		if strings.Contains(d.Text, wrong) {
			t.Errorf("%s says %q: %s", what, wrong, d.Text)
		}
	}
}

// Every pane of the room that shows a picture or a table is described, and has a table: a new one must be, too.
func TestEveryPaneIsDescribed(t *testing.T) {
	doc := desktest.Experiment(t, "logistic", 12, "sgd lr=0.1", "adam lr=0.05")
	doc.Fair = setup.Fair{Budget: 400, Starts: 4, Seeds: 1}
	doc.Sculpture = []setup.Bump{{X: 0.5, Y: 0.5, Height: -1, Width: 0.4}}
	u := open(t, doc)
	u.lab.Seek(5)
	for _, tab := range u.panel.tabs {
		if m := desktest.Find[*graphic.Map](tab.pane.Object()); m != nil && m.OnResize != nil {
			m.OnResize(30, 30, 1) // which nobody draws here
		}
		u.SetLook(func(l *setup.Look) { l.Panel = tab.name })
		u.Settle()
		of, is := tab.pane.(desk.Described)
		if !is {
			t.Errorf("the pane %s is not described", tab.title)
			continue
		}
		d := of.Describe()
		sound(t, tab.title, d)
		if d.Table.Rows() == 0 {
			t.Errorf("the pane %s has no table: %s", tab.title, d.Text)
		}
		names := map[string]bool{}
		for _, spot := range u.Spots() {
			names[spot.Name] = true
			sound(t, spot.Name, spot.Describe())
		}
		if !names["Map"] || !names[tab.title] || !names["Time"] {
			t.Errorf("with the pane %s there are only %v", tab.title, names)
		}
	}
	controls := []string{"*racers.Pane", "*surface.Pane", "*shared.Pane", "*try.Pane", "*fork.Pane", "*coach.Pane", "*race.panel"}
	for _, p := range u.panes {
		if _, is := p.(desk.Described); !is && !slices.Contains(controls, fmt.Sprintf("%T", p)) {
			t.Errorf("%T is not described, and not known to have controls alone", p)
		}
	}
	u.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: 1} })
	found := false
	for _, spot := range u.Spots() {
		if spot.Name == "Method" {
			found = true
			sound(t, "method", spot.Describe())
		}
	}
	if !found {
		t.Error("the open sheet is not described")
	}
}
