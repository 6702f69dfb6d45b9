package curve

import (
	"math"
	"slices"

	"descentlab/app/words"
	"descentlab/internal/geom"
)

// A Question is to be guessed at before it is seen. Its answer is computed from the curve.
type Question struct {
	Text    Sentence
	Choices []Choice
	Right   int    // of Choices
	Why     string // the reason, once it is answered
}

// A Choice is an answer that can be tried.
type Choice struct {
	Text string
	Eta  float64 // the rate with which to see what comes of it
}

// Questions are those about the run of a racer from a start that the curve has an answer to.
func (c *Curve) Questions(d Document, trials []Trial) []Question {
	if c.Noise() > 0 {
		return nil // where a step leads is chance
	}
	var list []Question
	for _, ask := range []func(Document, []Trial) (Question, bool){c.askOneStep, askSteps, c.askLimit} {
		if q, is := ask(d, trials); is {
			list = append(list, q)
		}
	}
	return list
}

// askOneStep asks which rate leads to the minimum at once.
func (c *Curve) askOneStep(d Document, _ []Trial) (Question, bool) {
	m, is := c.Below(d.Start)
	slope := c.slope(d.Start)
	exact := (d.Start - m.At) / slope
	if !is || slope == 0 || !geom.Finite(exact) || exact <= 0 || !d.Racers[0].Plain() {
		return Question{}, false
	}
	q := Question{
		Text: sentence("Guess first: from %s, at which %s is the minimum reached in a single step?",
			in(Weight, "w = "+brief(d.Start)), in(Rate, "η")),
		Why: words.T("The distance to the minimum is %s and the slope %s: η must be %s.",
			Number(math.Abs(m.At-d.Start)), Number(math.Abs(slope)), Number(exact)),
	}
	for _, k := range []float64{0.6, 1, 2} {
		q.Choices = append(q.Choices, Choice{words.ShortTo(exact*k, 3), exact * k})
	}
	q.Right = 1
	return q, distinct(q)
}

// askSteps asks how many steps the slow rate takes.
func askSteps(_ Document, trials []Trial) (Question, bool) {
	i := slices.IndexFunc(trials, func(t Trial) bool { return t.Steps > 8 })
	if i < 0 {
		return Question{}, false
	}
	n := trials[i].Steps
	q := Question{
		Text: sentence("Guess first: with %s, how many steps until it is within %s of the minimum?",
			in(Rate, "η = "+brief(trials[i].Eta)), words.Digits(Close, 2)),
		Why: words.T("Counted: %s.", words.Steps(n)),
	}
	for _, k := range []int{n / 4, n, 4 * n} {
		q.Choices = append(q.Choices, Choice{minus(words.Large(k)), trials[i].Eta})
	}
	q.Right = 1
	return q, distinct(q)
}

// askLimit asks from which rate on it explodes.
func (c *Curve) askLimit(d Document, _ []Trial) (Question, bool) {
	limit, is := c.LimitAt(d.Start)
	if _, regular := c.Parabola(); !is || !regular || !d.Racers[0].Plain() {
		return Question{}, false
	}
	q := Question{
		Text: sentence("Guess first: above which %s does each bounce get bigger?", in(Rate, "η")),
		Why:  words.T("Beyond 2 divided by the curvature, %s, a step overshoots by more than the distance.", Number(limit)),
	}
	for _, k := range []float64{0.25, 0.5, 1} {
		q.Choices = append(q.Choices, Choice{words.ShortTo(limit*k, 3), limit * k})
	}
	q.Right = 2
	return q, distinct(q)
}

// distinct tells whether all choices read differently.
func distinct(q Question) bool {
	for i, c := range q.Choices {
		for _, o := range q.Choices[:i] {
			if o.Text == c.Text {
				return false
			}
		}
	}
	return true
}
