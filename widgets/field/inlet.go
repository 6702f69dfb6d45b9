// Package field is what fields to type in are made of, and the field of a formula.
package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewInlet shows an entry with less room round its text than Fyne leaves: the entry is larger than what is seen of it. A
// container.ThemeOverride would do the same with a theme of its own, but Fyne keeps the fonts of every such theme, and
// everything that has ever stood under one, until the program ends.
func NewInlet(entry fyne.CanvasObject, padding float32) fyne.CanvasObject {
	return container.New(filled{}, newClip(container.New(outgrown{padding}, entry)))
}

func newClip(content fyne.CanvasObject) *container.Clip {
	clip := container.NewClip(content)
	clip.ExtendBaseWidget(clip) // else it takes no size before it was drawn once
	return clip
}

// Spare is how far an entry reaches beyond what is seen of it, on each side.
func Spare(padding float32) float32 { return theme.InnerPadding() - padding }

// overhang is how far a letter at the end of a text may reach beyond the text's width.
const overhang = 1

// outgrown lays an entry out beyond the edges of its container.
type outgrown struct{ padding float32 }

// Layout places the entry.
func (l outgrown) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	off := Spare(l.padding)
	objects[0].Move(fyne.NewPos(-off, -off))
	objects[0].Resize(size.AddWidthHeight(2*off-overhang, 2*off))
}

// MinSize is what is seen of the entry at its least size.
func (l outgrown) MinSize(objects []fyne.CanvasObject) fyne.Size {
	off := Spare(l.padding)
	return objects[0].MinSize().SubtractWidthHeight(2*off, 2*off)
}

// filled gives a clip all the room and the overhang, and the least size of what is in it, of which a clip itself knows nothing.
type filled struct{}

// Layout places the clip.
func (filled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size.AddWidthHeight(overhang, 0))
}

// MinSize is that of what is in the clip.
func (filled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].(*container.Clip).Content.MinSize()
}
