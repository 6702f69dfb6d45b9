package share

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"descentlab/app/lab/setup"
)

// The blocks of GIF are those of the specification (CompuServe, Graphics Interchange Format, version 89a).
const (
	// remark is how our comment begins.
	remark = keyword + ": "

	headGIF   = 13      // bytes of the header and the description of the screen
	comments  = 0xfe    // the label of extensions for comments
	largestIn = 1 << 28 // how much of a picture is looked through that has to be read from its beginning, in bytes
)

// colourTable is how long a table of colours is in bytes, by the field that tells of it.
func colourTable(field byte) int {
	if field&0x80 == 0 {
		return 0
	}
	return 3 << (field&7 + 1)
}

// placeInGIF is behind the head and its colours, before everything that is long.
func placeInGIF(begin, document []byte) (at int, insert []byte) {
	switch {
	case len(begin) < headGIF:
		return 0, nil
	case !bytes.HasPrefix(begin, []byte("GIF8")):
		return -1, nil
	}
	if at = headGIF + colourTable(begin[10]); len(begin) < at {
		return 0, nil
	}
	insert = []byte{'!', comments}
	for text := append([]byte(remark), document...); len(text) > 0; {
		n := min(len(text), 255)
		insert = append(append(insert, byte(n)), text[:n]...)
		text = text[n:]
	}
	return at, append(insert, 0)
}

// A gifReader goes through the blocks of a GIF.
type gifReader struct{ *bufio.Reader }

// skip passes over bytes.
func (g gifReader) skip(n int) error {
	_, err := g.Discard(n)
	return err
}

// blocks reads a chain of blocks, and keeps the first bytes of it.
func (g gifReader) blocks(keep int) (text []byte, err error) {
	for {
		n, err := g.ReadByte()
		if err != nil || n == 0 {
			return text, err
		}
		if len(text) > keep {
			if err := g.skip(int(n)); err != nil {
				return text, err
			}
			continue
		}
		block := make([]byte, n)
		if _, err := io.ReadFull(g, block); err != nil {
			return text, err
		}
		text = append(text, block...)
	}
}

// fromGIF is the document that a GIF carries in a comment. Programs that write a film anew may have put it elsewhere, and
// together with other comments.
func fromGIF(r io.ReaderAt, size int64) ([]byte, error) {
	g := gifReader{bufio.NewReaderSize(io.NewSectionReader(r, 0, min(size, largestIn)), 1<<16)}
	text, err := g.document()
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		if size > largestIn {
			return nil, errNone
		}
		return nil, errCut
	case err != nil:
		return nil, err
	}
	return text, nil
}

// document is the document in it. The error is io.EOF, or the like, if it ends too soon.
func (g gifReader) document() ([]byte, error) {
	head := make([]byte, headGIF)
	if _, err := io.ReadFull(g, head); err != nil {
		return nil, err
	}
	if err := g.skip(colourTable(head[10])); err != nil {
		return nil, err
	}
	for {
		kind, err := g.ReadByte()
		if err != nil {
			return nil, err
		}
		switch kind {
		case ';':
			return nil, errNone
		case ',': // a frame: where it is, its colours, how its pixels are packed
			place := make([]byte, 9)
			if _, err := io.ReadFull(g, place); err != nil {
				return nil, err
			}
			if err := g.skip(colourTable(place[8]) + 1); err != nil {
				return nil, err
			}
			if _, err := g.blocks(0); err != nil {
				return nil, err
			}
		case '!':
			label, err := g.ReadByte()
			if err != nil {
				return nil, err
			}
			keep := 0
			if label == comments {
				keep = setup.MaxFileSize + len(remark)
			}
			text, err := g.blocks(keep)
			if err != nil {
				return nil, err
			}
			if at := bytes.Index(text, []byte(remark)); label == comments && at >= 0 {
				return firstValue(text[at+len(remark):])
			}
		default:
			return nil, errBroken
		}
	}
}

// firstValue is the first value of a text of JSON, whatever stands behind it.
func firstValue(text []byte) ([]byte, error) {
	if len(text) > setup.MaxFileSize {
		return nil, errHuge
	}
	var value json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(text)).Decode(&value); err != nil {
		return nil, errBroken
	}
	return value, nil
}
