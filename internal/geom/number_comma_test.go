package geom

import (
	"testing"

	"descentlab/internal/say"
)

// TestDecimalComma: numbers are read with a comma, and other programs get the point back.
func TestDecimalComma(t *testing.T) {
	say.DecimalComma(true)
	t.Cleanup(func() { say.DecimalComma(false) })
	for _, v := range []struct {
		number float64
		want   string
	}{{0.5, "0,5"}, {-1.25, "−1,25"}, {3, "3"}, {4.6e-5, "4,6e-5"}, {0.999, "0,999"}} {
		if got := Setting(v.number); got != v.want {
			t.Errorf("%v is %s, want %s", v.number, got, v.want)
		}
	}
	said := "(" + Minus("-0.5") + say.Between() + Minus("1.25") + "), at 1, 2 and 3"
	if want := "(−0,5; 1,25), at 1, 2 and 3"; said != want {
		t.Errorf("said is %q, want %q", said, want)
	}
	if got, want := Hyphen(said), "(-0.5; 1.25), at 1, 2 and 3"; got != want {
		t.Errorf("a program reads %q, want %q", got, want)
	}
	if got, want := say.T("%.2f of %s, %d", 0.5, "a.b", 3), "0,50 of a.b, 3"; got != want {
		t.Errorf("a text is %q, want %q", got, want)
	}
	say.DecimalComma(false)
	if got := Minus("-0.5") + say.Between() + Hyphen("1,5"); got != "−0.5, 1,5" {
		t.Errorf("with a point: %q", got)
	}
}
