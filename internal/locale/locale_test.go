package locale

import (
	"maps"
	"testing"
)

func TestUnknownLanguages(t *testing.T) {
	plain := map[string]string{"LC_ALL": "C"}
	for _, c := range []struct {
		all, lang, language string
		set                 map[string]string
	}{
		{"", "", "", nil},
		{"", "en_US.UTF-8", "", nil},
		{"", "de_AT.UTF-8@euro", "", nil}, // Fyne takes that off
		{"", "de_AT@euro", "", map[string]string{"LANG": "de_AT"}},
		{"", "ca_ES@valencia", "", map[string]string{"LANG": "ca_ES"}},
		{"sr_RS@latin", "de", "", map[string]string{"LC_ALL": "sr_RS"}},
		{"", "de", "sr@latin:de", map[string]string{"LANGUAGE": "sr:de"}},
		{"", "C.UTF-8", "", nil},
		{"POSIX", "xx_YY.foo", "", nil},
		{"", "", "de:en", nil},
		{"", "xx_YY.foo", "", plain},
		{"xx_YY.foo", "en_US", "", plain},
		{"", "en_US", "de:klingon_spoken_here", plain},
		{"", "not a language", "", plain},
		{"", "POSIX.UTF-8", "", plain},
		{"", ".", "", plain},
		{"", "@", "", plain},
		{"", ".UTF-8", "", plain},
	} {
		env := map[string]string{"LC_ALL": c.all, "LANG": c.lang, "LANGUAGE": c.language}
		if got := mended(func(name string) string { return env[name] }); !maps.Equal(got, c.set) {
			t.Errorf("%v: %v, want %v", env, got, c.set)
		}
	}
}
