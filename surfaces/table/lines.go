package table

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	"descentlab/internal/say"
)

// longest is the length in bytes that a line may have.
const longest = 1 << 16

// A record is a row as it stands in the text.
type record struct {
	line int // where it begins, from 1
	text string
}

// records are those of a text: not its blank lines and comments.
type records struct {
	lines *bufio.Scanner
	line  int      // number of the last line read
	ahead []record // lines read too early, and records put back
}

// open is the records of a text in UTF-8, UTF-16 or UTF-32.
func open(r io.Reader) (*records, error) {
	raw := bufio.NewReaderSize(r, longest)
	head, _ := raw.Peek(8) // a shorter text is met again when it is read
	for _, f := range foreign {
		if bytes.HasPrefix(head, []byte(f.begins)) {
			return nil, say.Errorf("this is %s, not a table in text; %s", f.is, f.remedy)
		}
	}
	decoder := decoder(head)
	if decoder == nil {
		return nil, say.Errorf("this is no text; save the table as CSV")
	}
	lines := bufio.NewScanner(transform.NewReader(raw, decoder))
	lines.Buffer(nil, longest)
	lines.Split(anyLine)
	return &records{lines: lines}, nil
}

// decoder makes UTF-8 of a text, by its first characters: the mark of the order of bytes, or zeros around the first letter. It is
// nil if this is no text.
func decoder(head []byte) transform.Transformer {
	zeros := ""
	for _, b := range head[:min(len(head), 4)] {
		if b == 0 {
			zeros += "0"
		} else {
			zeros += "x"
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM).NewDecoder()
	case zeros == "x000":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder()
	case zeros == "000x":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewDecoder()
	}
	fallback := transform.Transformer(transform.Nop)
	switch zeros {
	case "x0x0":
		fallback = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case "0x0x":
		fallback = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	default:
		if bytes.IndexFunc(head[:min(len(head), 4)], isBinary) >= 0 && !marksOrder(head) {
			return nil
		}
	}
	return unicode.BOMOverride(fallback)
}

// foreign are files that people take for tables.
var foreign = []struct {
	begins     string
	is, remedy say.Text
}{
	{"PK\x03\x04", say.Later("an Excel workbook or another archive"), say.Later("save the sheet as CSV")},
	{"\xd0\xcf\x11\xe0", say.Later("an old Excel workbook"), say.Later("save the sheet as CSV")},
	{"\x1f\x8b", say.Later("compressed with gzip"), say.Later("unpack it first")},
	{"\x93NUMPY", say.Later("an array of numpy"), say.Later("write it with numpy.savetxt")},
	{"PAR1", say.Later("a Parquet file"), say.Later("write it as CSV")},
	{"%PDF", say.Later("a PDF document"), say.Later("save the table as CSV")},
	{"{", say.Later("JSON"), say.Later("write the table as CSV")},
	{"[[", say.Later("JSON or a list of a program"), say.Later("write the table as CSV")},
	{"<", say.Later("HTML or XML"), say.Later("write the table as CSV")},
}

// anyLine splits at \n, \r\n and \r.
func anyLine(data []byte, end bool) (advance int, line []byte, err error) {
	i := bytes.IndexAny(data, "\r\n")
	switch {
	case i < 0 && end && len(data) > 0:
		return len(data), data, nil
	case i < 0:
		return 0, nil, nil
	case data[i] == '\n':
		return i + 1, data[:i], nil
	case i+1 == len(data) && !end:
		return 0, nil, nil // a \n may follow
	case i+1 < len(data) && data[i+1] == '\n':
		return i + 2, data[:i], nil
	}
	return i + 1, data[:i], nil
}

// next is the next record; false at the end, and if the text cannot be read, see err.
func (r *records) next() (record, bool) {
	for {
		line, ok := r.nextLine()
		if !ok {
			return line, false
		}
		if text := strings.TrimSpace(line.text); text != "" && !isComment(text) {
			return r.whole(line), true
		}
	}
}

func (r *records) nextLine() (record, bool) {
	if len(r.ahead) > 0 {
		first := r.ahead[0]
		r.ahead = r.ahead[1:]
		return first, true
	}
	if !r.lines.Scan() {
		return record{}, false
	}
	r.line++
	text := r.lines.Text()
	if !utf8.ValidString(text) { // of Windows, before it wrote UTF-8
		if western, err := charmap.Windows1252.NewDecoder().String(text); err == nil {
			text = western
		}
	}
	return record{r.line, text}, true
}

// marksOrder tells UTF-16 by its first character.
func marksOrder(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}

// isBinary tells characters that no text has.
func isBinary(c rune) bool { return c < '\t' || c > '\r' && c < ' ' }

// err is why there are no more records; nil at the end of the text.
func (r *records) err() error {
	err := r.lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		return say.Errorf("line %d: longer than %d bytes; not a table of numbers", r.line+1, longest)
	}
	return err
}

// isComment tells whether a line is a remark. What a spreadsheet writes for a faulty cell begins alike, and so does a header
// that calls its first column #.
func isComment(text string) bool {
	if text[0] == '%' || strings.HasPrefix(text, "//") || frame.MatchString(text) {
		return true
	}
	if text[0] != '#' {
		return false
	}
	first := strings.Fields(text)[0]
	if end := strings.IndexAny(text, ",;|\t"); end >= 0 {
		first = strings.TrimSpace(text[:end])
		if first == "#" {
			return false
		}
	}
	return !sheetError.MatchString(first)
}

// What a table that is drawn with characters has around its header: the line below it, and those of a frame.
var (
	ruler = regexp.MustCompile(`^[|+]?[ :]*--[-: ]*[|+][-+|: ]*$`)
	frame = regexp.MustCompile(`^\+[-=+]+\+$`)
)

// cellLines is on how many lines a quoted cell may stand: names of columns have line breaks in spreadsheets.
const cellLines = 3

// whole goes on with a record in whose last cell a quotation mark is open, if the next lines close it and hold no numbers.
func (r *records) whole(first record) record {
	if !isOpen(first.text) {
		return first
	}
	joined := first
	var taken []record
	for len(taken) < cellLines-1 {
		line, ok := r.nextLine()
		if !ok {
			break
		}
		taken = append(taken, line)
		before, _, _ := strings.Cut(strings.Map(toComma, line.text), ",")
		if _, number := read(strings.TrimSpace(before)); number {
			break
		}
		joined.text += "\n" + line.text
		if !isOpen(joined.text) {
			return joined
		}
	}
	r.ahead = append(taken, r.ahead...)
	return first
}

func toComma(c rune) rune {
	if isBetween(c) {
		return ','
	}
	return c
}

func isBetween(c rune) bool { return strings.ContainsRune(",;|\t", c) }

// isOpen tells whether a quotation mark at the begin of a cell is not closed, whatever the separator.
func isOpen(text string) bool {
	begins := true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"' && begins:
			end := closing(text[i:])
			if end < 0 {
				return true
			}
			i += end
			begins = false
		case isBetween(rune(c)):
			begins = true
		case c != ' ':
			begins = false
		}
	}
	return false
}
