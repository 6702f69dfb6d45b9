package words_test

import (
	"testing"
	"time"

	"descentlab/app/job"
	"descentlab/app/words"
)

// TestMeter: short work says nothing, longer work how much is done, and after a second how long the rest takes.
func TestMeter(t *testing.T) {
	began := time.Now()
	m := job.NewMeter(began)
	for _, c := range []struct {
		part  float64
		after time.Duration
		want  string
	}{
		{0.01, 100 * time.Millisecond, ""},
		{0.1, 500 * time.Millisecond, "10 %"},
		{0.2, 600 * time.Millisecond, ""}, // a moment ago
		{0.15, 700 * time.Millisecond, "20 %"},
		{0.25, 2 * time.Second, "25 %, about 6 s left"},
		{0.9, 3 * time.Second, "90 %, less than 1 s left"},
		{0.9, 30 * time.Minute, "90 %, about 3 min left"},
		{1.1, 31 * time.Minute, "100 %, less than 1 s left"},
	} {
		got := ""
		p, due := m.At(c.part, began.Add(c.after))
		if due {
			got = words.Progress(p.Part, p.Left, p.Sure)
		}
		if got != c.want || due != (c.want != "") {
			t.Errorf("%v of the work after %v: %q, %t; want %q", c.part, c.after, got, due, c.want)
		}
	}
	if got := words.Duration(3 * time.Hour); got != "about 3 h" {
		t.Error(got)
	}
}
