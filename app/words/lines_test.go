package words

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// TestLines: a text is broken at its spaces only, and a formula that stays together stands on one line.
func TestLines(t *testing.T) {
	short := func(line string) bool { return utf8.RuneCountInString(line) <= 9 }
	got := Lines("by "+Unbroken("1 − 0.3·η")+" it grows, unstoppably", short)
	if want := []string{"by", "1\u00a0−\u00a00.3·η", "it grows,", "unstoppably"}; !slices.Equal(got, want) {
		t.Errorf("the lines are %q, not %q", got, want)
	}
}
