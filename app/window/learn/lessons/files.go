package lessons

import (
	"path/filepath"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/study"
	"descentlab/app/words"
)

// load reads the lesson of a file. What is wrong within it is among its problems; an error is that there is no such file.
func load(path string) (*lesson.Lesson, error) {
	if err := setup.NoFile(path); err != nil { // a pipe would be waited for
		return nil, words.Errorf("%s: %w", path, err)
	}
	data, err := setup.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return lesson.Read(data, library.Gallery), nil
}

// OpenFile reads the lesson of a file: beside those of the program, or in the place of what was read from that file before.
func (r *Room) OpenFile(path string) error {
	whole, err := filepath.Abs(path)
	if err != nil {
		whole = path
	}
	l, err := load(whole)
	if err != nil {
		return err
	}
	at := len(r.books)
	for i, b := range r.books {
		if b.key == whole {
			at = i
		}
	}
	r.close()
	if at == len(r.books) {
		r.books = append(r.books, book{whole, 0, l})
		if s, err := study.Resume(l, r.away[whole]); err == nil {
			r.studies[whole] = s
		}
		delete(r.away, whole)
	} else {
		r.studies[whole] = r.studies[whole].On(l)
		r.books[at].lesson = l
	}
	r.open = at
	r.header.list()
	r.fill()
	r.changed()
	return nil
}
