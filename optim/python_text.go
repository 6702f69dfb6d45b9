package optim

import (
	"regexp"
	"strconv"
	"strings"

	"descentlab/internal/python"
)

var pythonPlace = regexp.MustCompile(`\{\w+\}`)

// fill puts the knobs' values in their places.
func (w *pythonWriter) fill(text string) string { return fillKnobs(text, w.knobs, w.settings) }

// fillKnobs puts the values of knobs in their places.
func fillKnobs(text string, knobs []Knob, values settings) string {
	return pythonPlace.ReplaceAllStringFunc(text, func(place string) string {
		name := place[1 : len(place)-1]
		for _, k := range knobs {
			if k.Name == name {
				return pythonValue(k, values.values[name])
			}
		}
		return place
	})
}

// mentions says whether code uses a name.
func mentions(code, name string) bool {
	for i := 0; ; {
		at := strings.Index(code[i:], name)
		if at < 0 {
			return false
		}
		at += i
		end := at + len(name)
		if (at == 0 || !inWord(code[at-1])) && (end == len(code) || !inWord(code[end])) {
			return true
		}
		i = at + 1
	}
}

// assigns tells whether code gives a name a value: it is then no setting any more, but what the method remembers.
func assigns(code, name string) bool {
	for _, line := range split(code) {
		target, _, is := strings.Cut(line, "=")
		if is && !strings.ContainsAny(target, "(:") && mentions(strings.TrimRight(target, "+-*/ "), name) {
			return true
		}
	}
	return false
}

func inWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// split returns the lines of a piece of code; none of an empty one.
func split(code string) []string {
	code = strings.Trim(code, "\n")
	if code == "" {
		return nil
	}
	return strings.Split(code, "\n")
}

// pythonValue writes a knob's value.
func pythonValue(k Knob, v Value) string {
	switch {
	case k.Kind == Text:
		return k.text.python(v.Text)
	case k.Kind == Switch && v.Num != 0:
		return "True"
	case k.Kind == Switch:
		return "False"
	case k.Kind == Choice:
		return strconv.Quote(k.Choices[int(v.Num)])
	case k.Kind == List:
		items := make([]string, len(v.List))
		for i, item := range v.List {
			items[i] = strconv.Itoa(int(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case k.Kind == Integer:
		return strconv.Itoa(int(v.Num))
	}
	return python.Float(v.Num)
}
