// Package share carries experiments in what people keep and send one another: files, pictures and links. What it reads may come
// from anybody: it says in a line what is wrong with it, and takes no more memory than an experiment may.
package share

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// A Document is what stands in a file of this program, wherever that was found.
type Document struct {
	Name string // of where it stood, for messages
	Text []byte // JSON
}

// Find is the document of a link or of a file that is named.
func Find(name string) (Document, error) {
	if IsLink(name) {
		return OfLink(name)
	}
	return Open(name)
}

// Open reads the document of a file, or the one that a picture or a page of this program carries. What a file is it tells by
// itself, not by its name. The error names the file.
func Open(path string) (Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return Document{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Document{}, err
	}
	if !info.Mode().IsRegular() { // a pipe can be read but once
		data, err := setup.ReadFile(path)
		if err != nil {
			return Document{}, err
		}
		return find(path, bytes.NewReader(data), int64(len(data)))
	}
	return find(path, f, info.Size())
}

// find is the document in the contents of a file, or in the picture that they are.
func find(name string, r io.ReaderAt, size int64) (Document, error) {
	head := make([]byte, min(size, headLength))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return Document{}, fmt.Errorf("%s: %w", name, err)
	}
	var text []byte
	var err error
	switch kindOf(head) {
	case aPNG:
		text, err = fromPNG(r, size)
	case anSVG:
		text, err = fromSVG(r, size)
	case aPage:
		text, err = fromPage(r, size)
	case aGIF:
		text, err = fromGIF(r, size)
	case aPDF:
		text, err = fromPDF(r, size)
	case aNotebook:
		text, err = fromNotebook(r, size)
	case aForeignPicture:
		err = ErrForeign
	default:
		if size > setup.MaxFileSize {
			return Document{}, setup.TooLarge(name, setup.MaxFileSize)
		}
		text = make([]byte, size)
		if _, err := r.ReadAt(text, 0); err != nil && err != io.EOF {
			return Document{}, fmt.Errorf("%s: %w", name, err)
		}
		return Document{name, text}, nil
	}
	if err != nil {
		return Document{}, fmt.Errorf("%s: %w", name, err)
	}
	return Document{words.T("%s: the experiment in it", name), text}, nil
}

// Paste reads the document of a text that was copied somewhere: a link, with or without words around it, or the text of a file.
func Paste(text string) (Document, error) {
	begin := strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	switch {
	case begin == "":
		return Document{}, words.Fault("there is no text on the clipboard")
	case begin[0] == '{' || kindOf([]byte(begin[:min(len(begin), headLength)])) == anSVG:
		return find(words.T("the clipboard"), strings.NewReader(begin), int64(len(begin)))
	case IsLink(text):
		return OfLink(text)
	}
	return Document{}, words.Fault("there is no experiment on the clipboard: copy a link that begins with descentlab:, " +
		"or the text of an experiment's file")
}

// Picture reads the document that a picture from somewhere carries, which errors name.
func Picture(name string, data []byte) (Document, error) {
	return find(name, bytes.NewReader(data), int64(len(data)))
}

// CopiedFile is the path of a file that was copied in a file manager, if that is what a text is; or "".
func CopiedFile(text string) string {
	path, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	path = strings.TrimSpace(path)
	if inner := strings.TrimSuffix(strings.TrimPrefix(path, `"`), `"`); len(inner) == len(path)-2 { // as Windows copies a path
		path = inner
	}
	if address, err := url.Parse(path); err == nil && address.Scheme == "file" {
		path = filepath.FromSlash(address.Path)
		if drive := path[min(1, len(path)):]; filepath.VolumeName(drive) != "" { // file:///C:/there
			path = drive
		}
	}
	if info, err := os.Stat(path); !filepath.IsAbs(path) || err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return path
}

// Format is what the document says of itself that it is of; "" if it says nothing.
func (d Document) Format() string { return setup.FormatIn(d.Text) }

// Experiment is the experiment of the document: one alone, or one as those of the gallery, with claims about it. The remark says
// how its formula was read, if that is not in the program's own grammar.
func (d Document) Experiment() (e setup.Experiment, remark string, err error) {
	if shown, ok, err := gallery.ReadText(d.Name, d.Text); ok {
		return shown.Doc, "", err
	}
	return setup.ParseFile(d.Name, d.Text)
}

// ascii is a JSON text of a value in one line, in letters that no encoding changes and XML has no other use for.
func ascii(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil || !bytes.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return text, err
	}
	plain := make([]byte, 0, len(text))
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
			plain = append(plain, byte(r))
		case r <= 0xffff:
			plain = fmt.Appendf(plain, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			plain = fmt.Appendf(plain, `\u%04x\u%04x`, high, low)
		}
	}
	return plain, nil
}
