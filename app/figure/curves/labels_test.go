package curves

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// written are the texts of a picture with what they take up.
func written(s *sketch, marks record.Marks) (texts []string, boxes []plot.Box) {
	for _, m := range marks.Of(record.Text) {
		texts = append(texts, m.Text.Text)
		boxes = append(boxes, s.textBox(strings.TrimRight(m.Text.Text, " "), m.Text.Size, m.Text.Bold, m.At, m.Text.Align))
	}
	return texts, boxes
}

// apart complains of texts that lie over one another, or beyond an edge.
func apart(t *testing.T, what string, w, h float64, p interface{ Draw(plot.Canvas) }) {
	t.Helper()
	texts, boxes := written(newSketch(record.New(w, h), look(t)), drawn(w, h, p))
	for i, b := range boxes {
		if b.X0 < 0 || b.X1 > w || b.Y0 < 0 || b.Y1 > h {
			t.Errorf("%s, %v x %v: %q reaches from %.0f to %.0f", what, w, h, texts[i], b.X0, b.X1)
		}
		for k, o := range boxes[:i] {
			if b.X0+1 < o.X1 && o.X0+1 < b.X1 && b.Y0+1 < o.Y1 && o.Y0+1 < b.Y1 {
				t.Errorf("%s, %v x %v: %q lies over %q", what, w, h, texts[i], texts[k])
			}
		}
	}
}

// TestTextsKeepApart in windows of all sizes.
func TestTextsKeepApart(t *testing.T) {
	for _, shape := range curve.Shapes() {
		for _, steps := range []int{0, 1, 2, 5, 6, 7, 12, 40} {
			s := stepped(t, shape.Key, steps)
			what := fmt.Sprintf("%s after %d steps", shape.Key, steps)
			for _, size := range [][2]float64{{638, 538}, {400, 380}, {276, 290}} {
				apart(t, what, size[0], size[1], plotted(t, s))
			}
			for _, size := range [][2]float64{{312, 304}, {192, 226}, {130, 178}, {276, 178}} {
				apart(t, "loss of "+what, size[0], size[1], Loss{State: s, Log: true, Look: look(t)})
				apart(t, "web of "+what, size[0], size[1], Cobweb{State: s, View: s.Curve.Home, Look: look(t)})
			}
			for _, w := range []float64{300, 410} {
				apart(t, "rule of "+what, w, StepLeast, Step{State: s, Look: look(t), Height: StepLeast})
				apart(t, "insight of "+what, w, InsightLeast, Insight{State: s, Look: look(t), Height: InsightLeast})
				apart(t, "insight of "+what, w, InsightHeight, Insight{State: s, Look: look(t), Height: InsightHeight})
			}
		}
	}
}

// TestSmallTextsKeepApart in the pictures of many balls side by side.
func TestSmallTextsKeepApart(t *testing.T) {
	for _, steps := range []int{0, 1, 4, 9} {
		s := stepped(t, "bowl", steps, "sgd lr=6", "momentum lr=0.04", "adam lr=0.9")
		if len(s.Runs) != 3 {
			t.Fatalf("%d runs", len(s.Runs))
		}
		for _, p := range Side(s, s.Curve.Home, Shown{true, true, true}, look(t)) {
			for _, size := range [][2]float64{{311, 538}, {195, 378}, {206, 175}, {126, 120}} {
				apart(t, fmt.Sprintf("%s after %d steps", p.Name, steps), size[0], size[1], p)
			}
		}
		l := Loss{State: s, Log: true, Look: look(t)}
		apart(t, "loss", 192, 226, l)
		if texts := drawn(312, 304, l).Texts(); !slices.Contains(texts, "Momentum") || slices.Contains(texts, "η = 0.3") {
			t.Errorf("lines of %q", texts)
		}
	}
}

// TestNumbersOfHopsStandBesideTheTangent: what is said of the slope hides none of the last ones.
func TestNumbersOfHopsStandBesideTheTangent(t *testing.T) {
	s := stepped(t, "bowl", 5)
	for _, w := range []float64{400, 638} {
		texts := drawn(w, 400, plotted(t, s)).Texts()
		for _, want := range []string{"slope 0.6881", "4", "3", "2"} {
			if !slices.Contains(texts, want) {
				t.Errorf("%v wide: no %q", w, want)
			}
		}
	}
}

// TestLettersAreSlanted where they stand alone, and nothing else is.
func TestLettersAreSlanted(t *testing.T) {
	l := look(t)
	l.Italic = l.Font // cut from the rest, at least
	for text, want := range map[string]string{"new w": "w", "η · slope": "η", "loss L": "L", "L′(w) = 2": "Lw", "new": "",
		"Loss 4L": ""} {
		slanted := ""
		for _, r := range l.runs(text) {
			if r.slanted {
				slanted += r.text
			}
		}
		if slanted != want {
			t.Errorf("%q: %q is slanted", text, slanted)
		}
	}
	table := Table{State: stepped(t, "bowl", 1), Hover: -1, Height: 300, Look: l}
	texts := drawn(410, 300, table).Texts()
	for _, want := range []string{"w", "new ", "loss ", "L", "η", " · slope"} {
		if !slices.Contains(texts, want) {
			t.Errorf("no %q of its own: %q", want, texts)
		}
	}
}

