package cli

import (
	"strings"
	"testing"
)

func TestLanguageFlag(t *testing.T) {
	for _, c := range []struct{ args, key, rest, fault string }{
		{"race peaks", "", "race peaks", ""},
		{"-language en race peaks", "en", "race peaks", ""},
		{"race peaks --language=en -steps 3", "en", "race peaks -steps 3", ""},
		{"race -- -language xx", "", "race -- -language xx", ""},
		{"race -language klingon", "", "", `-language "klingon": use en`},
		{"race -language", "", "", `-language "": use en`},
	} {
		key, rest, err := Language(strings.Fields(c.args))
		if err != nil {
			if c.fault == "" || !strings.HasPrefix(err.Error(), c.fault) || ExitStatus(err) != 2 {
				t.Errorf("%s: %v", c.args, err)
			}
			continue
		}
		if got := strings.Join(rest, " "); c.fault != "" || key != c.key || got != c.rest {
			t.Errorf("%s: %q, %q", c.args, key, got)
		}
	}
}
