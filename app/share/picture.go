package share

import (
	"bytes"
	"io"
	"slices"

	"descentlab/app/words"
)

// What is wrong with pictures in which an experiment was looked for.
const (
	errNone = words.Fault("this picture holds no experiment: it is not one of Descent Lab, or was converted on its way; " +
		"send it as a file")
	// ErrForeign is of a picture of a kind that carries nothing.
	ErrForeign = words.Fault("a picture of this kind holds no experiment; a .png, .svg, .pdf or .gif of Descent Lab does")
	errCut     = words.Fault("this picture is cut off, and no experiment is in what is there of it")
	errBroken  = words.Fault("the experiment in this picture is damaged")
	errHuge    = words.Fault("what this picture holds in the place of an experiment is too large to be one")
)

// What the beginning of a file says that it is.
type kind int

const (
	aText kind = iota
	aPNG
	anSVG
	aPage
	aGIF
	aPDF
	aNotebook
	aForeignPicture // of which none of ours carries anything
)

// headLength is how much of a file is looked at to tell what it is, in bytes.
const headLength = 4096

// signatures are how files of pictures begin, but for SVG.
var signatures = []struct {
	begin string
	kind  kind
}{
	{signature, aPNG}, {"\xff\xd8\xff", aForeignPicture}, {"GIF8", aGIF}, {"%PDF-", aPDF},
	{"BM", aForeignPicture}, {"II*\x00", aForeignPicture}, {"MM\x00*", aForeignPicture}, {"RIFF", aForeignPicture},
}

// kindOf tells what a file is by its beginning.
func kindOf(head []byte) kind {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.begin)) {
			return s.kind
		}
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	if isPage(text) {
		return aPage
	}
	if bookBegins.Match(text) {
		return aNotebook
	}
	if bytes.HasPrefix(text, []byte("<")) && bytes.Contains(text, []byte("<svg")) {
		return anSVG
	}
	return aText
}

// Carries tells whether files with this ending of their names can carry a document: pictures, and pages and notebooks, whose
// writers put it there.
func Carries(ending string) bool { return TakesIn(ending) || slices.Contains(written, ending) }

// written are the endings of files that are not written by way of Into.
var written = []string{".pdf", ".html", ".ipynb"}

// TakesIn tells whether Into finds a place for a document in pictures with this ending of their names.
func TakesIn(ending string) bool { return places[ending] != nil }

// Text is how a document is written into other files: the JSON of a value, in a line of letters that no encoding changes.
func Text(document any) ([]byte, error) { return ascii(document) }

// Into is where a picture is written whose name has this ending, so that it carries a document: a value whose JSON this program
// reads. Nothing else of the picture changes. Close writes what is kept back; it does not close w. A picture that is none is
// written as it is.
func Into(ending string, w io.Writer, document any) (io.WriteCloser, error) {
	text, err := ascii(document)
	if err != nil {
		return nil, err
	}
	return &inserter{w: w, place: places[ending], text: text}, nil
}

// A place finds where in a picture of a kind a document goes, and in which form: after how many bytes of the beginning; 0 if more
// of it is needed; -1 if there is no such place.
type place func(begin, document []byte) (at int, insert []byte)

var places = map[string]place{".png": placeInPNG, ".apng": placeInPNG, ".svg": placeInSVG, ".gif": placeInGIF}

// An inserter writes a picture with a document in it.
type inserter struct {
	w     io.Writer
	place place  // nil once the document is written
	text  []byte // the document
	begin []byte // of the picture, not yet written
}

// latest is where a place must have shown by, in bytes.
const latest = 1 << 16

// Write takes in some of the picture.
func (i *inserter) Write(data []byte) (int, error) {
	if i.place == nil {
		return i.w.Write(data)
	}
	i.begin = append(i.begin, data...)
	at, insert := i.place(i.begin, i.text)
	if at == 0 && len(i.begin) < latest {
		return len(data), nil
	}
	if at > 0 {
		i.begin = append(append(append([]byte(nil), i.begin[:at]...), insert...), i.begin[at:]...)
	}
	return len(data), i.Close()
}

// Close writes what is kept back.
func (i *inserter) Close() error {
	begin := i.begin
	i.place, i.begin = nil, nil
	if len(begin) == 0 {
		return nil
	}
	_, err := i.w.Write(begin)
	return err
}
