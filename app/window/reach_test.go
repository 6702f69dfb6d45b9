package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/reach"
)

// notByTab are the widgets on which the mouse does something and to which Tab does not lead, with how keys do the same.
var notByTab = map[string]string{
	"*widget.Scroll":           "what scrolls follows the focus; the window's own port, where it is too small, does, too",
	"*kit.Nested":              "it follows the focus in it",
	"*widget.entryContent":     "the field around it has the focus",
	"*widget.scrollBar":        "it follows the focus in what it scrolls",
	"*widget.scrollBarArea":    "the same",
	"*widget.PopUp":            "a click beside it closes it, and so does Escape",
	"*widget.OverlayContainer": "the same",
	"*widget.listItem":         "the list around it has the focus",
	"*widget.selectable":       "a button beside it copies the text",
	"*command.line":            "the arrow keys of the field above it, and Enter",
	"*kit.Cover":               "does nothing: it keeps clicks from what lies below",
	"*ribbon.Strip":            "a click is one on the track above it, which has the focus",
	"*graphic.Drawing":         "keys of its room, see drawn",
}

// drawn are the keys that do in a room what the mouse does on its pictures.
var drawn = map[string][]string{
	// shelf, chips, ball and steps, window of the curve, table, question, menu
	"curve": {"PageUp", "PageDown", "1", "2", "3", "Left", "Right", "Home", "End", "+", "-", "0", "A", "B", "C", "Up", "Down",
		"Menu"},
	// pushes and knobs, tiles, buttons over the scene, menu
	"descent": {"Left", "Right", "Up", "Down", "Space", "PageUp", "PageDown", "Enter", "R", "Menu"},
}

// acts tells whether the mouse does something on an object, beside resting on it.
func acts(o fyne.CanvasObject) bool {
	switch o.(type) {
	case fyne.Tappable, fyne.DoubleTappable, fyne.SecondaryTappable, fyne.Draggable, desktop.Mouseable:
		return true
	}
	return false
}

// everywhereIn calls a function in each room, with everything open that opens, and under each of the window's overlays.
func everywhereIn(t *testing.T, f func(u *testUI, where string, root fyne.CanvasObject)) {
	u := newTestUI(t, freshSession())
	u.lab.Look(func(v *lab.View) { v.More, v.Surface, v.Noise = true, true, true })
	calm(t, u)
	for _, room := range u.rooms {
		u.Go(room.kind.Key)
		calm(t, u)
		f(u, room.kind.Key, u.win.Content())
	}
	u.Go("race")
	for _, panel := range setup.Panels {
		u.lab.Edit("", func(e *setup.Experiment) { e.Look.Panel = panel })
		calm(t, u)
		f(u, "race, "+panel, u.win.Content())
	}
	for name, open := range map[string]func(){
		"settings": func() { u.openSettings() }, "help": u.openHelp, "about": u.openAbout, "words": func() { u.describe() },
		"export": func() { u.Export("") }, "link": func() { u.CopyLink(u.lab.State().Doc) }, "palette": u.openPalette,
	} {
		open()
		if top := u.win.Canvas().Overlays().Top(); top == nil {
			t.Errorf("%s does not open", name)
		} else {
			f(u, name, top)
		}
		u.closeMenus()
	}
}

