package gallery

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"descentlab/app/words"
	"descentlab/resources"
	"descentlab/surfaces"
)

// file is what stands in the file of an exhibit.
func file(t testing.TB, key string) (name, text string) {
	t.Helper()
	names, err := fs.Glob(resources.Experiments, "experiments/*-"+key+".json")
	if err != nil || len(names) != 1 {
		t.Fatalf("%v, %v", names, err)
	}
	data, err := fs.ReadFile(resources.Experiments, names[0])
	if err != nil {
		t.Fatal(err)
	}
	return names[0], string(data)
}

// TestFilesAreReadAndWritten: what is written is read as the same.
func TestFilesAreReadAndWritten(t *testing.T) {
	for _, e := range All() {
		first, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(e.Key+".json", first)
		if err != nil {
			t.Fatal(err)
		}
		second, err := json.Marshal(again)
		if err != nil || !bytes.Equal(first, second) || again.Key != e.Key {
			t.Errorf("%s is another one once it is written: %v", e.Key, err)
		}
	}
}

// TestFaultsOfFiles: each is told with line and column, and what would be right.
func TestFaultsOfFiles(t *testing.T) {
	name, good := file(t, "speed-limit")
	for _, c := range []struct{ old, new, says string }{
		{"descentlab exhibit", "descentlab experiment", `not a descentlab exhibit file`},
		{`"version": 1,
  "title"`, `"version": 2,
  "title"`, "written by a newer Descent Lab"},
		{`"title": "Speed limit"`, `"title": ""`, "line 4, column 12, in title: a title of 1 to 32 characters is needed"},
		{`"tags": ["learning rate", "divergence"]`, `"tags": []`, "line 5, column 11, in tags: at least one is needed"},
		{`it diverges.`, strings.Repeat("very ", 30), "line 6, column 13, in notice"},
		{"reach of GD 0.01", "reich of GD 0.01", `line 9, column 5, in claims[1]: character 1 of the claim: "reich" is not known; ` +
			"did you mean reach?"},
		{"racer GD 0.0201: diverged", "racer GD 0.0202: diverged", "in claims[5]: character 7 of the claim: no racer is called"},
		{`["GD 0.01", "GD 0.019", "GD 0.02", "GD 0.0201"]`, `["GD 0.01"]`, "in labels: one for each of the 4 racers is needed; got 1"},
		{`["GD 0.01", "GD 0.019", "GD 0.02"`, `["GD 0.01", "GD 0.02", "GD 0.02"`, "in labels[2]: each must be there"},
		{`"sgd lr=0.02"`, `"sgd lr=-1"`, "in experiment.racers[2].racer"},
		{`"labels"`, `"lables"`, `in lables`},
		{`"steps": 3000`, `"steps": 0`, "in experiment.steps: must be from 1"},
		{`"notice"`, `"notise"`, "notice"},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if text == good {
			t.Fatalf("%q is not in the file", c.old)
		}
		_, err := Read(name, []byte(text))
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%q for %q: %v; want %q", c.new, c.old, err, c.says)
		}
	}
	twice := fstest.MapFS{"experiments/1-a.json": {Data: []byte(good)}, "experiments/2-a.json": {Data: []byte(good)}}
	if _, err := readAll(twice); err == nil || !strings.Contains(err.Error(), "another one is called a") {
		t.Errorf("two files of one key: %v", err)
	}
}

// FuzzRead: a file is an exhibit that can be written, or one line says what is wrong with it.
func FuzzRead(f *testing.F) {
	for _, key := range []string{"speed-limit", "amsgrad"} {
		_, text := file(f, key)
		f.Add([]byte(text))
	}
	f.Add([]byte(`{"format": "descentlab exhibit", "version": 1, "claims": [""]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := Read("x.json", data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q", err)
			}
			return
		}
		if _, err := json.Marshal(e); err != nil || len(e.Claims) == 0 || len(e.Names) != len(e.Doc.Racers) {
			t.Fatalf("%+v: %v", e, err)
		}
	})
}

// TestFind: by the key alone, with help for who mistypes it; no key is a surface's name, which means that.
func TestFind(t *testing.T) {
	if _, err := Find("speed-limt"); err == nil || !strings.Contains(err.Error(), "did you mean speed-limit?") {
		t.Errorf("a mistyped key: %v", err)
	}
	if _, err := Find("zzzzzzzz"); err == nil || strings.Contains(err.Error(), "mean") {
		t.Errorf("no key at all: %v", err)
	}
	for _, e := range All() {
		if _, err := surfaces.Lookup(e.Key); err == nil {
			t.Errorf("%s is the name of a surface, too", e.Key)
		}
	}
}

// TestSearch: words, their beginnings, accents and capitals, tags.
func TestSearch(t *testing.T) {
	keys := func(list []Exhibit) string {
		var names []string
		for _, e := range list {
			names = append(names, e.Key)
		}
		return strings.Join(names, " ")
	}
	all := All()
	for _, c := range []struct{ query, tag, first, has, lacks string }{
		{"", "", "one-step", "slice", ""},
		{"SPEED", "", "speed-limit", "", "catapult"},
		{"spéed lïmit", "", "speed-limit", "", "catapult"},
		{"nesterov", "", "", "look-ahead", "catapult"},
		{"edge", "", "edge-of-stability", "", "symmetry"},
		{"saddle adam", "", "", "saddle-escape", "newton-saddle"},
		{"", "saddle", "saddle-escape", "symmetry", "catapult"},
		{"newton", "saddle", "newton-saddle", "", "exact-zigzag"},
		{"himmelblau", "", "", "too-fast", "catapult"},
		{"0.019", "", "", "speed-limit", "symmetry"},
		{"adam's", "", "spikes", "adam-rotation", "catapult"},
		{"zzzz", "", "", "", "speed-limit"},
	} {
		found := keys(Search(all, c.query, c.tag))
		if !strings.HasPrefix(found, c.first) || !strings.Contains(found, c.has) ||
			c.lacks != "" && strings.Contains(found, c.lacks) {
			t.Errorf("%q, tag %q: %s", c.query, c.tag, found)
		}
	}
	if n := len(Search(all, " ", "")); n != len(all) {
		t.Errorf("a blank finds %d", n)
	}
}

// TestSearchInTheReadersLanguage: titles and tags are found as they are read, and in English.
func TestSearchInTheReadersLanguage(t *testing.T) {
	words.Translate(func(english string) string {
		return map[string]string{"Speed limit": "Höchstgeschwindigkeit", "saddle": "Sattel"}[english]
	})
	defer words.Translate(nil)
	for query, key := range map[string]string{
		"hochst": "speed-limit", "speed lim": "speed-limit", "Sattel newton": "newton-saddle",
	} {
		if found := Search(All(), query, ""); len(found) == 0 || found[0].Key != key {
			t.Errorf("%q finds %d others", query, len(found))
		}
	}
}

// TestTags: the most frequent first, each once.
func TestTags(t *testing.T) {
	list := []Exhibit{{Tags: []string{"a", "b"}}, {Tags: []string{"c", "b"}}, {Tags: []string{"c", "b"}}}
	if got := strings.Join(Tags(list), " "); got != "b c a" {
		t.Errorf("got %s", got)
	}
}
