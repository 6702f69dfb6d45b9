package forms

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/prose"
	"descentlab/widgets/skin"
)

// What can be added to a lesson in the making.
type Adds int

// The kinds.
const (
	Step     Adds = iota // an experiment, with a sentence
	Claim                // a sentence that is checked, about the last step
	Question             // about the last step
)

// A Draft makes a lesson: step by step, each an experiment as it stands, with a sentence.
type Draft struct {
	form

	OnTitle func(title, about string)
	OnAdd   func(what Adds, text string, race bool) // race: the step is what is in the room Race, not in this lab
	OnBack  func()                                  // the last thing that was added is to go
	OnSave  func()
	OnDrop  func() // the draft is to go

	state        DraftState
	status       *prose.Paragraph
	fault        *prose.Paragraph
	title, about *field
	kind         *widgets.Segmented
	entry        *field
	add, race    *kit.Button
	back, save   *kit.Button
	drop         *kit.Button
}

// A DraftState is what it shows.
type DraftState struct {
	Title, About string
	Steps        int
	Busy         bool   // a claim or a question is being checked
	Fault        string // why nothing was added; "": nothing is wrong
}

// NewDraft is an empty form.
func NewDraft() *Draft {
	d := &Draft{}
	var head, status, fault part
	_, head = d.text(headStyle, 2, prose.Span{Text: words.T("The next step")})
	d.status, status = d.text(noteStyle, 8)
	d.fault, fault = d.text(saidStyle, 6)
	d.title, d.about = d.field(words.T("title of the lesson"), 1), d.field(words.T("about, in a few words"), 1)
	told := func(string) {
		if d.OnTitle != nil {
			d.OnTitle(d.title.Text, d.about.Text)
		}
	}
	d.title.OnChanged, d.about.OnChanged = told, told
	d.kind = widgets.NewSegmented(words.T("Step"), words.T("Claim"), words.T("Question"))
	d.kind.OnChanged = func(int) { d.Set(d.state) }
	d.entry = d.field("", 4) // as the longest hint has
	d.add = kit.NewButton("", kit.IconAdd, "", func() { d.give(false) })
	d.race = kit.NewButton(words.T("What is in Race"), kit.IconFlag,
		words.T("The experiment of the room Race, where all of it can be set"), func() { d.give(true) })
	d.back = kit.NewButton("", kit.IconUndo, words.T("Take back what was added last"), func() { kit.Call(d.OnBack) })
	d.save = kit.NewButton(words.T("Save lesson …"), kit.IconExport, words.T("One Markdown file with its experiments (Ctrl+S)"),
		func() { kit.Call(d.OnSave) })
	d.drop = kit.NewButton(words.T("Discard"), "", words.T("Throw this draft away"), func() { kit.Call(d.OnDrop) })
	d.build(d.rule(), head, status, d.left(8, d.kind), d.row(8, d.entry), fault, d.left(16, d.add, d.race, d.back),
		d.row(8, d.title), d.row(8, d.about), d.left(14, d.drop, d.save))
	d.Set(DraftState{})
	return d
}

// give tells what is to be added.
func (d *Draft) give(race bool) {
	if d.OnAdd != nil && !d.add.Disabled() {
		d.OnAdd(Adds(d.kind.Selected()), d.entry.Text, race)
	}
}

// Added clears the text: it stands in the lesson now.
func (d *Draft) Added() { d.entry.show("") }

// hints say what is to be written.
func (d *Draft) hint() string {
	switch Adds(d.kind.Selected()) {
	case Claim:
		return words.T("a sentence about the last step that is checked, as\nracer SGD: diverged\nloss of SGD < 0.01")
	case Question:
		return words.T("a question about the last step, as\nask: Where does it settle?\nbasin: SGD\nwhy: It is the nearest one.")
	}
	return words.T("what to notice in this step, in a sentence or two")
}

// Set shows how far the lesson is.
func (d *Draft) Set(s DraftState) {
	d.state = s
	d.title.show(s.Title)
	d.about.show(s.About)
	d.entry.PlaceHolder = d.hint()
	d.entry.Refresh()
	told := words.N(s.Steps, "The lesson has %d step. Set the lab up, write a sentence, and add it as the next one.",
		"The lesson has %d steps. Set the lab up, write a sentence, and add it as the next one.", s.Steps)
	if s.Steps == 0 {
		told = words.T("Each step is an experiment as it stands, with a sentence. Set the lab up, write what to notice, and add it.")
	}
	if s.Busy {
		told = words.T("Checking …")
	}
	d.status.SetSpans([]prose.Span{{Text: told}})
	var wrong []prose.Span
	if s.Fault != "" {
		wrong = []prose.Span{{Text: s.Fault, Tint: skin.Ink(d.fault, theme.ColorNameError)}}
	}
	d.fault.SetSpans(wrong)
	step := Adds(d.kind.Selected()) == Step
	text := words.T("Add")
	if step {
		text = words.T("Add the lab as it is")
	}
	d.add.SetText(text)
	d.add.SetPrimary(true)
	kit.Enable(d.add, !s.Busy && (step || s.Steps > 0))
	kit.Enable(d.race, !s.Busy)
	show(d.race, step)
	show(d.back, s.Steps > 0)
	kit.Enable(d.save, s.Steps > 0 && trimmed(s.Title) != "")
	d.relay()
}

// trimmed is a text without the blanks round it.
func trimmed(text string) string { return strings.TrimSpace(text) }

// show shows a button or hides it.
func show(b *kit.Button, shown bool) { layout.SetShown(fyne.CanvasObject(b), shown) }
