package gesture

import "fyne.io/fyne/v2"

// pointed is the picture under the pointer.
var pointed fyne.CanvasObject

// PointIn notes that the pointer has come to a picture.
func PointIn(picture fyne.CanvasObject) { pointed = picture }

// PointOut notes that it has left it.
func PointOut(picture fyne.CanvasObject) {
	if pointed == picture {
		pointed = nil
	}
}

// Pointed is the picture under the pointer; nil if there is none.
func Pointed() fyne.CanvasObject { return pointed }
