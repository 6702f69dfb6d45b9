package forms

import (
	"reflect"

	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/prose"
)

// A HandIn takes a student's name, and runs of the student's own; what was answered stands in the lesson.
type HandIn struct {
	form

	OnName func(name string)
	OnRun  func(said string) // the lab's experiment is to be handed in as well, with a sentence
	OnDrop func()            // the last run is not to be
	OnSave func()

	state      HandInState
	status     *prose.Paragraph
	runs       *prose.Paragraph
	name, said *field
	save, add  *kit.Button
	drop       *kit.Button
}

// A HandInState is what it shows.
type HandInState struct {
	Name         string
	Answered, Of int      // questions
	Runs         []string // what was said of each
	Most         int      // runs that a hand-in has
}

// NewHandIn is an empty form.
func NewHandIn() *HandIn {
	h := &HandIn{}
	var head, status, runs part
	_, head = h.text(headStyle, 2, prose.Span{Text: words.T("Hand in")})
	h.status, status = h.text(noteStyle, 8)
	h.runs, runs = h.text(saidStyle, 6)
	h.name = h.field(words.T("your name"), 1)
	h.name.OnChanged = func(text string) {
		h.state.Name = text
		h.enable()
		if h.OnName != nil {
			h.OnName(text)
		}
	}
	h.save = kit.NewButton(words.T("Save hand-in …"), kit.IconExport,
		words.T("Your answers and runs as one file, for whoever teaches (Ctrl+S)"), func() { kit.Call(h.OnSave) })
	h.name.submit = func() {
		if !h.save.Disabled() {
			kit.Call(h.OnSave)
		}
	}
	h.said = h.field(words.T("what the lab's run shows, in a sentence"), 1)
	h.add = kit.NewButton(words.T("Add this run"), kit.IconAdd, words.T("The lab's experiment as it is now"), h.give)
	h.drop = kit.NewButton("", kit.IconRemove, words.T("Take the last run out"), func() { kit.Call(h.OnDrop) })
	h.said.submit = h.give
	h.build(h.rule(), head, status, runs, h.row(8, h.said, h.add, h.drop), h.row(14, h.name, h.save))
	h.Set(HandInState{Of: -1})
	return h
}

// give tells of a run.
func (h *HandIn) give() {
	if h.OnRun == nil || h.add.Disabled() {
		return
	}
	said := h.said.Text
	h.said.show("")
	h.OnRun(said)
}

// Set shows what there is to be handed in.
func (h *HandIn) Set(s HandInState) {
	if reflect.DeepEqual(s, h.state) {
		return
	}
	h.state = s
	h.name.show(s.Name)
	told := words.T("%d of %d questions are answered.", s.Answered, s.Of)
	if s.Of == 0 {
		told = words.T("The lesson has no questions.")
	}
	told += " " + words.T("A hand-in is one file with your answers, and runs of your own if you like.")
	h.status.SetSpans([]prose.Span{{Text: told}})
	var spans []prose.Span
	for i, said := range s.Runs {
		if said == "" {
			said = words.T("without words")
		}
		if i > 0 {
			spans = append(spans, prose.Span{Kind: prose.Break})
		}
		spans = append(spans, prose.Span{Text: words.T("Run %d: ", i+1), Bold: true}, prose.Span{Text: said})
	}
	h.runs.SetSpans(spans)
	h.enable()
	h.relay()
}

func (h *HandIn) enable() {
	ready := trimmed(h.state.Name) != "" && (h.state.Answered > 0 || len(h.state.Runs) > 0)
	kit.Enable(h.save, ready)
	h.save.SetPrimary(ready)
	kit.Enable(h.add, len(h.state.Runs) < h.state.Most)
	show(h.drop, len(h.state.Runs) > 0)
}
