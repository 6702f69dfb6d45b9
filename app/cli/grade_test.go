package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMarksAmongHandIns: marks that are written into the folder of the hand-ins are no hand-in when they are made once more.
func TestMarksAmongHandIns(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "cut.json"), []byte(`{"format": "descentlab hand-in"`), 0o600); err != nil {
		t.Fatal(err)
	}
	marks := filepath.Join(folder, "marks.csv")
	var first string
	for range 2 {
		if _, err := Run([]string{"grade", "the-loop", folder, "-o", marks}, &strings.Builder{}); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(marks)
		if err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = string(text)
		}
		if string(text) != first || strings.Count(first, "\n") != 2 {
			t.Errorf("first\n%s\nthen\n%s", first, text)
		}
	}
}
