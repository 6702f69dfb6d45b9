package layout

import "fyne.io/fyne/v2"

// Aside places a wrapped text and, at its right, what is to be pressed; below it where the text would be too narrow to be read.
type Aside struct{ below bool }

// asideLeast is the least width of the text beside.
const asideLeast = 130

// Layout places both. A wrapped text knows its height only when it has its width.
func (a *Aside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text, keys := objects[0], objects[1]
	least := keys.MinSize()
	room := size.Width - least.Width
	a.below = room < asideLeast
	if a.below {
		room = size.Width
	}
	text.Resize(fyne.NewSize(room, text.Size().Height))
	y := float32(0)
	if a.below {
		y = text.MinSize().Height
	}
	text.Resize(fyne.NewSize(room, text.MinSize().Height))
	text.Move(fyne.Position{})
	keys.Resize(least)
	keys.Move(fyne.NewPos(size.Width-least.Width, y))
}

// MinSize is what is needed as they stood last.
func (a *Aside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, keys := objects[0].MinSize().Height, objects[1].MinSize()
	if a.below {
		return fyne.NewSize(keys.Width, text+keys.Height)
	}
	return fyne.NewSize(keys.Width, max(text, keys.Height))
}
