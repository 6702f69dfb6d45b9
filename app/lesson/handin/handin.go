// Package handin holds what students hand in: their answers to a lesson's questions and their own runs, as one file that is bound
// to the lesson by its hash. Marks do not believe what a file says of itself: everything is computed anew.
package handin

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// format is the name of what stands in such a file.
const format = "descentlab hand-in"

// What a hand-in may hold.
const (
	MaxAnswers = lesson.MaxQuestions
	MaxRuns    = 20
	maxUpdates = 2_000_000 // of all racers of all runs together, so that marking takes no longer than a lesson
	maxName    = 200
)

// A HandIn is what one student hands in.
type HandIn struct {
	Student string
	Lesson  string // its title
	Hash    string // of the lesson
	Answers []Answer
	Runs    []Run
}

// An Answer is the last one that was given to a question, and what the program said of it then.
type Answer struct {
	Question int // from 1
	Kind     quiz.Kind
	Answer   quiz.Answer
	Right    bool
}

// A Run is an experiment of the student's own, and how its racers ended then.
type Run struct {
	Said    string // in the student's words
	Doc     setup.Experiment
	Results []Result
}

// A Result is how a racer ended.
type Result struct {
	Loss    float64
	Settled int    // -1 if it never has
	Ended   string // race.Verdict.Key
}

// handInFile is a hand-in as it stands in its file.
type handInFile struct {
	Format  string       `json:"format"`
	Version int          `json:"version"`
	Student string       `json:"student"`
	Lesson  string       `json:"lesson"`
	Hash    string       `json:"hash"`
	Answers []answerFile `json:"answers"`
	Runs    runFiles     `json:"runs,omitempty"`
}

// runFiles are runs as they stand in such a file, which say of their faults where they stand there.
type runFiles []runFile

// UnmarshalJSON reads them.
func (l *runFiles) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*l = make(runFiles, len(list))
	for i, run := range list {
		if err := json.Unmarshal(run, &(*l)[i]); err != nil {
			return setup.At(index("runs", i), err)
		}
	}
	return nil
}

type answerFile struct {
	Question int           `json:"question"`
	Choice   *string       `json:"choice,omitempty"`
	Number   *float64      `json:"number,omitempty"`
	Mark     *float64      `json:"mark,omitempty"`
	At       *[2]float64   `json:"at,omitempty" list:"x, y"`
	Path     *[][2]float64 `json:"path,omitempty"`
	Right    bool          `json:"right"`
}

type runFile struct {
	Said       string       `json:"said,omitempty"`
	Experiment experimentIn `json:"experiment"`
	Results    []resultFile `json:"results"`
}

type resultFile struct {
	Loss    number `json:"loss"`
	Settled int    `json:"settled"`
	Ended   string `json:"ended"`
}

// experimentIn is the experiment in such a file, which says of its faults where they stand there.
type experimentIn struct{ setup.Experiment }

// UnmarshalJSON reads it.
func (e *experimentIn) UnmarshalJSON(data []byte) error {
	return setup.At("experiment", e.Experiment.UnmarshalJSON(data))
}

// MarshalJSON writes the hand-in in the form of its file.
func (h HandIn) MarshalJSON() ([]byte, error) {
	f := handInFile{Format: format, Version: setup.FileVersion, Student: h.Student, Lesson: h.Lesson, Hash: h.Hash,
		Answers: []answerFile{}}
	for _, a := range h.Answers {
		f.Answers = append(f.Answers, newAnswerFile(a))
	}
	for _, r := range h.Runs {
		run := runFile{Said: r.Said, Experiment: experimentIn{r.Doc}, Results: []resultFile{}}
		for _, result := range r.Results {
			run.Results = append(run.Results, resultFile{number(result.Loss), result.Settled, result.Ended})
		}
		f.Runs = append(f.Runs, run)
	}
	return json.Marshal(f)
}

func newAnswerFile(a Answer) answerFile {
	f := answerFile{Question: a.Question, Right: a.Right}
	switch a.Kind {
	case quiz.Number:
		f.Number = &a.Answer.Number
	case quiz.Mark:
		f.Mark = &a.Answer.Number
	case quiz.Basin:
		f.At = &[2]float64{a.Answer.At.X, a.Answer.At.Y}
	case quiz.Sketch:
		path := [][2]float64{}
		for _, p := range a.Answer.Path {
			path = append(path, [2]float64{p.X, p.Y})
		}
		f.Path = &path
	default:
		f.Choice = &a.Answer.Choice
	}
	return f
}

