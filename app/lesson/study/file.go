package study

import (
	"encoding/json"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/handin"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/strict"
)

// studyFile is a study as a session keeps it.
type studyFile struct {
	Hash    string                      `json:"hash"`
	Reached int                         `json:"reached"`
	Scroll  float64                     `json:"scroll"`
	Scene   string                      `json:"scene,omitempty"`
	Answers []handin.Answer             `json:"answers,omitempty"`
	Changed map[string]setup.Experiment `json:"changed,omitempty"`
	Runs    []runFile                   `json:"runs,omitempty"`
}

type runFile struct {
	Said       string           `json:"said,omitempty"`
	Experiment setup.Experiment `json:"experiment"`
}

// MarshalJSON writes the study.
func (s *Study) MarshalJSON() ([]byte, error) {
	f := studyFile{Hash: s.Lesson.Hash, Reached: s.Reached, Scroll: s.Scroll, Scene: s.Scene, Answers: s.Answers, Changed: s.changed}
	for _, r := range s.runs {
		f.Runs = append(f.Runs, runFile{r.Said, r.Doc})
	}
	return json.Marshal(f)
}

// Resume is the study of a lesson that a session has kept. Of another version of the lesson nothing is left but how far it was
// read: its questions may be others. An error says what in it cannot be.
func Resume(l *lesson.Lesson, data []byte) (*Study, error) {
	var f studyFile
	if err := strict.Check(data, &f); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	s := New(l)
	if !(f.Scroll >= 0) || !geom.Finite(f.Scroll) {
		return nil, words.Errorf("scroll: must not be negative; got %v", f.Scroll)
	}
	s.Reached, s.Scroll = min(max(f.Reached, 0), max(len(l.Blocks)-1, 0)), f.Scroll
	if f.Hash != l.Hash {
		return s, nil
	}
	for _, a := range f.Answers {
		if a.Question < 1 || a.Question > len(l.Questions) {
			return nil, words.Errorf("answers: there is no question %d among %d", a.Question, len(l.Questions))
		}
		s.Give(a.Question-1, a.Answer, a.Right)
	}
	if l.Scene(f.Scene) != nil {
		s.Scene = f.Scene
	}
	for key, doc := range f.Changed {
		if l.Scene(key) == nil {
			continue
		}
		if err := doc.Check(); err != nil {
			return nil, words.Errorf("changed.%s: %w", key, err)
		}
		s.changed[key] = doc
	}
	for _, r := range f.Runs {
		if err := s.Hand(handin.Run{Said: r.Said, Doc: r.Experiment}); err != nil {
			return nil, err
		}
	}
	return s, nil
}
