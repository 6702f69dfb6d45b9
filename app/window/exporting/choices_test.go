package exporting

import (
	"testing"

	"descentlab/internal/say"
)

// TestCentimetresAreWrittenAsNumbersAre: with a comma where people write one, and read with either.
func TestCentimetresAreWrittenAsNumbersAre(t *testing.T) {
	t.Cleanup(func() { say.DecimalComma(false) })
	for comma, want := range map[bool]string{false: "8.5", true: "8,5"} {
		say.DecimalComma(comma)
		if got := lengthOf(units(8.5, centimetres), centimetres); got != want {
			t.Errorf("8.5 cm are written %q, want %q", got, want)
		}
		if v, err := numberOf(want); err != nil || v != 8.5 {
			t.Errorf("%q is read as %v, %v", want, v, err)
		}
	}
}
