package curve

import (
	"context"
	"math"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
)

// bowl is the curve of the catalogue whose limit is 2/0.3.
func bowl(t *testing.T) *Curve {
	t.Helper()
	s, err := Find("bowl")
	if err != nil {
		t.Fatal(err)
	}
	return s.Curve()
}

// started is a run of a racer on a curve.
func started(t *testing.T, c *Curve, racer string, start float64) *Run {
	t.Helper()
	spec, err := optim.ParseSpec(racer)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Start(Racer{Spec: spec}, start, 100)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBowl(t *testing.T) {
	c := bowl(t)
	if len(c.Minima) != 1 || math.Abs(c.Minima[0].At-4) > 1e-9 || c.Minima[0].Loss != 0.5 || c.Minima[0].Name != "A" {
		t.Errorf("minima %+v", c.Minima)
	}
	if limit, is := c.LimitAt(-3); !is || math.Abs(limit-2/0.3) > 1e-12 {
		t.Errorf("limit %v, %v", limit, is)
	}
	if bend, is := c.Parabola(); !is || math.Abs(bend-0.3) > 1e-12 {
		t.Errorf("second derivative %v, %v", bend, is)
	}
	if top := c.Top(-3); top != 8 {
		t.Errorf("slider up to %v", top)
	}
	if got := c.Rates(-3); got != [3]float64{0.3, 6, 7} {
		t.Errorf("rates %v", got)
	}
	if p := c.At(2.165); math.Abs(p.Slope+0.5505) > 1e-9 || math.Abs(p.Bend-0.3) > 1e-12 {
		t.Errorf("%+v", p)
	}
}

// TestThreeRates: the counts are those of (1 - 0.3 eta)^n * 7 < 0.01.
func TestThreeRates(t *testing.T) {
	trials, err := bowl(t).Try(Descent(1), -3, 0.3, 6, 7, 2/0.3+1e-6, 1/0.3)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		fate  Fate
		steps int
	}{{Crawls, 70}, {Leaps, 30}, {Explodes, -1}} {
		if got := trials[i]; got.Fate != want.fate || got.Steps != want.steps {
			t.Errorf("eta %v: %v in %d steps, want %v in %d", got.Eta, got.Fate, got.Steps, want.fate, want.steps)
		}
	}
	if trials[3].Steps != -1 {
		t.Errorf("above the limit it arrives in %d steps", trials[3].Steps)
	}
	if trials[4].Steps != 1 {
		t.Errorf("eta 1/L'' takes %d steps", trials[4].Steps)
	}
	if got := trials[0].Count() + ", " + trials[2].Count(); got != "70 steps, never" {
		t.Error(got)
	}
}

// TestRunIsThatOfARace: step by step it is, to the last bit, what the recorder of races gives.
func TestRunIsThatOfARace(t *testing.T) {
	for _, s := range Shapes() {
		c := s.Curve()
		for _, m := range optim.Methods() {
			r := started(t, c, m.Key, s.Start)
			e := race.Entrant{Spec: r.Racer.Spec, Start: []float64{s.Start}}
			tape, err := race.Record(context.Background(), c.Objective, []race.Entrant{e}, 100)
			if err != nil {
				t.Fatal(err)
			}
			last := tape.Runs[0].Steps
			if tape.Runs[0].Verdict.Kind == race.Stopped {
				last-- // of a step that could not be made there is no row
			}
			for i := range last + 1 {
				if row, want := r.At(i), tape.Runs[0].X(i)[0]; row.Step != i || row.W != want || row.Loss != tape.Runs[0].Loss(i) {
					t.Errorf("%s, %s, step %d: w %v, want %v", s.Key, m.Key, i, row.W, want)
					break
				}
			}
		}
	}
}

func TestSolvedByHand(t *testing.T) {
	r := started(t, bowl(t), "sgd lr=6", -3)
	w := -3.0
	for i := range 20 {
		slope := 0.3 * (w - 4)
		row := r.At(i)
		for _, n := range [][2]float64{{row.W, w}, {row.Loss, 0.15*(w-4)*(w-4) + 0.5}, {row.Slope, slope}, {row.Scaled, 6 * slope},
			{row.New, w - 6*slope}, {row.Move(), 6 * slope}} {
			if math.Abs(n[0]-n[1]) > 1e-12 {
				t.Fatalf("step %d: %+v; %v, want %v", i, row, n[0], n[1])
			}
		}
		w -= 6 * slope
	}
}

