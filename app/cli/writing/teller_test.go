package writing

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
	told := &Teller{out: &out, meter: job.NewMeter(clock), now: func() time.Time { return clock }}
	told.Part(0.1) // too soon
	if told.Clear(); out.Len() > 0 {
		t.Errorf("a moment's work tells %q", out.String())
	}
	for part := range 4 {
		clock = clock.Add(time.Second)
		told.Part(float64(part+1) / 5)
		told.Part(float64(part+1) / 5)
	}
	told.Clear()
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
	told := &Teller{meter: job.NewMeter(time.Unix(0, 0)), now: time.Now}
	told.Part(0.5)
	told.Sweep().Progress(1, 2)
	told.Clear()
	if told.shown {
		t.Error("it was told to nobody")
	}
}
