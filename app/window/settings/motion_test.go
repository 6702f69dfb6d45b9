package settings

import (
	"testing"

	"descentlab/app/lab/session"
)

// TestMotion: a choice stands over what the system wishes, which counts where nothing is chosen.
func TestMotion(t *testing.T) {
	for _, c := range []struct {
		choice      string
		calm, still bool
	}{
		{"", false, false}, {"", true, true}, {session.MotionFull, true, false}, {session.MotionReduced, false, true},
	} {
		m := &Motion{Choice: c.choice}
		m.Ask(func() bool { return c.calm })
		if got := m.Still(); got != c.still {
			t.Errorf("%q in a system that wishes calm: %t, gives still: %t", c.choice, c.calm, got)
		}
	}
}
