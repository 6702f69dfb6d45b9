package notation

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/internal/lengthy"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/tree"
)

func truth(c bool) float64 {
	if c {
		return 1
	}
	return 0
}

// walk is the value of what has been read, computed on the tree itself.
func walk(n *tree.Node, names map[string]float64) float64 {
	kids := make([]float64, len(n.Kids))
	for i, k := range n.Kids {
		kids[i] = walk(k, names)
	}
	switch n.Kind {
	case tree.NumberNode:
		v, _ := tree.Constant(n)
		return v
	case tree.NameNode:
		return names[n.Text]
	case tree.ChoiceNode:
		if kids[0] != 0 {
			return kids[1]
		}
		return kids[2]
	case tree.SignNode:
		if n.Text == "!" {
			return truth(kids[0] == 0)
		}
		return -kids[0]
	case tree.CallNode:
		args := make([]string, len(kids))
		values := make([]float64, len(kids))
		for i, v := range kids {
			args[i], values[i] = "a"+string(rune('a'+i)), v
		}
		p, err := expr.Compile(n.Text+"("+strings.Join(args, ",")+")", args...)
		if err != nil {
			panic(err)
		}
		return p.Bind(values...).Value(0, 0)
	}
	return operate(n, kids[0], kids[1])
}

// operate is the value of a binary operator.
func operate(n *tree.Node, a, b float64) float64 {
	switch n.Text {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "/":
		return a / b
	case "^":
		text := "x^y"
		if v, ok := tree.Constant(n.Kids[1]); ok {
			text = fmt.Sprintf("x^(%v)", v) // by multiplications
		}
		p, _ := expr.Compile(text)
		return p.Bind().Value(a, b)
	case "<":
		return truth(a < b)
	case "<=":
		return truth(a <= b)
	case ">":
		return truth(a > b)
	case ">=":
		return truth(a >= b)
	case "==":
		return truth(a == b)
	case "!=":
		return truth(a != b)
	case "&&":
		return truth(a != 0 && b != 0)
	}
	return truth(a != 0 || b != 0)
}

// checkReading tells what is wrong with the reading of a text.
func checkReading(t *testing.T, text string, x, y float64) {
	t.Helper()
	reading, err := Read(text, "known")
	var all []Reading
	switch e := err.(type) {
	case nil:
		all = []Reading{reading}
	case *Ambiguous:
		all = e.Readings
		if len(all) < 2 || e.Column < 1 || e.Column > utf8.RuneCountInString(text)+1 {
			t.Fatalf("%q: %v", text, err)
		}
	case Faults:
		checkFaults(t, text, e)
	default:
		t.Fatalf("%q: %T", text, err)
	}
	for _, r := range all {
		names := []string{"known"}
		values := []float64{0.25}
		for _, p := range r.Params {
			if p.Name != "known" {
				names, values = append(names, p.Name), append(values, p.Value)
			}
		}
		program, err := expr.Compile(r.Formula, names...)
		if err != nil {
			t.Fatalf("%q is read as %q: %v", text, r.Formula, err)
		}
		again, err := Read(r.Formula, names...)
		if err != nil || !again.Same || again.Formula != r.Formula {
			t.Errorf("%q is read as %q, and that as %q, %v", text, r.Formula, again.Formula, err)
		}
		program.Bind(values...).Value(x, y)
	}
}

func checkFaults(t *testing.T, text string, all Faults) {
	t.Helper()
	if len(all) == 0 || len(all) > mostFaults {
		t.Errorf("%q: %d faults", text, len(all))
	}
	for i, f := range all {
		msg := f.Msg.String()
		if f.Column < 1 || f.Column > utf8.RuneCountInString(text)+1 || msg == "" || strings.ContainsAny(msg, "\r\n") {
			t.Errorf("%q: column %d, %q", text, f.Column, msg)
		}
		if i > 0 && all[i-1].Column >= f.Column {
			t.Errorf("%q: the columns are not in order: %v", text, all)
		}
	}
}

// checkValue compares the value of what was printed with that of the tree.
func checkValue(t *testing.T, text string, x, y float64) {
	t.Helper()
	if utf8.RuneCountInString(text) > 200 {
		return
	}
	r := readAs(text, nil, nil)
	if len(r.faults) > 0 || r.result == nil {
		return
	}
	names := map[string]float64{"x": x, "y": y, "pi": math.Pi, "e": math.E}
	var list []string
	var values []float64
	for _, p := range r.params {
		names[p.Name] = p.Value
		list, values = append(list, p.Name), append(values, p.Value)
	}
	out := tree.Print(r.result)
	program, err := expr.Compile(out.String(), list...)
	if err != nil {
		return // checkReading has seen it
	}
	got, want := program.Bind(values...).Value(x, y), walk(r.result, names)
	if !(math.Abs(got-want) <= 1e-9*math.Abs(want)) && got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
		t.Errorf("%q is printed as %q: %v at (%v, %v), and the tree is %v", text, out.String(), got, x, y, want)
	}
}

// FuzzRead: what is read is in the grammar, reads as itself and has the value of what was read; nothing panics.
func FuzzRead(f *testing.F) {
	for _, row := range readTable(f, "readings.txt") {
		f.Add(row[0], 0.7, -1.3)
	}
	for _, text := range []string{
		"\xff", "|", "||", "|||x", "²", "½½", "\\", "\\frac", "\\left|", "x[", "f(", "f(x,y)=", "lambda", "return",
		"1,,2", "x,=3", "\\begin{cases}", "²²²", "√", "°", ".sin()", "log_", "_", "x_{", "@", "=>", "def", "{}", "\ufeffx",
	} {
		f.Add(text, 0.5, 2.)
	}
	f.Fuzz(func(t *testing.T, text string, x, y float64) {
		checkReading(t, text, x, y)
		checkValue(t, text, math.Mod(x, 2), math.Mod(y, 2))
	})
}

// TestDeepAndLong: long and deep texts are read or refused, without a panic.
func TestDeepAndLong(t *testing.T) {
	lengthy.Test(t)
	for _, piece := range []string{
		"(", "|", "√", "-", "sin ", "x^", "²", "½", "2x", "x ", "1/2x", "{", "[", "f(x)=", "a=b;", "lambda x:", "\\frac", "\\frac{",
		"1,5", "x if ", "not ", "x.pow(", "xsin", "x<", "e^2x", "a=a*a;", "\\begin{cases}x&", "x[0]", ",", "::", "√2x",
	} {
		for _, n := range []int{3, 150, 250, 4000} {
			text := strings.Repeat(piece, n)
			checkReading(t, text, 1, 2)
			checkReading(t, text+"x"+strings.Repeat(")", n), 1, 2)
		}
	}
	_, err := Read(strings.Repeat("(", 300) + "x" + strings.Repeat(")", 300))
	if faults, is := err.(Faults); !is || len(faults) != 1 {
		t.Errorf("one thing is wrong with a text that is too deep: %v", err)
	}
	doubling := "a=x+1;" + strings.Repeat("a=a*a;", 300) + "a"
	if r, err := Read(doubling); err != nil || !r.Same {
		t.Errorf("a text that doubles 300 times, and is short with its names: %v", err)
	}
	if _, err := Read("k=2;" + doubling + "+k²"); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("one that is not in the grammar: %v", err)
	}
}

// TestCutOffAnywhere: whatever is being typed is read or refused at every letter, without a panic.
func TestCutOffAnywhere(t *testing.T) {
	lengthy.Test(t)
	for _, row := range readTable(t, "readings.txt") {
		for at := range row[0] {
			checkReading(t, row[0][:at], 1, 2)
		}
	}
}
