package lessons

import (
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// TestSettingsHaveTheirNamesInTheLanguage: those that an experiment has itself; a racer's are called as they are typed.
func TestSettingsHaveTheirNamesInTheLanguage(t *testing.T) {
	words.Translate(strings.ToUpper)
	t.Cleanup(func() { words.Translate(nil) })
	doc := setup.Default()
	doc.Racers = doc.Racers[:1]
	for _, name := range []string{"steps", "batch", "seed", "noise", "turn", "stretch", "start.x", "start.y", "racer.lr"} {
		f, err := measure.ParseField(name)
		if err != nil {
			t.Fatal(err)
		}
		got := labelOf(&doc, f)
		if own := f.Of == ""; own != (got == strings.ToUpper(got)) {
			t.Errorf("%s is called %q", name, got)
		}
	}
}
