package locale

import "testing"

func TestUnknownLanguages(t *testing.T) {
	for _, c := range []struct {
		all, lang, language string
		known               bool
	}{
		{"", "", "", true},
		{"", "en_US.UTF-8", "", true},
		{"", "de_AT@euro", "", true},
		{"", "C.UTF-8", "", true},
		{"POSIX", "xx_YY.foo", "", true},
		{"", "sr_RS@latin", "", true},
		{"", "", "de:en", true},
		{"", "xx_YY.foo", "", false},
		{"xx_YY.foo", "en_US", "", false},
		{"", "en_US", "de:klingon_spoken_here", false},
		{"", "not a language", "", false},
		{"", "POSIX.UTF-8", "", false},
	} {
		env := map[string]string{"LC_ALL": c.all, "LANG": c.lang, "LANGUAGE": c.language}
		if got := known(func(name string) string { return env[name] }); got != c.known {
			t.Errorf("%v: known %t", env, got)
		}
	}
}
