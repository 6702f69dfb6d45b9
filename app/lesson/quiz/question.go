// Package quiz holds the questions of lessons. What is right is computed from runs, and so is how far off an answer is.
package quiz

import (
	"strings"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
)

// Kind is what is asked for.
type Kind string

// The kinds of questions.
const (
	Least  Kind = "least"  // which of several changes gives the least value
	Most   Kind = "most"   // which gives the greatest
	Which  Kind = "which"  // which of several claims is true
	Number Kind = "number" // a number
	Mark   Kind = "mark"   // the step at which a racer's run breaks off, marked on the time line
	Basin  Kind = "basin"  // where a racer settles, picked on the map
	Sketch Kind = "sketch" // a racer's path, drawn on the map
)

// A Question is asked about an experiment.
type Question struct {
	Line    int // in the lesson, from 1
	Kind    Kind
	Ask     string // in the lesson's Markdown, as are Why and the options' labels
	Why     string // the reason, said after an answer
	Scene   string // the key of the experiment in the lesson
	Changes measure.Changes
	Doc     setup.Experiment // the experiment with the changes
	Names   []string         // of its racers
	Asked   measure.Asked    // of Least, Most and Number
	Racer   int              // of Mark, Basin and Sketch
	Options []Option         // of Least, Most and Which
	Within  float64          // how far off is still right
	Percent bool             // it is a part of what is right, or, of Sketch, of the window
}

// An Option is one of the answers to choose from.
type Option struct {
	Label   string
	Key     string          // how answers name it: its label, or that in the language from which the lesson was translated
	Changes measure.Changes // of Least and Most
	Claim   claim.Claim     // of Which
	Text    string          // the changes or the claim as they are written
	doc     setup.Experiment
}

// Chooses tells whether one of the options is the answer.
func (q *Question) Chooses() bool { return q.Kind == Least || q.Kind == Most || q.Kind == Which }

// Predicts tells whether the answer is given on the map or the time line, before the run is seen.
func (q *Question) Predicts() bool { return q.Kind == Mark || q.Kind == Basin || q.Kind == Sketch }

// Option is the place of the option with a key; -1 if there is none.
func (q *Question) Option(key string) int {
	for i, o := range q.Options {
		if o.Key == strings.TrimSpace(key) {
			return i
		}
	}
	return -1
}
