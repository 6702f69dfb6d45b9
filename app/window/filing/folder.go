package filing

import (
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"descentlab/app/words"
)

// folderKey is where the settings of the program have the folder that was saved in last.
const folderKey = "folder"

// A Folder is the one that the user saved in last.
type Folder struct{ kept fyne.Preferences }

// NewFolder is that which the settings of the program have.
func NewFolder(kept fyne.Preferences) Folder { return Folder{kept} }

// Last is that folder, or the home folder.
func (f Folder) Last() string {
	if dir := f.kept.String(folderKey); filepath.IsAbs(dir) {
		return dir
	}
	return home()
}

// Keep notes that a file was saved.
func (f Folder) Keep(path string) { f.kept.SetString(folderKey, filepath.Dir(path)) }

func home() string {
	dir, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return dir
}

// An Agreement is whether the user has been asked whether a file may be replaced.
type Agreement struct{ path string }

// Asked tells whether the user has been asked: the next wish means yes.
func (a Agreement) Asked() bool { return a.path != "" }

// Check says what is wrong with a path. Of a file that is there it asks, once, whether it may be replaced.
func (a *Agreement) Check(path string) error {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return errors.New(words.T("there is no folder %s", filepath.Dir(path)))
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // nothing to replace
	case info.IsDir():
		return errors.New(words.T("%s is a folder; add the name of a file", path))
	case path == a.path:
		return nil
	}
	a.path = path
	return errors.New(words.T("there is a file of this name already; Replace overwrites it"))
}
