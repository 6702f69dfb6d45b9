//go:build !((linux || windows || darwin) && cgo && !ci && !wasm)

package host

import "fyne.io/fyne/v2"

// Screens are not known here.
func Screens() []Place { return nil }

// Beside does not know another screen here.
func Beside(fyne.Window) (Place, bool) { return Place{}, false }

// Fill has nothing to fill here.
func Fill(fyne.Window, Place) {}

// Fills is not to be doubted here.
func Fills(fyne.Window, Place) bool { return true }
