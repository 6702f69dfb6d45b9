// Package portal asks for files by the desktop's own dialogs: org.freedesktop.portal.FileChooser, over D-Bus. Requests are made
// here, and not by a library, so that they can be given up, hear their own answer alone, and never wait for a service that is not
// there.
package portal

import "errors"

// ErrNone is the error if there is no portal: no session bus, or nobody there who has such dialogs.
var ErrNone = errors.New("there is no portal")

// A Filter is a kind of files that can be chosen.
type Filter struct {
	Name    string
	Endings []string // with the dot
}

// A Wish says what is to be chosen.
type Wish struct {
	Title, Accept string
	Folder        string // in which the dialog begins
	Name          string // of a file to be saved, as it is proposed
	Filters       []Filter
}
