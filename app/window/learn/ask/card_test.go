package ask

import (
	"math"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/widgets/plot"
	"descentlab/widgets/prose"
	"descentlab/widgets/widgettest"
)

func TestMain(m *testing.M) { os.Exit(widgettest.Main(m)) }

// card is the card of a question in a window.
func card(t *testing.T, q *quiz.Question) *Card {
	t.Helper()
	var c *Card
	widgettest.Window(t, plot.LightPalette(), fyne.NewSize(440, 400), func() fyne.CanvasObject {
		options := make([][]prose.Span, len(q.Options))
		for i, o := range q.Options {
			options[i] = []prose.Span{{Text: o.Label}}
		}
		c = New(q, "Question 1 of 1", []prose.Span{{Text: "Which?"}}, []prose.Span{{Text: "Because."}}, options)
		return c.Object()
	})
	return c
}

// TestBarsAreAsLongAsValues: what never comes has the longest one, and nothing is told before there is an answer.
func TestBarsAreAsLongAsValues(t *testing.T) {
	c := card(t, &quiz.Question{Kind: quiz.Least,
		Options: []quiz.Option{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}, {Key: "c", Label: "C"}}})
	solved := quiz.Solution{Values: []measure.Value{{Num: 50}, {Num: 200}, {Num: math.Inf(1), Why: "never"}}}
	c.Set(State{Given: &quiz.Answer{Choice: "a"}, Busy: true})
	if l := c.choices[0].is; !l.chosen || !l.busy || l.value != "" || l.bar != 0 {
		t.Errorf("while it is computed it shows %+v", l)
	}
	c.Set(State{Given: &quiz.Answer{Choice: "b"}, Solved: &solved, Verdict: &quiz.Verdict{Said: "So."}})
	for i, want := range []look{
		{value: "50", bar: 0.25}, {chosen: true, wrong: true, value: "200", bar: 1}, {value: "never", bar: 1},
	} {
		if got := c.choices[i].is; got != want {
			t.Errorf("answer %d shows %+v, want %+v", i, got, want)
		}
	}
	low := c.HeightIn(440)
	c.Set(State{Given: &quiz.Answer{Choice: "a"}, Solved: &solved, Verdict: &quiz.Verdict{Right: true, Said: "So."}})
	if l := c.choices[0].is; !l.right || c.choices[1].is.wrong {
		t.Error("the right answer is not marked, or a wrong one is still")
	}
	if c.HeightIn(200) <= low {
		t.Error("in a slim column it is no higher")
	}
}

// TestOnlyNumbersAreAnswers: a decimal comma is one, and words are none.
func TestOnlyNumbersAreAnswers(t *testing.T) {
	c := card(t, &quiz.Question{Kind: quiz.Number, Within: 0.05, Percent: true})
	var got []float64
	c.OnAnswer = func(a quiz.Answer) { got = append(got, a.Number) }
	for _, text := range []string{"2,5", "−3", "1e-2", "about two", "", "inf"} {
		c.number.entry.SetText(text)
		c.number.give()
	}
	if want := []float64{2.5, -3, 0.01}; !slices.Equal(got, want) {
		t.Errorf("answers %v, want %v", got, want)
	}
	c.number.entry.SetText("7")
	c.Set(State{Busy: true})
	if c.number.give(); len(got) != 3 {
		t.Error("an answer is taken while another one is checked")
	}
}

// TestFieldLeavesTheWindowItsShortcuts: Alt and a digit leads to another room also from the field.
func TestFieldLeavesTheWindowItsShortcuts(t *testing.T) {
	heard := widgettest.WindowHears(t)
	c := card(t, &quiz.Question{Kind: quiz.Number, Within: 0.05, Percent: true})
	alt := &desktop.CustomShortcut{KeyName: fyne.Key2, Modifier: fyne.KeyModifierAlt}
	c.number.entry.TypedShortcut(alt)
	c.number.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	widgettest.Expect(t, heard, alt.ShortcutName())
}

// TestPredictionInItsOrder: it is begun, checked when there is something to check, and begun anew.
func TestPredictionInItsOrder(t *testing.T) {
	c := card(t, &quiz.Question{Kind: quiz.Sketch, Names: []string{"SGD"}, Within: 0.06, Percent: true})
	var said []string
	c.OnPredict = func() { said = append(said, "predict") }
	c.OnCheck = func() { said = append(said, "check") }
	c.OnCancel = func() { said = append(said, "cancel") }
	if c.second.Visible() {
		t.Error("what has not begun can be given up")
	}
	c.first.Tapped(nil)
	c.Set(State{Armed: true, Progress: "Draw."})
	if c.first.Tapped(nil); !c.first.Disabled() || !c.second.Visible() {
		t.Error("nothing can be checked")
	}
	c.second.Tapped(nil)
	c.Set(State{Armed: true, Ready: true})
	c.first.Tapped(nil)
	c.Set(State{Given: &quiz.Answer{}, Verdict: &quiz.Verdict{Said: "So."}})
	c.first.Tapped(nil)
	if want := []string{"predict", "cancel", "check", "predict"}; !slices.Equal(said, want) {
		t.Errorf("it tells %q, want %q", said, want)
	}
	if got := c.said.Lines(); len(got) != 1 || got[0] != "Not quite. So. Because." {
		t.Errorf("it says %q", got)
	}
}
