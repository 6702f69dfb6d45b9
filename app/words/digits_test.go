package words

import (
	"math"
	"testing"

	"descentlab/surfaces"
)

// TestNoMinusBeforeZero wherever a number is printed for people.
func TestNoMinusBeforeZero(t *testing.T) {
	zero := math.Copysign(0, -1)
	for what, got := range map[string]string{
		"Digits": Digits(zero, 17), "Short": Short(zero), "ShortTo": ShortTo(zero, 2), "Count": Count(zero), "Percent": Percent(zero),
	} {
		if got != "0" && got != "0 %" {
			t.Errorf("%s prints %q", what, got)
		}
	}
	if got := At(surfaces.Point{X: zero, Y: -1.5}); got != "(0, −1.5)" {
		t.Errorf("a place is %s", got)
	}
	if got := Digits(-1.0/3, 6); got != "−0.333333" {
		t.Errorf("-1/3 is %s", got)
	}
}
