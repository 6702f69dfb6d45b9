package timeline

import (
	"math"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

// FocusHint tells what the keys do.
func (t *Timeline) FocusHint() {
	t.hint = gesture.After(kit.FocusHintDelay, func() {
		kit.ShowHint(t, say.T("← →: step by step · Page Up, Page Down: a tenth of the way · Home, End: to the ends"))
	})
}

// EndFocusHint takes it away.
func (t *Timeline) EndFocusHint() {
	if t.hint != nil {
		t.hint()
		t.hint = nil
		kit.ShowHint(t, "")
	}
}

// TypedKey moves the playhead; other keys are the window's.
func (t *Timeline) TypedKey(ev *fyne.KeyEvent) {
	t.EndFocusHint()
	far := math.Max(1, math.Round(float64(t.steps)/10))
	to := t.head
	switch ev.Name {
	case fyne.KeyLeft:
		to = math.Ceil(t.head) - 1
	case fyne.KeyRight:
		to = math.Floor(t.head) + 1
	case fyne.KeyPageDown:
		to -= far
	case fyne.KeyPageUp:
		to += far
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = float64(t.steps)
	default:
		t.Pass(ev)
		return
	}
	if t.OnSeek != nil {
		t.OnSeek(math.Max(0, math.Min(to, float64(t.steps))))
	}
}
