// Package study is what a reader has done in a lesson: how far the text was read, what was answered, and which experiments were
// changed. A reader may read a lesson in another version, which has other questions: answers belong to a version.
package study

import (
	"context"
	"maps"
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
)

// A Study is of one lesson.
type Study struct {
	Lesson  *lesson.Lesson
	Answers []handin.Answer // the last one of each question that was answered
	Reached int             // the farthest block that was read, from 0
	Scroll  float64         // where the text stands, in units
	Scene   string          // the key of the experiment that is seen; "": the one beside the text
	changed map[string]setup.Experiment
	runs    []handin.Run
}

// New is that of a lesson that nobody has read.
func New(l *lesson.Lesson) *Study {
	return &Study{Lesson: l, changed: map[string]setup.Experiment{}}
}

// On is the study of a lesson that was read anew: as it was if nothing in that has changed, and else only how far it was read. Of
// no study it is a new one.
func (s *Study) On(l *lesson.Lesson) *Study {
	next := New(l)
	if s == nil {
		return next
	}
	next.Reached, next.Scroll = min(s.Reached, max(len(l.Blocks)-1, 0)), s.Scroll
	if s.Lesson.Hash == l.Hash {
		next.Answers, next.Scene, next.changed, next.runs = s.Answers, s.Scene, s.changed, s.runs
	}
	return next
}

// Answer is the last answer to a question, counted from 0, and whether there is one.
func (s *Study) Answer(question int) (handin.Answer, bool) {
	for _, a := range s.Answers {
		if a.Question == question+1 {
			return a, true
		}
	}
	return handin.Answer{}, false
}

// Give notes an answer to a question, counted from 0, in the place of the one before.
func (s *Study) Give(question int, a quiz.Answer, right bool) {
	given := handin.Answer{Question: question + 1, Kind: s.Lesson.Questions[question].Kind, Answer: a, Right: right}
	i := slices.IndexFunc(s.Answers, func(a handin.Answer) bool { return a.Question == question+1 })
	s.Answers = slices.Clone(s.Answers) // whoever saves the study has the list
	if i >= 0 {
		s.Answers[i] = given
		return
	}
	s.Answers = append(s.Answers, given)
}

// Right is how many questions were answered rightly, of how many.
func (s *Study) Right() (right, of int) {
	for _, a := range s.Answers {
		if a.Right {
			right++
		}
	}
	return right, len(s.Lesson.Questions)
}

// Share is the part of the lesson that is done: of its questions, or of its text if there are none.
func (s *Study) Share() float64 {
	if right, of := s.Right(); of > 0 {
		return float64(right) / float64(of)
	}
	if last := len(s.Lesson.Blocks) - 1; last > 0 {
		return min(float64(s.Reached)/float64(last), 1)
	}
	return 0
}

// Doc is the experiment of a scene as the reader has it.
func (s *Study) Doc(key string) setup.Experiment {
	if doc, is := s.changed[key]; is {
		return doc
	}
	return s.Lesson.Scene(key).Doc
}

// Set notes what the reader has made of the experiment of a scene.
func (s *Study) Set(key string, doc setup.Experiment) {
	if setup.Same(setup.OfRace, &doc, &s.Lesson.Scene(key).Doc) {
		delete(s.changed, key)
		return
	}
	s.changed[key] = doc
}

// Changed tells whether the reader has changed what runs in a scene.
func (s *Study) Changed(key string) bool {
	_, is := s.changed[key]
	return is
}

// Hand adds a run of the reader's own to what is handed in.
func (s *Study) Hand(run handin.Run) error {
	if err := handin.Fits(s.runs, run.Doc); err != nil {
		return err
	}
	s.runs = append(s.runs, run)
	return nil
}

// Drop takes the last run out of what is handed in.
func (s *Study) Drop() {
	if n := len(s.runs); n > 0 {
		s.runs = slices.Clone(s.runs[:n-1])
	}
}

// Clone shares nothing that changes.
func (s *Study) Clone() *Study {
	c := *s
	c.Answers, c.runs, c.changed = slices.Clone(s.Answers), slices.Clone(s.runs), maps.Clone(s.changed)
	return &c
}

// Runs are those that are handed in.
func (s *Study) Runs() []handin.Run { return s.runs }

// HandIn is what the reader hands in under a name. Each answer and each run is computed anew.
func (s *Study) HandIn(ctx context.Context, b *measure.Bench, student string) (handin.HandIn, error) {
	h := handin.New(s.Lesson, student)
	for _, a := range s.Answers {
		if _, err := h.Answer(ctx, s.Lesson, b, a.Question, a.Answer); err != nil {
			return h, words.Errorf("question %d: %w", a.Question, err)
		}
	}
	for _, r := range s.runs {
		if err := h.Run(ctx, b, r.Said, r.Doc); err != nil {
			return h, err
		}
	}
	return h, nil
}
