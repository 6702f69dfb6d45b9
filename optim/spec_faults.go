package optim

import (
	"regexp"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// behind is a setting, or a name, with the step of a change right at it: lr=0.2@12, lr@12=0.2, sgd@12.
var behind = regexp.MustCompile(`^([^@"'(]+?)(=[^@"'(]*)?@(\d+)(=[^@"'(]*)?$`)

// glued says what is wrong with a word that has the step of a change at it: the step stands before what changes then.
func glued(word string) error {
	parts := behind.FindStringSubmatch(word)
	if parts == nil || parts[2] != "" && parts[4] != "" {
		return nil
	}
	return say.Errorf("what changes on the way stands behind its step, as in \"@%s %s\"; got %s", shorten(parts[3]),
		shorten(parts[1]+parts[2]+parts[4]), quote(word))
}

// twice says that something is set twice, and what would be right.
func (r *specReader) twice(before, s setting) error {
	right := say.T("leave one out")
	switch {
	case s.name == "schedule":
		right = say.T("schedule=sequential has several in a chain, as in schedulers=[linear(total_iters=10), cosine]")
	case r.spec.has(s.name):
		right = say.T("leave one out; what changes on the way stands behind its step, as in \"@12 %s=%s\"", s.name,
			shorten(s.value))
	}
	return say.Errorf("%s is set twice, to %s and to %s: %s", quote(s.name), shorten(before.value), shorten(s.value), right)
}

// strange says what is wrong with an argument of a schedule that the schedule does not have.
func (c *torchClass) strange(arg setting) error {
	kind := findSchedule(c.key)
	if kind == nil || arg.name == kind.frozen || arg.name == smallestFall {
		return nil
	}
	names := c.names()
	if slices.Contains(names, arg.name) || slices.Contains(knobNames(kind.Knobs), arg.name) {
		return nil
	}
	if near := suggest(arg.name, names); near != "" {
		return say.Errorf("%s has no %s%s", c.name, shorten(arg.name), near)
	}
	return say.Errorf("%s has no %s; it takes %s", c.name, shorten(arg.name), listed(names))
}

// names are those of the arguments that change anything.
func (c *torchClass) names() (list []string) {
	for _, arg := range c.takes() {
		switch {
		case arg.name == smallestFall && c.known():
			list = append(list, "eps") // as PyTorch calls it
		case !slices.Contains(torchIdle, arg.name):
			list = append(list, arg.name)
		}
	}
	return list
}

// listed joins names: "a", "a and b", "a, b and c".
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + say.T(" and ") + names[last]
}

// needed says that a class must be given an argument, with an example.
func (c *torchClass) needed(name string) error {
	example := "10"
	if kind := findSchedule(c.key); kind != nil {
		i := slices.IndexFunc(kind.Knobs, func(k Knob) bool { return k.Name == name })
		switch {
		case i < 0:
		case kind.Knobs[i].Kind == List:
			example = "[10, 50]"
		case kind.Knobs[i].Derived == "":
			example = kind.Knobs[i].example()
		}
	}
	return say.Errorf("%s needs %s, as in %s(optimizer, %s=%s)", c.name, name, c.name, name, example)
}