// answer is what such a file says. An answer by choice is of the kind Which, whatever the lesson calls it.
func (f answerFile) answer() (a Answer, kinds int) {
	a = Answer{Question: f.Question, Right: f.Right}
	if f.Choice != nil {
		a.Kind, a.Answer.Choice, kinds = quiz.Which, *f.Choice, kinds+1
	}
	if f.Number != nil {
		a.Kind, a.Answer.Number, kinds = quiz.Number, *f.Number, kinds+1
	}
	if f.Mark != nil {
		a.Kind, a.Answer.Number, kinds = quiz.Mark, *f.Mark, kinds+1
	}
	if f.At != nil {
		a.Kind, a.Answer.At, kinds = quiz.Basin, surfaces.Point{X: f.At[0], Y: f.At[1]}, kinds+1
	}
	if f.Path != nil {
		a.Kind, kinds = quiz.Sketch, kinds+1
		for _, p := range *f.Path {
			a.Answer.Path = append(a.Answer.Path, surfaces.Point{X: p[0], Y: p[1]})
		}
	}
	return a, kinds
}

// MarshalJSON writes the answer as it stands in a hand-in's file.
func (a Answer) MarshalJSON() ([]byte, error) { return json.Marshal(newAnswerFile(a)) }

// Shape says what stands there.
func (Answer) Shape() any { return answerFile{} }

// UnmarshalJSON reads it. An error says what would be right.
func (a *Answer) UnmarshalJSON(data []byte) error {
	var f answerFile
	if err := json.Unmarshal(data, &f); err != nil {
		return err
	}
	answer, kinds := f.answer()
	if kinds != 1 {
		return words.Errorf("one of choice, number, mark, at and path is needed; got %d", kinds)
	}
	*a = answer
	return nil
}

var hashLike = regexp.MustCompile(`^[0-9a-f]{64}$`)

// CheckFile says what of the hand-in cannot be.
func (f *handInFile) CheckFile() error {
	switch {
	case !hashLike.MatchString(f.Hash):
		return setup.At("hash", words.Errorf("the lesson's hash is needed, 64 digits of 0 to f"))
	case strings.TrimSpace(f.Student) == "" || utf8.RuneCountInString(f.Student) > maxName:
		return setup.At("student", words.Errorf("a name of 1 to %d characters is needed", maxName))
	case len(f.Answers) > MaxAnswers:
		return setup.At("answers", words.Errorf("at most %d; got %d", MaxAnswers, len(f.Answers)))
	case len(f.Runs) > MaxRuns:
		return setup.At("runs", words.Errorf("at most %d; got %d", MaxRuns, len(f.Runs)))
	}
	seen := map[int]bool{}
	for i, a := range f.Answers {
		_, kinds := a.answer()
		switch {
		case a.Question < 1 || seen[a.Question]:
			return setup.At(index("answers", i)+".question", words.Errorf("one answer to a question, which are counted from 1; got %d",
				a.Question))
		case kinds != 1:
			return setup.At(index("answers", i), words.Errorf("one of choice, number, mark, at and path is needed; got %d", kinds))
		}
		seen[a.Question] = true
	}
	updates := 0
	for i, r := range f.Runs {
		doc := &r.Experiment.Experiment
		if doc.Steps == 0 {
			return setup.At(index("runs", i), words.Errorf("an experiment is needed"))
		}
		if len(r.Results) != len(doc.Racers) {
			return setup.At(index("runs", i)+".results", words.Errorf("one for each of the %d racers is needed; got %d",
				len(doc.Racers), len(r.Results)))
		}
		for k, result := range r.Results {
			if result.Settled < -1 || result.Settled > doc.Steps {
				return setup.At(index(index("runs", i)+".results", k)+".settled",
					words.Errorf("a step up to %d is needed, or -1 for never; got %d", doc.Steps, result.Settled))
			}
		}
		updates += doc.Steps * len(doc.Racers)
	}
	if updates > maxUpdates {
		return setup.At("runs", words.Errorf("at most %d steps of all racers together; got %d", maxUpdates, updates))
	}
	return nil
}

// Parse reads a hand-in from the file of that name. The error says where in it something is wrong, and what would be right.
func Parse(name string, data []byte) (HandIn, error) {
	var f handInFile
	if err := setup.Decode(name, data, format, &f); err != nil {
		return HandIn{}, err
	}
	h := HandIn{Student: f.Student, Lesson: f.Lesson, Hash: f.Hash}
	for _, a := range f.Answers {
		answer, _ := a.answer()
		h.Answers = append(h.Answers, answer)
	}
	for _, r := range f.Runs {
		run := Run{Said: r.Said, Doc: r.Experiment.Experiment}
		for _, result := range r.Results {
			run.Results = append(run.Results, Result{float64(result.Loss), result.Settled, result.Ended})
		}
		h.Runs = append(h.Runs, run)
	}
	return h, nil
}
