package main

import (
	"regexp"
	"slices"
	"strconv"
)

// verb is a verb of package fmt, or a per cent sign: with the number of its argument, if it is given, and its letter.
var verb = regexp.MustCompile(`%(?:[-+#0-9.]*(?:\[(\d+)\])?[-+#0-9.]*([a-zA-Z])|%)`)

// A filled is an argument of a format and how it is written.
type filled struct {
	argument int // from 1
	verb     string
}

// fills are the arguments that a format writes, in their order.
func fills(format string) (list []filled) {
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1]) // digits
		}
		list = append(list, filled{next, m[2]})
		next++
	}
	slices.SortFunc(list, func(a, b filled) int { return a.argument - b.argument })
	return slices.Compact(list)
}

// fits tells whether a translation writes what its text writes: the same arguments by the same verbs, in whatever order.
func fits(english, translation string) bool { return slices.Equal(fills(english), fills(translation)) }
