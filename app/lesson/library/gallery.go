package library

import (
	"descentlab/app/gallery"
	"descentlab/app/lesson"
)

// Gallery has the experiments that lessons load by their key: those of the program's gallery.
var Gallery lesson.Gallery = exhibits{}

type exhibits struct{}

func (exhibits) Scene(key string) (lesson.Scene, error) {
	e, err := gallery.Find(key)
	if err != nil {
		return lesson.Scene{}, err
	}
	return lesson.Scene{Key: e.Key, Title: e.Title, Doc: e.Doc, Names: e.Names}, nil
}
