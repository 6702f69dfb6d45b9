package race

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/kit"
)

// TestWheelMovesTheColumn: in a low window the right column scrolls wherever it is pointed at on the fair race and the points,
// over sliders and tables too; no setting is turned by it.
func TestWheelMovesTheColumn(t *testing.T) {
	lengthy.Test(t)
	for _, name := range []string{setup.PanelFair, setup.PanelPoints, setup.PanelSwarm} {
		d := desktest.New(t, setup.Default())
		room := New(d, container.NewStack())
		d.Show(1024, 560, room)
		d.SetLook(func(l *setup.Look) { l.Panel = name })
		d.Settle()
		d.Relayout()
		before := d.State().Doc
		column := room.desk.right
		if column.Content.MinSize().Height <= column.Size().Height {
			t.Fatalf("%s: the column of %v does not scroll in %v", name, column.Content.MinSize(), column.Size())
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(column)
		for y := float32(40); y < 290; y += 12 {
			column.ScrollToTop()
			for range 20 { // the points have a few rows more than they show
				test.Scroll(d.Window().Canvas(), at.AddXY(column.Size().Width*0.6, y), 0, -10)
			}
			if column.Offset.Y == 0 {
				t.Errorf("%s: %v below its top the column does not scroll", name, y)
			}
		}
		d.Settle()
		if now := d.State().Doc; !reflect.DeepEqual(now, before) {
			t.Errorf("%s: the wheel has turned a setting", name)
		}
	}
}

// TestWheelMovesThePane: where the numbers of a step are higher than the panel they scroll wherever they are pointed at.
func TestWheelMovesThePane(t *testing.T) {
	d := desktest.New(t, setup.Default())
	room := New(d, container.NewStack())
	d.Show(1024, 560, room)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelStep })
	d.Settle()
	d.Relayout()
	i := slices.IndexFunc(room.panel.tabs, func(t tab) bool { return t.name == setup.PanelStep })
	pane := room.panel.rooms[i].(*fyne.Container).Objects[0].(*kit.Nested)
	if pane.Content.MinSize().Height <= pane.Size().Height {
		t.Fatalf("a pane of %v does not scroll in %v", pane.Content.MinSize(), pane.Size())
	}
	if wide := pane.Content.MinSize().Width; wide > pane.Size().Width {
		t.Errorf("the pane needs %v of %v", wide, pane.Size().Width)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(pane)
	for y := float32(10); y < pane.Size().Height; y += 12 {
		pane.ScrollToTop()
		test.Scroll(d.Window().Canvas(), at.AddXY(pane.Size().Width/2, y), 0, -10)
		if pane.Offset.Y == 0 {
			t.Errorf("%v below its top the pane does not scroll", y)
		}
	}
}
