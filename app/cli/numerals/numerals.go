// Package numerals reads the numbers of a command line as people write them.
package numerals

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// numbersLike are examples of so many numbers.
func numbersLike(n int) string {
	switch n {
	case 1:
		return "1"
	case 2:
		return "-1.2,1"
	}
	return "-3,3,-3,3"
}

// Read reads exactly n numbers as people write them: 1,2 or (1, 2) or [1 2] or 1;2 or x=1,y=2, with decimal commas
// where something else parts the numbers, and constants such as pi/2. The names are those that may stand before an equals
// sign, each for its place.
func Read(text string, n int, names ...string) ([]float64, error) {
	return readBy(text, n, parseNumber, names...)
}

// ReadSides is Read of numbers that may be infinite.
func ReadSides(text string, n int, names ...string) ([]float64, error) {
	return readBy(text, n, parseSide, names...)
}

// readBy is Read with a reader of one number.
func readBy(text string, n int, read func(string) (float64, error), names ...string) ([]float64, error) {
	text = unwrapped(text)
	if n == 4 {
		text = asSides(text)
	}
	parts := parted(text, n)
	if len(parts) != n {
		return nil, say.Errorf("expected %d %s, as in %s", n, plural(n, "number", "numbers with commas between"), numbersLike(n))
	}
	numbers, seen := make([]float64, n), make([]bool, n)
	for i, part := range parts {
		at, part := placed(strings.TrimSpace(part), i, names)
		v, err := read(part)
		if err != nil {
			return nil, err
		}
		if at < 0 || seen[at] {
			return nil, say.Errorf("expected %s, each once", strings.Join(names, " and "))
		}
		numbers[at], seen[at] = v, true
	}
	return numbers, nil
}

// Four sides as two intervals: [0,1],[2,3] or [0, 1] x [2, 3] or 0:1,2:3.
var (
	intervals = regexp.MustCompile(`^[\[(]([^\[\]()]*)[\])]\s*[,;x×*]?\s*[\[(]([^\[\]()]*)[\])]$`)
	ranges    = regexp.MustCompile(`^([^:,]+):([^:,]+)[,;x× ]([^:,]+):([^:,]+)$`)
)

// asSides writes two intervals as four numbers; other texts stay as they are.
func asSides(text string) string {
	if m := intervals.FindStringSubmatch(text); m != nil {
		return m[1] + "," + m[2]
	}
	if m := ranges.FindStringSubmatch(text); m != nil {
		return strings.Join(m[1:], ",")
	}
	return text
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// listOf is a point as Python prints it: array([1., 2.]), tensor([1., 2.]).
var listOf = regexp.MustCompile(`^[A-Za-z.]*(?:array|tensor|Array|point|Point)\((.*)\)$`)

// unwrapped is a text without the brackets around the whole of it.
func unwrapped(text string) string {
	text = strings.TrimSpace(text)
	if m := listOf.FindStringSubmatch(text); m != nil {
		text = strings.TrimSpace(m[1])
	}
	for len(text) >= 2 && strings.Contains("() [] {} <>", text[:1]+text[len(text)-1:]) && whole(text) {
		text = strings.TrimSpace(text[1 : len(text)-1])
	}
	return text
}

// whole tells whether the bracket that a text begins with is closed at its end.
func whole(text string) bool {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case text[0]:
			depth++
		case text[len(text)-1]:
			depth--
		}
		if depth == 0 {
			return i == len(text)-1
		}
	}
	return false
}

// parted splits n numbers at what is between them: semicolons, else commas, else spaces.
func parted(text string, n int) []string {
	if strings.Contains(text, ";") {
		return decimal(strings.Split(text, ";"))
	}
	if parts := strings.Split(text, ","); len(parts) == n {
		return parts
	}
	fields := strings.Fields(text)
	for _, f := range fields {
		if strings.HasPrefix(f, ",") || strings.HasSuffix(f, ",") || strings.Count(f, ",") > 1 {
			return strings.Split(text, ",")
		}
	}
	return decimal(fields)
}

// decimal turns the decimal commas of numbers into points.
func decimal(parts []string) []string {
	for i, p := range parts {
		parts[i] = strings.Replace(p, ",", ".", 1)
	}
	return parts
}

// placed takes the name from before a number: its place is that of the name. A name that is none of them has the place -1.
func placed(part string, i int, names []string) (at int, rest string) {
	name, value, found := strings.Cut(part, "=")
	if !found {
		return i, part
	}
	name = strings.ToLower(strings.TrimSpace(name))
	for k, n := range names {
		if name == n || name == "x"+strconv.Itoa(k+1) && len(names) == 2 {
			return k, strings.TrimSpace(value)
		}
	}
	return -1, strings.TrimSpace(value)
}

// constant is what a number may be written as beside its digits.
var constant = regexp.MustCompile(`^(?:[\d.\s()*/+^-]|pi|π|sqrt|√|e)+$`)

// parseNumber reads a finite number, or a constant such as -pi/2.
func parseNumber(text string) (float64, error) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\u2212", "-"))
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && constant.MatchString(text) {
		var probe *surfaces.Probe
		if probe, err = (surfaces.Surface{Formula: text}).Probe(nil); err == nil {
			v = probe.Jet(math.NaN(), math.NaN()).F
		}
	}
	if err != nil {
		return 0, say.Errorf("%q is not a number", text)
	}
	if !geom.Finite(v) {
		return 0, say.Errorf("%q is not finite", text)
	}
	return v, nil
}

// infinite is how people write it.
var infinite = regexp.MustCompile(`^(?i)([+-]?)(?:(?:np|numpy|math|torch)\.)?(?:inf|infinity|∞|oo)$`)

// parseSide reads a number that may be infinite.
func parseSide(text string) (float64, error) {
	text = strings.ReplaceAll(text, "\u2212", "-")
	if m := infinite.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		if m[1] == "-" {
			return math.Inf(-1), nil
		}
		return math.Inf(1), nil
	}
	return parseNumber(text)
}
