// Package lesson reads and writes lessons: one Markdown file each, of text in which numbers set the lab, results are computed,
// links load experiments or point at controls, and questions are checked by running what they ask about.
//
// A lesson begins with a header:
//
//	---
//	descentlab: lesson 1
//	about: what one number decides
//	experiments: speed-limit, catapult
//	---
//
// Of Markdown it has headings, paragraphs, lists, quotations, emphasis, code and links; $…$ and blocks of the kind math are
// mathematics for the equation widget. What is particular to lessons are kinds of links,
//
//	[0.019](set:racer.lr)                                   a number that sets a field of the experiment above
//	[232 steps](<is:reach of SGD below 1e-6>)               a result, computed of the experiment above
//	[445](<is:reach of SGD below 1e-6> "racer.lr=0.01")     the same, after changes
//	[Speed limit](load:speed-limit)                         loads an experiment
//	[the slider](point:racer.lr)                            points at a control
//
// and kinds of fenced blocks:
//
//	experiment KEY Title...             JSON as in the file of an experiment; or nothing: one that is there already
//	experiment KEY from OTHER Title...  changes, "racer.lr=0.02; steps=40"
//	question                            see package quiz
//	claims                              see package claim, one in a line
//	chart Title...                      "of: steps of SGD" and "against: racer.lr from 0.004 to 0.02"
//
// An experiment is the one that the text below it is about, until the next one.
package lesson

import (
	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
)

// Version is that of the lessons that this program writes, and the newest that it reads.
const Version = 1

// Endings are those of files that are taken for lessons.
var Endings = []string{".md", ".markdown"}

// A Lesson is what a file says, as far as it could be read: what could not is among its problems.
type Lesson struct {
	Title       string
	About       string   // in a few words
	Experiments []string // keys of those that go with the lesson, beside the ones in its text
	Hash        string   // of the file, by which hand-ins are bound to it
	Blocks      []Block
	Questions   []*quiz.Question // those of the blocks, in order
	Scenes      []Scene          // the experiments that the text is about or loads, in order
	Problems    []Problem        // in the order of lines
}

// A Problem is what is wrong with a line of a lesson.
type Problem struct {
	Line int // from 1
	Text string
}

// A Scene is an experiment that a lesson loads.
type Scene struct {
	Key, Title string
	Own        bool // it stands in the lesson; else in the gallery
	Doc        setup.Experiment
	Names      []string // of its racers, as results and claims call them
}

// Scene is the experiment with a key; nil if the lesson has none.
func (l *Lesson) Scene(key string) *Scene {
	for i := range l.Scenes {
		if l.Scenes[i].Key == key {
			return &l.Scenes[i]
		}
	}
	return nil
}

// BlockKind is what a block of text is.
type BlockKind int

// The kinds of blocks.
const (
	Paragraph  BlockKind = iota
	Heading              // of a level, 2 and more: the title is no block
	Item                 // of a list, at a level from 1; Number is 0 if the list has none
	Quotation            // a paragraph of one
	Code                 // lines as they stand in Text
	Formula              // mathematics in a line of its own: Text is markup of plot.ParseEquation
	Experiment           // loads Scene when it is reached or pressed; the text below is about it
	Question
	Claims // sentences about Scene that are true
	Chart
)

// A Block is a piece of the lesson from margin to margin.
type Block struct {
	Kind     BlockKind
	Line     int // from 1
	Level    int
	Number   int
	Runs     []Run
	Text     string
	Scene    string // the key of the experiment that it is about; "" above the first one
	Question *quiz.Question
	Ask, Why []Run // of Question
	Options  [][]Run
	Claims   []claim.Claim
	Chart    *Curve
}

// RunKind is what a run of text is.
type RunKind int

// The kinds of runs.
const (
	Words RunKind = iota
	Math          // Text is markup of plot.ParseEquation
	Mono          // code
	Scrub         // a number that sets Field
	Pill          // a result: Asked, after Changes
	Load          // loads the experiment of Scene
	Point         // points at Control
	Link          // leads to the web page of Control
	Break         // a line ends here
)

// A Run is a piece of text of one kind.
type Run struct {
	Kind         RunKind
	Text         string // as it stands in the file
	Bold, Italic bool
	Line         int
	Scene        string // the key of the experiment that it is about, or loads
	Field        measure.Field
	Asked        measure.Asked
	Changes      measure.Changes
	Control      string
}
