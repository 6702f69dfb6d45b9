package desk

import (
	"descentlab/app/export"
	"descentlab/app/words"
)

// An Exporter is a room with results that can be written, or a pane that has such of its own.
type Exporter interface {
	// Exports are the results, and the key of the one that is seen most; a pane's may be "".
	Exports() (list []export.Offer, seen string)
}

// ExportCommands are what rooms with results have in the File menu.
func ExportCommands(f interface {
	Export(key string)
	CopyPicture()
}) []Command {
	group := words.T("File")
	return []Command{
		{Name: words.T("Export …"), Group: group, File: true, Rule: true, Keys: []string{"Ctrl+E"},
			Hint: words.T("write what is shown into a file"), Do: func() { f.Export("") }},
		{Name: words.T("Copy picture"), Group: group, File: true, Keys: []string{"Ctrl+Shift+C"},
			Hint: words.T("put the picture that is shown on the clipboard"), Do: f.CopyPicture},
	}
}
