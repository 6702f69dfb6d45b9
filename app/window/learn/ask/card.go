// Package ask is a question of a lesson as it is seen in the text: what is asked, the answers to choose from or what takes one,
// and what the run has said of the answer that was given.
package ask

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/prose"
)

// A State is what has become of a question.
type State struct {
	Armed    bool           // a prediction is being made: map and time line take it
	Ready    bool           // there is one that can be checked
	Busy     bool           // the runs are under way
	Given    *quiz.Answer   // nil: none yet
	Solved   *quiz.Solution // what the runs say; nil: not known
	Verdict  *quiz.Verdict  // of the answer; nil: not known
	Fault    error          // why there is none
	Progress string         // what is said while a prediction is made
}

// A Card shows a question.
type Card struct {
	// OnAnswer tells of an answer by choice or of a number.
	OnAnswer func(a quiz.Answer)
	// OnPredict begins a prediction, or begins it anew.
	OnPredict func()
	// OnCheck gives the prediction that has been made.
	OnCheck func()
	// OnCancel gives up predicting.
	OnCancel func()
	// OnHeight tells that it is higher or lower now.
	OnHeight func()
	// OnFocus tells where on the card something has got the focus.
	OnFocus func(top, height float32)

	q        *quiz.Question
	why      []prose.Span
	state    State
	rule     *kit.Rule
	ask, how *prose.Paragraph
	said     *prose.Paragraph
	choices  []*choice
	number   *number
	first    *kit.Button // begins, or checks
	second   *kit.Button // gives up
	parts    []part
	box      *fyne.Container
	width    float32
}

// A part of the card stands below the one before it.
type part struct {
	object fyne.CanvasObject
	height func(width float32) float32 // 0: it is not there
	gap    float32                     // below it
}

// New is the card of a question. Which says which one it is; the spans are its text, the reason and the labels of its answers.
func New(q *quiz.Question, which string, askSpans, why []prose.Span, options [][]prose.Span) *Card {
	c := &Card{q: q, why: why, rule: kit.NewRule()}
	c.ask = prose.New(prose.Style{Size: 16, Pitch: 24, Bold: true, Foot: 2}, askSpans...)
	c.how = prose.New(prose.Style{Size: 12, Pitch: 18, Muted: true, Foot: 8}, prose.Span{Text: which + " · " + c.howText()})
	c.said = prose.New(prose.Style{Size: 13.5, Pitch: 20, Before: 4})
	c.parts = []part{{c.rule, func(float32) float32 { return 1 }, 14},
		{c.ask, c.ask.HeightIn, 0}, {c.how, c.how.HeightIn, 0}}
	for i := range q.Options {
		o := newChoice(c, i, options[i])
		c.choices = append(c.choices, o)
		c.parts = append(c.parts, part{o, o.heightIn, 6})
	}
	if q.Kind == quiz.Number {
		c.number = newNumber(c)
		c.parts = append(c.parts, part{c.number.box, func(float32) float32 { return c.number.box.MinSize().Height }, 6})
	}
	if q.Predicts() {
		c.first = kit.NewButton("", "", "", func() { c.press() })
		c.second = kit.NewButton(words.T("Give up"), "", words.T("Back to the lesson's experiment (Esc)"),
			func() { kit.Call(c.OnCancel) })
		line := container.NewHBox(c.first, c.second)
		c.parts = append(c.parts, part{line, func(float32) float32 { return kit.ControlHeight }, 6})
	}
	c.parts = append(c.parts, part{c.said, func(width float32) float32 {
		if len(c.said.Spans()) == 0 {
			return 0
		}
		return c.said.HeightIn(width)
	}, 18})
	c.box = container.New(cardLayout{c})
	for _, p := range c.parts {
		c.box.Objects = append(c.box.Objects, p.object)
	}
	c.show()
	return c
}

// Object is what is seen of it.
func (c *Card) Object() fyne.CanvasObject { return c.box }

// State is what it shows.
func (c *Card) State() State { return c.state }

// Set shows what has become of the question.
func (c *Card) Set(s State) {
	c.state = s
	c.show()
	kit.Call(c.OnHeight)
}

// press begins, checks, or begins anew.
func (c *Card) press() {
	if c.state.Armed && c.state.Ready {
		kit.Call(c.OnCheck)
		return
	}
	if !c.state.Armed {
		kit.Call(c.OnPredict)
	}
}

// answer gives an answer, unless the runs of the last one are under way.
func (c *Card) answer(a quiz.Answer) {
	if c.OnAnswer != nil && !c.state.Busy {
		c.OnAnswer(a)
	}
}

