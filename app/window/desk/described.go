package desk

import (
	"fyne.io/fyne/v2"

	"descentlab/app/describe"
)

// A Described pane says in words what it shows now, and has the table behind it.
type Described interface{ Describe() describe.Description }

// A Spot is a part of a room that can be described.
type Spot struct {
	Name     string            // in a list of them: a word or two, translated
	Object   fyne.CanvasObject // what is seen of it
	Describe func() describe.Description
}

// A Describer is a room whose parts can be described: those that are seen now, the main one first.
type Describer interface{ Spots() []Spot }
