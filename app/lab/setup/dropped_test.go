package setup

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/surfaces/table"
)

func TestKindOf(t *testing.T) {
	for name, want := range map[string]FileKind{
		"a.json": Documents, "A.JSON": Documents, "p.PNG": Documents, "p.svg": Documents, "race.html": Documents,
		"p.gif": Documents, "p.PDF": Documents, "race.ipynb": Documents,
		"b.csv": TableFiles, "b.Txt": TableFiles, "c.tar.tsv": TableFiles, "d.xlsx": Unknown,
		"p.jpg": Unknown, "csv": Unknown, ".json.bak": Unknown, "": Unknown,
	} {
		if got := KindOf(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// FuzzDropped: whatever file falls on the window, it is an experiment that can be raced, examples that the default one can be put
// on, or one line that names the file.
func FuzzDropped(f *testing.F) {
	whole, err := json.Marshal(Default())
	if err != nil {
		f.Fatal(err)
	}
	f.Add("e.json", whole)
	f.Add("e.json", []byte(`{"format":"descentlab session","version":1}`))
	f.Add("wide.csv", []byte("name,a,b,c\nx,1,2,3\ny,4,5,6\n"))
	for _, name := range []string{"d.csv", "d.TXT", "d.json", "d.doc"} {
		f.Add(name, []byte("a,b\n1,2\n2,3.9\n3,6\n"))
		f.Add(name, []byte("a;b;c\n1,5;2;1\n3;4;0\n2;2;1"))
		f.Add(name, []byte("1e308,1e308\n-1e308,1\n0,0\n"))
		f.Add(name, []byte("\xff\xfe1\x00\t\x002\x00\n\x003\x00\t\x004\x00"))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		name = strings.Map(func(r rune) rune {
			if r < ' ' || r == '/' || r == '\\' || r > '~' {
				return '_'
			}
			return r
		}, name)
		if name == "" || name == "." || name == ".." || len(name) > 100 || KindOf(name) == Unknown {
			return
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		doc := Default()
		var err error
		if KindOf(name) == Documents {
			doc, err = LoadExperiment(path)
		} else {
			var d Examples
			if d, err = LoadData(t.Context(), path); err == nil {
				if err := doc.PutData(d.Dataset); err != nil && strings.Contains(err.Error(), "\n") {
					t.Fatalf("%q is not one line", err)
				}
			}
		}
		wide := (*table.WideError)(nil)
		switch {
		case errors.As(err, &wide):
			if len(wide.Columns) < 3 {
				t.Fatalf("asks which of %d columns", len(wide.Columns))
			}
		case err != nil && (!strings.HasPrefix(err.Error(), path+": ") || strings.Contains(err.Error(), "\n")):
			t.Fatalf("%q is no line about %s", err, path)
		case err == nil:
			if err := doc.Check(); err != nil {
				t.Fatalf("cannot be raced: %v", err)
			}
		}
	})
}
