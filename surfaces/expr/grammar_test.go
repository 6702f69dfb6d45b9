package expr

import (
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// readTable returns the rows of a table in testdata: a formula and two columns that follow it. Empty lines and those
// that begin with # are comments. Formulas may hold the | that separates, the other columns may not.
func readTable(t testing.TB, name string) (rows [][3]string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, " | ")
		if len(row) < 3 {
			t.Fatalf("%s: %q has not three columns", name, line)
		}
		n := len(row)
		rows = append(rows, [3]string{strings.Join(row[:n-2], " | "), row[n-2], row[n-1]})
	}
	return rows
}

func TestGrammar(t *testing.T) {
	for _, row := range readTable(t, "grammar.txt") {
		p, err := Compile(row[0], "a", "b", "c")
		if err != nil {
			t.Errorf("%s: %v", row[0], err)
			continue
		}
		xText, yText, _ := strings.Cut(row[1], " ")
		x, errX := strconv.ParseFloat(xText, 64)
		y, errY := strconv.ParseFloat(yText, 64)
		want, errWant := strconv.ParseFloat(row[2], 64)
		if err := errors.Join(errX, errY, errWant); err != nil {
			t.Fatalf("%q: %v", row, err)
		}
		got := p.Bind(2, 3, 0.5).Value(x, y)
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%s at %s is %v, want %v", row[0], row[1], got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, row := range readTable(t, "errors.txt") {
		_, err := Compile(row[0], "a", "b", "rate")
		if err == nil {
			t.Errorf("%q is accepted, want an error", row[0])
			continue
		}
		want := "column " + row[1] + ": " + row[2]
		if err.Error() != want {
			t.Errorf("%q:\n got %s\nwant %s", row[0], err, want)
		}
	}
}

func TestParameterErrors(t *testing.T) {
	for _, test := range []struct {
		params []string
		want   string
	}{
		{[]string{""}, `column 1: parameter "" is not a name; use letters, digits and _, with a letter first`},
		{[]string{"a b"}, `column 1: parameter "a b" is not a name; use letters, digits and _, with a letter first`},
		{[]string{"2a"}, `column 1: parameter "2a" is not a name; use letters, digits and _, with a letter first`},
		{[]string{"a", "x"}, "column 1: parameter x has a name that formulas already use; choose another"},
		{[]string{"sin"}, "column 1: parameter sin has a name that formulas already use; choose another"},
		{[]string{"a", "b", "a"}, "column 1: parameter a is named twice"},
	} {
		if _, err := Compile("x", test.params...); err == nil || err.Error() != test.want {
			t.Errorf("%q: got %v, want %s", test.params, err, test.want)
		}
	}
}

func TestCaret(t *testing.T) {
	for _, test := range []struct{ formula, want string }{
		{"x + zz", "x + zz\n    ^"},
		{"ä\t+ x)", "ä + x)\n     ^"},
		{"x +", "x +\n   ^"},
	} {
		_, err := Compile(test.formula, "ä")
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("%q: got %v, want an *Error", test.formula, err)
		}
		if e.Caret() != test.want {
			t.Errorf("%q: got\n%s\nwant\n%s", test.formula, e.Caret(), test.want)
		}
	}
}

func TestLimits(t *testing.T) {
	nest := func(open, close string, n int) string {
		return strings.Repeat(open, n) + "x" + strings.Repeat(close, n)
	}
	for _, test := range []struct {
		formula, want string
	}{
		{"x" + strings.Repeat(" ", MaxLength-1), ""},
		{"x" + strings.Repeat(" ", MaxLength), "column 1: the formula is longer than 16384 characters"},
		{"x" + strings.Repeat("+x", MaxLength/2-1), ""},
		{"x" + strings.Repeat("*(x+1)", MaxLength/6-1), ""},
		{nest("(", ")", MaxDepth), ""},
		{nest("(", ")", MaxDepth+1), "column 201: the formula is nested more than 200 levels deep"},
		{nest("-", "", MaxDepth+1), "column 201: the formula is nested more than 200 levels deep"},
		{nest("abs(", ")", MaxDepth+1), "column 804: the formula is nested more than 200 levels deep"},
		{nest("x^", "", MaxDepth+1), "column 402: the formula is nested more than 200 levels deep"},
		{nest("x>0?x:", "", MaxDepth+1), "column 1204: the formula is nested more than 200 levels deep"},
		{strings.Repeat("(", 4000), "column 201: the formula is nested more than 200 levels deep"},
	} {
		_, err := Compile(test.formula)
		switch {
		case err == nil && test.want != "":
			t.Errorf("%.20q... is accepted, want %s", test.formula, test.want)
		case err != nil && err.Error() != test.want:
			t.Errorf("%.20q...: got %v, want %s", test.formula, err, test.want)
		}
	}
}

// TestSlots checks that no formula has more slots than an instruction can address, by the one that makes most of
// its length.
func TestSlots(t *testing.T) {
	p, err := Compile(strings.Repeat("(", 150) + "x" + strings.Repeat("^63)", 150) + strings.Repeat("+y^63", 600))
	if err != nil {
		t.Fatal(err)
	}
	if perRune := float64(len(p.start)) / float64(len(p.text)); perRune*MaxLength > math.MaxUint16 {
		t.Errorf("%.1f slots for each rune: a formula of %d runes has more than %d", perRune, MaxLength, math.MaxUint16)
	}
}
