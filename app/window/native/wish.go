// Package native asks for files by the dialogs that the user knows from other programs: those of the desktop's portal on Linux
// and its like (org.freedesktop.portal.FileChooser, over D-Bus), those of the shell on Windows (IFileDialog, over COM), those of
// the system's own scripts on macOS (osascript). Requests are made here, and not by a library, so that they can be given up, hear
// their own answer alone, and never wait for a service that is not there.
package native

import (
	"errors"
	"path/filepath"
	"strings"

	"descentlab/app/words"
)

// ErrNone is the error if there are no such dialogs: on Linux, no session bus, or nobody there who has them.
var ErrNone = errors.New("there are no dialogs of the system")

// A Failure is the error if there should be such dialogs and none opens.
type Failure struct{ Why error }

// Error says so, with the system's reason.
func (f *Failure) Error() string {
	return words.T("the desktop's dialog for files does not open: %v", f.Why)
}

// Unwrap is the system's reason.
func (f *Failure) Unwrap() error { return f.Why }

// A Filter is a kind of files that can be chosen.
type Filter struct {
	Name    string
	Endings []string // with the dot; an empty one is that of every file
}

// A Wish says what is to be chosen.
type Wish struct {
	Title, Accept string
	Folder        string // in which the dialog begins
	Name          string // of a file to be saved, as it is proposed
	Filters       []Filter
	Owner         uintptr // on Windows, the window that waits for the dialog; 0: none
}

// pattern is what stands for the endings of a filter on Windows, which takes small letters for capital ones.
func (f Filter) pattern() string {
	var all []string
	for _, ending := range f.Endings {
		all = append(all, "*"+ending)
	}
	return strings.Join(all, ";")
}

// ending is that of the name that is proposed, with the dot, and the kind of files that it makes: experiment.descent.json is a
// file of the kind .json.
func (w Wish) ending() string { return filepath.Ext(w.Name) }

// kinds are the filters; of a file to be saved without any, the kind that its name has, and all.
func (w Wish) kinds() []Filter {
	if ending := w.ending(); len(w.Filters) == 0 && len(ending) > 1 {
		return []Filter{{"*" + ending, []string{ending}}, {words.T("All files"), []string{""}}}
	}
	return w.Filters
}
