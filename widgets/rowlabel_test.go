package widgets

import (
	"testing"

	"descentlab/widgets/kit"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestLongLabelsAreCut(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ name, help, hint string }{
		{"lr", "The rate", "The rate"},
		{"initialaccumulatorvalue", "Where the sum begins", "initialaccumulatorvalue: Where the sum begins"},
		{"initialaccumulatorvalue", "", "initialaccumulatorvalue"},
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

// What is too long for one line has two before anything of it is lost, within the row; a label that is given room again, or none,
// has one or none.
func TestLongLabelsHaveTwoLines(t *testing.T) {
	test.NewTempApp(t)
	for name, parts := range map[string][2]string{
		"grad_noise_gamma": {"grad_noise_", "gamma"}, "initial_accumulator_value": {"initial_", "accumulator_value"},
		"a long name of words": {"a long name of ", "words"},
	} {
		l := newRowLabel(name, "help")
		l.Resize(l.MinSize())
		test.WidgetRenderer(l)
		l.Refresh()
		if l.text.Text != parts[0] || l.second.Text != parts[1] || !l.second.Visible() || l.Hint() != "help" {
			t.Errorf("%s: shown as %q and %q, the hint is %q", name, l.text.Text, l.second.Text, l.Hint())
		}
		for _, line := range []*canvas.Text{l.text, l.second} {
			if line.MinSize().Width > LabelWidth || line.Position().Y < -6 || line.Position().Y+line.Size().Height > kit.RowHeight+6 {
				t.Errorf("%s: %q is at %v, %v large", name, line.Text, line.Position(), line.MinSize())
			}
		}
		l.width = 300
		if l.Refresh(); l.text.Text != name || l.second.Visible() {
			t.Errorf("%s: with room for all shown as %q", name, l.text.Text)
		}
		l.width = 0
		if l.Refresh(); l.text.Visible() || l.second.Visible() {
			t.Errorf("%s: without any room it is shown", name)
		}
	}
}
