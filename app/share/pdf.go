package share

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// FileInPDF is the name that the file has which a PDF carries: who opens the page in another program can save it from there.
const FileInPDF = "experiment.descent.json"

// What is wrong with PDFs in which an experiment was looked for.
const (
	errNoneInPDF = words.Fault("this PDF holds no experiment: it is not one of Descent Lab, or was converted on its way; " +
		"send it as a file")
	errCutPDF = words.Fault("this PDF is cut off, and no experiment is in what is there of it")
)

const (
	attached    = "/EmbeddedFile" // the type of attached files (ISO 32000-1, 7.11.4)
	pagesAtOnce = 1 << 20         // bytes that are looked through at once
	longestDict = 4096            // bytes from an attached file's type to its contents
	mostFiles   = 100             // that are looked into
	tailPDF     = 2048            // bytes at the end, in which a whole file says that it ends
)

// fromPDF is the document that a PDF carries as an attached file. Objects that are packed together are not looked into: our files
// have none, and programs that make such keep attached files apart.
func fromPDF(r io.ReaderAt, size int64) ([]byte, error) {
	files, end := 0, min(size, largestIn)
	worst := error(errNoneInPDF)
	window := make([]byte, pagesAtOnce+longestDict)
	for from := int64(0); from < end; from += pagesAtOnce {
		n, err := r.ReadAt(window, from)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		for at := 0; ; {
			next := bytes.Index(window[at:n], []byte(attached))
			if next < 0 || at+next >= pagesAtOnce {
				break
			}
			at += next + len(attached)
			if files++; files > mostFiles {
				return nil, worst
			}
			text, err := attachment(window[at:min(at+longestDict, n)], io.NewSectionReader(r, from+int64(at), end-from-int64(at)))
			switch {
			case err != nil:
				worst = err
			case strings.HasPrefix(setup.FormatIn(text), "descentlab"):
				return text, nil
			}
		}
	}
	if errors.Is(worst, errNoneInPDF) && !ends(r, size) {
		return nil, errCutPDF
	}
	return nil, worst
}

// ends tells whether a PDF says of itself that it ends.
func ends(r io.ReaderAt, size int64) bool {
	tail := make([]byte, min(size, tailPDF))
	n, _ := r.ReadAt(tail, size-int64(len(tail)))
	return bytes.Contains(tail[:n], []byte("%%EOF"))
}

// attachment is what an attached file holds, from behind the word for its type; nothing, if that is another word.
func attachment(head []byte, from *io.SectionReader) ([]byte, error) {
	if len(head) > 0 && head[0] == 's' {
		return nil, nil // a list of such files
	}
	dict, _, found := bytes.Cut(head, []byte("stream"))
	if !found {
		return nil, nil
	}
	begin := int64(len(dict) + len("stream"))
	for _, end := range []byte("\r\n") {
		if begin < int64(len(head)) && head[begin] == end {
			begin++
		}
	}
	contents := io.NewSectionReader(from, begin, from.Size()-begin)
	if !bytes.Contains(dict, []byte("/FlateDecode")) {
		return upTo(contents, []byte("endstream"))
	}
	z, err := zlib.NewReader(contents)
	if err != nil {
		return nil, errBroken
	}
	return inflate(z)
}

// upTo is what stands before a word.
func upTo(r io.Reader, word []byte) ([]byte, error) {
	var text []byte
	piece := make([]byte, 1<<14)
	for len(text) <= setup.MaxFileSize {
		n, err := r.Read(piece)
		from := max(len(text)-len(word), 0)
		text = append(text, piece[:n]...)
		if at := bytes.Index(text[from:], word); at >= 0 {
			return bytes.TrimSpace(text[:from+at]), nil
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil, errCutPDF
		case err != nil:
			return nil, err
		}
	}
	return nil, errHuge
}
