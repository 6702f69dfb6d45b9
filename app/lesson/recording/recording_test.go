package recording

import (
	"context"
	"encoding/json"
	"fmt"
	mathrand "math/rand"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/quick"

	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/optim"
)

// bowl is an experiment that takes no time.
func bowl() setup.Experiment {
	doc := setup.Default()
	doc.SetFormula("x^2 + y^2")
	doc.Start.X, doc.Start.Y, doc.Steps = 2, 1, 60
	doc.Racers[0].Spec = doc.Racers[0].Spec.With("lr", optim.Num(0.1))
	return doc
}

// same compares recordings: experiments by their files.
func same(a, b Recording) bool {
	x, xErr := json.Marshal(a)
	y, yErr := json.Marshal(b)
	return xErr == nil && yErr == nil && string(x) == string(y)
}

func TestReadsBackEqual(t *testing.T) {
	ctx, b := context.Background(), measure.NewBench(32)
	r := Recording{Title: "A *new* lesson #1", About: "what I did: all of it"}
	for i, said := range []string{"1. The start, at $5 & <more>.", "", "- Faster: [0.5](set:racer.lr) `code`\n\n# and \\ lines",
		"~~~"} {
		doc := bowl()
		doc.Steps += i
		if err := r.Add(said, doc); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []string{"racer SGD: settles at A", "loss of SGD < 1"} {
		if err := r.Claim(ctx, b, 2, c); err != nil {
			t.Fatal(err)
		}
	}
	const which = "ask: Which?\nleast: loss of SGD\n- slow | racer.lr=0.001\n- fast | racer.lr=0.1\nwhy: *so*"
	if err := r.Ask(ctx, b, 2, which); err != nil {
		t.Fatal(err)
	}
	if err := r.Ask(ctx, b, 3, "ask: Where?\nbasin: SGD"); err != nil {
		t.Fatal(err)
	}
	text, err := r.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	l := lesson.Read(text, nil)
	again, err := From(l)
	if err != nil || !same(again, r) {
		t.Errorf("%v\n%s\n%+v", err, text, again)
	}
	if problems, err := l.Check(ctx, b); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

// said makes sentences of all that Markdown may take for something else.
type said string

// Generate is that of testing/quick.
func (said) Generate(random *mathrand.Rand, _ int) reflect.Value {
	const signs = "\\`*_[]<>&$#-+=~.)(!|:/\"'{}@^%,;? \t\n\u00a0\u2028\x00\x7f\ufffd\xffaB1é∂"
	parts := []string{"1. ", "12) ", "---", "===", "```", "~~~", "&amp;", "<b>", "http://x.org", "<http://x.org>", "[a](b)",
		"![a](b)", "$x$",
		"**a**", "_a_", "    a", "> a", "# a", "- a", "\\", "a\\", "&#35;", "a  \nb", "[x]: y", "|a|b|", "<!-- x -->", "setext\n---"}
	var b strings.Builder
	for range random.Intn(12) {
		if random.Intn(2) == 0 {
			b.WriteString(parts[random.Intn(len(parts))])
			continue
		}
		runes := []rune(signs)
		b.WriteRune(runes[random.Intn(len(runes))])
	}
	return reflect.ValueOf(said(b.String()))
}

// TestAnySentenceReadsBack: whatever is said, as a title, a sentence or in the header.
func TestAnySentenceReadsBack(t *testing.T) {
	doc := bowl()
	check := func(title, about said, texts []said) bool {
		r := Recording{Title: Tidy("t" + string(title)), About: Tidy(string(about))}
		for _, text := range texts[:min(len(texts), 4)] {
			if err := r.Add(string(text), doc); err != nil {
				t.Fatal(err)
			}
		}
		text, err := r.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		again, err := From(lesson.Read(text, nil))
		if err != nil || !same(again, r) {
			t.Logf("%v\n%s\n%+v", err, text, again)
			return false
		}
		return true
	}
	if err := quick.Check(check, &quick.Config{MaxCount: 400}); err != nil {
		t.Error(err)
	}
}

// TestAnyExperimentReadsBack: all of the gallery, and changed at random.
func TestAnyExperimentReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	r := Recording{Title: "All"}
	for _, e := range gallery.All() {
		doc := e.Doc.Clone()
		doc.Start.X += random.NormFloat64()
		doc.Noise, doc.Seed = random.Float64()/3, random.Uint64()>>12
		if err := r.Add(e.Notice, doc); err != nil {
			t.Fatal(err)
		}
	}
	text, err := r.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := From(lesson.Read(text, nil)); err != nil || !same(again, r) {
		t.Errorf("%v", err)
	}
}

// TestOnlyTheTruthIsMarked: a claim that is false, a question of which no answer is right, a step that is not there.
func TestOnlyTheTruthIsMarked(t *testing.T) {
	ctx, b := context.Background(), measure.NewBench(32)
	r := Recording{Title: "T"}
	if err := r.Add("It starts.", bowl()); err != nil {
		t.Fatal(err)
	}
	before := fmt.Sprint(r)
	for name, err := range map[string]error{
		"not true":         r.Claim(ctx, b, 0, "racer SGD: diverged"),
		"needed here":      r.Claim(ctx, b, 0, "racer SGD: flies"),
		"no step 2":        r.Claim(ctx, b, 1, "racer SGD: settles"),
		"no step 0":        r.Ask(ctx, b, -1, "ask: Where?\nbasin: SGD"),
		"one answer":       r.Ask(ctx, b, 0, "ask: Which?\nwhich:\n- a | racer SGD: diverged\n- b | racer Adam: diverged"),
		"line 2":           r.Ask(ctx, b, 0, "ask: Which?\nbasin: nobody"),
		"at most 2000":     r.Add(strings.Repeat("long ", 1000), bowl()),
		"there is no expe": r.Ask(ctx, b, 0, "ask: Where?\nof: step-7\nbasin: SGD"),
	} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %s", err, name)
		}
	}
	if fmt.Sprint(r) != before {
		t.Error("something was marked all the same")
	}
	if _, err := (Recording{}).Markdown(); err == nil {
		t.Error("a lesson without a title is written")
	}
}

