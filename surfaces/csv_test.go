package surfaces

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/internal/lengthy"
)

func TestReadCSV(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		labels []string
		values [][]float64
	}{
		"commas":          {"1,2\n3,4\n", []string{"u", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"no last newline": {"1,2\n3,4", []string{"u", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"header": {"height (m), weight\n1.5,2e1\n-3,+4.25\n", []string{"height (m)", "weight"},
			[][]float64{{1.5, -3}, {20, 4.25}}},
		"half a header":    {"height,\n1,2\n3,4\n", []string{"height", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"three columns":    {"a,b,c\n1,2,3\n4,5,6\n", []string{"a", "b", "c"}, [][]float64{{1, 4}, {2, 5}, {3, 6}}},
		"semicolons":       {"1;2\n3;4\n", []string{"u", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"decimal commas":   {"größe;gewicht\n1,5;2\n3;4,25\n", []string{"größe", "gewicht"}, [][]float64{{1.5, 3}, {2, 4.25}}},
		"tabs":             {"1\t2\n3\t4\n", []string{"u", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"mark and CRLF":    {"\xef\xbb\xbfa,b\r\n1,2\r\n3,4\r\n", []string{"a", "b"}, [][]float64{{1, 3}, {2, 4}}},
		"quoted":           {"\"a, \"\"b\"\"\",\"c\"\n\"1\", \"2\" \n3,\"4\"\n", []string{`a, "b"`, "c"}, [][]float64{{1, 3}, {2, 4}}},
		"blank and remark": {"\n# by hand\n1,2\n\n  \n3,4\n\n", []string{"u", "t"}, [][]float64{{1, 3}, {2, 4}}},
		"tiny":             {"1e-400,2\n3,4", []string{"u", "t"}, [][]float64{{0, 3}, {2, 4}}},
	} {
		d, _, err := ReadCSV(strings.NewReader(c.text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := d.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var labels []string
		for _, column := range d.Columns {
			labels = append(labels, column.Label)
		}
		if !reflect.DeepEqual(labels, c.labels) || !reflect.DeepEqual(d.values(), c.values) || d.Of != 0 {
			t.Errorf("%s: read %q %v of %d, want %q %v", name, labels, d.values(), d.Of, c.labels, c.values)
		}
	}
}

func TestReadCSVExplains(t *testing.T) {
	for text, says := range map[string]string{
		"":                                    "the file is empty",
		"\n\n# nothing\n":                     "the file is empty",
		"\xef\xbb\xbf":                        "the file is empty",
		"a,b\n":                               "line 1: no numbers follow the header",
		"1,2\n":                               "line 1: the table has one row",
		"a,b\n\n1,2\n":                        "line 3: the table has one row",
		"1,2\n3,abc\n":                        `line 2, column 2: "abc" is not a number`,
		"1,2\n3,\n":                           "line 2, column 2: the cell is empty",
		"1,2\n\n,4\n":                         "line 3, column 1: the cell is empty",
		"1,2\nNaN,4\n":                        "line 2, column 1: NaN is no finite number",
		"1,2\n3,-Inf\n":                       "line 2, column 2: -Inf is no finite number",
		"NA,2\n3,4\n":                         "line 1, column 1: NA is no finite number",
		"1,2\n1e999,4\n":                      "line 2, column 1: 1e999 is too large",
		"1,2\n0x10,4\n":                       `line 2, column 1: "0x10" is not a number`,
		"1,abc\n3,4\n":                        `line 1, column 2: "abc" is not a number`,
		"a,b\nc,d\n":                          `line 2, column 1: "c" is not a number`,
		"1\n2\n":                              "line 1: two or three columns are needed",
		"1,2,3,4\n":                           "got 4",
		"1,2\n3,4,5\n":                        "line 2: got 3 columns, the lines before have 2",
		"a,b\n\"1,2\n3,4":                     "line 2, column 1: a quotation mark is not closed",
		"1,2\n\"3\"x,4\n":                     `line 2, column 1: "x" follows the closing quotation mark`,
		"1,2\n3,\x00\xff\x80\n":               "line 2, column 2:",
		strings.Repeat("1", 1<<17):            "line 1: longer than",
		"1,2\n" + strings.Repeat("3,", 1<<16): "line 2: longer than",
	} {
		_, _, err := ReadCSV(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.40q: error %v, want one line with %q", text, err, says)
		}
	}
}

// numbered gives rows 0,0 1,1 and so on, without ever holding the table.
type numbered struct {
	next, end int
	rest      []byte
}

func (n *numbered) Read(p []byte) (int, error) {
	for len(n.rest) == 0 {
		if n.next == n.end {
			return 0, io.EOF
		}
		n.rest = fmt.Appendf(n.rest, "%d,%d\n", n.next, n.next)
		n.next++
	}
	k := copy(p, n.rest)
	n.rest = n.rest[k:]
	return k, nil
}

// TestLongTable reads more rows than are kept: a sample, in the order of the table, from all its parts, the same every time.
func TestLongTable(t *testing.T) {
	lengthy.Test(t)
	const rows = 250_000
	d, _, err := ReadCSV(&numbered{end: rows})
	if err != nil {
		t.Fatal(err)
	}
	if d.Len() != MaxExamples || d.Of != rows || d.Size() != "10000 of 250000 examples, sampled at random" {
		t.Fatalf("%d of %d rows, said as %q", d.Len(), d.Of, d.Size())
	}
	u := d.Columns[0].Values
	if !slices.IsSorted(u) || len(slices.Compact(slices.Clone(u))) != len(u) {
		t.Error("the rows are out of order or doubled")
	}
	for part := range 10 {
		n := 0
		for _, v := range u {
			if int(v)*10/rows == part {
				n++
			}
		}
		if n < 850 || n > 1150 {
			t.Errorf("tenth %d of the table gives %d rows of 10000", part+1, n)
		}
	}
	again, _, err := ReadCSV(&numbered{end: rows})
	if err != nil || !reflect.DeepEqual(again, d) {
		t.Errorf("read again it is another sample: %v", err)
	}
	if err := d.Check(); err != nil {
		t.Error(err)
	}
}

// FuzzCSV checks that any text gives a data set that can be used, or an error of one line.
func FuzzCSV(f *testing.F) {
	for _, text := range []string{
		"1,2\n3,4\n", "a;b;c\n1,5;2;3\n4;5;6", "\"a\"\"\",b\r\n\"1\",2\r\n3,4", "\xef\xbb\xbfx\ty\n1\t2\n3\t4", "#\n1,2\n,\n", "\"",
		"1,\"2\n",
		"nan,1\n2,3", "1e400,2\n3,4", "\xff\xfe", "1,2\n3,4,5", "e,.\n+,-\n1,2",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, _, err := ReadCSV(strings.NewReader(string(text)))
		if err != nil {
			if msg := err.Error(); strings.ContainsAny(msg, "\r\n") || !utf8.ValidString(msg) || len(msg) > 300 {
				t.Errorf("%q: the error is %q", text, msg)
			}
			return
		}
		if err := d.Check(); err != nil {
			t.Errorf("%q: read, but %v", text, err)
		}
		for _, c := range d.Columns {
			if !utf8.ValidString(c.Label) || c.Label == "" || strings.ContainsAny(c.Label, "\r\n") {
				t.Errorf("%q: label %q", text, c.Label)
			}
		}
	})
}