// howText says how the answer is found out.
func (c *Card) howText() string {
	start := words.At(c.q.Doc.Start)
	switch c.q.Kind {
	case quiz.Least, quiz.Most:
		return words.T("Your answer is checked by running all %d from %s.", len(c.q.Options), start)
	case quiz.Which:
		return words.T("Your answer is checked by a run from %s.", start)
	case quiz.Number:
		return words.T("Your answer is checked by a run; right is within %s.", c.within())
	case quiz.Mark:
		return words.T("Predict, then see: drag the playhead to the step. Right is within %s.", c.within())
	case quiz.Basin:
		return words.T("Predict, then see: click the minimum on the map.")
	}
	return words.T("Predict, then see: draw on the map. Right is within %s of its diagonal.", c.within())
}

// within is how far off is still right.
func (c *Card) within() string {
	if c.q.Percent {
		return words.Digits(100*c.q.Within, 4) + "\u00a0%"
	}
	return words.Digits(c.q.Within, 4)
}

// show shows the state.
func (c *Card) show() {
	longest := c.longest()
	for i, o := range c.choices {
		o.set(c.look(i, longest))
	}
	if c.number != nil {
		c.number.show(c.state)
	}
	if c.first != nil {
		c.showButtons()
	}
	c.said.SetSpans(c.saying())
	c.box.Refresh()
}

func (c *Card) showButtons() {
	s := c.state
	text := words.T("Predict")
	switch {
	case s.Busy:
		text = words.T("running …")
	case s.Armed:
		text = words.T("See the run")
	case s.Given != nil:
		text = words.T("Predict again")
	}
	c.first.SetText(text)
	c.first.SetPrimary(s.Armed && s.Ready)
	kit.Enable(c.first, !s.Busy && (!s.Armed || s.Ready))
	layout.SetShown(c.second, s.Armed)
}

// saying is what is said below the answers.
func (c *Card) saying() []prose.Span {
	s := c.state
	switch {
	case s.Fault != nil:
		return []prose.Span{{Text: words.Sentence(s.Fault)}}
	case s.Busy:
		return []prose.Span{{Text: words.T("The runs are under way …")}}
	case s.Armed:
		return []prose.Span{{Text: s.Progress}}
	case s.Verdict == nil:
		return nil
	case s.Verdict.Right:
		return append([]prose.Span{{Text: words.T("Right."), Bold: true}, {Text: " " + s.Verdict.Said + " "}}, c.why...)
	case c.q.Chooses():
		return []prose.Span{{Text: words.T("Not that one."), Bold: true}, {Text: " " + s.Verdict.Said + " " + words.T("Try again.")}}
	}
	return append([]prose.Span{{Text: words.T("Not quite."), Bold: true}, {Text: " " + s.Verdict.Said + " "}}, c.why...)
}

// A look is what is seen of an answer to choose from.
type look struct {
	chosen, right, wrong, busy bool
	value                      string  // what the run says
	bar                        float64 // part of the longest; 0: none
}

// look is that of an answer.
func (c *Card) look(i int, longest float64) look {
	s := c.state
	var l look
	l.chosen = s.Given != nil && s.Given.Choice == c.q.Options[i].Key
	l.busy = s.Busy
	if s.Verdict != nil && l.chosen {
		l.right, l.wrong = s.Verdict.Right, !s.Verdict.Right
	}
	if s.Solved == nil || s.Verdict == nil {
		return l
	}
	if i < len(s.Solved.Values) {
		v := s.Solved.Values[i]
		l.value = c.text(v)
		if l.bar = 1; geom.Finite(v.Num) && longest > 0 {
			l.bar = math.Abs(v.Num) / longest
		}
	}
	return l
}

// text is what an answer comes to.
func (c *Card) text(v measure.Value) string {
	if text := v.String(); c.q.Asked.Counts() && geom.Finite(v.Num) {
		return words.T("%s steps", text)
	}
	return v.String()
}

// longest is the greatest value of all answers.
func (c *Card) longest() (most float64) {
	if c.state.Solved == nil {
		return 0
	}
	for _, v := range c.state.Solved.Values {
		if geom.Finite(v.Num) {
			most = max(most, math.Abs(v.Num))
		}
	}
	return most
}

// HeightIn is how high the card is in a width.
func (c *Card) HeightIn(width float32) float32 {
	c.width = width
	y := float32(8)
	for _, p := range c.parts {
		if h := p.height(width); h > 0 {
			y += h + p.gap
		}
	}
	return y
}

// cardLayout stacks the parts of a card.
type cardLayout struct{ card *Card }

// Layout places them.
func (l cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(8)
	for _, p := range l.card.parts {
		h := p.height(size.Width)
		layout.SetShown(p.object, h > 0)
		if h > 0 {
			kit.Place(p.object, 0, y, size.Width, h)
			y += h + p.gap
		}
	}
}

// MinSize is that of the width that it has.
func (l cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.card.width < 1 {
		return fyne.NewSize(160, 40)
	}
	return fyne.NewSize(160, l.card.HeightIn(l.card.width))
}
