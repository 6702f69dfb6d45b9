package share

import (
	"encoding/json"
	"io"
	"regexp"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// NotebookKey is the name in the metadata of a Jupyter notebook under which its experiment stands: a string of JSON, since
// programs that save a notebook write its numbers as they please.
const NotebookKey = "descentlab"

// What is wrong with notebooks in which an experiment was looked for.
const (
	errNoNotebook = words.Fault("this notebook holds no experiment: it is not one of Descent Lab, or a program that saved it " +
		"has left it out")
	errCutNotebook = words.Fault("this notebook is cut off or damaged")
	errLongBook    = words.Fault("this notebook is too large; clear its outputs and save it once more")
)

// bookBegins is how notebooks begin.
var bookBegins = regexp.MustCompile(`^\{\s*"(cells|metadata|nbformat|nbformat_minor)"\s*:`)

// fromNotebook is the document that a notebook carries.
func fromNotebook(r io.ReaderAt, size int64) ([]byte, error) {
	if size > largestPage {
		return nil, errLongBook
	}
	text := make([]byte, size)
	if _, err := r.ReadAt(text, 0); err != nil && err != io.EOF {
		return nil, err
	}
	var book struct {
		Metadata map[string]json.RawMessage `json:"metadata"`
	}
	if err := json.Unmarshal(text, &book); err != nil {
		return nil, errCutNotebook
	}
	var document string
	switch err := json.Unmarshal(book.Metadata[NotebookKey], &document); {
	case book.Metadata[NotebookKey] == nil || err != nil:
		return nil, errNoNotebook
	case len(document) > setup.MaxFileSize:
		return nil, errHuge
	}
	return []byte(document), nil
}
