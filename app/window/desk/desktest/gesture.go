package desktest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// Ground is a press of the primary button where nothing lies.
func Ground(at plot.Point) graphic.Press {
	return graphic.Press{At: at, Held: at, Handle: -1, Button: desktop.MouseButtonPrimary}
}

// Handle is a press on the middle of a handle.
func Handle(i int, at plot.Point) graphic.Press {
	p := Ground(at)
	p.Handle = i
	return p
}

// Drag presses a tool, leads it along some places and lets go at the last one, as a map tells of it; without a place it is
// a click. It tells whether the tool had a use for the press, and whether the map is to restore its window.
func Drag(tool graphic.Tool, p graphic.Press, way ...plot.Point) (used, restore bool) {
	drag := tool.Press(p)
	if drag == nil {
		return false, false
	}
	last := graphic.Motion{At: p.At, Held: p.Held, Click: true}
	for _, at := range way {
		last = graphic.Motion{At: at, Held: plot.Point{X: at.X - p.At.X + p.Held.X, Y: at.Y - p.At.Y + p.Held.Y}}
		drag.Move(last)
	}
	return true, drag.End(last)
}

// Click presses the primary button at a place of a picture, and lets go.
func Click(on *graphic.Drawing, at fyne.Position) {
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
	on.MouseDown(ev)
	on.MouseUp(ev)
}