// TestPastAllNumbers: held on, 7.0 comes to an infinite loss, then to an infinite w, then to NaN, and stays there.
func TestPastAllNumbers(t *testing.T) {
	c := bowl(t)
	r := started(t, c, "sgd lr=7", -3)
	lossIs, wIs, nan := -1, -1, -1
	for i := 0; nan < 0; i++ {
		row := r.At(i)
		switch {
		case math.IsNaN(row.W):
			nan = i
		case math.IsInf(row.W, 0) && wIs < 0:
			wIs = i
		case math.IsInf(row.Loss, 1) && lossIs < 0:
			lossIs = i
		}
	}
	if lossIs < 3000 || lossIs >= wIs || wIs >= nan {
		t.Errorf("loss infinite at %d, w at %d, NaN at %d", lossIs, wIs, nan)
	}
	if row := r.At(nan + 100); row.Step != nan+100 || !math.IsNaN(row.New) {
		t.Errorf("afterwards %+v", row)
	}
	for step, says := range map[int]string{
		nan: "NaN that people meet in training", lossIs: "the largest number there is", 5: "1 − 0.3 η = −1.1",
	} {
		if got := c.Insight(r, step).String(); !strings.Contains(got, says) {
			t.Errorf("step %d: %s", step, got)
		}
	}
	if v := r.Verdict(nan); v.Kind != race.Diverged || v.Step > 300 {
		t.Errorf("verdict %v", v)
	}
}

// TestWhyBeyondNumbers: what is said of an infinite w, or of none, is how this run came to it.
func TestWhyBeyondNumbers(t *testing.T) {
	for _, c := range []struct {
		formula, racer string
		start          float64
		step           int
		want           string
	}{
		{"sqrt(w)", "sgd lr=1", 1, 2, "The curve has no value at w = −0.2071"},
		{"sqrt(w)", "sgd lr=1", 1, 3, "no slope at w = −0.2071, so that the step from there is no number: w is NaN"},
		{"sqrt(w)", "sgd lr=1", 1, 9, "no slope at w = −0.2071, so that the step"},
		{"log(w)", "sgd lr=1", -1, 4, "The curve has no slope at w = −1"},
		{"log(w)", "sgd lr=1", 1, 2, "infinite at w = 0, and so is w after the step from there. The curve has no slope there"},
		{"log(w)", "sgd lr=1", 1, 3, "The curve has no slope at w = −∞"},
		{"1/w", "sgd lr=1", 0, 1, "The slope is infinite at w = 0, and so is w after the step from there. Where the slope is 0"},
		{"1/w", "sgd lr=1", 0, 40, "The slope is infinite at w = 0"},
		{"0.5*w^2", "sgd lr=1e200", 1e9, 2, "passed the largest number there is, 1.8e308, and is infinite. One more step is inf"},
		{"0.5*w^2", "sgd lr=1e200", 1e9, 3, "Infinity minus infinity is no number: w is NaN"},
	} {
		curve, err := New(c.formula)
		if err != nil {
			t.Fatal(err)
		}
		if got := curve.Insight(started(t, curve, c.racer, c.start), c.step).String(); !strings.Contains(got, c.want) {
			t.Errorf("%s from %v, step %d: %s; want %s", c.formula, c.start, c.step, got, c.want)
		}
	}
}

