package optim

import (
	"slices"
	"strings"
)

// inlined puts schedules that are variables of a program into the chain that names them: of s = LinearLR(...), and then
// SequentialLR(optimizer, [s, ...], ...), there remains the second, with the first in it.
func inlined(words []string) []string {
	named := map[string]string{}
	for _, word := range words {
		s := readSetting(word)
		if c, bracketed, ok := readCall(s.value); s.name != "" && ok && bracketed && findClass(torchSchedulers, c.name) != nil {
			named[s.name] = s.value
		}
	}
	var used []string
	put := func(word string) string {
		s := readSetting(word)
		call := word
		if s.name != "" {
			call = s.value
		}
		c, _, _ := readCall(call)
		if class := findClass(torchSchedulers, c.name); class == nil || class.key != sequentialKey {
			return word
		}
		for _, arg := range c.args {
			inner, is := strings.CutPrefix(arg.value, "[")
			if !is {
				continue
			}
			items := arguments(strings.TrimSuffix(inner, "]"))
			for i, item := range items {
				if value, is := named[item]; is {
					items[i], used = value, append(used, item)
				}
			}
			word = strings.Replace(word, arg.value, "["+strings.Join(items, ", ")+"]", 1)
		}
		return word
	}
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = put(word)
	}
	return slices.DeleteFunc(list, func(word string) bool {
		s := readSetting(word)
		return s.name != "" && slices.Contains(used, s.name) && s.value == named[s.name]
	})
}
