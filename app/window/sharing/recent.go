package sharing

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Recent are the files that were open last, those of all windows.
type Recent struct{ kept fyne.Preferences }

const (
	recentKey = "recent"
	mostFiles = 10
)

// NewRecent are those that the settings of the program have.
func NewRecent(kept fyne.Preferences) Recent { return Recent{kept} }

// Files are their paths, the last one first.
func (r Recent) Files() []string {
	list := slices.DeleteFunc(slices.Clone(r.kept.StringList(recentKey)), func(path string) bool { return !filepath.IsAbs(path) })
	return list[:min(len(list), mostFiles)]
}

// Add puts a file to the front.
func (r Recent) Add(path string) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return
	}
	r.Drop(whole)
	list := append([]string{whole}, r.Files()...)
	r.kept.SetStringList(recentKey, list[:min(len(list), mostFiles)])
}

// Drop takes a file out.
func (r Recent) Drop(path string) {
	r.kept.SetStringList(recentKey, slices.DeleteFunc(r.Files(), func(of string) bool { return of == path }))
}

// Clear takes all out.
func (r Recent) Clear() { r.kept.SetStringList(recentKey, nil) }

// Commands open them once more, or forget them.
func (r Recent) Commands(open func(path string)) (list []desk.Command) {
	files := r.Files()
	for i, name := range Named(files) {
		list = append(list, desk.Command{Name: name, Group: words.T("Open recent"), Do: func() { open(files[i]) }})
	}
	if len(list) > 0 {
		list = append(list, desk.Command{Name: words.T("Forget these"), Group: words.T("Open recent"), Rule: true, Do: r.Clear})
	}
	return list
}

// Named are what paths are called in a menu: by their names, and where two of these are equal with their folders.
func Named(paths []string) []string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = filepath.Base(path)
		for j, other := range paths {
			if i != j && filepath.Base(other) == filepath.Base(path) {
				names[i] = filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
			}
		}
	}
	return names
}