// TestNumbersOfTheRuleKeepApart also where the rate has many digits, and a line that is level has its name beside it.
func TestNumbersOfTheRuleKeepApart(t *testing.T) {
	for _, racer := range []string{"sgd lr=3.333", "sgd lr=0.1234", "sgd lr=6.667", "sgd lr=7"} {
		for _, steps := range []int{0, 1, 3, 5, 400} {
			s := stepped(t, []string{"bowl", "two_wells"}[steps%2], steps, racer)
			for _, w := range []float64{300, 410} {
				marks := drawn(w, StepHeight, Step{State: s, Height: StepHeight, Look: look(t)})
				noOverlap(t, "rule of "+racer, w, marks)
			}
		}
	}
	level := Cobweb{State: stepped(t, "bowl", 0, "sgd lr=3.3333333333333335"), View: stepped(t, "bowl", 0).Curve.Home, Look: look(t)}
	marks := drawn(312, 304, level)
	b := box{plot.Box{X0: 38, Y0: 28, X1: 298, Y1: 280}, level.View.X0, level.View.X1, level.View.X0, level.View.X1}
	if m, is := marks.Find("slope 0"); !is || m.At.Y-8 < b.at(0, 4).Y && m.At.Y+2 > b.at(0, 4).Y {
		t.Errorf("its name is there: %v, at %v; the line at %v", is, m.At, b.at(0, 4).Y)
	}
}

// TestHeadsAndRemarksKeepApart of methods that are not plain descent.
func TestHeadsAndRemarksKeepApart(t *testing.T) {
	for _, racer := range []string{"adam lr=0.6", "momentum lr=0.04", "schedule_free_adamw lr=0.1"} {
		s := stepped(t, "bowl", 4, racer)
		for _, w := range []float64{300, 410} {
			noOverlap(t, "table of "+racer, w, drawn(w, 250, Table{State: s, Hover: -1, Height: 250, Look: look(t)}))
		}
		for _, size := range [][2]float64{{312, 304}, {190, 226}} {
			apart(t, "web of "+racer, size[0], size[1], Cobweb{State: s, View: s.Curve.Home, Look: look(t)})
		}
	}
}

// TestPowersOfNegativeNumbersHaveBrackets: what is worked out reads as it is computed.
func TestPowersOfNegativeNumbersHaveBrackets(t *testing.T) {
	text := ""
	for _, span := range worked("loss", "w^4 - 2*w", -3, 87, curve.Weight).long {
		text += span.Text
	}
	if text != "L = (−3.000)⁴ − 2 · −3.000 = 87.00" {
		t.Error(text)
	}
}

// TestQuestionsHaveRoom: the lines of a question stand above its choices, and the reason below them, in columns of all widths.
func TestQuestionsHaveRoom(t *testing.T) {
	for _, shape := range []string{"bowl", "two_wells", "plateau", "cliff"} {
		s := stepped(t, shape, 0)
		for _, question := range s.Curve.Questions(s.Doc, s.Trials) {
			for _, w := range []float64{180, 196, 240} {
				q := Quiz{Question: question, Taken: 0, Hover: -1, Look: look(t)}
				apart(t, question.Text.String(), w, QuizHeight, q)
				for i, choice := range question.Choices {
					m, _ := drawn(w, QuizHeight, q).Find(choice.Text)
					if at, hit := q.At(m.At, w); !hit || at != i {
						t.Errorf("%v wide: %q is choice %d, hit %v", w, choice.Text, at, hit)
					}
				}
			}
		}
	}
}

// TestNearPlacesAreNamedInTheirOrder: where the step is short the upper of ball and landing has the upper name.
func TestNearPlacesAreNamedInTheirOrder(t *testing.T) {
	for _, racer := range []string{"adam lr=0.064", "momentum lr=0.038"} {
		s := stepped(t, "bowl", 2, racer)
		p := plotted(t, s)
		for _, w := range []float64{195, 400} {
			here, lands := curve.Number(s.Row(0).W), curve.Number(s.Row(0).New)
			if w > 240 {
				here, lands = "w = "+here, "lands at "+lands
			}
			marks := drawn(w, 380, p)
			a, is := marks.Find(here)
			b, lies := marks.Find(lands)
			if !is || !lies || a.At.Y >= b.At.Y {
				t.Errorf("%s, %v wide: %q at %v, %q at %v", racer, w, here, a.At, lands, b.At)
			}
		}
	}
}
