package desktest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
	"descentlab/widgets/kit"
)

// Housed is a room in a window of its own of that size, not entered yet, and the frame as it sees it. What the frame says is to
// be shown by said.
func Housed[R desk.Room](
	t testing.TB, width, height float32, make func(f desk.Frame, said fyne.CanvasObject) (R, error),
) (R, *Desk) {
	t.Helper()
	d := On(t, "sphere", 1, "sgd lr=0.1")
	room, err := make(d, container.NewStack())
	if err != nil {
		t.Fatal(err)
	}
	d.Window().SetContent(kit.WithHints(room.Object()))
	d.Window().Resize(fyne.NewSize(width, height))
	return room, d
}

// The place of a room in a window of the usual size, 1440 by 900.
const UsualWidth, UsualHeight = 1376, 857
