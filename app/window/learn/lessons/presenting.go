package lessons

import (
	"slices"

	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Presenter = (*Room)(nil)

// Presents is the lab beside the text. The experiments of the lesson follow one another; a lesson without any, and a prediction
// that is being made, is not for an audience; what comes of one is.
func (r *Room) Presents() (p desk.Presented, ok bool) {
	if r.hides() || !r.predicts() && r.lesson().Scene(r.living.scene) == nil {
		return desk.Presented{}, false
	}
	return desk.Presented{Lab: r.living.desk.lab, Title: r.titleOf, Hides: r.hides, Next: r.nextScene}, true
}

// titleOf is what the lesson calls the experiment in the lab, as long as it is that.
func (r *Room) titleOf(doc *setup.Experiment) string {
	s := r.lesson().Scene(r.living.scene)
	if s == nil || !setup.Same(setup.OfRace, doc, &s.Doc) {
		return ""
	}
	if e, err := gallery.Find(s.Key); err == nil && !s.Own {
		return words.T(e.Title) // in the language of the window
	}
	return s.Title
}

// hides tells whether a prediction is being made, whose run has not been seen yet.
func (r *Room) hides() bool { return r.predicts() && (r.asking.now == nil || !r.asking.now.revealed) }

// nextScene goes to another experiment of the lesson, to its start; from what has come of a prediction too.
func (r *Room) nextScene(d int) {
	if r.hides() {
		return
	}
	if r.predicts() {
		r.asking.cancel()
	}
	list := r.lesson().Scenes
	at := slices.IndexFunc(list, func(s lesson.Scene) bool { return s.Key == r.living.scene })
	if len(list) == 0 {
		return
	}
	r.showScene(list[(at+d+len(list))%len(list)].Key)
	r.living.desk.lab.Seek(0)
}
