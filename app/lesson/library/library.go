// Package library holds the lessons that the program comes with. One more is one more file in resources/lessons.
package library

import (
	"io/fs"
	"strings"
	"sync"

	"descentlab/app/lesson"
	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/resources"
)

// An Entry is a lesson of the library.
type Entry struct {
	Key  string // how it is called on the command line: the name of its file without number and ending
	Text []byte
	*lesson.Lesson
}

// All are the lessons in the order of their files. They must not be changed.
var All = sync.OnceValue(func() []Entry {
	list, err := readAll(resources.Lessons)
	if err != nil {
		panic(err) // the lessons are part of the program
	}
	return list
})

func readAll(files fs.FS) (list []Entry, err error) {
	err = resources.Each(files, "lessons/*.md", func(name string, text []byte) error {
		list = append(list, Entry{resources.Key(name), text, lesson.Read(text, Gallery)})
		return nil
	})
	return list, err
}

// Find is the lesson with a key. The error names the nearest one.
func Find(key string) (Entry, error) {
	var keys []string
	for _, e := range All() {
		if e.Key == key {
			return e, nil
		}
		keys = append(keys, e.Key)
	}
	if meant := near.Prefix(key, keys); meant != "" {
		return Entry{}, words.Errorf("no lesson is called %q; did you mean %s?", key, meant)
	}
	return Entry{}, words.Errorf("no lesson is called %q; there are %s", key, strings.Join(keys, ", "))
}
