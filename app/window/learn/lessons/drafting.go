package lessons

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/job"
	"descentlab/app/lesson"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/recording"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/forms"
	"descentlab/app/words"
)

// draftKey is the book that is a lesson in the making.
const draftKey = "draft"

// A drafting is the form at the end of the draft of a lesson, by which it grows. What is above it is the lesson as it will be
// read.
type drafting struct {
	room *Room
	form *forms.Draft
	work *job.Job[drafted]
	turn int
}

// A drafted is a draft to which a claim or a question was added, or why it was not.
type drafted struct {
	recording recording.Recording
	err       error
}

func (r *Room) newDrafting() *drafting {
	d := &drafting{room: r, form: forms.NewDraft()}
	d.form.OnHeight = r.page.relay
	d.form.OnFocus = func(top, height float32) { r.page.reveal(d, top, height) }
	d.form.OnTitle = func(title, about string) {
		r.draft.Title, r.draft.About = title, about
		r.note()
		r.retitle(title)
		d.show("")
		r.changed()
	}
	d.form.OnAdd = d.add
	d.form.OnBack = d.back
	d.form.OnSave = r.saveDraft
	d.form.OnDrop = r.dropDraft
	d.work = job.New[drafted](r.desk.Post, d.take)
	r.keep(desk.Quiet(d.work))
	r.drafting = d
	d.show("")
	return d
}

func (d *drafting) object() fyne.CanvasObject    { return d.form.Object() }
func (d *drafting) height(width float32) float32 { return d.form.HeightIn(width) }
func (d *drafting) block() int                   { return len(d.room.lesson().Blocks) - 1 }

// update does nothing: the form does not follow the lab.
func (d *drafting) update() {}

// show shows how far the lesson is, and why something was not added.
func (d *drafting) show(fault string) {
	draft := d.room.draft
	d.form.Set(forms.DraftState{Title: draft.Title, About: draft.About, Steps: len(draft.Steps), Busy: d.work.Busy(), Fault: fault})
}

// add adds a step at once; claims and questions are computed first, for only what is true stands in a lesson.
func (d *drafting) add(what forms.Adds, text string, race bool) {
	r := d.room
	next := clone(*r.draft)
	if what == forms.Step {
		doc := r.living.desk.lab.State().Doc
		if race {
			doc = r.desk.Lab().State().Doc
		}
		if err := next.Add(text, doc); err != nil {
			d.show(words.Sentence(err))
			return
		}
		r.redraft(next)
		return
	}
	bench, last := r.values.bench, len(next.Steps)-1
	d.turn++
	d.work.Ask(strconv.Itoa(d.turn), func(ctx context.Context, report *job.Report[drafted]) error {
		var err error
		if what == forms.Claim {
			err = next.Claim(ctx, bench, last, text)
		} else {
			err = next.Ask(ctx, bench, last, text)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		report.Publish(drafted{next, err})
		return nil
	})
	d.show("")
}

// take shows the lesson with what was added, or says why that was not.
func (d *drafting) take() {
	got, made := d.work.Result()
	if !made || d.work.Busy() || d.room.drafting != d {
		return
	}
	d.work.Forget()
	if got.err != nil {
		d.show(words.Sentence(got.err))
		return
	}
	d.room.redraft(got.recording)
}

// back takes away what was added last: of the last step its last question, else its last claim, else all of it.
func (d *drafting) back() {
	next := clone(*d.room.draft)
	last := &next.Steps[len(next.Steps)-1]
	switch {
	case len(last.Questions) > 0:
		last.Questions = last.Questions[:len(last.Questions)-1]
	case len(last.Claims) > 0:
		last.Claims = last.Claims[:len(last.Claims)-1]
	default:
		next.Steps = next.Steps[:len(next.Steps)-1]
	}
	d.room.redraft(next)
}

// clone shares no list.
func clone(r recording.Recording) recording.Recording {
	r.Steps = append([]recording.Step(nil), r.Steps...)
	for i := range r.Steps {
		s := &r.Steps[i]
		s.Claims, s.Questions = append([]string(nil), s.Claims...), append([]string(nil), s.Questions...)
	}
	return r
}

// newLesson begins a lesson, or goes on with the one in the making.
func (r *Room) newLesson() {
	if r.draft == nil {
		r.draft = &recording.Recording{Title: words.T("My lesson")}
		r.note()
		l, _ := lessonOf(*r.draft)
		r.books = append(r.books, book{draftKey, 0, l})
		r.header.list()
	}
	r.openBook(r.draftBook())
	r.changed()
}

// draftBook is the place of the draft among the books; -1 if there is none.
func (r *Room) draftBook() int {
	for i, b := range r.books {
		if b.key == draftKey {
			return i
		}
	}
	return -1
}

// write is a draft as it is written: with a title, whatever is typed just now.
func write(d recording.Recording) ([]byte, error) {
	if strings.TrimSpace(d.Title) == "" {
		d.Title = words.T("My lesson")
	}
	return d.Markdown()
}

// note has the draft kept as it is now.
func (r *Room) note() {
	if text, err := write(*r.draft); err == nil {
		r.written = string(text)
	}
}

// lessonOf is the lesson that a recording is written as.
func lessonOf(d recording.Recording) (*lesson.Lesson, error) {
	text, err := write(d)
	if err != nil {
		return lesson.Read(nil, nil), err
	}
	return lesson.Read(text, library.Gallery), nil
}

// redraft shows the draft as it is now, at its end.
func (r *Room) redraft(next recording.Recording) {
	l, err := lessonOf(next)
	if err != nil {
		r.desk.Say(err)
		return
	}
	r.close()
	r.draft = &next
	r.note()
	i := r.draftBook()
	r.books[i].lesson = l
	s := r.studyOf(i).On(l)
	s.Reached, s.Scroll, s.Scene = max(len(l.Blocks)-1, 0), endOfText, ""
	r.studies[draftKey] = s
	r.open = i
	r.header.list()
	r.fill()
	r.tellDone()
	r.changed()
}

// retitle shows another title of the draft.
func (r *Room) retitle(title string) {
	r.lesson().Title = title
	if p, is := r.page.rows[0].(*passage); is {
		p.runs = said(title)
		p.update()
	}
	r.header.list()
	r.tellDone()
}

// endOfText is beyond the end of every text.
const endOfText = 1e6

// dropDraft throws the draft away.
func (r *Room) dropDraft() {
	r.draft, r.written = nil, ""
	r.takeOut()
}

// takeOut takes the open lesson out of the list, with what was done in it. Its file stays.
func (r *Room) takeOut() {
	r.close()
	delete(r.studies, r.books[r.open].key)
	r.books = append(r.books[:r.open:r.open], r.books[r.open+1:]...)
	r.open = 0
	r.header.list()
	r.fill()
	r.changed()
}

// saveDraft asks where to write the lesson.
func (r *Room) saveDraft() {
	name := fileName(r.draft.Title, ".md")
	r.desk.Save(words.T("Save lesson"), name, func(path string) (func(export.Hearers) error, error) {
		if ending := strings.ToLower(filepath.Ext(path)); ending != ".md" {
			return nil, words.Errorf("a lesson is a .md file; this name ends in %q", filepath.Ext(path))
		}
		if len(r.draft.Steps) == 0 {
			return nil, words.Errorf("there is no step yet")
		}
		draft := clone(*r.draft)
		return func(export.Hearers) error { return draft.Save(path) }, nil
	})
}
