package cli

import (
	"maps"
	"slices"
	"strings"
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
		wholeVar(fs, new(int), "steps", 1, "")
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

// TestWholeNumbers may be written with an exponent; what is not whole, or more than can be counted, is refused.
func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]int{"100000": 1e5, "1e5": 1e5, "1_000": 1000, "2.5e3": 2500, "-3": -3, "7.0": 7} {
		n := 0
		if err := (wholeFlag{&n}).Set(text); err != nil || n != want {
			t.Errorf("%s is %d, %v", text, n, err)
		}
	}
	for _, text := range []string{"", "many", "1.5", "1e-2", "NaN", "inf", "1e400", "1e30", "99999999999999999999", "1e5x"} {
		n := 0
		if err := (wholeFlag{&n}).Set(text); err == nil || n != 0 {
			t.Errorf("%s is %d", text, n)
		}
	}
}

// TestArgumentsInOtherPlaces: the point may stand before the surface, and a parameter without its flag is told where it belongs.
func TestArgumentsInOtherPlaces(t *testing.T) {
	want, err := cli(t, "at", "x^2+3*y", "1,2")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"1,2", "x^2+3*y"}, {"1", "2", "x^2+3*y"}, {"x^2+3*y", "1", "2"}, {"(1, 2)", "x^2+3*y"}, {"-formula", "x^2+3*y", "1", "2"},
	} {
		if got, err := cli(t, append([]string{"at"}, args...)...); err != nil || got != want {
			t.Errorf("%q: %v\n%s", args, err, got)
		}
	}
	for _, args := range [][]string{
		{"at", "a*x^2+y", "1,1", "a=3"}, {"race", "a*x^2+y", "a=3"}, {"critical", "a=3", "a*x^2+y"}, {"at", "a*x", "1,1", "-a", "3"},
	} {
		if _, err := cli(t, args...); err == nil || !strings.Contains(err.Error(), "a parameter is given as -param a=") {
			t.Errorf("%q: %v", args, err)
		}
	}
}