// TestKeysReachEverything: whatever the mouse can press or drag has the focus by Tab, or stands in the table of what has not,
// with how keys do the same.
func TestKeysReachEverything(t *testing.T) {
	lengthy.Test(t)
	told := map[string]bool{}
	everywhereIn(t, func(u *testUI, where string, root fyne.CanvasObject) {
		n := 0
		desktest.Walk(root, false, func(o fyne.CanvasObject) {
			if !acts(o) {
				return
			}
			n++
			name := fmt.Sprintf("%T", o)
			if _, is := o.(fyne.Focusable); !is && notByTab[name] == "" && !told[name] {
				told[name] = true
				t.Errorf("%s: Tab does not lead to %s at %v", where, name, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
			}
		})
		if n < 3 {
			t.Errorf("%s: only %d things can be pressed", where, n)
		}
		for _, key := range drawn[where] {
			if !slices.ContainsFunc(u.shortKeys(), func(k string) bool { return k == key }) {
				t.Errorf("%s: no command has the key %s", where, key)
			}
		}
	})
}

// shortKeys are the keys of the commands of the room that is seen.
func (u *testUI) shortKeys() (list []string) {
	for _, c := range u.commands() {
		list = append(list, c.Keys...)
	}
	return list
}

// TestTabWalksThroughEverything: Tab leads to each control once and then to the first one again, Shift+Tab the same way back, and
// what has the focus is seen: what scrolls around it has brought it there.
func TestTabWalksThroughEverything(t *testing.T) {
	lengthy.Test(t)
	everywhereIn(t, func(u *testUI, where string, root fyne.CanvasObject) {
		c := u.win.Canvas()
		desktest.Walk(root, false, func(o fyne.CanvasObject) {
			if s, is := o.(*container.Scroll); is {
				s.Refresh() // a window lays it out in its next frame
			}
		})
		all := map[fyne.Focusable]bool{}
		desktest.Walk(root, false, func(o fyne.CanvasObject) {
			f, is := o.(fyne.Focusable)
			d, can := o.(fyne.Disableable)
			if resting := fmt.Sprintf("%T", o) == "*widgets.restingNumber"; is && !resting && !(can && d.Disabled()) {
				all[f] = false // a number that rests gives way to its field
			}
		})
		for _, step := range []func(){c.FocusNext, c.FocusPrevious} {
			for f := range all {
				all[f] = false
			}
			c.Unfocus()
			for range 2 * len(all) {
				step()
				f := c.Focused()
				if f == nil {
					break
				}
				if all[f] {
					break
				}
				all[f] = true
				if o := f.(fyne.CanvasObject); !u.inSight(root, o) {
					t.Errorf("%s: %T at %v has the focus out of sight", where, f,
						fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
				}
			}
			for f, been := range all {
				if _, changed := f.(interface{ Disabled() bool }); !been && f.(fyne.CanvasObject).Visible() && !changed {
					t.Errorf("%s: Tab does not come to %T", where, f)
				}
			}
		}
		c.Unfocus()
	})
}

// inSight tells whether the middle of an object is seen in all that scrolls around it, and in the window.
func (u *testUI) inSight(root, o fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	seen := true
	within := func(around fyne.CanvasObject) {
		at := d.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2).Subtract(d.AbsolutePositionForObject(around))
		size := around.Size()
		seen = seen && at.X >= 0 && at.Y >= 0 && at.X <= size.Width && at.Y <= size.Height
	}
	desktest.Walk(root, false, func(around fyne.CanvasObject) {
		s, is := around.(*container.Scroll)
		if n, nested := around.(*kit.Nested); nested {
			s, is = &n.Scroll, true
		}
		if !is {
			return
		}
		inside := false
		desktest.Walk(s.Content, false, func(part fyne.CanvasObject) { inside = inside || part == o })
		if inside {
			within(around)
		}
	})
	return seen
}

// hintsOf are the hints of all that an object is made of.
func hintsOf(o fyne.CanvasObject) (all string) {
	desktest.Walk(o, false, func(part fyne.CanvasObject) {
		if h, is := part.(interface{ Hint() string }); is {
			all += h.Hint()
		}
	})
	return all
}

// TestControlsTellWhatTheyAre: whatever Tab leads to has a hint or words of its own, and a knob tells its range.
func TestControlsTellWhatTheyAre(t *testing.T) {
	lengthy.Test(t)
	controls, knobs := map[string]int{}, 0
	everywhereIn(t, func(_ *testUI, where string, root fyne.CanvasObject) {
		desktest.Walk(root, false, func(o fyne.CanvasObject) {
			d, can := o.(fyne.Disableable)
			if _, is := o.(fyne.Focusable); is && !(can && d.Disabled()) {
				kind := fmt.Sprintf("%T", o)
				controls[kind]++
				if !hinted(o) && len(desktest.Texts(o, false)) == 0 {
					t.Errorf("%s: %s at %v has neither a hint nor words", where, kind, o.Position())
				}
			}
			if o, is := o.(*widgets.Knob); is {
				knobs++
				if hint := hintsOf(o); !strings.Contains(hint, "slider: ") || !strings.Contains(hint, " to ") {
					t.Errorf("%s: a knob does not tell its range: %q", where, hint)
				}
			}
		})
	})
	if controls["*kit.Button"] < 50 || controls["*picker.Picker"] < 20 || knobs < 20 {
		t.Errorf("%v, %d knobs", controls, knobs)
	}
	t.Log(controls)
}

// hinted tells whether a hint comes up over an object that has the focus.
func hinted(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case interface{ Hint() string }:
		return o.Hint() != ""
	case interface{ Keys() string }:
		return o.Keys() != ""
	}
	_, is := o.(reach.Hinter)
	return is
}
