// Package strict reads JSON files that people may have written or changed by hand: a file says exactly what it means, or is
// refused with the place and what would be right. Where encoding/json fills up a list that is too short, drops what is too much,
// takes keys in any capitals and the last of equal ones, and passes over unknown ones and null, Check refuses.
package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"descentlab/internal/say"
)

// Text is what a file holds, as UTF-8 without a byte order mark. UTF-16 is known by its mark.
func Text(data []byte) ([]byte, error) {
	text, err := io.ReadAll(transform.NewReader(bytes.NewReader(data), utf.BOMOverride(transform.Nop)))
	if err != nil {
		return nil, err
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size < 2 {
			return nil, faultAt(text, at, "", say.T("this is no UTF-8 text; save the file as UTF-8"))
		}
		at += size
	}
	return text, nil
}

// Check says what is wrong with a text that is to be read into v: the first fault as a *Fault. See Text; nil if v can be read
// by encoding/json as the text says.
func Check(text []byte, v any) error {
	var whole json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		syntax := (*json.SyntaxError)(nil)
		if errors.As(err, &syntax) {
			return misspelt(text, syntax)
		}
		return err
	}
	if fault := newWalk(text).whole(v); fault != nil {
		return fault
	}
	return nil
}

// Locate is the place of what has a path in a text that has passed Check; a path is one of Go's, as in "racers[2].slot", and one
// that is not there stands where the nearest part of it does that is.
func Locate(text []byte, v any, path string, err error) *Fault {
	w := newWalk(text)
	w.find = path
	w.whole(v)
	f := faultAt(text, w.found, path, "")
	f.Err = err
	return f
}

// A Fault is what is wrong with a file, and where.
type Fault struct {
	Line, Column int    // from 1; columns count characters
	Path         string // of keys, as in "racers[2].slot"; empty for the file as a whole
	Err          error
}

// Error is one line.
func (f *Fault) Error() string {
	if f.Path == "" {
		return say.T("line %d, column %d: %v", f.Line, f.Column, f.Err)
	}
	msg, key := f.Err.Error(), f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	path := f.Path
	if strings.ContainsFunc(path, unicode.IsControl) {
		path = strconv.Quote(path)
	}
	return say.T("line %d, column %d, in %s: %s", f.Line, f.Column, path, strings.TrimPrefix(msg, key+": "))
}

// Unwrap is what is wrong, without the place.
func (f *Fault) Unwrap() error { return f.Err }

// faultAt is a fault at an offset.
func faultAt(text []byte, offset int, path, says string) *Fault {
	before := text[:min(offset, len(text))]
	line := 1 + bytes.Count(before, []byte("\n"))
	begin := bytes.LastIndexByte(before, '\n') + 1
	return &Fault{Line: line, Column: 1 + utf8.RuneCount(before[begin:]), Path: path, Err: errors.New(says)}
}
