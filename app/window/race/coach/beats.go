package coach

import (
	"fmt"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/tutor"
)

// A beat says what to do next, shows where, and knows when it has been done.
type beat struct {
	says   func(s *lab.State) tutor.Beat
	target func(s *lab.State) string // name of the control that it is about, by desk.Frame.Mark; nil: the maps show it
	news   lab.Change
	done   func(before, now *lab.State) bool // asked of such news
}

// Beats are what a newcomer does first, in this order; that of desk.StepStart is the first.
var beats = []beat{
	{says: starting, news: lab.DocChanged, done: func(before, now *lab.State) bool { return before.Doc.Start != now.Doc.Start }},
	{says: playing, target: control("play"), news: lab.HeadChanged, done: played},
	{says: rating, target: openRate, news: lab.DocChanged, done: rated},
	{says: ending, target: control("table"), news: lab.ViewChanged, done: func(before, now *lab.State) bool {
		return now.View.Racer >= 0 && before.View.Racer != now.View.Racer
	}},
	{says: landing, target: control("surface"), news: lab.DocChanged, done: func(before, now *lab.State) bool {
		return !setup.Same(setup.OfSurface, &before.Doc, &now.Doc)
	}},
}

func control(name string) func(*lab.State) string { return func(*lab.State) string { return name } }

// openRate is the learning rate of the racer whose card is open, or else of the first, with what is said of it.
func openRate(s *lab.State) string {
	return fmt.Sprintf("racer-%d-rate", max(s.Doc.RacerAt(s.View.Card), 0))
}

func starting(*lab.State) tutor.Beat {
	return tutor.Beat{Title: words.T("Who finds the lowest place?"), Texts: []string{
		words.T("All optimizers seek it, starting in the ring. Drag it elsewhere."),
		words.T("All optimizers start in the ring. Drag it elsewhere."), words.T("Drag the ring elsewhere."),
	}}
}

func playing(*lab.State) tutor.Beat {
	return tutor.Beat{Title: words.T("The race is recorded."), Texts: []string{
		words.T("Play it again, or drag the slider to any step."), words.T("Play it, or drag its slider."),
	}}
}

func rating(*lab.State) tutor.Beat {
	return tutor.Beat{Title: words.T("The learning rate decides."), Texts: []string{
		words.T("Drag it: too small is slow, too large does not settle."), words.T("Drag it: too large never settles."),
	}}
}

func ending(*lab.State) tutor.Beat {
	return tutor.Beat{Title: words.T("Where did they end?"), Texts: []string{
		words.T("Point at a row: the map shows the way of that one alone."), words.T("Point at a row of the table."),
	}}
}

func landing(*lab.State) tutor.Beat {
	return tutor.Beat{Title: words.T("Elsewhere another one wins."), Last: true, Texts: []string{
		words.T("Choose another surface. New to this? Learn, at the left, explains it all."),
		words.T("Choose another surface. Learn, at the left, explains it."), words.T("Choose one. Learn explains it."),
	}}
}

// played tells whether somebody has played, paused or moved the playhead: it also moves by itself, and stops at the end.
func played(before, now *lab.State) bool {
	ended := before.Playing && !now.Playing && now.Head == float64(now.Doc.Steps)
	moved := now.Head != before.Head && !before.Playing && !now.Playing && now.Doc.Steps == before.Doc.Steps
	return !ended && (now.Playing != before.Playing || moved)
}

// rated tells whether a racer has other settings than before, on the same surface.
func rated(before, now *lab.State) bool {
	same := slices.EqualFunc(before.Doc.Racers, now.Doc.Racers, func(a, b setup.Racer) bool { return alike(a.Spec, b.Spec) })
	return !same && setup.Same(setup.OfSurface, &before.Doc, &now.Doc)
}

func alike(a, b optim.Spec) bool { return a.String() == b.String() }
