package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"descentlab/app/language"
)

// TestEveryTextIsKnown: what is said anywhere is a constant text or one of a catalogue, and every complete language has all of
// them.
func TestEveryTextIsKnown(t *testing.T) {
	dir, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	list, err := collect(dir)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]saying{}
	for _, s := range list {
		texts[s.English] = s
	}
	for _, want := range []string{
		"Side by side",   // of the frame
		"step %d / %d",   // of a widget
		"%s, %s left",    // of package words
		"Rosenbrock",     // of the catalogue of surfaces
		"Adam", "Cosine", // of those of methods and schedules
		"petal width (cm)",                                       // of their examples
		"the file is empty", "%s must be a whole number; got %s", // errors
		"expected %s here", "unexpected %s; %s", "write its value",
		"the cell is empty; remove the row or fill it", "JSON", "%d columns", // of tables
		"a lowered digit follows a name only, as in x₁", "column %d: %s", // of formulas
		"[1] may mean the first variable or the second",
		"1 to %d whole numbers from %v to %v, with commas between", // of a text that is said later
		"there are too many points",                                // through a result and a field
		"Catapult",                                                 // of a title of the gallery
	} {
		if texts[want].Places == 0 {
			t.Errorf("%q is not among the %d texts", want, len(texts))
		}
	}
	if where := texts["the cell is empty; remove the row or fill it"].Where; filepath.Dir(where) != "surfaces/table" {
		t.Errorf("a text of tables is said to stand in %s", where)
	}
	for _, key := range language.Complete {
		has, err := dictionary(filepath.Join(dir, "resources", "translations", key+".json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			switch text := has[s.English]; {
			case text == "":
				t.Errorf("%s lacks %q (%s)", key, s.English, s.Where)
			case !fits(s.English, text):
				t.Errorf("%s: %q has other verbs than %q", key, text, s.English)
			}
		}
	}
}

func TestVerbs(t *testing.T) {
	for _, c := range []struct {
		english, text string
		fit           bool
	}{
		{"%s of %d", "%[2]d von %[1]s", true},
		{"%s of %d", "%d von %s", false},
		{"%s of %d", "%s", false},
		{"%d %%", "%d %%", true},
		{"100 %", "100 %", true},
		{"%.1f %% done", "%.1f Prozent", true},
		{"%s %s", "%[1]s, %[1]s", false},
		{"%s", "%[1]s oder %[1]s", true},
		{"%v", "%s", false},
	} {
		if fits(c.english, c.text) != c.fit {
			t.Errorf("%q for %q: fit is not %v", c.text, c.english, c.fit)
		}
	}
}

// TestWhatALanguageLacks: a text that is there with other verbs counts as lacking.
func TestWhatALanguageLacks(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module descentlab\n\ngo 1.26\n")
	write("internal/say/say.go", `package say
func T(english string, args ...any) string { return english }
func N(n int, one, many string, args ...any) string { return T(many, args...) }
func Errorf(english string, args ...any) error { return nil }
func Later(english string, args ...any) func() string { return func() string { return T(english, args...) } }
`)
	write("main.go", `package main
import "descentlab/internal/say"
func main() {
	println(say.T("one"), say.N(2, "%d step", "%d steps", 2), say.T("two %s", "x"), say.Errorf("no"), say.Later("then"))
}
`)
	write("resources/translations/xx.json", `{"one": "eins", "two %s": "zwei %d"}`)
	var out bytes.Buffer
	if err := run(dir, "xx", &out); err != nil {
		t.Fatal(err)
	}
	var lacks map[string]string
	if err := json.Unmarshal(out.Bytes(), &lacks); err != nil {
		t.Fatal(err)
	}
	_, has := lacks["one"]
	_, other := lacks["two %s"]
	_, none := lacks["%d steps"]
	if has || !other || !none {
		t.Errorf("lacking: %v", lacks)
	}
}
