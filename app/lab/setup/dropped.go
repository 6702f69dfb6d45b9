package setup

import (
	"path/filepath"
	"slices"
	"strings"
)

// A FileKind is what a file is taken for that is opened by its name.
type FileKind int

const (
	Unknown    FileKind = iota
	Documents           // of experiments
	TableFiles          // of examples
)

// DocumentEndings are those of files that are opened as experiments: JSON, and pictures, films, pages and
// notebooks that carry one.
var DocumentEndings = []string{".json", ".png", ".svg", ".pdf", ".gif", ".apng", ".html", ".ipynb"}

// TableEndings are those of files that are taken for tables of examples.
var TableEndings = []string{".csv", ".tsv", ".tab", ".txt", ".dat"}

// KindOf is what a file is taken for by the ending of its name, in any capitals.
func KindOf(name string) FileKind {
	switch ending := strings.ToLower(filepath.Ext(name)); {
	case slices.Contains(DocumentEndings, ending):
		return Documents
	case slices.Contains(TableEndings, ending):
		return TableFiles
	}
	return Unknown
}
