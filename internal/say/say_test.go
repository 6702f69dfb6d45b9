package say_test

import (
	"testing"

	"descentlab/internal/say"
)

func TestTranslation(t *testing.T) {
	if got := say.T("%s, %d left", "all", 3); got != "all, 3 left" {
		t.Error(got)
	}
	if got := say.T("100 %"); got != "100 %" { // no format without arguments
		t.Error(got)
	}
	known := map[string]string{"%s, %d left": "noch %[2]d von %[1]s", "run": "Lauf"}
	say.Translate(func(english string) string {
		if german, ok := known[english]; ok {
			return german
		}
		return english
	})
	t.Cleanup(func() { say.Translate(nil) })
	if got := say.T("%s, %d left", "all", 3); got != "noch 3 von all" {
		t.Error(got)
	}
	late := say.Later("%s, %d left", say.Later("run"), 3)
	if got := late.String(); got != "noch 3 von Lauf" {
		t.Error(got)
	}
	if got := say.N(1, "run", "runs") + " " + say.N(2, "run", "runs") + " " + say.T(""); got != "Lauf runs " {
		t.Error(got)
	}
}