func TestInsight(t *testing.T) {
	for _, c := range []struct {
		curve, racer string
		start        float64
		want         string
	}{
		{"bowl", "sgd lr=6", -3, "Every step multiplies the distance to the minimum by 1 − 0.3 η = −0.8: " +
			"it lands on the other side, nearer by a fifth."},
		{"bowl", "sgd lr=0.3", -3, "Every step multiplies the distance to the minimum by 1 − 0.3 η = 0.91: " +
			"it creeps up on it from one side, nearer by 9.0 %."},
		{"bowl", "sgd lr=7", -3, "= −1.1: it lands on the other side, farther by a tenth: each bounce is bigger than the last."},
		{"bowl", "sgd lr=3.3333333333333335", -3, "= 0: it lands on the minimum at once."},
		{"bowl", "sgd lr=6.666666666666667", -3, "as far away as before, for ever."},
		{"bowl", "sgd lr=6", 4, "The slope is 0, and so is the step"},
		{"bowl", "sgd lr=6 momentum=0.9", -3, "SGD steps here as plain gradient descent would"},
		{"bowl", "adam lr=0.1", -3, "Adam makes a step of 0.10000: 0.4762 times as long as η · slope."},
		{"two_wells", "sgd lr=1.5", -2.5, "This step leaps out of the valley of B into that of A"},
		{"plateau", "sgd lr=0.7", -4, "it crawls, for the slope all but vanishes here"},
	} {
		s, err := Find(c.curve)
		if err != nil {
			t.Fatal(err)
		}
		r := started(t, s.Curve(), c.racer, c.start)
		if got := s.Curve().Insight(r, 0).String(); !strings.Contains(got, c.want) {
			t.Errorf("%s on %s from %v:\n got %s\nwant %s", c.racer, c.curve, c.start, got, c.want)
		}
	}
}

func TestSentenceHasRoles(t *testing.T) {
	c := bowl(t)
	s := c.Insight(started(t, c, "sgd lr=6", -3), 0)
	eta, bold := false, false
	for _, span := range s {
		eta = eta || span == Span{Text: "η", Role: Rate}
		bold = bold || span == Span{Text: "−0.8", Bold: true}
	}
	if !eta || !bold {
		t.Errorf("%+v", s)
	}
}

// TestQuestions: the answers marked right are right by the runs themselves.
func TestQuestions(t *testing.T) {
	d := Default()
	l, err := NewLab(d)
	if err != nil {
		t.Fatal(err)
	}
	s := l.State()
	list := s.Curve.Questions(s.Doc, s.Trials)
	if len(list) != 3 {
		t.Fatalf("%d questions", len(list))
	}
	one := list[0]
	if one.Choices[one.Right].Text != "3.33" || one.Choices[0].Text != "2.00" || one.Choices[2].Text != "6.67" {
		t.Errorf("%+v", one)
	}
	for i, choice := range one.Choices {
		end := started(t, s.Curve, Descent(choice.Eta).String(), d.Start).At(0).New
		if arrives := math.Abs(end-4) < 1e-9; arrives != (i == one.Right) {
			t.Errorf("eta %v leads to %v", choice.Eta, end)
		}
	}
	if got := list[1].Choices[list[1].Right].Text; got != "70" {
		t.Errorf("steps %s", got)
	}
	if got := list[2].Choices[list[2].Right].Text; got != "6.67" {
		t.Errorf("limit %s", got)
	}
}

func TestEveryShape(t *testing.T) {
	for _, s := range Shapes() {
		c := s.Curve()
		if len(c.Minima) == 0 || s.Start < s.Home.X0 || s.Start > s.Home.X1 {
			t.Errorf("%s: %d minima, start %v", s.Key, len(c.Minima), s.Start)
		}
		if l := c.Loss(s.Start); l > s.Home.Y1 || l < s.Home.Y0 || c.Minima[0].Loss < s.Home.Y0 {
			t.Errorf("%s: losses %v and %v outside of %v", s.Key, l, c.Minima[0].Loss, s.Home)
		}
		for _, m := range c.Minima {
			if d := 1e-4; c.Loss(m.At-d) < m.Loss || c.Loss(m.At+d) < m.Loss {
				t.Errorf("%s: %+v is no minimum", s.Key, m)
			}
		}
	}
	if s, _ := Find("two_wells"); len(s.Curve().Minima) != 2 {
		t.Error("two wells have two minima")
	}
	if _, err := Find("bowll"); err == nil || !strings.Contains(err.Error(), `did you mean "bowl"`) {
		t.Error(err)
	}
}
