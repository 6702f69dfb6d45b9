package table

import (
	"fmt"
	"slices"
	"strings"

	"descentlab/internal/near"
	"descentlab/internal/say"
)

// A WideError says that a table has more columns than are wanted: some are to be chosen.
type WideError struct {
	Line    int
	Columns []Offer
}

// An Offer is a column that can be chosen.
type Offer struct {
	Choice  string // what Read takes for it
	Label   string // empty without a header
	Numbers bool   // it seems to hold numbers
	Sample  string // its first cell
}

// Error tells the columns.
func (w *WideError) Error() string {
	return say.T("line %d: %s (%s): choose those to use", w.Line, w.Why(), w.Choices())
}

// Why says why a choice is needed.
func (w *WideError) Why() string {
	if i := slices.IndexFunc(w.Columns, func(c Offer) bool { return !c.Numbers }); i >= 0 && len(w.Columns) <= 3 {
		c := w.Columns[i]
		if isValue(c.Sample) {
			return say.T("two or three columns of numbers are needed; column %s has dates or times, as %q", c.Choice, c.Sample)
		}
		return say.T("two or three columns of numbers are needed; column %s has words, as %q: write numbers, such as 1 for yes",
			c.Choice, c.Sample)
	}
	return say.T("two or three columns are needed; got %d", len(w.Columns))
}

// Choices is what can be chosen; of very many columns the first ones.
func (w *WideError) Choices() string {
	var list []string
	for _, c := range w.Columns {
		list = append(list, c.Choice)
	}
	return enumerated(list)
}

// Example is a choice: the first and the last column of numbers.
func (w *WideError) Example() string {
	var list []string
	for _, c := range w.Columns {
		if c.Numbers {
			list = append(list, c.Choice)
		}
	}
	if len(list) < 2 {
		return "1,2"
	}
	return list[0] + "," + list[len(list)-1]
}

// Names are the names of columns in a text with commas between; one that holds a comma stands in quotation marks.
func Names(text string) ([]string, error) {
	if !strings.Contains(text, ",") && strings.Contains(text, ";") {
		return separator(';').split(nil, text)
	}
	return separator(',').split(nil, text)
}

// enumerated is a list of names, not all if they are many.
func enumerated(names []string) string {
	const most = 12
	if len(names) > most {
		return say.T("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// offers are all columns, as they can be chosen: by name where it is the only one, else by number.
func (l *layout) offers() (list []Offer) {
	for k, label := range l.labels {
		o := Offer{Choice: fmt.Sprint(k + 1), Label: clipped(label), Sample: clipped(l.samples[k])}
		o.Numbers = !slices.Contains(l.text, k)
		plain := label != "" && label == o.Label && !strings.ContainsAny(label, ",\"")
		if i, err := l.find(label); plain && err == nil && i == k {
			o.Choice = label
		}
		list = append(list, o)
	}
	return list
}

// choose is where the columns with these names or numbers are. Without any it is all columns of numbers, if they are two or
// three.
func (l *layout) choose(names []string) (chosen []int, err error) {
	if len(names) == 0 {
		return l.all()
	}
	for _, name := range names {
		k, err := l.find(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		if slices.Contains(chosen, k) {
			return nil, say.Errorf("the column %s is chosen twice", clipped(name))
		}
		chosen = append(chosen, k)
	}
	if n := len(chosen); n != 2 && n != 3 {
		return nil, say.Errorf("two or three columns are to be chosen; got %d", n)
	}
	l.remarks = nil // nothing has been left out that was not meant to be
	return chosen, nil
}

func (l *layout) all() (chosen []int, err error) {
	for k := range l.labels {
		if k > 0 || !l.index {
			chosen = append(chosen, k)
		}
	}
	text := 0
	for _, k := range chosen {
		if slices.Contains(l.text, k) {
			text++
		}
	}
	switch n := len(chosen); {
	case n < 2:
		return nil, say.Errorf("line %d: two or three columns are needed, separated by commas, semicolons, tabs or spaces; "+
			"got %d", l.line, n)
	case n > 3, n == 3 && text == 1:
		return nil, &WideError{l.line, l.offers()}
	}
	return chosen, nil
}

// find is the column with a name, in any capitals if these tell no two apart, or with a number from 1.
func (l *layout) find(name string) (int, error) {
	same := func(equal func(label string) bool) (list []int) {
		for k, label := range l.labels {
			if label != "" && equal(label) {
				list = append(list, k)
			}
		}
		return list
	}
	found := same(func(label string) bool { return label == name })
	if len(found) == 0 {
		found = same(func(label string) bool { return strings.EqualFold(label, name) })
	}
	var k int
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return 0, say.Errorf("two columns are called %s, %d and %d; choose by the number", clipped(name), found[0]+1, found[1]+1)
	}
	if _, err := fmt.Sscanf(name, "%d", &k); err == nil && fmt.Sprint(k) == name {
		if k < 1 || k > len(l.labels) {
			return 0, say.Errorf("there is no column %d; the table has %d", k, len(l.labels))
		}
		return k - 1, nil
	}
	names := slices.DeleteFunc(slices.Clone(l.labels), func(label string) bool { return label == "" })
	if len(names) == 0 {
		return 0, say.Errorf("there is no column %s; there is no header, so choose by the numbers 1 to %d", clipped(name),
			len(l.labels))
	}
	if meant := near.Word(name, names); meant != "" {
		return 0, say.Errorf("there is no column %s; did you mean %s?", clipped(name), meant)
	}
	return 0, say.Errorf("there is no column %s; there are %s", clipped(name), enumerated(names))
}
