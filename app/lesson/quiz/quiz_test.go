package quiz

import (
	"context"
	"math"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/optim"
	"descentlab/surfaces"
)

// find knows one experiment: two racers on Himmelblau's function, of which the first settles and the second diverges.
func find(key string) (setup.Experiment, []string, error) {
	doc := setup.Default()
	if key != "two" {
		return doc, nil, surfacesError(key)
	}
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		return doc, nil, err
	}
	doc.SetSurface(s)
	doc.Start, doc.Steps, doc.Racers = surfaces.Point{X: 0, Y: 0}, 100, nil
	for i, text := range []string{"sgd lr=0.01", "sgd lr=0.1"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			return doc, nil, err
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	return doc, []string{"slow", "fast"}, nil
}

type surfacesError string

func (e surfacesError) Error() string { return "no experiment " + string(e) }

// parse reads a question that must be right.
func parse(t *testing.T, text string) *Question {
	t.Helper()
	q, fault := Parse(text, "two", find)
	if fault != nil {
		t.Fatalf("%v\n%s", fault, text)
	}
	return &q
}

// judge computes a question and compares an answer.
func judge(t *testing.T, q *Question, a Answer) Verdict {
	t.Helper()
	s, err := q.Solve(context.Background(), measure.NewBench(8))
	if err != nil {
		t.Fatal(err)
	}
	v, err := q.Judge(s, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestChoosing(t *testing.T) {
	const options = "\n- 0.001 | racer.lr=0.001\n- 0.01 | racer.lr=0.01\n- 0.05 | racer.lr=0.05"
	for text, want := range map[string]string{
		"ask: Which?\nleast: loss of slow" + options:                                                             "0.01",
		"ask: Which?\nmost: loss of slow at step 1" + options:                                                    "0.001",
		"ask: Which?\nleast: steps of slow" + options:                                                            "0.01",
		"ask: Which?\nwhich:\n- a | racer fast: settles\n- b | racer fast: diverged\n- c | racer slow: diverged": "b",
	} {
		q := parse(t, text)
		if err := q.Check(context.Background(), measure.NewBench(8)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		for _, o := range q.Options {
			v := judge(t, q, Answer{Choice: o.Label})
			if v.Right != (o.Label == want) || v.Said == "" {
				t.Errorf("%s: %s is %v: %q", text, o.Label, v.Right, v.Said)
			}
		}
		again := parse(t, q.Text())
		if again.Text() != q.Text() {
			t.Errorf("written, it reads back as another one:\n%s\n%s", q.Text(), again.Text())
		}
	}
	q := parse(t, "ask: Which?\nleast: loss of slow"+options)
	if _, err := q.Judge(Solution{Right: []bool{true, false, false}}, Answer{Choice: "0.02"}); err == nil {
		t.Error("an answer that is not offered is judged")
	}
}

func TestNumbers(t *testing.T) {
	percent := parse(t, "ask: How far?\nnumber: loss of slow at step 0\nwithin: 10 %") // 170
	for v, right := range map[float64]bool{170: true, 153: true, 187: true, 150: false, 190: false, -170: false} {
		if got := judge(t, percent, Answer{Number: v}); got.Right != right || got.Gap != math.Abs(v-170) {
			t.Errorf("%v: %+v, want %v", v, got, right)
		}
	}
	exact := parse(t, "ask: How many?\nnumber: limit of A\nwithin: 0")
	s, err := exact.Solve(context.Background(), measure.NewBench(8))
	if err != nil {
		t.Fatal(err)
	}
	if got := judge(t, exact, Answer{Number: s.Number}); !got.Right {
		t.Errorf("the number itself is %+v", got)
	}
	if got := judge(t, exact, Answer{Number: s.Number * 1.01}); got.Right {
		t.Errorf("another number is %+v", got)
	}
	if _, err := exact.Judge(s, Answer{Number: math.NaN()}); err == nil {
		t.Error("NaN is judged")
	}
}

func TestMarkOfDivergence(t *testing.T) {
	q := parse(t, "ask: When?\nmark: fast\nwithin: 1")
	s, err := q.Solve(context.Background(), measure.NewBench(8))
	if err != nil || s.Number < 2 || s.Number > 20 {
		t.Fatalf("%v, %v", s.Number, err)
	}
	for off, right := range map[float64]bool{0: true, 1: true, -1: true, 2: false, -2: false} {
		if got := judge(t, q, Answer{Number: s.Number + off}); got.Right != right {
			t.Errorf("%v off: %+v", off, got)
		}
	}
	if err := parse(t, "ask: When?\nmark: slow").Check(context.Background(), measure.NewBench(8)); err == nil {
		t.Error("a run that never breaks off can be asked about")
	}
}

func TestBasins(t *testing.T) {
	q := parse(t, "ask: Where?\nbasin: slow")
	s, err := q.Solve(context.Background(), measure.NewBench(8))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.Places {
		near := surfaces.Point{X: p.At.X + 0.3, Y: p.At.Y - 0.3}
		if got := judge(t, q, Answer{At: near}); got.Right != (p.Name == s.Place.Name) {
			t.Errorf("near %s: %+v", p.Name, got)
		}
	}
	if len(s.Places) != 4 || s.Place.Name == "" {
		t.Errorf("%d minima, settled at %q", len(s.Places), s.Place.Name)
	}
	if err := parse(t, "ask: Where?\nbasin: fast").Check(context.Background(), measure.NewBench(8)); err == nil {
		t.Error("a run that diverges has a basin")
	}
	if _, err := q.Judge(s, Answer{At: surfaces.Point{X: math.Inf(1)}}); err == nil {
		t.Error("a place that is none is judged")
	}
}

func TestSketches(t *testing.T) {
	q := parse(t, "ask: Draw it.\nsketch: slow\nwithin: 3 %")
	s, err := q.Solve(context.Background(), measure.NewBench(8))
	if err != nil {
		t.Fatal(err)
	}
	start, end := s.Path[0], s.Path[len(s.Path)-1]
	var all []surfaces.Point // a scribble over the whole map
	for i := range 40 {
		all = append(all, surfaces.Point{X: -5 + 10*float64(i%2), Y: -5 + float64(i)/4})
	}
	for _, c := range []struct {
		name  string
		path  []surfaces.Point
		right bool
	}{
		{"the path itself", s.Path, true},
		{"a coarse one", []surfaces.Point{start, s.Path[3], s.Path[8], end}, true},
		{"a dot at the start", []surfaces.Point{start, {X: start.X + 0.01, Y: start.Y}}, false},
		{"the other way", []surfaces.Point{start, {X: -end.X, Y: -end.Y}}, false},
		{"a scribble", all, false},
	} {
		if got := judge(t, q, Answer{Path: c.path}); got.Right != c.right || got.Said == "" {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	for _, path := range [][]surfaces.Point{nil, {start}, make([]surfaces.Point, MaxPoints+1), {start, {X: math.NaN()}}} {
		if _, err := q.Judge(s, Answer{Path: path}); err == nil {
			t.Errorf("a line of %d points is judged", len(path))
		}
	}
}

// TestFaults: what is wrong is said with its line, and what would be right.
func TestFaults(t *testing.T) {
	const two = "\n- a | racer.lr=0.1\n- b | racer.lr=0.2"
	for _, c := range []struct {
		text string
		line int
		want string
	}{
		{"", 0, "a question is needed"},
		{"ask: Why?", 0, "what is asked for is needed"},
		{"ask: Why?\naks: x", 1, "did you mean ask?"},
		{"ask: Why?\nhello", 1, "a line begins with one of"},
		{"ask: Why?\nask: What?", 1, "given twice"},
		{"ask: Why?\nleast: loss of slow\nmost: loss of slow" + two, 2, "two questions"},
		{"ask: Why?\nof: three\nnumber: loss of slow", 1, "no experiment three"},
		{"ask: Why?\nwith: racer.lrr=1\nnumber: loss of slow", 1, `did you mean "lr"?`},
		{"ask: Why?\nnumber: loss of slwo", 1, "slow"},
		{"ask: Why?\nnumber: where slow is", 1, "a number is needed"},
		{"ask: Why?\nbasin: nobody", 1, "there are slow, fast"},
		{"ask: Why?\nbasin: slow" + two, 2, "no answers to choose from"},
		{"ask: Why?\nleast: loss of slow\n- a | racer.lr=0.1", 0, "2 to 12 answers"},
		{"ask: Why?\nleast: loss of slow\n- a\n- b | racer.lr=1", 2, "an answer is written as"},
		{"ask: Why?\nleast: loss of slow\n- a | racer.lr=1\n- a | racer.lr=2", 3, "a text of its own"},
		{"ask: Why?\nleast: loss of slow\n- a | racer.lr=1\n- b | racer.lr=-2", 3, "lr"},
		{"ask: Why?\nwhich: x\n- a | racer slow: settles\n- b | racer slow: diverged", 1, "takes no more"},
		{"ask: Why?\nwhich:\n- a | racer slow: flies\n- b | racer slow: diverged", 2, "needed here"},
		{"ask: Why?\nnumber: loss of slow\nwithin: a lot", 2, "how far off"},
		{"ask: Why?\nsketch: slow\nwithin: 3", 2, "how far off"},
		{"ask: Why?\nbasin: slow\nwithin: 3 %", 2, "right or wrong"},
	} {
		q, fault := Parse(c.text, "two", find)
		if fault == nil || fault.Line != c.line || !strings.Contains(fault.Error(), c.want) {
			t.Errorf("%q: %v, want %q in line %d (%v)", c.text, fault, c.want, c.line+1, q.Kind)
		}
	}
	if _, fault := Parse("ask: Why?\nnumber: loss of slow", "", find); fault == nil {
		t.Error("a question about nothing is taken")
	}
}

// TestQuestionsThatCannotBeAsked: of several right answers, or none.
func TestQuestionsThatCannotBeAsked(t *testing.T) {
	for _, text := range []string{
		"ask: Which?\nwhich:\n- a | racer slow: settles\n- b | racer fast: diverged",
		"ask: Which?\nwhich:\n- a | racer slow: diverged\n- b | racer fast: settles",
		"ask: Which?\nleast: loss of slow\n- a | racer2.lr=0.2\n- b | racer2.lr=0.3",
		"ask: How high?\nnumber: loss of slow at step 5000",
	} {
		if err := parse(t, text).Check(context.Background(), measure.NewBench(8)); err == nil {
			t.Errorf("can be asked: %s", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("ask: Which?\nleast: loss of slow\n- a | racer.lr=0.1\n- b | racer.lr=0.2\nwhy: so")
	f.Add("ask: Draw\nsketch: slow\nwithin: 3 %")
	f.Add("ask: Which?\nwhich:\n- a | racer slow: settles at A\n- b | with a = 2: racer slow: diverged")
	f.Fuzz(func(t *testing.T, text string) {
		q, fault := Parse(text, "two", find)
		if fault != nil {
			if fault.Line < 0 || fault.Line > strings.Count(text, "\n") || fault.Error() == "" {
				t.Fatalf("line %d: %v", fault.Line, fault)
			}
			return
		}
		again, fault := Parse(q.Text(), "two", find)
		if fault != nil || again.Text() != q.Text() {
			t.Fatalf("%v\n%q\n%q", fault, q.Text(), again.Text())
		}
	})
}
