package native

import (
	"errors"
	"reflect"
	"testing"
)

// TestKinds: what can be chosen is what is wished for; a file to be saved is of the kind that its name has.
func TestKinds(t *testing.T) {
	some := []Filter{{"Experiments", []string{".descent.json", ".csv"}}, {"All files", []string{""}}}
	for _, c := range []struct {
		wish     Wish
		patterns []string
		ending   string
	}{
		{Wish{Filters: some}, []string{"*.descent.json;*.csv", "*"}, ""},
		{Wish{Filters: some, Name: "a.json"}, []string{"*.descent.json;*.csv", "*"}, ".json"},
		{Wish{Name: "experiment.descent.json"}, []string{"*.json", "*"}, ".json"},
		{Wish{Name: "no ending"}, nil, ""},
		{Wish{Name: "a point."}, nil, "."},
		{Wish{}, nil, ""},
	} {
		var patterns []string
		for _, f := range c.wish.kinds() {
			patterns = append(patterns, f.pattern())
			if f.Name == "" {
				t.Errorf("%v: a kind has no name", c.wish)
			}
		}
		if !reflect.DeepEqual(patterns, c.patterns) || c.wish.ending() != c.ending {
			t.Errorf("%v: %q, ending %q; want %q, %q", c.wish, patterns, c.wish.ending(), c.patterns, c.ending)
		}
	}
}

// TestFailure says why, and lets the reason be found.
func TestFailure(t *testing.T) {
	why := errors.New("out of glass")
	var err error = &Failure{why}
	if want := "the desktop's dialog for files does not open: out of glass"; err.Error() != want || !errors.Is(err, why) {
		t.Errorf("it says %q", err)
	}
}
