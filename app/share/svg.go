package share

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"descentlab/app/lab/setup"
)

// namespace is that of our element in the metadata of SVG.
const namespace = "https://descentlab.org/experiment"

const (
	largestSVG = 16 << 20 // that is looked into, in bytes
	deepestSVG = 1000     // elements within elements
)

// placeInSVG is behind the start tag of the picture.
func placeInSVG(begin, document []byte) (at int, insert []byte) {
	tag := bytes.Index(begin, []byte("<svg"))
	if tag < 0 {
		return 0, nil
	}
	var quote byte
	for i := tag; i < len(begin); i++ {
		switch c := begin[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>' && begin[i-1] == '/':
			return -1, nil // an empty picture
		case c == '>':
			return i + 1, element(document)
		}
	}
	return 0, nil
}

// element is the metadata with a document. JSON has the signs that mean something in XML as escapes: encoding/json sees to it.
func element(document []byte) []byte {
	return []byte("\n<metadata><experiment xmlns=\"" + namespace + "\">" + string(document) + "</experiment></metadata>")
}

// fromSVG is the document that an SVG picture carries.
func fromSVG(r io.ReaderAt, size int64) ([]byte, error) {
	d := xml.NewDecoder(io.NewSectionReader(r, 0, min(size, largestSVG)))
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil } // ours is in ASCII
	depth, inside := 0, -1
	var text []byte
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && depth == 0 && size <= largestSVG:
			return nil, errNone
		case err != nil && size > largestSVG:
			return nil, errNone
		case err != nil && inside >= 0:
			return nil, errBroken
		case err != nil:
			return nil, errCut
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepestSVG {
				return nil, errNone
			}
			if t.Name.Space == namespace && t.Name.Local == "experiment" && inside < 0 {
				inside = depth
			}
		case xml.EndElement:
			if depth == inside {
				return bytes.TrimSpace(text), nil
			}
			depth--
		case xml.CharData:
			if inside < 0 {
				continue
			}
			if text = append(text, t...); len(text) > setup.MaxFileSize {
				return nil, errHuge
			}
		}
	}
}
