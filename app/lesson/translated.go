package lesson

import (
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
)

// Translated reads a lesson in another language than the one in which it was written. Answers, what has been read and hand-ins
// are of the lesson and not of its language: a translation has the hash of its original, and answers to choose from have the keys
// that they have there. What it says in another way than in other words is among its problems; then it is a lesson of its own.
func Translated(data []byte, gallery Gallery, of *Lesson) *Lesson {
	l := Read(data, gallery)
	l.Problems = append(l.Problems, l.apart(of)...)
	if len(l.Problems) > 0 {
		return l
	}
	l.Hash = of.Hash
	for i, q := range l.Questions {
		for k := range q.Options {
			q.Options[k].Key = of.Questions[i].Options[k].Key
		}
	}
	return l
}

// apart is what a translation has otherwise than its original.
func (l *Lesson) apart(of *Lesson) (list []Problem) {
	differs := func(line, there int, what string) {
		list = append(list, Problem{max(line, 1), words.T("in the original, line %d, there is another %s", there, what)})
	}
	if l.Title == "" || (l.About == "") != (of.About == "") || !slices.Equal(l.Experiments, of.Experiments) {
		differs(1, 1, words.T("header"))
	}
	if !slices.EqualFunc(l.Scenes, of.Scenes, sameScene) {
		differs(1, 1, words.T("list of experiments"))
	}
	for i := range min(len(l.Blocks), len(of.Blocks)) {
		a, b := &l.Blocks[i], &of.Blocks[i]
		switch {
		case a.Kind != b.Kind || a.Level != b.Level || a.Number != b.Number || a.Scene != b.Scene:
			differs(a.Line, b.Line, words.T("kind of block"))
			return list // what follows does not lie side by side
		case !sameBlock(a, b):
			differs(a.Line, b.Line, words.T("block"))
		case !slices.Equal(a.computed(), b.computed()):
			differs(a.Line, b.Line, words.T("number, result or formula"))
		}
	}
	if len(l.Blocks) != len(of.Blocks) {
		differs(1, 1, words.T("number of blocks"))
	}
	return list
}

// sameScene tells whether two experiments run alike: what their data are called may differ.
func sameScene(a, b Scene) bool {
	return a.Key == b.Key && a.Own == b.Own && slices.Equal(a.Names, b.Names) && setup.Same(setup.OfRace, &a.Doc, &b.Doc)
}

// sameBlock tells whether two blocks of a kind say the same, apart from their words.
func sameBlock(a, b *Block) bool {
	switch a.Kind {
	case Formula:
		return a.Text == b.Text
	case Claims:
		for i, c := range a.Claims {
			if i >= len(b.Claims) || c.Text != b.Claims[i].Text {
				return false
			}
		}
		return len(a.Claims) == len(b.Claims)
	case Chart:
		return a.Text == b.Text && (a.Chart.Title == "") == (b.Chart.Title == "")
	case Question:
		return sameQuestion(a.Question, b.Question)
	}
	return true
}

// sameQuestion tells whether two questions have the same answers, in the same order.
func sameQuestion(a, b *quiz.Question) bool {
	if a.Kind != b.Kind || a.Scene != b.Scene || a.Changes.String() != b.Changes.String() || a.Asked.Text != b.Asked.Text ||
		a.Racer != b.Racer || a.Within != b.Within || a.Percent != b.Percent || (a.Why == "") != (b.Why == "") {
		return false
	}
	return slices.EqualFunc(a.Options, b.Options, func(a, b quiz.Option) bool { return a.Text == b.Text })
}

// computed is what in a block does not depend on the language: numbers to be set, results, and what loads and points, in their
// order, and then its formulas, in any.
func (b *Block) computed() (list []string) {
	var formulas []string
	for _, runs := range append([][]Run{b.Runs, b.Ask, b.Why}, b.Options...) {
		for _, r := range runs {
			switch r.Kind {
			case Scrub:
				list = append(list, "set "+r.Field.String())
			case Pill:
				list = append(list, "is "+r.Asked.Text+" with "+r.Changes.String())
			case Load:
				list = append(list, "load "+r.Scene)
			case Point:
				list = append(list, "point "+r.Control)
			case Math:
				formulas = append(formulas, r.Text)
			}
		}
	}
	slices.Sort(formulas)
	return append(list, formulas...)
}
