package window

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets"
)

// allMaps are the maps in the middle of the window.
func (u *testUI) allMaps() (list []*widgets.Map) {
	desktest.Walk(u.maps.Object(), true, func(o fyne.CanvasObject) {
		if m, ok := o.(*widgets.Map); ok {
			list = append(list, m)
		}
	})
	return list
}

// mapAt is one of them.
func (u *testUI) mapAt(i int) *widgets.Map { return u.allMaps()[i] }

// captioned tells whether the caption of the maps is seen, with a part of a text in it.
func (u *testUI) captioned(part string) bool {
	with := func(text string) bool { return strings.Contains(text, part) }
	return slices.ContainsFunc(desktest.Texts(u.maps.Object(), false), with)
}

// counted is in the caption while nothing is under way.
const counted = "minimum ("

// finishKept waits for all work in the background that pictures wait for, and runs what it has to say.
func finishKept(t *testing.T, u *testUI) {
	t.Helper()
	for u.lab.State().Busy || slices.ContainsFunc(u.jobs, desk.Work.Busy) || len(u.posts) > 0 {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the work does not end")
		}
	}
}
