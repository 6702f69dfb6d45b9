// Package library holds the lessons that the program comes with. One more is one more file in resources/lessons, and one more
// language is one more file for each.
package library

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"

	"descentlab/app/language"
	"descentlab/app/lesson"
	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/resources"
)

// An Entry is a lesson of the library.
type Entry struct {
	Key      string // how it is called on the command line: the name of its file without number and ending
	Language string // in which it is: English where the one that was asked for lacks it
	Text     []byte
	*lesson.Lesson
}

// All are the lessons in the language that the program speaks, in the order of their files. They must not be changed.
func All() []Entry { return In(language.Spoken()) }

var kept sync.Map // by their language: func() []Entry

// In are the lessons in a language. They must not be changed.
func In(key string) []Entry {
	list, _ := kept.LoadOrStore(key, sync.OnceValue(func() []Entry {
		list, err := readAll(resources.Lessons, key)
		if err != nil {
			panic(err) // the lessons are part of the program
		}
		return list
	}))
	return list.(func() []Entry)()
}

// ending is that of the files, after the key of a language if it is not English.
const ending = ".md"

// inLanguage is the language of the file of a lesson: "de" of "01-the-loop.de.md".
func inLanguage(name string) string {
	_, key, is := strings.Cut(strings.TrimSuffix(path.Base(name), ending), ".")
	if !is {
		return language.English
	}
	return key
}

func readAll(files fs.FS, key string) (list []Entry, err error) {
	err = resources.Each(files, "lessons/*"+ending, func(name string, text []byte) error {
		if inLanguage(name) != language.English {
			return nil
		}
		e := Entry{resources.Key(name), language.English, text, lesson.Read(text, Gallery)}
		other, err := fs.ReadFile(files, strings.TrimSuffix(name, ending)+"."+key+ending)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		default:
			// One that is not its translation is no lesson of the library; tests say why.
			if l := lesson.Translated(other, Gallery, e.Lesson); len(l.Problems) == 0 {
				e.Language, e.Text, e.Lesson = key, other, l
			}
		}
		list = append(list, e)
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
