package widgets

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// What vanishes before its hint is due has none.
func TestNoHintForWhatIsGone(t *testing.T) {
	run := widgettest.Waits(t)
	_, h, _ := formulaOn(t)
	label := newRowLabel("lr", "The rate")
	box := container.NewVBox(label)
	h.Content.(*fyne.Container).Add(box)
	label.MouseIn(widgettest.Mouse(1, 1, 0))
	box.Hide()
	run()
	if h.Hint.Visible() {
		t.Errorf("a hint at %v for what is hidden", h.Hint.Position())
	}
}

// A hint leaves alone what another control has to say.
func TestErrorOutlivesAHint(t *testing.T) {
	run := widgettest.Waits(t)
	f, h, _ := formulaOn(t)
	f.SetError("column 1: what is this?")
	label := newRowLabel("lr", "The rate")
	h.Content.(*fyne.Container).Add(label)
	label.MouseIn(widgettest.Mouse(1, 1, 0))
	run()
	if !h.Hint.Visible() || !h.Fault.Visible() {
		t.Errorf("hint %t, error %t: want both", h.Hint.Visible(), h.Fault.Visible())
	}
	label.MouseOut()
	if h.Hint.Visible() || !h.Fault.Visible() {
		t.Errorf("hint %t, error %t: want the error alone", h.Hint.Visible(), h.Fault.Visible())
	}
}
