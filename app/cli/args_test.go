package cli

import (
	"maps"
	"slices"
	"testing"
)

// TestGivenFlags: what stands in the place of a value is no flag, and neither is what follows --.
func TestGivenFlags(t *testing.T) {
	for _, c := range []struct {
		args        []string
		given, rest []string
	}{
		{nil, nil, nil},
		{[]string{"a", "-steps", "3", "b"}, []string{"steps"}, []string{"a", "b"}},
		{[]string{"-name", "-steps", "--steps=4"}, []string{"name", "steps"}, nil},
		{[]string{"-name", "-steps"}, []string{"name"}, nil},
		{[]string{"-1,2", "-json", "--", "-steps", "3"}, []string{"json"}, []string{"-1,2", "-steps", "3"}},
	} {
		fs := newFlags("test")
		fs.Int("steps", 1, "")
		fs.String("name", "", "")
		fs.Bool("json", false, "")
		rest, err := parseArgs(fs, c.args)
		if err != nil || !slices.Equal(rest, c.rest) {
			t.Errorf("%q: %q are left, want %q; %v", c.args, rest, c.rest, err)
		}
		if got := slices.Sorted(maps.Keys(given(fs))); !slices.Equal(got, c.given) {
			t.Errorf("%q: %q are given, want %q", c.args, got, c.given)
		}
	}
}
