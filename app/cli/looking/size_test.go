package looking

import (
	"strings"
	"testing"
)

// TestSize: sizes are in units, or in centimetres of 37.8 units each, and what is no size is refused.
func TestSize(t *testing.T) {
	for text, want := range map[string][2]int{
		"640x480": {640, 480}, "8.5x6cm": {321, 227}, "2.54x5.08cm": {96, 192}, "17.5 x 10 cm": {661, 378}, "1e2x50": {100, 50},
	} {
		w, h, err := sides(text)
		if err != nil || [2]int{w, h} != want {
			t.Errorf("%s is %d x %d, %v", text, w, h, err)
		}
	}
	for _, text := range []string{"", "640", "640x", "x", "0x5", "6.5x4", "nanx4", "infx4", "4x4x4", "8.5x6mm", "0.001x3cm",
		"1e300x1cm", "cm"} {
		_, _, err := sides(text)
		if err == nil || !strings.HasPrefix(err.Error(), "-size ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
