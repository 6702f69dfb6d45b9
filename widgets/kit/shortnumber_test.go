package kit

import (
	"testing"
	"unicode/utf8"
)

func TestShortNumber(t *testing.T) {
	for _, test := range []struct {
		text string
		room int // characters
		want string
	}{
		{"3.33e+16", 8, "3.33e+16"},
		{"3.38e+16", 7, "3.4e+16"},
		{"3.33e+16", 6, "3e+16"},
		{"3.33e+16", 5, "3e+16"},
		{"3.33e+16", 4, ""},
		{"-9.99e-03", 7, "-1e-02"},
		{"−1.25e-07", 6, "−1e-07"},
		{"0.12345", 5, "0.123"},
		{"-0.0649", 6, "-0.065"},
		{"12.96", 4, "13.0"},
		{"12.96", 2, "13"},
		{"0.000123", 5, "1e-04"},
		{"0.0007", 5, "7e-04"},
		{"1234567", 6, "1e+06"},
		{"140", 2, ""},
		{"0.000", 2, "0"},
		{"NaN", 2, ""},
		{"+Inf", 3, ""},
		{"minimum A", 3, ""},
		{"diverged at step 12", 5, ""},
	} {
		got, ok := ShortNumber(test.text, func(s string) bool { return utf8.RuneCountInString(s) <= test.room })
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%q in %d characters: %q %t, want %q", test.text, test.room, got, ok, test.want)
		}
	}
}
