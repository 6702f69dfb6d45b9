package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Golden compares what is drawn, mark by mark, with testdata/name.txt, which was once looked at. With UPDATE_GOLDEN=1 in the
// environment that is written anew.
func Golden(t testing.TB, name string, marks Marks) {
	t.Helper()
	got, file := marks.String(), filepath.Join("testdata", name+".txt")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: %s; UPDATE_GOLDEN=1 accepts it", name, firstDifference(got, string(want)))
	}
}

// firstDifference says where two lists of marks part.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return "drawn is " + a[i] + ", and was " + b[min(i, len(b)-1)]
		}
	}
	return "less is drawn"
}
