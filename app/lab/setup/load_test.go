package setup

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// withFormula is a file with a formula, and more keys.
func withFormula(t *testing.T, formula, more string) string {
	t.Helper()
	text, err := json.Marshal(formula)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "e.json")
	put(t, path, fmt.Sprintf(`{"format": "descentlab experiment", "version": 1,
"formula": %s,
%s"home": [-3, 3, -3, 3], "view": [-3, 3, -3, 3], "start": [1, 1], "seed": 0, "noise": 0, "steps": 5, "racers": [],
"look": {"levels": "log", "side_by_side": false, "linear_loss": false}}`, text, more), 0o600)
	return path
}

// A file's formula may be written as people write formulas: it is read as in the field, and it is said how.
func TestFormulasOfFilesAreReadAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ formula, more, want, remark string }{
		{"x^2 + 3*y^2", "", "x^2 + 3*y^2", ""},
		{"2x² + |y|", "", "2*x^2 + abs(y)", "read as 2*x^2 + abs(y)"},
		{`\frac{x^2}{4} + \sin(y)`, "", "x^2/4 + sin(y)", "read as x^2/4 + sin(y)"},
		{"a*x^2 + y^2", "", "a*x^2 + y^2", "with a = 1"},
		{"a*x^2 + y^2", `"params": {"a": 3},` + "\n", "a*x^2 + y^2", ""},
		{"a x² + b y²", `"params": {"b": 2},` + "\n", "a*x^2 + b*y^2", "read as a*x^2 + b*y^2 with a = 1"},
		{"a x²", `"own_params": [{"name": "a", "default": 2, "min": 0, "max": 4}],` + "\n", "a*x^2", "read as a*x^2"},
		{"np.sin(x) + y**2", `"sculpture": [{"x": 1, "y": 1, "height": 1, "width": 1}],` + "\n", "sin(x) + y^2",
			"read as sin(x) + y^2"},
	} {
		e, remark, err := ReadExperiment(withFormula(t, c.formula, c.more))
		if err != nil || e.Formula != c.want || remark != c.remark {
			t.Errorf("%s %s: %q, %q, %v", c.formula, c.more, e.Formula, remark, err)
			continue
		}
		again := filepath.Join(t.TempDir(), "again.json")
		if err := SaveExperiment(again, e); err != nil {
			t.Fatal(err)
		}
		if same, remark, err := ReadExperiment(again); err != nil || remark != "" || !Same(OfRace, &same, &e) {
			t.Errorf("%s: saved and read again: %q, %v", c.formula, remark, err)
		}
	}
}

// What is ambiguous or wrong is refused with its place in the file, and all the corrections.
func TestFormulasOfFilesThatCannotBeReadSayWhy(t *testing.T) {
	for formula, want := range map[string][]string{
		"1/2x":           {"line 2, column 12, in formula: column 2: ", "write 1/2*x or 1/(2*x)"},
		"x^2+y^2=1":      {"line 2, column 12, in formula: column 8: ", "(x^2 + y^2 - 1)^2"},
		"sine(x) + cis(": {"in formula: column 1: unknown function sine; did you mean sin?", "column 11: unknown function cis"},
	} {
		_, err := LoadExperiment(withFormula(t, formula, ""))
		for _, part := range want {
			if err == nil || !strings.Contains(err.Error(), part) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: %v, want %q", formula, err, part)
			}
		}
	}
}
