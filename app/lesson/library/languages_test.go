package library

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"descentlab/app/language"
	"descentlab/app/lesson"
	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/lesson/study"
	"descentlab/resources"
)

// lacking are the faults of the lessons of a folder in some languages: files that are not there, or are no translations.
func lacking(t *testing.T, files fs.FS, languages []string) (list []string) {
	t.Helper()
	known := map[string]bool{}
	err := resources.Each(files, "lessons/*"+ending, func(name string, text []byte) error {
		if inLanguage(name) != language.English {
			return nil
		}
		known[name] = true
		for _, key := range languages {
			other := strings.TrimSuffix(name, ending) + "." + key + ending
			known[other] = true
			data, err := fs.ReadFile(files, other)
			if err != nil {
				list = append(list, other+" is missing")
				continue
			}
			for _, p := range lesson.Translated(data, Gallery, lesson.Read(text, Gallery)).Problems {
				list = append(list, other+": "+p.Text)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(files, "lessons/*"+ending)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if key := inLanguage(name); !known[name] && (slices.Contains(languages, key) || !language.Known(key)) {
			list = append(list, name+" is the translation of no lesson")
		}
	}
	return list
}

// TestEveryLanguageIsComplete: every lesson is there in every language that is complete, with the same experiments, numbers,
// results, formulas and answers in the same order.
func TestEveryLanguageIsComplete(t *testing.T) {
	for _, fault := range lacking(t, resources.Lessons, language.Complete) {
		t.Error(fault)
	}
	for _, key := range language.Complete {
		for _, e := range In(key) {
			if e.Language != key {
				t.Errorf("%s is read in %s where %s is spoken", e.Key, e.Language, key)
			}
		}
	}
}

// shelf is a folder with one lesson in English, and one of another language.
func shelf(t *testing.T, change ...string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"lessons/02-learning-rate.md", "lessons/02-learning-rate.de.md"} {
		data, err := fs.ReadFile(resources.Lessons, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	if len(change) > 0 {
		f := files["lessons/02-learning-rate.de.md"]
		text := strings.Replace(string(f.Data), change[0], change[1], 1)
		if text == string(f.Data) {
			t.Fatalf("%q is not in it", change[0])
		}
		f.Data = []byte(text)
	}
	return files
}

// TestWhatIsNoTranslation: each thing that is otherwise is found, and then the lesson is read in English.
func TestWhatIsNoTranslation(t *testing.T) {
	if found := lacking(t, shelf(t), []string{"de"}); len(found) > 0 {
		t.Errorf("of a translation it says %v", found)
	}
	for _, c := range [][2]string{
		{"- $\\eta$ = 0.0199 | racer2.lr=0.0199\n", ""}, // an answer
		{"- $\\eta$ = 0.0199 | racer2.lr=0.0199\n", "- $\\eta$ = 0.0199 | racer2.lr=0.0198\n"},
		{"within: 15 %", "within: 25 %"},
		{"mark: GD 0.0201", "mark: GD 0.02"},
		{"(set:racer2.lr)", "(set:racer.lr)"}, // a number
		{"(<is:reach of GD 0.01 below 1e-6>)", "(<is:reach of GD 0.019 below 1e-6>)"},
		{"(point:racer2.lr)", "(point:racer.lr)"},
		{"1 - 100 \\eta", "1 - 10 \\eta"},   // a formula
		{"racer GD 0.0201: diverged\n", ""}, // a claim
		{"from 0.004 to", "from 0.005 to"},  // a figure
		{"\n## Wo es endet\n", ""},          // a heading
		{"too-fast, two-cycle", "two-cycle"},
		{"# Die Lernrate", "Die Lernrate"},
		{"```experiment speed-limit\n```", "```experiment speed-limit from one-step\nsteps=3\n```"},
		{"(set:racer2.lr)", "(set:racer2.speed)"}, // what cannot be read
	} {
		files := shelf(t, c[0], c[1])
		if found := lacking(t, files, []string{"de"}); len(found) == 0 {
			t.Errorf("%q for %q is not found", c[1], c[0])
		}
		list, err := readAll(files, "de")
		if err != nil || len(list) != 1 || list[0].Language != language.English || list[0].Title != "Learning rate" {
			t.Errorf("%q for %q: %+v, %v", c[1], c[0], list, err)
		}
	}
	// The order of words is each language's own, but not that of the numbers.
	swapped := shelf(t, "[0.02](set:racer3.lr)", "[0.0201](set:racer4.lr)")
	f := swapped["lessons/02-learning-rate.de.md"]
	at := strings.LastIndex(string(f.Data), "[0.0201](set:racer4.lr)")
	f.Data = []byte(string(f.Data[:at]) + "[0.02](set:racer3.lr)" + string(f.Data[at+len("[0.0201](set:racer4.lr)"):]))
	if found := lacking(t, swapped, []string{"de"}); len(found) != 1 {
		t.Errorf("numbers in another order: %v", found)
	}
}

// TestMissingFiles: a lesson that a language lacks is read in English, and is told of.
func TestMissingFiles(t *testing.T) {
	files := shelf(t)
	if list, err := readAll(files, "de"); err != nil || len(list) != 1 || list[0].Title != "Die Lernrate" {
		t.Errorf("%+v, %v", list, err)
	}
	files["lessons/03-lonely.de.md"] = files["lessons/02-learning-rate.de.md"]
	delete(files, "lessons/02-learning-rate.de.md")
	found := lacking(t, files, []string{"de"})
	want := []string{"lessons/02-learning-rate.de.md is missing", "lessons/03-lonely.de.md is the translation of no lesson"}
	if !slices.Equal(found, want) {
		t.Errorf("%v", found)
	}
	list, err := readAll(files, "de")
	if err != nil || len(list) != 1 || list[0].Key != "learning-rate" || list[0].Language != language.English {
		t.Errorf("%+v, %v", list, err)
	}
}

// TestHandInsAreOfTheLesson: what is answered in one language, kept and handed in, is the same in another.
func TestHandInsAreOfTheLesson(t *testing.T) {
	find := func(key string) *lesson.Lesson {
		list := In(key)
		return list[slices.IndexFunc(list, func(e Entry) bool { return e.Key == "learning-rate" })].Lesson
	}
	english, german := find(language.English), find("de")
	if german.Hash != english.Hash || german.Title == english.Title {
		t.Fatalf("%q and %q are two lessons", german.Title, english.Title)
	}
	// As the window answers: by the key of the option that is pressed.
	s, b := study.New(german), measure.NewBench(64)
	s.Give(0, quiz.Answer{Choice: german.Questions[0].Options[1].Key}, true)
	s.Give(2, quiz.Answer{Choice: german.Questions[2].Options[1].Key}, true)
	h, err := s.HandIn(context.Background(), b, "Emmy")
	if err != nil {
		t.Fatal(err)
	}
	data, err := h.File()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "emmy.json")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, l := range []*lesson.Lesson{english, german} {
		g, err := handin.NewGrader(context.Background(), l, b)
		if err != nil {
			t.Fatal(err)
		}
		m, err := g.Mark(context.Background(), file)
		if err != nil || m.Fault != "" || len(m.Edited) > 0 || !slices.Equal(m.Answers, []string{"right", "", "right"}) {
			t.Errorf("%s: %+v, %v", l.Title, m, err)
		}
	}
	kept, err := s.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	again, err := study.Resume(english, kept)
	if err != nil || again.Share() != s.Share() {
		t.Errorf("in English %v of it is done, %v; in German %v", again.Share(), err, s.Share())
	}
	if a, _ := again.Answer(2); a.Answer.Choice != "It leaves the narrow one for the wide one, which is deeper" {
		t.Errorf("the answer is %q", a.Answer.Choice)
	}
}
