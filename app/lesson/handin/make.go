package handin

import (
	"context"
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
)

// New is an empty hand-in for a lesson.
func New(l *lesson.Lesson, student string) HandIn {
	return HandIn{Student: student, Lesson: l.Title, Hash: l.Hash}
}

// Answer puts an answer to a question, counted from 1, in the place of one that was given before, and says what it is worth.
func (h *HandIn) Answer(
	ctx context.Context, l *lesson.Lesson, b *measure.Bench, question int, a quiz.Answer,
) (quiz.Verdict, error) {
	if question < 1 || question > len(l.Questions) {
		return quiz.Verdict{}, words.Errorf("the lesson has no question %d", question)
	}
	q := l.Questions[question-1]
	s, err := q.Solve(ctx, b)
	if err != nil {
		return quiz.Verdict{}, err
	}
	v, err := q.Judge(s, a)
	if err != nil {
		return v, err
	}
	given := Answer{question, q.Kind, a, v.Right}
	for i := range h.Answers {
		if h.Answers[i].Question == question {
			h.Answers[i] = given
			return v, nil
		}
	}
	h.Answers = append(h.Answers, given)
	return v, nil
}

// Run adds an experiment of the student's own, with a sentence.
func (h *HandIn) Run(ctx context.Context, b *measure.Bench, said string, doc setup.Experiment) error {
	results, err := results(ctx, b, doc)
	if err == nil {
		h.Runs = append(h.Runs, Run{said, doc, results})
	}
	return err
}

// results are how the racers of an experiment end.
func results(ctx context.Context, b *measure.Bench, doc setup.Experiment) ([]Result, error) {
	run, err := b.Run(ctx, doc, lab.WantSeen)
	if err != nil {
		return nil, err
	}
	list := make([]Result, len(doc.Racers))
	for i, s := range run.Standings(doc.Steps) {
		r := run.Tape.Runs[i]
		list[i] = Result{r.Loss(r.Steps), s.Settled, r.Verdict.Key()}
	}
	return list, nil
}

// alike tells whether two results are the same. The last digits of a loss may be others on another machine, which may fuse a
// multiplication with an addition, and with them the step.
func (r Result) alike(o Result) bool {
	const digits = 1e-6
	beyond := func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }
	same := math.Abs(r.Loss-o.Loss) <= digits*math.Max(math.Abs(r.Loss), math.Abs(o.Loss))+1e-15
	return (same || beyond(r.Loss) && beyond(o.Loss)) && r.Settled-o.Settled <= 1 && o.Settled-r.Settled <= 1 && r.Ended == o.Ended
}
