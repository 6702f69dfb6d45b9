package lessons

import (
	"strings"

	"descentlab/app/lesson"
	"descentlab/app/lesson/study"
	"descentlab/app/window/learn/contents"
	"descentlab/app/words"
)

// A book is a lesson that can be read: one of the program's, or one of a file.
type book struct {
	key    string // names it in the session: the library's, or the whole path of its file
	number int    // among those of the program, from 1; 0: it is of a file
	lesson *lesson.Lesson
}

// title is what it is called.
func (b book) title() string {
	if b.lesson.Title == "" {
		return b.name()
	}
	return b.lesson.Title
}

// name is that of its file.
func (b book) name() string { return b.key[strings.LastIndexAny(b.key, `/\`)+1:] }

// about says in a few words what it is of.
func (b book) about() string {
	switch {
	case b.key == draftKey:
		return words.T("a lesson in the making")
	case b.number == 0:
		return b.key
	}
	return b.lesson.About
}

// studyOf is what has been done of a book; nil for nothing.
func (r *Room) studyOf(i int) *study.Study {
	if i == r.open {
		return r.study
	}
	return r.studies[r.books[i].key]
}

// tellDone shows in the list what there is, and how much of it is done.
func (r *Room) tellDone() {
	items := make([]contents.Item, len(r.books))
	for i, b := range r.books {
		items[i] = contents.Item{Number: b.number, Title: b.title(), Making: b.key == draftKey}
		if b.number == 0 {
			items[i].Hint = b.about()
		}
		if s := r.studyOf(i); s != nil && !items[i].Making {
			items[i].Share, items[i].Note = s.Share(), doneOf(s)
		}
	}
	r.contents.Set(items, r.open)
}
