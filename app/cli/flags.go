package cli

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"descentlab/app/words"

	"descentlab/app/cli/numerals"
)

// valued is a parameter with its value where -param should stand before it.
var valued = regexp.MustCompile(`^\pL[\pL\d_]*=[-+]?[\d.]+([eE][-+]?\d+)?$`)

// asParam says how it is given.
func asParam(word string) error { return words.Errorf("a parameter is given as -param %s", word) }

// paramFlag is a flag "name=value" that may be given many times.
type paramFlag map[string]float64

// names are those of the parameters that are given.
func (p paramFlag) names() []string { return slices.Sorted(maps.Keys(p)) }

func (p paramFlag) String() string { return "" }
func (p paramFlag) Set(text string) error {
	name, value, ok := strings.Cut(text, "=")
	v, err := numerals.Read(value, 1)
	if name = strings.TrimSpace(name); !ok || err != nil || name == "" {
		return words.Errorf("expected name=number, as in a=2; give -param once for each")
	}
	if _, twice := p[name]; twice {
		return words.Errorf("%s is given twice", name)
	}
	p[name] = v[0]
	return nil
}
