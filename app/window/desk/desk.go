// Package desk is what a room or a pane may ask of the frame of the window. No pane is in it, so that no pane can reach
// another: what one of them knows, the others learn from the lab's State.
package desk

import (
	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A Frame is the window as a room sees it. Its methods are called on the goroutine of the window.
type Frame interface {
	// Lab has the state, and is where the document is edited, the view changed and the playhead moved.
	Lab() *lab.Lab
	// Edit changes the document as Lab.Edit does; what is wrong with the change is said over the maps.
	Edit(key string, f func(*setup.Experiment)) error
	// SealLater ends a gesture of many steps, such as turns of the wheel, when none has come for a while.
	SealLater(key string)
	// Say tells of an error over the middle of the room, or clears the last one.
	Say(err error)

	// Palette has the colours of the theme.
	Palette() *plot.Palette
	// Style is how plots are drawn: in the theme's colours, at the canvas's scale.
	Style() plot.Style

	// Still tells whether nothing is to glide, pulse or fade: what would is at once where it goes.
	Still() bool

	// Post runs a function on the goroutine of the window.
	Post(f func())
	// Keep makes the user's Escape end a job, and pictures wait for it.
	Keep(j Work)
	// Pictured says that the ground of the maps is complete.
	Pictured()
	// Changed says that the room's state is another one, or what it can undo: it is saved soon, and the header follows.
	Changed()
	// Go shows the room of that key. One that is not there is not gone to.
	Go(room string)

	// Mark names a control for whoever drives the window from outside. The function gives it, or nil if there is none now.
	Mark(name string, control func() fyne.CanvasObject)
	// Ring lays rings round the control of that name, in the place of the one that had them; "": round none.
	Ring(name string)

	// Key and Rune hand on keys that a focused control has no use for.
	Key(k *fyne.KeyEvent)
	Rune(r rune)
	// Notice says something for a while, over the middle of the room.
	Notice(text string)
	// Menu opens a menu below a control.
	Menu(anchor fyne.CanvasObject, menu *fyne.Menu)
	// Context opens a menu at a place in the window.
	Context(at fyne.Position, menu *fyne.Menu)
	// Offered are the commands of the room and of the frame with these keys, in their order, as far as there are any.
	Offered(keys ...string) []Command
	// Export opens the dialog in which what the room shows is written into files: with the offer of a key, or "": what is seen
	// most.
	Export(key string)
	// CopyPicture puts what is seen most on the clipboard, as a picture.
	CopyPicture()
	// OpenAny asks for a file of an experiment or of a room's own, and opens it in the room that it is of.
	OpenAny()
	// Save asks where to write something, proposing a name, and writes it there in the background.
	Save(title, name string, plan Plan)
	// Open asks which file to open, of those whose names have one of the endings.
	Open(open func(path string), endings ...string)
	// Copy puts a text on the clipboard.
	Copy(text string)
	// CopyLink puts the link of a room's document on the clipboard, and shows it with its QR code.
	CopyLink(doc any)
}

// A Desk is what a pane may ask: the frame, and the room that it is in.
type Desk interface {
	Frame
	// Relayout lets the columns at the sides take new heights.
	Relayout()
	// Scroller is what the left column scrolls by.
	Scroller() Scroller
	// Around is what the right column scrolls by, which the panes stand in that can be read.
	Around() fyne.Scrollable
}

// A Scroller scrolls a column.
type Scroller interface {
	fyne.Scrollable
	ScrollToBottom()
}

// Work is a job in the background, of whatever results: see package job. Hold lets it rest while its room is not seen; End gives
// it up with its room, and waits until it has ended.
type Work interface {
	Busy() bool
	Interrupt() bool
	Hold(held bool)
	End()
}

// A Plan says how the present state is written into the file of a path, or what is wrong with that name. The writing itself may
// take a while and goes on in the background.
type Plan func(path string) (write func(export.Hearers) error, err error)

// A Pane shows a part of the state.
type Pane interface {
	// Object is what is seen of it.
	Object() fyne.CanvasObject
	// Update shows a state, of which c is new. Panes may be updated in any order.
	Update(s lab.State, c lab.Change)
}

// A Keyed pane has use for keys. It is asked before the frame uses them, and tells whether it has.
type Keyed interface {
	Key(name fyne.KeyName) bool
	Rune(r rune) bool
}

// A Tool is what the mouse does on the maps while State.View.Tool names it, and what is seen of it below them. Keys are for
// the tool in hand alone.
type Tool interface {
	graphic.Tool
	Keyed
	// Bar stands in the place of the maps' caption while the tool is in hand, and hides itself while it is not; nil: the caption
	// stays.
	Bar() fyne.CanvasObject
	// Update shows a state, of which c is new, in the bar.
	Update(s lab.State, c lab.Change)
}
