package cli

import (
	"strings"
	"testing"
)

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
