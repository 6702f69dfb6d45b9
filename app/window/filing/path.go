package filing

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/widgets/field"
)

// A Path is a field for the path of a file: Escape gives up.
type Path struct {
	widget.Entry
	cancel func()
}

// NewPath is an empty one.
func NewPath(cancel func()) *Path {
	e := &Path{cancel: cancel}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by Fyne.
func (e *Path) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.cancel()
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut edits the text or means the window.
func (e *Path) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&e.Entry, e, s) }

// Absolute is the whole path, without what stands around it. A tilde is the home folder, as in a shell.
func (e *Path) Absolute() (string, error) {
	path := strings.TrimSpace(e.Text)
	if rest, is := strings.CutPrefix(path, "~"+string(filepath.Separator)); is {
		path = filepath.Join(home(), rest)
	}
	return filepath.Abs(path)
}

// Folder is that of the path; that of the program where there is none.
func (e *Path) Folder() string {
	path, err := e.Absolute()
	if err != nil {
		return "."
	}
	return filepath.Dir(path)
}

// SetFolder puts the file into another folder.
func (e *Path) SetFolder(folder string) { e.SetText(filepath.Join(folder, filepath.Base(e.Text))) }

// SelectName selects the file's name without its endings, ready to be typed over.
func (e *Path) SelectName() {
	base := filepath.Base(e.Text)
	stem, _, _ := strings.Cut(base, ".")
	e.CursorColumn = len([]rune(strings.TrimSuffix(e.Text, base)))
	e.Refresh()
	e.Entry.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	for range stem {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.Entry.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
}
