package present

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/words"
	"descentlab/internal/lengthy"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot/record"
)

// written are the texts of a panel.
func written(s *Show, panel *graphic.Drawing) []string {
	size := panel.Size()
	c := record.New(float64(size.Width), float64(size.Height))
	panel.Draw(c, 1)
	return c.Marks.Texts()
}

// chipped are those of the chips, hinted those of the foot.
func (s *Show) chipped() []string { return written(s, s.parts[4].object().(*graphic.Drawing)) }
func (s *Show) hinted() []string  { return written(s, s.parts[6].object().(*graphic.Drawing)) }

// twenty are optimizers of different names, some of which are long.
var twenty = strings.Split("sgd lr=0.01|momentum lr=0.005|nesterov lr=0.01|adagrad lr=0.5|rmsprop lr=0.05|adam lr=0.1|"+
	"adamw lr=0.1|amsgrad lr=0.1|schedule_free_adamw lr=0.2|exact_line_search|barzilai_borwein|lookahead_adam lr=0.3|"+
	"dadapt_adam|polyak|radam lr=0.2|lion lr=0.05|nadam|heavy_ball lr=0.01|schedule_free_sgd lr=0.01|extragradient lr=0.01", "|")

// TestNamesAreWhole: up to twenty racers all have a chip, and no name on one is cut, whatever stands beside it.
func TestNamesAreWhole(t *testing.T) {
	lengthy.Test(t)
	for _, racers := range [][]string{twenty[8:12], twenty[:12], twenty[:16], twenty} {
		s := on(t, 1920, 1080, desktest.New(t, desktest.Experiment(t, "himmelblau", 60, racers...)))
		for _, head := range []float64{0, 7, 60} {
			s.of.Lab.Seek(head)
			texts := s.chipped()
			for _, text := range texts {
				if strings.Contains(text, "…") {
					t.Errorf("of %d at step %v: %q", len(racers), head, text)
				}
			}
			for _, name := range s.state.TapeDoc.Names() {
				short, rest, _ := strings.Cut(name, " ")
				if !slices.Contains(texts, name) && !slices.Contains(texts, short) && !slices.Contains(texts, "Sched. "+rest) {
					t.Errorf("of %d at step %v: %s is not among %q", len(racers), head, name, texts)
				}
			}
		}
	}
}

// TestSettingsTellRacersApart: racers of one method say in which setting they differ; one alone has nothing to say.
func TestSettingsTellRacersApart(t *testing.T) {
	lengthy.Test(t)
	doc := desktest.Experiment(t, "himmelblau", 60, "sgd lr=0.0201", "sgd lr=0.01", "adam lr=0.1 beta1=0.5", "adam lr=0.1", "lion")
	texts := on(t, 1920, 1080, desktest.New(t, doc)).chipped()
	for _, want := range []string{"lr 0.0201", "lr 0.01", "beta1 0.5", "beta1 0.9"} {
		if !slices.Contains(texts, want) {
			t.Errorf("there is no %q among %q", want, texts)
		}
	}
	if slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, "lr 0.1") }) {
		t.Errorf("what is alike is said: %q", texts)
	}
	doc = desktest.Experiment(t, "himmelblau", 60, "adam lr=0.1", "adam lr=0.1 schedule=cosine", "momentum momentum=0.8", "momentum")
	texts = on(t, 1920, 1080, desktest.New(t, doc)).chipped()
	for _, want := range []string{"no schedule", "Cosine", "momentum 0.8", "momentum 0.9"} {
		if !slices.Contains(texts, want) {
			t.Errorf("there is no %q among %q", want, texts)
		}
	}
}

// TestPointerOfTheWindow: a racer that the pointer was on in the window is not singled out for the audience.
func TestPointerOfTheWindow(t *testing.T) {
	d := race(t)
	d.Look(func(v *lab.View) { v.PointAt(2, true) })
	if s := on(t, 480, 270, d); s.state.View.Alone() != -1 {
		t.Errorf("the racer of slot %d is singled out", s.state.View.Alone())
	}
}

// german is what translates a text into German.
func german(t *testing.T) func(string) string {
	t.Helper()
	file, err := os.ReadFile("../../../resources/translations/de.json")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	if err := json.Unmarshal(file, &table); err != nil {
		t.Fatal(err)
	}
	return func(text string) string { return table[text] }
}

// TestWhereaboutsAreWhole: where a racer is is said whole in German, too, and its loss left out if there is no room for both.
func TestWhereaboutsAreWhole(t *testing.T) {
	lengthy.Test(t)
	words.Translate(german(t))
	t.Cleanup(func() { words.Translate(nil) })
	catapult, err := gallery.Find("catapult")
	if err != nil {
		t.Fatal(err)
	}
	s := on(t, 1920, 1080, desktest.New(t, catapult.Doc))
	for _, head := range []float64{0, 5, 100, 200} {
		s.of.Lab.Seek(head)
		if texts := s.chipped(); slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, "…") }) {
			t.Errorf("at step %v: %q", head, texts)
		}
	}
}

// TestAllKeysAreNamed: on a usual screen the foot names every key, in English and in German.
func TestAllKeysAreNamed(t *testing.T) {
	s := on(t, 1920, 1080, race(t))
	t.Cleanup(func() { words.Translate(nil) })
	languages := map[string]func(string) string{"English": nil, "German": german(t)}
	for name, translate := range languages {
		words.Translate(translate)
		texts := s.hinted()
		for _, hint := range s.hints.list() {
			if !slices.Contains(texts, hint.does) {
				t.Errorf("in %s it does not say %q", name, hint.does)
			}
		}
	}
}
