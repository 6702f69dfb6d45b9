package plot

import (
	"math"
	"strings"
	"testing"
)

func TestDigitsTakeEqualRoom(t *testing.T) {
	f := testFont(t)
	for _, text := range []string{"1.111e-11", "4.079e-18"} {
		if got, want := f.TabularWidth(text, 11), f.TabularWidth("0.000e-00", 11); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v wide, 0.000e-00 is %v", text, got, want)
		}
	}
	if got, want := f.TabularWidth("AVAT", 11), f.Width("AVAT", 11); got != want {
		t.Errorf("text without digits is %v wide, want %v with its kerning", got, want)
	}
	if got := f.TabularWidth("", 11); got != 0 {
		t.Errorf("nothing is %v wide", got)
	}
}

func TestShorten(t *testing.T) {
	f := testFont(t)
	const name = "Rprop with backtracking"
	if got := f.Shorten(name, 11, f.Width(name, 11)); got != name {
		t.Errorf("a text that fits became %q", got)
	}
	for width := 0.0; width < f.Width(name, 11); width += 3 {
		got := f.Shorten(name, 11, width)
		stem, ok := strings.CutSuffix(got, "…")
		if !ok || !strings.HasPrefix(name, stem) {
			t.Fatalf("shortened to %q", got)
		}
		if f.Width(got, 11) > width && got != "…" {
			t.Errorf("%q is wider than %v", got, width)
		}
		if longer := name[:len(stem)+1] + "…"; f.TabularWidth(longer, 11) <= width {
			t.Errorf("%q would have fitted in %v too, not only %q", longer, width, got)
		}
	}
}
