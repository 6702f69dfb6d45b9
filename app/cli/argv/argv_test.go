package argv

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
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
		fs := New("test")
		Whole(fs, new(int), "steps", 1, "")
		fs.String("name", "", "")
		fs.Bool("json", false, "")
		rest, err := Parse(fs, c.args)
		if err != nil || !slices.Equal(rest, c.rest) {
			t.Errorf("%q: %q are left, want %q; %v", c.args, rest, c.rest, err)
		}
		if got := slices.Sorted(maps.Keys(Given(fs))); !slices.Equal(got, c.given) {
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

// TestSeeds are whole numbers from 0, written as any other.
func TestSeeds(t *testing.T) {
	for text, n := range map[string]string{"1e3": "1000", "1_000": "1000", "0x10": "16", "18446744073709551615": ""} {
		var seed uint64
		if err := (seedFlag{&seed}).Set(text); err != nil || strconv.FormatUint(seed, 10) != cmp.Or(n, text) {
			t.Errorf("-seed %s is %d, %v", text, seed, err)
		}
	}
}
