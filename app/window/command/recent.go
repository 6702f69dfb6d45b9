package command

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
)

const (
	usedKey = "commands" // where those are kept that were used last, in the program's settings
	lasting = 12         // how many of them
)

// used are the commands that were used last in a palette, the last one first, by what they are about and their names.
func used(kept fyne.Preferences) []string {
	list := kept.StringList(usedKey)
	return list[:min(len(list), lasting)]
}

// use puts a command to the front.
func use(kept fyne.Preferences, c desk.Command) {
	list := slices.DeleteFunc(used(kept), func(other string) bool { return other == nameOf(c) })
	list = slices.Insert(list, 0, nameOf(c))
	kept.SetStringList(usedKey, list[:min(len(list), lasting)])
}

// nameOf tells commands apart.
func nameOf(c desk.Command) string { return c.Group + "\t" + c.Name }

// choices are the commands that can be found by name, those in menus too, each once: as they are offered, but first those that
// were used last.
func choices(list []desk.Command, used []string) (all []match) {
	known := map[string]bool{}
	var add func(list []desk.Command, in string)
	add = func(list []desk.Command, in string) {
		for _, c := range list {
			if c.Of != nil {
				add(c.Of, c.Name+": ")
				continue
			}
			if c.Name = in + c.Name; c.Name == in || c.Do == nil || known[nameOf(c)] {
				continue
			}
			known[nameOf(c)] = true
			all = append(all, match{Command: c, last: slices.Index(used, nameOf(c)) + 1})
		}
	}
	add(list, "")
	slices.SortStableFunc(all, func(a, b match) int { return age(a.last) - age(b.last) })
	return all
}
