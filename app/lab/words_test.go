package lab

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// abroad speaks a language in which every text stands in quotation marks, until the test ends.
func abroad(t *testing.T) {
	t.Helper()
	words.Translate(func(english string) string { return "«" + english + "»" })
	t.Cleanup(func() { words.Translate(nil) })
}

// english finds letters of two or more that stand outside of every quotation mark.
func english(text string) string {
	for quoted := regexp.MustCompile("«[^«»]*»"); quoted.MatchString(text); {
		text = quoted.ReplaceAllString(text, "")
	}
	return regexp.MustCompile("[a-z]{2,}").FindString(text)
}

// facts are one of each thing that is worded here.
func facts() (said, written []string) {
	kinds := []surfaces.Kind{surfaces.Minimum, surfaces.Saddle, surfaces.Maximum, surfaces.Degenerate}
	places := make([]Place, len(kinds))
	for i, k := range kinds {
		places[i] = Place{Critical: surfaces.Critical{Kind: k, V1: surfaces.Point{X: 1}}, Name: "P", Global: k == surfaces.Minimum}
		said, written = append(said, places[i].Label()), append(written, places[i].Key())
	}
	for _, w := range []Whereabouts{
		{}, {Kind: Settled, Place: &places[0]}, {Kind: Settled}, {Kind: OnLine}, {Kind: AtPlace, Place: &places[1]}, {Kind: AtPlace},
		{Kind: Heading, Place: &places[0]}, {Kind: Circling, Line: true}, {Kind: Heading, At: surfaces.Point{X: 1}}, {Kind: Bouncing},
		{Kind: LevelGround}, {Kind: Climbing}, {Kind: NoGradient}, {Kind: LeftMap, Step: 2},
		{Kind: LeftMap}, {Kind: Held}, {Kind: OutsideDomain},
		{Kind: TooFar}, {Kind: OnLine, Up: true}, {Kind: Bouncing, Up: true}, {Kind: Circling, Line: true, Up: true},
		{Kind: EndedOtherwise, Verdict: race.Verdict{Kind: race.Diverged, Step: 2}},
		{Kind: EndedOtherwise, Verdict: race.Verdict{Kind: race.Undefined, Step: 2}},
		{Kind: EndedOtherwise, Verdict: race.Verdict{Kind: race.Stopped, Step: 2, Why: optim.LineSearchFailed}},
	} {
		said = append(said, w.String())
	}
	for k := sweep.Pending; k <= sweep.Stopped; k++ {
		said, written = append(said, Share{Kind: k}.Label()), append(written, k.Key())
	}
	for side := Upwards; side <= Rightwards; side++ {
		g := Group{Side: side, Place: &places[0]}
		said, written = append(said, side.String(), g.Label()), append(written, side.Key(), g.Key())
	}
	for _, e := range []*Escape{
		{Saddle: &places[1], Near: 3},
		{Saddle: &places[1], Near: 3, Steps: [2][]float64{{1, 2}, {5}}, To: [2]*Place{&places[0], nil}},
	} {
		said = append(said, e.String())
	}
	census := Census{Remarks: []string{"The surface is odd."}, Region: surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}}
	return append(append(said, census.Sentence(places)), census.Notes()...), append(written, census.Remarks...)
}

// TestFactsAreWorded: what people read is in their language, what programs read is not.
func TestFactsAreWorded(t *testing.T) {
	inEnglish, keys := facts()
	abroad(t)
	said, written := facts()
	for i, text := range said {
		if left := english(text); left != "" || !strings.Contains(text, "«") {
			t.Errorf("%q stays English: %q", text, left)
		}
		if back := strings.NewReplacer("«", "", "»", "").Replace(text); back != inEnglish[i] {
			t.Errorf("%q is %q in English", text, inEnglish[i])
		}
	}
	if !slices.Equal(written, keys) {
		t.Errorf("files have %q in another language, %q in English", written, keys)
	}
}

// TestRefusalsAreWorded: why a swarm or a fair race cannot be.
func TestRefusalsAreWorded(t *testing.T) {
	abroad(t)
	for _, err := range []error{ErrNothingPainted, errNoRegion, errNoBottom} {
		if english(err.Error()) != "" {
			t.Errorf("%v", err)
		}
	}
}
