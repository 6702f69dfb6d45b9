package cli

import (
	"strings"

	"descentlab/app/cli/argv"
	"descentlab/app/language"
)

// Language takes -language out of the arguments, which may stand before or behind any command: the key of the language, "" if it
// is not given.
func Language(args []string) (key string, rest []string, err error) {
	for i := 0; i < len(args); i++ {
		name, value, given := strings.Cut(args[i], "=")
		switch {
		case args[i] == "--":
			return key, append(rest, args[i:]...), nil
		case name != "-language" && name != "--language":
			rest = append(rest, args[i])
			continue
		case !given && i+1 < len(args):
			i++
			value = args[i]
		}
		if !language.Known(value) {
			return "", nil, argv.Faultf("-language %q: use %s", value, strings.Join(language.Keys(), ", "))
		}
		key = value
	}
	return key, rest, nil
}
