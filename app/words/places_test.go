package words

import (
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"descentlab/internal/say"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

func TestEndings(t *testing.T) {
	for _, c := range []struct {
		v           race.Verdict
		long, brief string
	}{
		{race.Verdict{Step: 100}, "finished", "finished"},
		{race.Verdict{Kind: race.Diverged, Step: 12}, "diverged at step 12", "diverged, 12"},
		{race.Verdict{Kind: race.Undefined, Step: 3}, "left the domain at step 3", "left domain, 3"},
		{race.Verdict{Kind: race.Stopped, Step: 1, Why: optim.SingularHessian}, "stopped at step 1: the Hessian is singular",
			"stopped, 1"},
	} {
		if long, brief := Ending(c.v), EndingBriefly(c.v); long != c.long || brief != c.brief {
			t.Errorf("%+v: %q and %q, want %q and %q", c.v, long, brief, c.long, c.brief)
		}
		if Ending(c.v) != c.v.Key() {
			t.Errorf("in English %q is %q in files", Ending(c.v), c.v.Key())
		}
	}
}

// TestRoughly: two digits, in whichever form is the shorter.
func TestRoughly(t *testing.T) {
	for want, p := range map[string]surfaces.Point{
		"(4.7, −12)": {X: 4.7271, Y: -12.3456}, "(−1235, 100)": {X: -1234.56, Y: 99.6},
		"(1.2e+10, 0)": {X: 1.234e10, Y: math.Copysign(0, -1)}, "(1.2e-05, −123456)": {X: 1.234e-5, Y: -123456.4},
	} {
		if got := Roughly(p); got != want {
			t.Errorf("%v is roughly %s, want %s", p, got, want)
		}
	}
}

// TestKindsInEnglish: they read as in files, and no two alike.
func TestKindsInEnglish(t *testing.T) {
	for k := surfaces.Minimum; k <= surfaces.Undefined; k++ {
		if Kind(k) != k.Key() {
			t.Errorf("%q is %q in files", Kind(k), k.Key())
		}
	}
}

// TestCensusSentences: every sentence that there is, with its sum.
func TestCensusSentences(t *testing.T) {
	points := func(minima, maxima, saddles, degenerate int) map[surfaces.Kind]int {
		return map[surfaces.Kind]int{
			surfaces.Minimum: minima, surfaces.Maximum: maxima, surfaces.Saddle: saddles, surfaces.Degenerate: degenerate,
		}
	}
	window := surfaces.Rect{X0: -3, X1: 3, Y0: -2.5, Y1: 1e6}
	agrees := func(turns int) surfaces.Check {
		return surfaces.Check{View: window, Verdict: surfaces.Agrees, Counted: true, Turns: turns, Sum: turns}
	}
	proven := func(turns int, near ...surfaces.Point) surfaces.Check {
		c := agrees(turns)
		c.Verdict, c.Proof = surfaces.Complete, surfaces.Proof{Done: true, Tried: true, Near: near, Reach: 2.51e-7}
		return c
	}
	odd, unproven := agrees(1), agrees(2)
	odd.Odd = []surfaces.Odd{{At: surfaces.Point{X: 0.123456, Y: 2}}, {At: surfaces.Point{Y: -1}}}
	odd.Sum = 0
	unproven.Proof = surfaces.Proof{Tried: true, Why: say.Later("it is late")}
	uncounted := proven(0)
	uncounted.Counted = false
	told, allTold := proven(-2), proven(-2)
	told.Proof.Told, allTold.Proof.Told = make([]surfaces.Point, 1), make([]surfaces.Point, 4)
	told.Proof.Reach, allTold.Proof.Reach = 2.5e-7, 2.5e-7
	curved, level := uncounted, uncounted
	curved.Proof.Curves, curved.Proof.Off, level.Proof.Off = 1, 0.00251, 0.01
	level.Proof.Levels = []surfaces.Rect{{X0: -1, X1: 1, Y0: 0, Y1: 2}}
	const missed = " A minimum and a saddle that were both missed would not show in that."
	const in = "x from −3 to 3, y from −2.5 to 1e+06"
	for _, c := range []struct {
		census Census
		want   string
	}{
		{Census{Check: proven(1), Found: 1, Listed: 1, Counted: points(1, 0, 0, 0)},
			"Complete in " + in + ", which is proven: the gradient turns +1 time round the window, as 1 minimum asks."},
		{Census{Check: proven(0)}, "None in " + in + ", and none is missing: that is proven."},
		{Census{Check: uncounted, Found: 1, Listed: 1, Counted: points(1, 0, 0, 0)}, "Complete in " + in + ", which is proven."},
		{Census{Check: proven(1, surfaces.Point{X: 1}), Found: 1, Listed: 1, Counted: points(0, 0, 0, 1)}, "Complete in " + in +
			", which is proven: the gradient turns +1 time round the window, as 1 degenerate point asks +1. " +
			"Nothing is proven closer than 2.5e-07 to (1, 0)."},
		{Census{Check: proven(-1, make([]surfaces.Point, 7)...), Found: 1, Listed: 1, Counted: points(0, 0, 1, 0)}, "Complete in " +
			in + ", which is proven: the gradient turns −1 time round the window, as −1 saddle asks. " +
			"Nothing is proven closer than 2.5e-07 to 7 singular points."},
		{Census{Check: told, Found: 3, Listed: 3, Counted: points(0, 1, 2, 0), Flat: map[int]int{-2: 1}}, "Complete in " + in +
			", which is proven: the gradient turns −2 times round the window, as 1 maximum − 1 saddle + 1 saddle of index −2 ask. " +
			"That there is no other closer than 2.5e-07 to (0, 0) is not proven."},
		{Census{Check: allTold, Found: 1, Listed: 1, Counted: points(0, 0, 1, 0), Flat: map[int]int{-2: 1}}, "Complete in " + in +
			", which is proven: the gradient turns −2 times round the window, as 1 saddle of index −2 asks. " +
			"That there is no other closer than 2.5e-07 to 4 singular points is not proven."},
		{Census{Check: curved, Found: 4, Listed: 4, Counted: points(1, 2, 0, 1)}, "Complete in " + in + ", which is proven: " +
			"1 minimum, 2 maxima and 1 curve of critical points. Nothing is proven closer than 0.0025 to the curve."},
		{Census{Check: level}, "Complete in " + in + ", which is proven: 1 level part. Level, to working precision, it is within " +
			"x from −1 to 1, y from 0 to 2. Nothing is proven closer than 0.01 to the border of what is level."},
		{Census{Check: agrees(2), Found: 5, Listed: 5, Counted: points(2, 1, 1, 0)},
			"The index agrees in " + in + ": the gradient turns +2 times round the window, as 2 minima + 1 maximum − 1 saddle ask." +
				missed},
		{Census{Check: unproven, Found: 2, Listed: 2, Counted: points(2, 0, 0, 0)},
			"The index agrees in " + in + ": the gradient turns +2 times round the window, as 2 minima ask. " +
				missed[1:] + " There is no proof: it is late."},
		{Census{Check: agrees(-2), Found: 1, Listed: 1, Counted: points(0, 0, 0, 1)},
			"The index agrees in " + in + ": the gradient turns −2 times round the window, as 1 degenerate point asks −2." + missed},
		{Census{Check: agrees(0)},
			"None was found in " + in + ", and the index agrees: the gradient turns +0 times round the window." + missed},
		{Census{Check: agrees(0), Found: 1, Listed: 1}, "The index agrees in " + in +
			": the gradient turns +0 times round the window, as nothing was found that turns it." + missed},
		{Census{Check: odd, Found: 2, Listed: 2, Counted: points(1, 0, 1, 0)}, "The index agrees in " + in +
			", with the kink or pole at (0.1235, 2) and (0, −1): the gradient turns +1 time round the window; " +
			"1 minimum − 1 saddle make +0." + missed},
		{Census{Check: surfaces.Check{View: window, Verdict: surfaces.Mismatch, Counted: true, Turns: 1, Sum: -1}, Found: 1, Listed: 1,
			Counted: points(0, 0, 1, 0)},
			"Incomplete in " + in + ": the gradient turns +1 time round the window, but −1 saddle makes −1."},
		{Census{Check: surfaces.Check{View: window, Verdict: surfaces.Untold, Why: say.Later("it is dark")}},
			"Cannot tell whether these are all in " + in + ": it is dark."},
		{Census{Check: surfaces.Check{View: window, Verdict: surfaces.Untold}, Stopped: true},
			"Cannot tell whether these are all in " + in + ": the search stopped early, so that points may be missing."},
		{Census{Check: agrees(0), Found: 9000, Listed: 4096},
			"9000 critical points were found in " + in + "; the 4096 lowest are listed."},
	} {
		if got := c.census.Sentence(); got != c.want {
			t.Errorf("%q\nwant %q", got, c.want)
		}
	}
}

// TestErrorsInALanguage: an error is worded when it is read, and what it wraps can be found in any language.
func TestErrorsInALanguage(t *testing.T) {
	const none Fault = "nothing is there"
	Translate(func(english string) string { return "auf gut Deutsch: " + english })
	defer Translate(nil)
	err := Errorf("%[1]s: %[2]w", "place", errors.Join(none, io.EOF))
	if !strings.HasPrefix(err.Error(), "auf gut Deutsch: place: auf gut") || !strings.HasPrefix(none.Error(), "auf gut") ||
		!errors.Is(err, none) || !errors.Is(err, io.EOF) || errors.Is(err, Fault("another")) {
		t.Errorf("%v, %v", none, err)
	}
}

// The ends of a window are told in as many digits as it takes to tell them apart.
func TestWindowsInWords(t *testing.T) {
	for want, r := range map[string]surfaces.Rect{
		"x from −3 to 3, y from −2 to 2":                                   {X0: -3, X1: 3, Y0: -2, Y1: 2},
		"x from 0.99999999 to 1.00000001, y from 100000000 to 100000000.5": {X0: 0.99999999, X1: 1.00000001, Y0: 1e8, Y1: 100000000.5},
		"x from −3.142 to 3.142, y from 0 to 1e-08":                        {X0: -math.Pi, X1: math.Pi, Y1: 1e-8},
	} {
		if got := Window(r); got != want {
			t.Errorf("%v: %q, want %q", r, got, want)
		}
	}
}
