package host

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/resources"
)

// TestVariablesOfFyne: what no window could be opened with is told, and something else taken.
func TestVariablesOfFyne(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "Regular.ttf"), filepath.Join(dir, "bad-Regular.ttf")
	put := func(path string, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(good, resources.Sans)
	put(bad, []byte("root:x:0:0"))
	half := filepath.Join(dir, "half-Regular.ttf")
	put(half, resources.Sans)
	put(filepath.Join(dir, "half-Bold.ttf"), resources.Sans[:100])
	for _, c := range []struct{ variable, asked, taken string }{
		{"FYNE_SCALE", "", ""}, {"FYNE_SCALE", "auto", "auto"}, {"FYNE_SCALE", "1.25", "1.25"}, {"FYNE_SCALE", "4", "4"},
		{"FYNE_SCALE", "0.01", "0.5"}, {"FYNE_SCALE", "20", "4"}, {"FYNE_SCALE", "Inf", "4"}, {"FYNE_SCALE", "NaN", "1"},
		{"FYNE_SCALE", "0", "1"}, {"FYNE_SCALE", "-1", "1"}, {"FYNE_SCALE", "1,5", "1"}, {"FYNE_SCALE", "1e999", "1"},
		{"FYNE_FONT", good, good}, {"FYNE_FONT", bad, ""}, {"FYNE_FONT", half, ""}, {"FYNE_FONT", dir, ""},
		{"FYNE_FONT_MONOSPACE", filepath.Join(dir, "none.ttf"), ""}, {"FYNE_FONT_SYMBOL", os.DevNull, ""},
	} {
		for _, variable := range []string{"FYNE_SCALE", "FYNE_FONT", "FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"} {
			t.Setenv(variable, "")
		}
		t.Setenv(c.variable, c.asked)
		var said []string
		SettleVariables(func(text string) { said = append(said, text) })
		if got := os.Getenv(c.variable); got != c.taken {
			t.Errorf("%s=%s: %q is taken, want %q", c.variable, c.asked, got, c.taken)
		}
		if told := len(said) == 1 && strings.Contains(said[0], c.variable+"="+c.asked); told != (c.asked != c.taken) {
			t.Errorf("%s=%s: said %q", c.variable, c.asked, said)
		}
	}
}
