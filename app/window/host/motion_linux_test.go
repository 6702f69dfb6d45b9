package host

import "testing"

// TestCalmSystem: only a plain wish for less is one, and without a bus nobody is asked.
func TestCalmSystem(t *testing.T) {
	for _, c := range []struct {
		value any
		calm  bool
	}{{uint32(1), true}, {uint32(0), false}, {uint32(2), false}, {"1", false}, {nil, false}} {
		if got := calmWish(c.value); got != c.calm {
			t.Errorf("the wish %v is read as %t", c.value, got)
		}
	}
	if !calmSwitch(false) || calmSwitch(true) || calmSwitch("false") || calmSwitch(nil) {
		t.Error("the switch of animations is misread")
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if hasBus() || CalmSystem() {
		t.Error("a bus is met where there is none")
	}
}
