package expr

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCompile checks that any text gives a program that evaluates or an *Error within the text, and that the
// ways to evaluate agree.
func FuzzCompile(f *testing.F) {
	for _, name := range []string{"grammar.txt", "errors.txt", "jets.txt"} {
		for _, row := range readTable(f, name) {
			f.Add(row[0], 0.5, -1.5)
		}
	}
	for _, text := range []string{
		"\xff", "x\x00", "x\n+\r\ny", "1e+", ".", "x?x:x", "((x^64)^64)^64", "\u2028x", "aaaaaaaaaaab", "\u0301x",
		strings.Repeat("(", 300), strings.Repeat("-", 5000),
		strings.Repeat("x^", 150) + "2", strings.Repeat("x", 4000), strings.Repeat("9", 4000),
	} {
		f.Add(text, 0., 0.)
	}
	f.Fuzz(func(t *testing.T, text string, x, y float64) {
		p, err := Compile(text, "a", "aa", "b")
		if _, wrong := Python(Identity, text, []string{"a", "aa", "b"}, []float64{2, 3, 0.5}); (wrong == nil) != (err == nil) {
			t.Errorf("%q: compiled %v, written as Python %v", text, err, wrong)
		}
		if err != nil {
			checkError(t, text, err)
			return
		}
		e := p.Bind(2, 3, 0.5)
		compareDerivatives(t, e, x, y)
		var row [1]float64
		e.Row(row[:], []float64{x}, y)
		if v := e.Value(x, y); !sameNumber(v, row[0]) {
			t.Errorf("%q at (%v, %v): value %v, row %v", text, x, y, v, row[0])
		}
		o, err := CompileMean(Identity, text, []string{"b"}, "a", "aa")
		if err != nil {
			t.Fatalf("%q: %v for a column, but not for a parameter", text, err)
		}
		columns := [][]float64{{0.5, y, -1}}
		compareMean(t, o.Over(columns, 2, 3), &naive{e, []float64{2, 3}, columns}, x, y)
	})
}

func checkError(t *testing.T, text string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %T, want *Error", text, err)
	}
	if e.Text != text || e.Column < 1 || e.Column > utf8.RuneCountInString(text)+1 {
		t.Errorf("%q: column %d of %q", text, e.Column, e.Text)
	}
	if e.Msg.String() == "" || strings.ContainsAny(e.Error(), "\r\n") || !utf8.ValidString(e.Error()) {
		t.Errorf("%q: the error is %q, want one line of text", text, e.Error())
	}
	if lines := strings.Split(e.Caret(), "\n"); len(lines) != 2 || utf8.RuneCountInString(lines[1]) != e.Column {
		t.Errorf("%q: the caret is\n%s", text, e.Caret())
	}
}
