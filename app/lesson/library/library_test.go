package library

import (
	"context"
	"slices"
	"strings"
	"testing"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/language"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// each runs a test in every language that has all lessons, while the program speaks it.
func each(t *testing.T, test func(t *testing.T)) {
	for _, key := range append([]string{language.English}, language.Complete...) {
		t.Run(key, func(t *testing.T) {
			if err := language.Speak(key); err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := language.Speak(language.English); err != nil {
					t.Fatal(err)
				}
			}()
			test(t)
		})
	}
}

func TestAllLoad(t *testing.T) {
	if _, err := Find("learning-rat"); err == nil || !strings.Contains(err.Error(), "did you mean learning-rate?") {
		t.Errorf("%v", err)
	}
	each(t, allLoad)
}

func allLoad(t *testing.T) {
	if len(All()) < 10 {
		t.Errorf("%d lessons, want 10 at least", len(All()))
	}
	for _, e := range All() {
		if len(e.Problems) > 0 || e.Title == "" || e.About == "" {
			t.Errorf("%s: %q, %q: %v", e.Key, e.Title, e.About, e.Problems)
		}
		if len(e.Questions) < 2 || len(e.Questions) > 3 {
			t.Errorf("%s has %d questions, want two or three", e.Key, len(e.Questions))
		}
		if len(e.Experiments) == 0 {
			t.Errorf("%s names no experiments that go with it", e.Key)
		}
		if found, err := Find(e.Key); err != nil || found.Hash != e.Hash {
			t.Errorf("%s: %v", e.Key, err)
		}
	}
}

// TestAllIsTrue: every number, claim and link.
func TestAllIsTrue(t *testing.T) {
	lengthy.Test(t)
	each(t, allIsTrue)
}

func allIsTrue(t *testing.T) {
	b := measure.NewBench(256)
	for _, e := range All() {
		problems, err := e.Check(context.Background(), b)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v, %v", e.Key, problems, err)
		}
	}
}

// TestNumbersAreResults: a lesson has pills and scrubs, and each paragraph keeps to what can be read.
func TestNumbersAreResults(t *testing.T) { each(t, numbersAreResults) }

func numbersAreResults(t *testing.T) {
	for _, e := range All() {
		pills, scrubs := 0, 0
		for _, b := range e.Blocks {
			for _, r := range b.Runs {
				switch r.Kind {
				case lesson.Pill:
					pills++
				case lesson.Scrub:
					scrubs++
				}
			}
			if n := len(lesson.Plain(b.Runs)); n > 900 {
				t.Errorf("%s, line %d: a paragraph of %d characters", e.Key, b.Line, n)
			}
		}
		if pills < 5 || scrubs < 1 {
			t.Errorf("%s has %d results and %d numbers to set", e.Key, pills, scrubs)
		}
	}
}

// right are the answers that are right, or for numbers one that is; all else that can be chosen is wrong. They were found by
// running each experiment with the command line. In every language they are called as in English.
var right = map[string][]quiz.Answer{
	"the-loop": {{Choice: `$\eta$ = 0.2`}, {Number: 2.407}, {}},
	"learning-rate": {{Choice: `$\eta$ = 0.0195`}, {Number: 269},
		{Choice: "It leaves the narrow one for the wide one, which is deeper"}},
	"batches":  {{Choice: "32 examples"}, {Choice: "It is about ten times as high"}, {Number: 0.33}},
	"momentum": {{Choice: `$\beta$ = 0.67`}, {At: surfaces.Point{X: 0.92}}, {Choice: "It runs round three points for ever"}},
	"adam-and-friends": {{Choice: "More than a thousand"}, {Choice: "Adam, at about step 165"},
		{Choice: "It is thrown out again, to a loss above 0.1"}},
	"schedules": {{Choice: "The cosine from 0.16 to 0"}, {Choice: "5 steps"}, {Choice: "A cosine does it"}},
	"minima-and-saddles": {{Choice: "It stays at the saddle"},
		{At: surfaces.Point{X: 0.3, Y: 0.3}}, {Choice: "About twice as many"}},
	"divergence":           {{Choice: "0.0201"}, {Number: 24}, {Choice: "Normalised inputs"}},
	"edge-of-stability":    {{Choice: "Just under 50, the new limit"}, {Number: 531}, {Choice: `$\eta$ = 0.2`}},
	"practical-tips":       {{Choice: "Normalised inputs"}, {Choice: "Adam at 0.1"}, {Number: 1}},
	"seven-misconceptions": {{Choice: "It settles all the same, before plain descent"}, {Number: 71}, {At: surfaces.Point{X: 2.5}}},
}

// TestAnswers: what is right is right by computation, and what is wrong is wrong.
func TestAnswers(t *testing.T) {
	lengthy.Test(t)
	each(t, answers)
}

