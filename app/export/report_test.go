package export

import (
	"os"
	"strings"
	"testing"

	"descentlab/app/about"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// reported is the report of an experiment.
func reported(t *testing.T, doc setup.Experiment) string {
	t.Helper()
	r, err := lab.Prepare(t.Context(), doc, RaceWants([]string{"r.md"}, &doc, nil))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := raceReport(&Output{Writer: &b, ctx: t.Context()}, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A report has a table of what was raced, one of how it ended, and a chapter with events and a reason for every racer.
func TestReport(t *testing.T) {
	doc := setup.Default()
	text := reported(t, doc)
	for _, want := range []string{"# Race on Peaks\n", "| seed | 7 |\n", "| program | Descent Lab " + about.Version + " |\n",
		"\n## What happened\n"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q stands %d times in\n%s", want, strings.Count(text, want), text)
		}
	}
	if n := strings.Count(text, "**Why it ended here:** "); n != len(doc.Racers) {
		t.Errorf("%d reasons for %d racers", n, len(doc.Racers))
	}
	for i, name := range doc.Names() {
		if !strings.Contains(text, "\n### "+name+"\n\n- Step 0: "+name+" begins ") ||
			!strings.Contains(text, "| "+name+" | `"+doc.Racers[i].Spec.String()+"` | ") {
			t.Errorf("%s is missing in\n%s", name, text)
		}
	}
	if again := reported(t, doc); again != text {
		t.Error("the same race has two reports")
	}
	// Every line of a table has as many cells as its head, whatever stands in them.
	doc.SetFormula("x > 1 || y > 2 ? x^2 : x^2 + y^2")
	doc.Racers = nil
	if spec, err := optim.ParseSpec("adam"); err != nil {
		t.Fatal(err)
	} else {
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec})
	}
	cells := func(line string) int { return strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") }
	head := 0
	for line := range strings.Lines(reported(t, doc)) {
		switch {
		case !strings.HasPrefix(line, "|"):
			head = 0
		case head == 0:
			head = cells(line)
		case cells(line) != head:
			t.Errorf("%q has %d bars, want %d", line, cells(line), head)
		}
	}
	doc.Racers = nil
	if text := reported(t, doc); !strings.HasSuffix(text, "\nNobody raced.\n") {
		t.Errorf("without racers:\n%s", text)
	}
}

func TestMarkedTexts(t *testing.T) {
	for text, want := range map[string]string{
		"a_b*c": `a\_b\*c`, "|x|": `\|x\|`, "<b>&`": "\\<b\\>\\&\\`", "two\nlines": "two lines", `\#[y]~`: `\\\#\[y\]\~`,
	} {
		if got := marked(text); got != want {
			t.Errorf("marked(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"x^2": "`x^2`", "a`b": "`` a`b ``", "x|y": "`x\\|y`", "": "`  `", "a\nb": "`a b`"} {
		if got := code(text); got != want {
			t.Errorf("code(%q) = %q, want %q", text, got, want)
		}
	}
}

// The report names the version that the program's own file of details does.
func TestVersion(t *testing.T) {
	data, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "\n  Version = \""+about.Version+"\"\n") {
		t.Errorf("FyneApp.toml has another version than %s", about.Version)
	}
}
