package handin

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
)

// A Mark is what one hand-in is worth.
type Mark struct {
	File    string
	Student string
	Right   int
	Answers []string // of each question: "right", "wrong", or "" if there is none
	Edited  []string // what the file says and is not so
	Fault   string   // why it could not be marked; "" if it could
}

// Marks are those of a class.
type Marks struct {
	Lesson *lesson.Lesson
	List   []Mark
}

// A Grader marks the hand-ins of one lesson.
type Grader struct {
	lesson    *lesson.Lesson
	bench     *measure.Bench
	solutions []quiz.Solution
}

// NewGrader solves the lesson's questions. The error says which cannot be.
func NewGrader(ctx context.Context, l *lesson.Lesson, b *measure.Bench) (*Grader, error) {
	g := &Grader{lesson: l, bench: b}
	for i, q := range l.Questions {
		s, err := q.Solve(ctx, b)
		if err != nil {
			return nil, words.Errorf("line %d, question %d: %w", q.Line, i+1, err)
		}
		g.solutions = append(g.solutions, s)
	}
	return g, nil
}

// Files are those of a folder, in the order of their names, without hidden ones; or the file itself, also if it is a link that
// leads nowhere. The error is that there is no such file, or that the folder cannot be read.
func Files(path string) ([]string, error) {
	info, err := os.Stat(path)
	if _, there := os.Lstat(path); err != nil && there == nil {
		err = nil // what is wrong with it is told in its row
	}
	if err != nil || info == nil || !info.IsDir() {
		return []string{path}, err
	}
	entries, err := os.ReadDir(path)
	var list []string
	for _, e := range entries {
		if e.Name()[0] != '.' {
			list = append(list, filepath.Join(path, e.Name()))
		}
	}
	return list, err
}

// Mark marks one file. Whatever is wrong with it is the mark's fault. The error is the context's.
func (g *Grader) Mark(ctx context.Context, path string) (Mark, error) {
	m := Mark{File: filepath.Base(path), Answers: make([]string, len(g.lesson.Questions))}
	h, err := load(path)
	if err != nil {
		m.Fault = err.Error()
		return m, nil
	}
	m.Student = h.Student
	if h.Hash != g.lesson.Hash {
		m.Fault = words.T("it belongs to another lesson, or to another version of it: %s", strconv.Quote(h.Lesson))
		return m, nil
	}
	for _, a := range h.Answers {
		g.answer(&m, a)
	}
	for i, r := range h.Runs {
		if err := g.run(ctx, &m, i+1, r); err != nil {
			return m, err
		}
	}
	return m, nil
}

// load reads a hand-in. What is no file, such as a folder or a pipe, is not opened. The error does not name the file.
func load(path string) (h HandIn, err error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = words.Errorf("this is no file")
	}
	var data []byte
	if err == nil {
		data, err = setup.ReadFile(path)
	}
	if err == nil {
		h, err = Parse(path, data)
	}
	if of := (*os.PathError)(nil); errors.As(err, &of) {
		err = of.Err
	}
	if err != nil {
		err = errors.New(strings.TrimPrefix(err.Error(), path+": "))
	}
	return h, err
}

// answer marks one answer.
func (g *Grader) answer(m *Mark, a Answer) {
	if a.Question > len(g.lesson.Questions) {
		m.Edited = append(m.Edited, words.T("there is no question %d", a.Question))
		return
	}
	q := g.lesson.Questions[a.Question-1]
	kind := q.Kind
	if q.Chooses() {
		kind = quiz.Which
	}
	v, err := quiz.Verdict{}, words.Errorf("it is answered by another kind of answer")
	if kind == a.Kind {
		v, err = q.Judge(g.solutions[a.Question-1], a.Answer)
	}
	said := map[bool]string{true: words.T("right"), false: words.T("wrong")}
	switch {
	case err != nil:
		m.Edited = append(m.Edited, words.T("question %d: %v", a.Question, err))
	case v.Right != a.Right:
		m.Edited = append(m.Edited, words.T("question %d: it says %s; computed, it is %s", a.Question, said[a.Right], said[v.Right]))
	}
	if m.Answers[a.Question-1] = "wrong"; err == nil && v.Right {
		m.Answers[a.Question-1] = "right"
		m.Right++
	}
}

// run compares what a file says of a run with the run.
func (g *Grader) run(ctx context.Context, m *Mark, number int, r Run) error {
	list, err := results(ctx, g.bench, r.Doc)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		m.Edited = append(m.Edited, words.T("run %d: %v", number, err))
		return nil
	}
	names := r.Doc.Names()
	for i, is := range list {
		if says := r.Results[i]; !says.alike(is) {
			m.Edited = append(m.Edited, words.T("run %d: of %s it says %s; computed, it is %s", number, names[i], says, is))
		}
	}
	return nil
}

// String is the result in words.
func (r Result) String() string {
	return words.T("loss %s, settled %s, %s", words.Digits(r.Loss, 6), words.Arrival(r.Settled), r.Ended)
}

// Grade marks all files. Told hears which part is done.
func (g *Grader) Grade(ctx context.Context, files []string, told func(part float64)) (Marks, error) {
	marks := Marks{Lesson: g.lesson}
	for i, file := range files {
		m, err := g.Mark(ctx, file)
		if err != nil {
			return Marks{}, err
		}
		marks.List = append(marks.List, m)
		told(float64(i+1) / float64(len(files)))
	}
	return marks, nil
}

// Faults are how many hand-ins could not be marked, or say what is not so.
func (m Marks) Faults() (unmarked, edited int) {
	for _, mark := range m.List {
		if mark.Fault != "" {
			unmarked++
		}
		if len(mark.Edited) > 0 {
			edited++
		}
	}
	return unmarked, edited
}

// Questions is how many there are.
func (m Marks) Questions() int { return len(m.Lesson.Questions) }

// Twice are the students of whom there are several hand-ins, in whatever capitals the name is written and with whatever space.
func (m Marks) Twice() (names []string) {
	count := map[string]int{}
	for _, mark := range m.List {
		name := strings.Join(strings.Fields(mark.Student), " ")
		key := strings.ToLower(name)
		if count[key]++; name != "" && count[key] == 2 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
