package lessons

import (
	"cmp"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/handin"
	"descentlab/app/window/learn/forms"
	"descentlab/app/words"
)

// A handing is the form at the end of a lesson by which it is handed in.
type handing struct {
	room *Room
	form *forms.HandIn
}

func (r *Room) newHanding() *handing {
	h := &handing{r, forms.NewHandIn()}
	h.form.OnHeight = r.page.relay
	h.form.OnFocus = func(top, height float32) { r.page.reveal(h, top, height) }
	h.form.OnName = func(name string) {
		r.student = name
		r.changed()
	}
	h.form.OnRun = func(said string) {
		r.desk.Say(r.study.Hand(handin.Run{Said: strings.TrimSpace(said), Doc: r.living.desk.lab.State().Doc}))
		h.update()
		r.page.reveal(h, 0, h.height(r.page.width-2*textPad))
		r.changed()
	}
	h.form.OnDrop = func() {
		r.study.Drop()
		h.update()
		r.changed()
	}
	h.form.OnSave = r.saveHandIn
	return h
}

func (h *handing) object() fyne.CanvasObject    { return h.form.Object() }
func (h *handing) height(width float32) float32 { return h.form.HeightIn(width) }
func (h *handing) block() int                   { return len(h.room.lesson().Blocks) - 1 }

// update shows what there is to be handed in.
func (h *handing) update() {
	s := forms.HandInState{Name: h.room.student, Answered: len(h.room.study.Answers), Of: len(h.room.lesson().Questions),
		Most: handin.MaxRuns}
	for _, run := range h.room.study.Runs() {
		s.Runs = append(s.Runs, run.Said)
	}
	h.form.Set(s)
}

// saveHandIn asks where to write what the student hands in. The student's name is in that of the file: a teacher puts all of a
// class into one folder.
func (r *Room) saveHandIn() {
	lesson := "hand-in"
	if r.books[r.open].number > 0 {
		lesson = r.books[r.open].key
	}
	r.desk.Save(words.T("Save hand-in"), fileName(lesson+" "+r.student, ".json"), r.planHandIn)
}

// fileName is a name for a file from a text: its letters and digits, with a hyphen between words.
func fileName(text, ending string) string {
	parts := strings.FieldsFunc(text, func(c rune) bool { return !unicode.In(c, unicode.L, unicode.M, unicode.N) })
	name := []rune(cmp.Or(strings.Join(parts, "-"), "lesson"))
	return string(name[:min(len(name), longestName)]) + ending
}

// longestName is as many characters as each system's files may have, in any script.
const longestName = 60

// planHandIn is a desk.Plan: answers and runs are computed anew while they are written.
func (r *Room) planHandIn(path string) (func(export.Hearers) error, error) {
	student := strings.TrimSpace(r.student)
	switch {
	case !strings.EqualFold(filepath.Ext(path), ".json"):
		return nil, words.Errorf("a hand-in is a .json file; this name ends in %q", filepath.Ext(path))
	case student == "":
		return nil, words.Errorf("your name is needed: it stands at the end of the lesson")
	case len(r.study.Answers) == 0 && len(r.study.Runs()) == 0:
		return nil, words.Errorf("there is nothing to hand in yet: answer a question, or add a run")
	}
	study, bench := r.study.Clone(), r.values.bench
	return func(h export.Hearers) error {
		all, err := study.HandIn(h.Context, bench, student)
		if err != nil {
			return err
		}
		data, err := all.File()
		if err != nil {
			return err
		}
		return setup.WriteFile(path, data)
	}, nil
}
