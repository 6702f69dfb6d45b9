// Package locale makes a language that the environment names, and nobody knows, the plain one, and takes off the variants of
// languages: Fyne would complain of both on standard error each time it is asked for a text, from the moment it is loaded. It
// has only to be imported; Go makes it ready before Fyne, since its path comes first and it needs nothing that Fyne does not.
package locale

import (
	"os"
	"strings"

	"golang.org/x/text/language"
)

func init() {
	for variable, value := range mended(os.Getenv) {
		os.Setenv(variable, value) // the program's own environment; an error would leave the complaints
	}
}

// mended are the variables that are to be set. The language is asked for by LC_ALL, LC_MESSAGES and LANG in this order of weight,
// and by LANGUAGE, which lists what is preferred, as gettext has it.
func mended(getenv func(string) string) map[string]string {
	asks, names := "", ""
	for _, asks = range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if names = getenv(asks); names != "" {
			break
		}
	}
	if names == "C" || names == "POSIX" {
		return nil
	}
	if preferred := getenv("LANGUAGE"); preferred != "" {
		asks, names = "LANGUAGE", preferred
	}
	plain, known := readable(names)
	switch {
	case !known:
		return map[string]string{"LC_ALL": "C"}
	case plain != names:
		return map[string]string{asks: plain}
	}
	return nil
}

// readable writes languages as Fyne can read them: without the variant of a country's customs, as in ca_ES@valencia. known is
// false if one of them is none.
func readable(names string) (plain string, known bool) {
	list := strings.Split(names, ":")
	for i, name := range list {
		if name == "" {
			continue
		}
		name, _, _ = strings.Cut(name, ".") // the encoding
		name, _, varied := strings.Cut(name, "@")
		if varied {
			list[i] = name
		}
		if _, err := language.Parse(name); err != nil && name != "C" {
			return "", false
		}
	}
	return strings.Join(list, ":"), true
}
