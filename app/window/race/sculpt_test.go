package race

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// TestSculptByMouse: presses on the map itself place bumps and take hold of their handles, and the formula tells of them.
func TestSculptByMouse(t *testing.T) {
	u := mapped(t, "sphere", 50, "sgd lr=0.01")
	m := u.mapAt(0)
	if len(m.Scene().Handles) > 0 || m.Tool != u.tools[lab.ToolStart] {
		t.Fatal("sculpting from the first")
	}
	u.take(lab.ToolSculpt)
	if m.Tool != u.tools[lab.ToolSculpt] || u.captioned(counted) || !u.bar(lab.ToolSculpt).Visible() {
		t.Fatal("no sculpting")
	}
	start := u.State().Doc.Start
	bumps := func() []setup.Bump { return u.State().Doc.Sculpture }
	drag := func(from, to fyne.Position) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = from
		m.MouseDown(ev)
		moved := &fyne.DragEvent{}
		moved.Position = to
		m.Dragged(moved)
		ev.Position = to
		m.MouseUp(ev)
		m.DragEnd()
	}
	// where is the position on the map of a place.
	where := func(p plot.Point) fyne.Position {
		v, size := m.Scene().View, m.Size()
		return fyne.NewPos(float32((p.X-v.X0)/(v.X1-v.X0))*size.Width, float32((v.Y1-p.Y)/(v.Y1-v.Y0))*size.Height)
	}
	drag(where(plot.Point{X: 1, Y: 1}), where(plot.Point{X: 2.5, Y: 1}))
	u.Settle()
	if len(bumps()) != 1 || bumps()[0].X != 2.5 || bumps()[0].Height >= 0 || u.State().Doc.Start != start {
		t.Fatalf("sculpture %+v", bumps())
	}
	doc := u.State().Doc
	if s, err := doc.Landscape(); err != nil || !strings.Contains(s.Formula, "exp(-((x - 2.5)^2 + (y - 1)^2)/") {
		t.Errorf("formula %q, %v", s.Formula, err)
	}
	if h := m.Scene().Handles; len(h) != 3 || h[1].Kind != plot.SizeHandle || h[2].Kind != plot.HeightHandle {
		t.Fatalf("handles %+v", h)
	}
	drag(where(m.Scene().Handles[1].At), where(plot.Point{X: 3.25, Y: 1}))
	if w := bumps()[0].Width; w != 0.75 {
		t.Errorf("width %g", w)
	}
	drag(where(m.Scene().Handles[0].At).AddXY(3, 3), where(plot.Point{X: -1, Y: -2}).AddXY(3, 3))
	if b := bumps()[0]; b.X != -1 || b.Y != -2 {
		t.Errorf("moved to %+v", b)
	}
	width := bumps()[0].Width
	wheel := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
	wheel.Position = where(plot.Point{X: -1, Y: -2})
	m.Scrolled(wheel)
	if w := bumps()[0].Width; w <= width {
		t.Errorf("the wheel leads from width %g to %g", width, w)
	}
	// The handle of the start stays one.
	drag(where(start), where(plot.Point{X: 1, Y: -1}))
	if got := u.State().Doc.Start; got == start || len(bumps()) != 1 {
		t.Errorf("the start is at %v, and there are %d bumps", got, len(bumps()))
	}
	u.Room.Key(fyne.KeyDelete)
	u.Room.Key(fyne.KeyEscape)
	if len(bumps()) != 0 || u.has(lab.ToolSculpt) || m.Tool != u.tools[lab.ToolStart] || !u.captioned(counted) {
		t.Error("Delete does not take the bump away, or Escape does not end sculpting")
	}
}
