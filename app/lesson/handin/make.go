package handin

import (
	"context"
	"encoding/json"
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
	"descentlab/internal/geom"
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

// Fits says why a run cannot be handed in beside others: they would be too many, or too long together, or there is nothing in it.
func Fits(runs []Run, doc setup.Experiment) error {
	updates := doc.Steps * len(doc.Racers)
	for _, r := range runs {
		updates += r.Doc.Steps * len(r.Doc.Racers)
	}
	switch {
	case len(runs) >= MaxRuns:
		return words.Errorf("a hand-in has at most %d runs", MaxRuns)
	case len(doc.Racers) == 0:
		return words.Errorf("the experiment has no racer, so there is no run to hand in")
	case updates > maxUpdates:
		return words.Errorf("the runs of a hand-in have at most %d steps of all racers together; with this one it would be %d",
			maxUpdates, updates)
	}
	return nil
}

// File is the hand-in as the text of its file, which can be marked. The error is what would keep it from that.
func (h HandIn) File() ([]byte, error) {
	text, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return nil, err
	}
	text = append(text, '\n')
	if len(text) > setup.MaxFileSize {
		return nil, words.Errorf("the hand-in would be larger than %d MiB: hand in fewer runs, or runs with less data",
			setup.MaxFileSize>>20)
	}
	var f handInFile
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, err
	}
	return text, f.CheckFile()
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
// multiplication with an addition, and with them the step. What is beyond the numbers is like no number, and never like no step.
func (r Result) alike(o Result) bool {
	const digits = 1e-6
	same := geom.Finite(r.Loss) == geom.Finite(o.Loss)
	if same && geom.Finite(r.Loss) {
		same = math.Abs(r.Loss-o.Loss) <= digits*math.Max(math.Abs(r.Loss), math.Abs(o.Loss))+1e-15
	}
	step := (r.Settled < 0) == (o.Settled < 0) && r.Settled-o.Settled <= 1 && o.Settled-r.Settled <= 1
	return same && step && r.Ended == o.Ended
}
