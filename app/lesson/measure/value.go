package measure

import (
	"context"
	"math"
	"strconv"
	"strings"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// An Asked is what a lesson wants to be computed: a number, or where a racer is at the end.
type Asked struct {
	Text     string
	Quantity claim.Quantity // if Where is no racer
	Where    int            // the racer whose whereabouts are asked for, in words; or -1
}

// ParseAsked reads "reach of SGD below 1e-6" or "where SGD is", for racers with these names.
func ParseAsked(text string, names []string) (Asked, error) {
	text = strings.Join(strings.Fields(text), " ")
	for i, name := range names {
		if text == "where "+name+" is" {
			return Asked{Text: text, Where: i}, nil
		}
	}
	if strings.HasPrefix(text, "where ") {
		return Asked{}, words.Errorf("%q: it is asked as %q; there are %s", brief(text), "where "+first(names)+" is",
			strings.Join(names, ", "))
	}
	q, err := claim.ParseQuantity(text, names)
	return Asked{Text: text, Quantity: q, Where: -1}, err
}

func first(names []string) string {
	if len(names) == 0 {
		return "SGD"
	}
	return names[0]
}

// Said is what is asked in the reader's language, of racers with these names.
func (a Asked) Said(names []string) string {
	if a.Where >= 0 {
		return words.T("where %s is", names[a.Where])
	}
	return a.Quantity.Said(names)
}

// Counts tells whether it is a step, which may never come.
func (a Asked) Counts() bool { return a.Where < 0 && a.Quantity.Counts() }

// A Value is what was computed: a number, or a text.
type Value struct {
	Num  float64 // +Inf of a step that never comes; NaN of what there is not
	Text string  // in place of the number
	Why  string  // there is no number, in words
}

// Value computes it of an experiment.
func (b *Bench) Value(ctx context.Context, doc setup.Experiment, a Asked) (Value, error) {
	run, err := b.Run(ctx, doc, a.wants())
	if err != nil {
		return Value{}, err
	}
	return a.of(run), nil
}

func (a Asked) wants() lab.Want {
	if a.Where >= 0 {
		return lab.WantSeen
	}
	return a.Quantity.Wants()
}

// Of is what it is in a race that has been recorded; ok tells whether that knows enough of its surface for it.
func (a Asked) Of(run lab.Run) (v Value, ok bool) {
	if run.Tape == nil || run.Field == nil || a.wants()&lab.WantPlaces != 0 && !run.Field.Known {
		return Value{}, false
	}
	return a.of(run), true
}

func (a Asked) of(run lab.Run) Value {
	if a.Where >= 0 {
		return Value{Text: run.Standings(run.Doc.Steps)[a.Where].Where.String()}
	}
	v, why := a.Quantity.Value(run)
	if why != "" && a.Counts() {
		v = math.Inf(1)
	}
	return Value{Num: v, Why: why}
}

// String is the value in words, a number in four digits.
func (v Value) String() string { return v.Digits(4) }

// Digits is the value in words, with so many significant digits of a number that is not whole.
func (v Value) Digits(digits int) string {
	switch {
	case v.Text != "":
		return v.Text
	case math.IsInf(v.Num, 1) && v.Why != "":
		return words.T("never")
	case math.IsNaN(v.Num):
		return "–"
	case v.Num == math.Trunc(v.Num) && math.Abs(v.Num) < 1e7:
		return Signed(strconv.FormatFloat(v.Num, 'f', -1, 64))
	}
	return Signed(words.ShortTo(v.Num, digits))
}

// Signed writes a minus before a number as it is set: as wide as a plus.
func Signed(text string) string {
	if rest, below := strings.CutPrefix(text, "-"); below {
		return "−" + rest
	}
	return text
}
