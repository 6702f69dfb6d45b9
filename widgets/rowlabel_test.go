package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestLongLabelsAreCut(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ name, help, hint string }{
		{"lr", "The rate", "The rate"},
		{"initial_accumulator_value", "Where the sum begins", "initial_accumulator_value: Where the sum begins"},
		{"initial_accumulator_value", "", "initial_accumulator_value"},
	} {
		l := newRowLabel(c.name, c.help)
		l.Refresh()
		if l.Hint() != c.hint {
			t.Errorf("%s: the hint is %q, want %q", c.name, l.Hint(), c.hint)
		}
		if cut := l.text.Text != c.name; cut != (len(c.name) > 10) || l.text.MinSize().Width > LabelWidth {
			t.Errorf("%s: shown as %q, %v units wide", c.name, l.text.Text, l.text.MinSize().Width)
		}
	}
}

// Long names are set smaller before they are cut: these differ at their ends only.
func TestLongLabelsShrinkFirst(t *testing.T) {
	test.NewTempApp(t)
	for _, name := range []string{"step_size_up", "step_size_down", "weight_decay"} {
		l := newRowLabel(name, "help")
		l.Refresh()
		if l.text.Text != name || l.text.MinSize().Width > LabelWidth {
			t.Errorf("%s: shown as %q, %v units wide", name, l.text.Text, l.text.MinSize().Width)
		}
	}
}
