package flow

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTextsThrough everything by which a program may pass a text on.
func TestTextsThrough(t *testing.T) {
	cases := map[string]struct {
		code string
		want string // the texts, sorted
		lost int    // places that cannot be known
	}{
		"a constant":       {`const c = "a" + "b"; func f() { T(c) }`, "ab", 0},
		"another function": {`func helper(text string) { T(text) }; func f() { helper("a"); helper("b") }`, "a b", 0},
		"a variable":       {`func f(yes bool) { text := "a"; if yes { text = "b" }; T(text) }`, "a b", 0},
		"a field":          {`type row struct { name, text string }; func f(r row) { T(r.text) }; var r = row{"x", "a"}`, "a", 0},
		"a field by name":  {`type row struct { text string }; func f(r *row) { T(r.text) }; var r = &row{text: "a"}`, "a", 0},
		"a list":           {`func f() { for _, text := range []string{"a", "b"} { T(text) } }`, "a b", 0},
		"a list of rows":   {`func f() { for _, r := range []struct{ text string }{{"a"}, {"b"}} { T(r.text) } }`, "a b", 0},
		"what is added":    {`func f() { var l []string; l = append(l, "a"); T(l[0]) }`, "a", 0},
		"a map":            {`var m = map[string]string{"k": "a"}; func f() { T(m["k"]) }`, "a", 0},
		"keys of a map":    {`var m = map[string]string{"k": "a"}; func f() { for k := range m { T(k) } }`, "k", 0},
		"a key set":        {`func f() { m := map[string]int{}; m["k"] = 1; for k := range m { T(k) } }`, "k", 0},
		"a result":         {`func g(n int) string { if n > 0 { return "a" }; return "b" }; func f() { T(g(1)) }`, "a b", 0},
		"two results":      {`func g() (int, string) { return 1, "a" }; func f() { _, text := g(); T(text) }`, "a", 0},
		"a named result":   {`func g() (text string) { text = "a"; return }; func f() { T(g()) }`, "a", 0},
		"results passed":   {`func g() (int, string) { return 1, "a" }; func h(n int, s string) { T(s) }; func f() { h(g()) }`, "a", 0},
		"a function as value": {`func f() { say := func(text string) { T(text) }; say("a"); each(T) }
func each(say func(string) string) { say("b") }`, "a b", 0},
		"a method": {`type k int; func (k) String() string { return "a" }; func f(v k) { T(v.String()) }`, "a", 0},
		"an interface": {`type i interface { Name() string }
type k int; func (k) Name() string { return "a" }; func f(v i) { T(v.Name()) }`, "a", 0},
		"a named type": {`type word string; const w word = "a"; func (w word) say() { T(string(w)) }`, "a", 0},
		"a type's part": {`type list[E any] []E
func (l list[E]) first() E { return l[0] }; func f() { T(list[string]{"a"}.first()) }`, "a", 0},
		"a sum":    {`func f(n string) { T("a" + n) }`, "", 1},
		"a format": {`func f(n int) { T(fmt.Sprintf("a %d", n)) }`, "", 1},
		"nobody":   {`func f(text string) { T(text) }`, "", 1},
		"a part":   {`func f() { text := "abc"; T(text[1:]) }`, "", 1},
		"other's text": {`type row struct { text, other string }
func f(r row) { T(r.text) }; var r = row{other: "x", text: "a"}`, "a", 0},
		"another's function": {`func f() { strings.ToUpper("a"); T("b") }`, "a b", 0},
		"a catalogue":        {`type Entry struct { Text string }; func f(e Entry) { T(e.Text) }`, "", 0},
	}
	dir := t.TempDir()
	write := func(file, text string) {
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module m\n\ngo 1.26\n")
	folder := func(name string) string { return strings.NewReplacer(" ", "_", "'", "").Replace(name) }
	for name, c := range cases {
		write(folder(name)+"/case.go", "package p\n\nimport (\n\"fmt\"\n\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.ToLower\n\n"+
			"func T(english string) string { return english }\n\n"+c.code)
	}
	p, err := Load(dir, func(string) bool { return false }, append(os.Environ(), "CGO_ENABLED=0"), nil, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range cases {
		known := func(name string) bool { return strings.HasSuffix(name, ".Entry.Text") }
		doors := []Door{{Path: "m/" + folder(name), Function: "T"}}
		if strings.HasPrefix(name, "another's") {
			doors = append(doors, Door{Prefix: "strings.ToUpper", Name: "s"})
		}
		texts, lost := p.Texts(doors, known, dir)
		var got []string
		for _, text := range texts {
			if !strings.HasPrefix(text.Where, folder(name)+"/case.go:") {
				t.Errorf("%s: %q stands in %s", name, text.Text, text.Where)
			}
			got = append(got, text.Text)
		}
		slices.Sort(got)
		if said := strings.Join(slices.Compact(got), " "); said != c.want || len(lost) != c.lost {
			t.Errorf("%s: %q, lost %v; want %q and %d lost", name, said, lost, c.want, c.lost)
		}
	}
}
