package cli

import (
	"strings"
	"testing"
	"time"

	"descentlab/app/job"
)

// TestProgressIsOneLine: it is told now and then, over what was told before, and nothing of it is left in the end.
func TestProgressIsOneLine(t *testing.T) {
	var out strings.Builder
	clock := time.Unix(0, 0)
	told := &teller{out: &out, meter: job.NewMeter(clock), now: func() time.Time { return clock }}
	told.part(0.1) // too soon
	if told.clear(); out.Len() > 0 {
		t.Errorf("a moment's work tells %q", out.String())
	}
	for part := range 4 {
		clock = clock.Add(time.Second)
		told.part(float64(part+1) / 5)
		told.part(float64(part+1) / 5)
	}
	told.clear()
	got := out.String()
	for _, want := range []string{"\r20 %", "\r80 %", "left"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if strings.Contains(got, "\n") || strings.Count(got, "%") != 4 || !strings.HasSuffix(got, "\r"+strings.Repeat(" ", 40)+"\r") {
		t.Errorf("%q is no line that is told four times and taken away", got)
	}
}

// TestProgressNobodySees: it is told to terminals alone.
func TestProgressNobodySees(t *testing.T) {
	told := &teller{meter: job.NewMeter(time.Unix(0, 0)), now: time.Now}
	told.part(0.5)
	told.sweep().Progress(1, 2)
	told.clear()
	if told.shown {
		t.Error("it was told to nobody")
	}
}