// TestSaves: as a whole, or not at all.
func TestSaves(t *testing.T) {
	r := Recording{Title: "T"}
	if err := r.Add("It starts.", bowl()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "lesson.md")
	if err := r.Save(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := From(lesson.Read(text, nil)); err != nil || !same(again, r) {
		t.Errorf("%v", err)
	}
	if err := r.Save(filepath.Join(path, "none", "lesson.md")); err == nil || !strings.Contains(err.Error(), "was not written") {
		t.Errorf("%v", err)
	}
}

// TestLongSentencesReadBack: as long as a step allows, in any script and with signs that Markdown would take; and so many of
// them that no lesson holds them are an error, before a file is written.
func TestLongSentencesReadBack(t *testing.T) {
	for _, letter := range []string{"a", "*", "梯", "𝄞"} {
		r := Recording{Title: "T"}
		if err := r.Add(strings.Repeat(letter, maxSaid), bowl()); err != nil {
			t.Fatal(err)
		}
		text, err := r.Markdown()
		if err != nil {
			t.Errorf("%s: %v", letter, err)
			continue
		}
		if again, err := From(lesson.Read(text, nil)); err != nil || !same(again, r) {
			t.Errorf("%s: %v", letter, err)
		}
	}
	r := Recording{Title: "T"}
	for range MaxSteps {
		if err := r.Add(strings.Repeat("a", maxSaid), bowl()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Markdown(); err == nil || !strings.Contains(err.Error(), "more text than 256 KiB") {
		t.Errorf("%v", err)
	}
}

// TestLessonsThatWereNotRecorded are not taken for recordings.
func TestLessonsThatWereNotRecorded(t *testing.T) {
	const head = "---\ndescentlab: lesson 1\n---\n# T\n"
	for _, text := range []string{head + "Text.\n", "# T\n", head + "## Heading\n"} {
		if _, err := From(lesson.Read([]byte(text), nil)); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
}
