// Package recording makes lessons out of what somebody does: each step is an experiment as it stands, with a sentence; questions
// and claims can be marked, and must be true. It is written as one Markdown file with the experiments inside.
package recording

import (
	"context"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
)

// A Recording is a lesson in the making.
type Recording struct {
	Title string
	About string // in a few words
	Steps []Step
}

// A Step is an experiment, with what is said of it.
type Step struct {
	Said      string
	Doc       setup.Experiment
	Claims    []string // as package claim reads them
	Questions []string // as package quiz writes them
}

// What a recording may hold.
const (
	MaxSteps = 200
	maxSaid  = 2000 // characters
)

// Add records a step.
func (r *Recording) Add(said string, doc setup.Experiment) error {
	if len(r.Steps) >= MaxSteps {
		return words.Errorf("a lesson has at most %d steps", MaxSteps)
	}
	if err := doc.Check(); err != nil {
		return err
	}
	if said = Tidy(said); utf8.RuneCountInString(said) > maxSaid {
		return words.Errorf("a step is told in at most %d characters", maxSaid)
	}
	r.Steps = append(r.Steps, Step{Said: said, Doc: doc.Clone()})
	return nil
}

// Tidy is a text in one line, without what no paragraph can hold.
func Tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return strings.Join(strings.Fields(text), " ")
}

// key is what a step's experiment is called, counted from 0.
func key(step int) string { return "step-" + strconv.Itoa(step+1) }

// check says that there is no such step.
func (r *Recording) check(step int) error {
	if step < 0 || step >= len(r.Steps) {
		return words.Errorf("there is no step %d; the lesson has %d", step+1, len(r.Steps))
	}
	return nil
}

// Claim marks a sentence about a step, which must be true.
func (r *Recording) Claim(ctx context.Context, b *measure.Bench, step int, text string) error {
	if err := r.check(step); err != nil {
		return err
	}
	doc, text := r.Steps[step].Doc, Tidy(text)
	c, err := claim.Parse(text, doc.Names())
	if err != nil {
		return err
	}
	result, err := b.Claim(ctx, doc, doc.Names(), c)
	if err != nil {
		return err
	}
	if !result.OK {
		return words.Errorf("not true: %s; %s", text, result.Found)
	}
	r.Steps[step].Claims = append(r.Steps[step].Claims, text)
	return nil
}

// Ask marks a question about a step, of which one answer must be right. Its lines are those that package quiz reads.
func (r *Recording) Ask(ctx context.Context, b *measure.Bench, step int, text string) error {
	if err := r.check(step); err != nil {
		return err
	}
	q, fault := quiz.Parse(text, key(step), r.find)
	if fault != nil {
		return fault
	}
	if err := q.Check(ctx, b); err != nil {
		return err
	}
	r.Steps[step].Questions = append(r.Steps[step].Questions, q.Text())
	return nil
}

// find is the experiment of a step by its key.
func (r *Recording) find(name string) (setup.Experiment, []string, error) {
	for i, s := range r.Steps {
		if key(i) == name {
			return s.Doc, s.Doc.Names(), nil
		}
	}
	return setup.Experiment{}, nil, words.Errorf("there is no experiment %q; the steps are step-1 to %s", name, key(len(r.Steps)-1))
}

// From is the recording that a lesson was written from. The error says what of the lesson no recording has.
func From(l *lesson.Lesson) (Recording, error) {
	if len(l.Problems) > 0 {
		p := l.Problems[0]
		return Recording{}, words.Errorf("line %d: %s", p.Line, p.Text)
	}
	r := Recording{Title: l.Title, About: l.About}
	for _, b := range l.Blocks {
		if err := r.take(l, b); err != nil {
			return Recording{}, words.Errorf("line %d: %w", b.Line, err)
		}
	}
	return r, nil
}

// take takes in a block of a lesson.
func (r *Recording) take(l *lesson.Lesson, b lesson.Block) error {
	if b.Kind == lesson.Experiment {
		if b.Scene != key(len(r.Steps)) {
			return words.Errorf("the next step would be %s; this is %s", key(len(r.Steps)), b.Scene)
		}
		r.Steps = append(r.Steps, Step{Doc: l.Scene(b.Scene).Doc})
		return nil
	}
	if len(r.Steps) == 0 {
		return words.Errorf("a recorded lesson begins with its first step")
	}
	s := &r.Steps[len(r.Steps)-1]
	switch {
	case b.Kind == lesson.Claims:
		for _, c := range b.Claims {
			s.Claims = append(s.Claims, c.Text)
		}
	case b.Kind == lesson.Question:
		s.Questions = append(s.Questions, b.Question.Text())
	case b.Kind == lesson.Paragraph && s.Said == "" && len(b.Runs) == 1 && b.Runs[0].Kind == lesson.Words:
		s.Said = b.Runs[0].Text
	default:
		return words.Errorf("a recorded step has one sentence, claims and questions")
	}
	return nil
}
