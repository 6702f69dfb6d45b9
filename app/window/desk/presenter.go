package desk

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// Presented is what a room shows to an audience.
type Presented struct {
	Lab *lab.Lab
	// Title is what the experiment is called; "" if nobody has given it a title.
	Title func(doc *setup.Experiment) string
	// Hides tells that the audience must not see what is in the lab, as while a prediction is made; nil: it may always.
	Hides func() bool
	// Next goes to the next experiment, or for -1 to the one before; nil: there is none.
	Next func(d int)
}

// A Presenter is a room that has something to show to an audience (F5). Ok is false while it has not.
type Presenter interface{ Presents() (p Presented, ok bool) }
