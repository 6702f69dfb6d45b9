package race

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
)

// TestTabsFitASmallWindow: with the tab of the data, too, the tabs and the button beside them stand within the panel, and no
// title is wider than its tab.
func TestTabsFitASmallWindow(t *testing.T) {
	lengthy.Test(t)
	d := desktest.On(t, "linear_regression", 10, "sgd lr=0.01")
	room := New(d, container.NewStack())
	d.Show(1024, 657, room)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	panel, button, tabs := room.panel.Object(), room.panel.enlarge, room.panel.choice
	const margin = 6
	end := place(panel).X + panel.Size().Width - margin
	if right := place(button).X + button.Size().Width; right > end {
		t.Errorf("the button ends at %v, the panel has room to %v", right, end)
	}
	if right := place(tabs).X + tabs.Size().Width; right > place(button).X {
		t.Errorf("the tabs end at %v, over the button at %v", right, place(button).X)
	}
	seen := 0
	for _, o := range test.LaidOutObjects(tabs) {
		if title, is := o.(*canvas.Text); is && title.Visible() {
			seen++
			if title.MinSize().Width > title.Size().Width {
				t.Errorf("%s needs %v of %v", title.Text, title.MinSize().Width, title.Size().Width)
			}
		}
	}
	if seen != 7 {
		t.Errorf("%d tabs are seen", seen)
	}
}
