package share

import (
	"bytes"
	"io"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// PageID is the id of the element in which a page of this program holds its experiment: a script of application/json.
const PageID = "descentlab-experiment"

// What is wrong with pages in which an experiment was looked for.
const (
	errNoPage = words.Fault("this page holds no experiment: it is not one of Descent Lab, or a program that saved it " +
		"has left it out")
	errCutPage = words.Fault("this page is cut off within its experiment")
)

// largestPage is how much of a page or a notebook is looked into, in bytes.
const largestPage = 16 << 20

// isPage tells whether a file that begins so is one of HTML.
func isPage(begin []byte) bool {
	start := strings.ToLower(string(begin[:min(len(begin), len("<!doctype html"))]))
	return start == "<!doctype html" || strings.HasPrefix(start, "<html")
}

// fromPage is the document that a page carries. Browsers that save a page may write the attributes of its element in another
// order.
func fromPage(r io.ReaderAt, size int64) ([]byte, error) {
	page := make([]byte, min(size, largestPage))
	if _, err := r.ReadAt(page, 0); err != nil && err != io.EOF {
		return nil, err
	}
	id := bytes.Index(page, []byte(`id="`+PageID+`"`))
	if id < 0 || !bytes.Contains(page[bytes.LastIndexByte(page[:id], '<')+1:id], []byte("script")) {
		return nil, errNoPage
	}
	_, text, opened := bytes.Cut(page[id:], []byte(">"))
	text, _, closed := bytes.Cut(text, []byte("</script"))
	switch {
	case !opened || !closed:
		return nil, errCutPage
	case len(text) > setup.MaxFileSize:
		return nil, errHuge
	}
	return bytes.TrimSpace(text), nil
}
