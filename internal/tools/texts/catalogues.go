package main

import (
	"descentlab/app/gallery"
	"descentlab/app/words"
	"descentlab/internal/tools/texts/flow"
	"descentlab/optim"
	"descentlab/surfaces"
)

// elsewhere are the fields and functions whose texts are not looked for in the code: those of catalogues, which catalogued
// lists as they are, those of what has been said, those of documents that people write, and literature,
// which is cited as it is called.
var elsewhere = []string{
	"flag.Flag.Usage", "descentlab/app/words.T", "descentlab/internal/say.T", // said already
	"descentlab/surfaces.Surface.Title", "descentlab/surfaces.Surface.Note", "descentlab/surfaces.Surface.Cite",
	"descentlab/surfaces.Dataset.Title", "descentlab/surfaces.Column.Label",
	"descentlab/optim.Method.Title", "descentlab/optim.Method.Idea", "descentlab/optim.Method.Cite",
	"descentlab/optim.Knob.Help", "descentlab/optim.Knob.Derived",
	"descentlab/app/gallery.Exhibit.Title", "descentlab/app/gallery.Exhibit.Notice", "descentlab/app/gallery.Exhibit.Tags",
	"(descentlab/app/gallery/cards.Wall).Tag", "descentlab/app/words.Entry.Term", "descentlab/app/words.Entry.Text",
	"descentlab/app/words.MathWord.English",
	"(descentlab/app/curve.Racer).Title", // of a method, or as an unknown one is written
	"descentlab/app/lesson.Lesson.Title", "descentlab/app/lesson.Lesson.About", "descentlab/app/lesson.Block.Text",
}

func known(name string) bool {
	for _, e := range elsewhere {
		if e == name {
			return true
		}
	}
	return false
}

// catalogued are the texts of surfaces, methods, schedules and experiments, and of the glossary.
func catalogued() (list []flow.Text) {
	add := func(where string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				list = append(list, flow.Text{Text: text, Where: where})
			}
		}
	}
	for _, s := range surfaces.All() {
		where := "surfaces/catalogue:" + s.Name
		add(where, s.Title, s.Note, string(s.Group))
		if s.Data != nil {
			add(where, s.Data.Title)
			for _, c := range s.Data.Columns {
				add(where, c.Label)
			}
		}
	}
	ofKnobs := func(where string, knobs []optim.Knob) {
		for _, k := range knobs {
			add(where, k.Help, k.Derived)
		}
	}
	for _, m := range optim.Methods() {
		where := "optim/catalogue:" + m.Key
		add(where, m.Title, m.Idea, m.Family.String())
		for _, w := range words.MathWords(m.Math) {
			add(where, w.English)
		}
		ofKnobs(where, m.Knobs)
	}
	for _, s := range optim.Schedules() {
		where := "optim/schedules:" + s.Key
		add(where, s.Title, s.Idea)
		ofKnobs(where, s.Knobs)
	}
	ofKnobs("optim/stages:0", optim.StageKnobs())
	for _, e := range gallery.All() {
		add("resources/experiments/"+e.Key, e.Title, e.Notice)
		add("resources/experiments/"+e.Key, e.Tags...)
	}
	for _, e := range words.Glossary() {
		add("app/words/glossary.go:"+e.Term, e.Term, e.Text)
	}
	return list
}
