package window

import "testing"

// TestEveryTextOfCurvesGoesThroughWords is the same of the room Curve, the lists of its choosers with it.
func TestEveryTextOfCurvesGoesThroughWords(t *testing.T) {
	inBrackets(t)
	u := newTestUI(t, freshSession())
	u.alt("2")
	r := newReader(t, u)
	r.look("the room Curve")
}
