package timeline

import (
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Reaches of the pointer around the middle of a tick, in units.
const (
	reachX = 5.0
	reachY = 6.0
)

// markAt is the seat under a place: the nearest one within reach; -1 if there is none.
func (t *Timeline) markAt(at fyne.Position) int {
	found, nearest := -1, math.Inf(1)
	for i, s := range t.seats {
		dx, dy := float64(at.X)-s.x, float64(at.Y)-s.y
		within := math.Abs(dx) <= reachX && math.Abs(dy) <= reachY
		if t.disced() {
			within = math.Hypot(dx, dy) <= discRadius+1
		}
		if d := math.Hypot(dx, dy); within && d < nearest {
			found, nearest = i, d
		}
	}
	return found
}

// mark is that of a seat.
func (t *Timeline) mark(seat int) *Mark {
	s := t.seats[seat]
	return &t.lanes[s.lane].Marks[s.mark]
}

// point follows the pointer: the hint of a mark shows at once when it comes from another one, and else after a while.
func (t *Timeline) point(at fyne.Position) {
	found := t.markAt(at)
	if found == t.over {
		return
	}
	before := t.over
	if t.over = found; found < 0 {
		kit.ShowHint(t, "")
		return
	}
	s := t.seats[found]
	kind := fyne.NewSize(2*discRadius, 2*discRadius)
	if !t.disced() {
		kind = fyne.NewSize(2*reachX, float32(t.pitch))
	}
	corner := fyne.NewPos(float32(s.x)-kind.Width/2, float32(s.y)-kind.Height/2)
	text := t.mark(found).Hint
	if before >= 0 {
		kit.ShowHintAt(t, corner, kind, text)
		return
	}
	t.wait(corner, kind, text)
}

// wait shows a hint after a while, if the pointer still rests on the mark.
func (t *Timeline) wait(corner fyne.Position, size fyne.Size, text string) {
	at := t.over
	gesture.After(kit.HintDelay/2, func() {
		if t.over == at && at >= 0 {
			kit.ShowHintAt(t, corner, size, text)
		}
	})
}

// leave takes the hint away.
func (t *Timeline) leave() {
	if t.over >= 0 {
		t.over = -1
		kit.ShowHint(t, "")
	}
}

// MouseIn and MouseMoved show what is under the pointer.
func (t *Timeline) MouseIn(ev *desktop.MouseEvent) {
	gesture.PointIn(t)
	t.point(ev.Position)
}

// MouseMoved is part of desktop.Hoverable.
func (t *Timeline) MouseMoved(ev *desktop.MouseEvent) { t.point(ev.Position) }

// MouseOut takes the hint away.
func (t *Timeline) MouseOut() {
	gesture.PointOut(t)
	t.leave()
}

// MouseDown goes to the mark under the pointer, or to the step there.
func (t *Timeline) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || t.OnSeek == nil {
		return
	}
	if i := t.markAt(ev.Position); i >= 0 {
		t.OnSeek(float64(t.mark(i).Step))
		return
	}
	t.drags = true
	t.OnSeek(t.frame().step(float64(ev.Position.X)))
}

// MouseUp ends a press.
func (t *Timeline) MouseUp(*desktop.MouseEvent) { t.drags = false }

// Dragged moves the playhead along, unless the press was on a mark.
func (t *Timeline) Dragged(ev *fyne.DragEvent) {
	if t.drags && t.OnSeek != nil {
		t.OnSeek(t.frame().step(float64(ev.Position.X)))
	}
}

// DragEnd ends a press.
func (t *Timeline) DragEnd() { t.drags = false }

// Scrolled hands the wheel on.
func (t *Timeline) Scrolled(ev *fyne.ScrollEvent) {
	if t.OnWheel != nil {
		t.OnWheel(ev)
	}
}

// Cursor tells that a mark can be clicked.
func (t *Timeline) Cursor() desktop.Cursor {
	if t.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