func answers(t *testing.T) {
	b := measure.NewBench(256)
	for _, e := range All() {
		if right[e.Key] == nil {
			continue // a lesson that came later: that one answer is right is held by TestAllIsTrue
		}
		if len(right[e.Key]) != len(e.Questions) {
			t.Errorf("%s has %d questions, and %d answers are known", e.Key, len(e.Questions), len(right[e.Key]))
			continue
		}
		for i, q := range e.Questions {
			s, err := q.Solve(context.Background(), b)
			if err != nil {
				t.Errorf("%s, question %d: %v", e.Key, i+1, err)
				continue
			}
			good := right[e.Key][i]
			if q.Kind == quiz.Sketch {
				good.Path = thinned(s.Path)
			}
			if v, err := q.Judge(s, good); err != nil || !v.Right {
				t.Errorf("%s, question %d: %+v is %+v, %v", e.Key, i+1, good, v, err)
			}
			for _, bad := range wrong(q, s, good) {
				if v, err := q.Judge(s, bad); err != nil || v.Right {
					t.Errorf("%s, question %d: %+v is %+v, %v", e.Key, i+1, bad, v, err)
				}
			}
		}
	}
}

// thinned is a sketch of a path.
func thinned(path []surfaces.Point) (list []surfaces.Point) {
	for i := 0; i < len(path); i += 1 + len(path)/40 {
		list = append(list, path[i])
	}
	return append(list, path[len(path)-1])
}

// wrong are answers that are not right.
func wrong(q *quiz.Question, s quiz.Solution, good quiz.Answer) (list []quiz.Answer) {
	switch q.Kind {
	case quiz.Number, quiz.Mark:
		return []quiz.Answer{{Number: good.Number*2 + 5}, {Number: -good.Number - 5}, {Number: good.Number*0.5 - 5}}
	case quiz.Basin:
		for _, p := range s.Places {
			if p.Name != s.Place.Name {
				list = append(list, quiz.Answer{At: p.At})
			}
		}
		return list
	case quiz.Sketch:
		h := q.Doc.Home
		return []quiz.Answer{{Path: []surfaces.Point{{X: h.X0, Y: h.Y1}, {X: h.X1, Y: h.Y0}}}}
	}
	for _, o := range q.Options {
		if o.Key != good.Choice {
			list = append(list, quiz.Answer{Choice: o.Key})
		}
	}
	return list
}

// TestClaimsOfAnswersAgreeWithTheGallery: an answer that is a claim is right exactly if the gallery's own checker finds so.
func TestClaimsOfAnswersAgreeWithTheGallery(t *testing.T) {
	lengthy.Test(t)
	b := measure.NewBench(256)
	for _, e := range All() {
		for i, q := range e.Questions {
			if q.Kind != quiz.Which {
				continue
			}
			var claims []claim.Claim
			for _, o := range q.Options {
				claims = append(claims, o.Claim)
			}
			results, err := claim.Check(context.Background(), q.Doc, q.Names, claims)
			if err != nil {
				t.Fatal(err)
			}
			s, err := q.Solve(context.Background(), b)
			if err != nil {
				t.Fatal(err)
			}
			for k, r := range results {
				if r.OK != s.Right[k] {
					t.Errorf("%s, question %d: %s: %s", e.Key, i+1, r.Claim.Text, r.Found)
				}
			}
		}
	}
}

// TestScrubsEditTheLab: every number that can be scrubbed sets the document of a lab on its experiment, and is undone.
func TestScrubsEditTheLab(t *testing.T) { each(t, scrubsEditTheLab) }

func scrubsEditTheLab(t *testing.T) {
	for _, e := range All() {
		for _, b := range e.Blocks {
			for _, r := range b.Runs {
				if r.Kind != lesson.Scrub {
					continue
				}
				scrubs(t, e, r)
			}
		}
	}
}

func scrubs(t *testing.T, e Entry, r lesson.Run) {
	of := lab.New(e.Scene(r.Scene).Doc, func(func()) {})
	defer of.Close()
	value := func() float64 {
		doc := of.State().Doc
		v, err := r.Field.Get(&doc)
		if err != nil {
			t.Fatalf("%s, line %d: %v", e.Key, r.Line, err)
		}
		return v
	}
	was := value()
	k, err := r.Field.Knob(&e.Scene(r.Scene).Doc)
	if err != nil {
		t.Fatal(err)
	}
	to := k.OnSlider(k.SliderPlace(was) + 0.01)
	if to == was {
		to = was + 1
	}
	doc := of.State().Doc.Clone()
	if err := r.Field.Set(&doc, to); err != nil {
		t.Errorf("%s, line %d: %s = %v: %v", e.Key, r.Line, r.Field, to, err)
		return
	}
	if err := of.Edit("scrub", func(d *setup.Experiment) { *d = doc }); err != nil || value() == was {
		t.Errorf("%s, line %d: %s is %v still, %v", e.Key, r.Line, r.Field, value(), err)
	}
	of.Undo()
	if value() != was {
		t.Errorf("%s, line %d: undone, %s is %v", e.Key, r.Line, r.Field, value())
	}
}

// TestEveryExperimentIsThere: the list beside a lesson begins with what its text is about, somewhere.
func TestEveryExperimentIsThere(t *testing.T) {
	for _, e := range All() {
		for _, key := range e.Experiments {
			if e.Scene(key) == nil {
				t.Errorf("%s: %s", e.Key, key)
			}
		}
		if !slices.ContainsFunc(e.Blocks, func(b lesson.Block) bool { return b.Kind == lesson.Experiment }) {
			t.Errorf("%s shows no experiment", e.Key)
		}
	}
}
