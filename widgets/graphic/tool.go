package graphic

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/widgets/plot"
)

// A Tool is what the mouse does on a map beside moving its window. The map says what lies under the pointer, and the tool
// what is to be done about it. Tools are compared, and are therefore pointers.
type Tool interface {
	// Press begins a gesture: that of the primary or the secondary button, without shift. Places and handles are those of the
	// scene that was shown before. If it returns nil, the tool has no use for the press: the secondary button pans, and a
	// double click of the primary one restores.
	Press(p Press) Drag
	// Turn tells of the wheel, in notches upwards. If it returns false, the wheel zooms.
	Turn(p Press, notches float64) bool
	// Hand tells whether the pointer is a hand rather than a cross: over what can be taken hold of or picked, and while the
	// tool is dragging.
	Hand(p Press, dragging bool) bool
}

// A Drag is a gesture of a tool from its press to its release. It is dropped without a word if the map is given another tool
// meanwhile.
type Drag interface {
	// Move tells where the pointer has come to.
	Move(m Motion)
	// End tells of the release. It returns true if the map is to restore its window, as a double click does.
	End(m Motion) (restore bool)
}

// A Press is the pointer on a map where a button goes down, the wheel turns or it merely is, with all that lies under it.
type Press struct {
	At     plot.Point          // where it is, in the plane of the scene
	Held   plot.Point          // the middle of the handle, or of the start's, that lies under it; At if there is neither
	Handle int                 // of the scene, chosen ones before others; -1: none
	Start  bool                // the handle of the start lies under it, and no other one
	Mark   *plot.Mark          // that lies under it, the nearest if there are several; nil: none
	Near   *plot.Mark          // the nearest one so near that a start snaps onto it; nil: none
	Keys   fyne.KeyModifier    // that are held
	Button desktop.MouseButton // 0 if none goes down
	Double bool                // it is the second press of a double click
}

// Primary tells whether the primary button goes down.
func (p Press) Primary() bool { return p.Button == desktop.MouseButtonPrimary }

// Snaps tells whether a key is held that sets the start exactly onto a mark, or turns painting into rubbing out.
func (p Press) Snaps() bool { return p.Keys&snapKeys != 0 }

// snapKeys are Ctrl, Cmd and Alt.
const snapKeys = fyne.KeyModifierControl | fyne.KeyModifierSuper | fyne.KeyModifierAlt

// A Motion is where a pressed pointer has come to.
type Motion struct {
	At    plot.Point // the pointer
	Held  plot.Point // what it took hold of, which it carries along without a jump: in a click that is where it was
	Click bool       // it has moved no further than a hand trembles in a click
}

// Spent is the drag of a press that has done already all that it does.
type Spent struct{}

// Move does nothing.
func (Spent) Move(Motion) {}

// End does nothing.
func (Spent) End(Motion) bool { return false }
