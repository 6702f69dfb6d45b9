package optim

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/geom"
)

// A Scale says how a slider should spread a knob's values.
type Scale int

const (
	Linear Scale = iota
	Log          // by the logarithm of the value
	Nines        // by the logarithm of 1 - value: 0.9, 0.99, 0.999 stand equally far apart
)

// String is "linear", "log" or "nines".
func (s Scale) String() string { return [...]string{"linear", "log", "nines"}[s] }

// A KnobKind says what a knob's values are.
type KnobKind int

const (
	Real    KnobKind = iota
	Integer          // a whole number
	Switch           // false or true, held as 0 or 1
	Choice           // one of Choices, held as its index
	List             // whole numbers
	Text             // such as a formula
)

// String is "real", "integer", "switch", "choice", "list" or "text".
func (k KnobKind) String() string {
	return [...]string{"real", "integer", "switch", "choice", "list", "text"}[k]
}

// A Value is what a knob is set to: a number (switches 0 or 1, choices by index) or, for the kind List, a list, or, for the kind
// Text, a text. Num, On and Nums make one; Knob.Parse reads one.
type Value struct {
	Num  float64
	List []float64
	Text string
}

// Num is a value that is a number.
func Num(v float64) Value { return Value{Num: v} }

// On is the value of a switch.
func On(on bool) Value {
	if on {
		return Value{Num: 1}
	}
	return Value{}
}

// Nums is a value that is a list.
func Nums(vs ...float64) Value { return Value{List: vs} }

// clone copies the list, so that neither holder can change the other's.
func (v Value) clone() Value {
	v.List = append([]float64(nil), v.List...)
	return v
}

// equal tells whether two values are the same number, list or text.
func (v Value) equal(o Value) bool {
	return v.Num == o.Num && slices.Equal(v.List, o.List) && v.Text == o.Text
}

// A Knob is one hyperparameter: its name as PyTorch spells it, its default and its limits.
type Knob struct {
	Name, Help        string
	Kind              KnobKind
	Default           float64  // 0 for a List or Text and, in the catalogue, for a derived default; Spec.Knobs works those out
	Derived           string   // what the default follows from ("lr", "the race's length"); "" for a plain default
	Min, Max          float64  // a sensible range for a slider
	Scale             Scale    // how that slider should spread it
	Low, High         float64  // the hard domain, inclusive unless open; of a List, of each item
	OpenLow, OpenHigh bool     // the limit itself does not belong to the domain
	Main              bool     // belongs to the few that one wants to see first
	Off               bool     // zero switches the stage off
	Choices           []string // of the kind Choice
	Written           string   // the default of the kind Text
	derive            func(settings) Value
	text              *textKind // of the kind Text
}

// MaxList is the largest number of items in a list.
const MaxList = 100

// maxCount bounds integer knobs, so that sums and products of two stay exact.
const maxCount = 1e9

// Check returns an error, which names the domain, unless the knob may have this value. The slider's range is no limit.
func (k Knob) Check(v Value) error {
	if k.Kind == Text {
		return k.checkText(v)
	}
	if k.Kind != List {
		if v.List != nil || v.Text != "" || !k.holds(v.Num) {
			return k.refuse(k.Format(v))
		}
		return nil
	}
	if v.Text != "" {
		return k.refuse(k.Format(v))
	}
	if len(v.List) == 0 || len(v.List) > MaxList {
		return k.refuse(strconv.Itoa(len(v.List)) + " items")
	}
	for _, item := range v.List {
		if !k.holds(item) {
			return k.refuse(k.Format(v))
		}
	}
	return nil
}

// holds says whether a number is in the hard domain.
func (k Knob) holds(v float64) bool {
	if !geom.Finite(v) || v < k.Low || v > k.High {
		return false
	}
	if k.OpenLow && v == k.Low || k.OpenHigh && v == k.High {
		return false
	}
	return k.Kind == Real || v == math.Trunc(v)
}

func (k Knob) refuse(got string) error {
	return say.Errorf("%s must be %s; got %s", k.Name, k.Domain(), got)
}

// example is a value as it is written: the default, or for a switch the other one.
func (k Knob) example() string {
	switch k.Kind {
	case Switch:
		return k.Format(On(k.Default == 0))
	case List:
		return "10,50"
	}
	return k.Format(k.def())
}

// def is the default of a knob that is not derived.
func (k Knob) def() Value {
	if k.Kind == Text {
		return Value{Text: k.Written}
	}
	return Num(k.Default)
}

// Domain says in words what values the knob may have, as after "it must be": "in [0, 1)", "a whole number from 1 to 1e+09".
func (k Knob) Domain() say.Text {
	switch k.Kind {
	case Switch:
		return say.Later("true or false")
	case Choice:
		return say.Later("one of %s", strings.Join(k.Choices, ", "))
	case Integer:
		return say.Later("a whole number from %v to %v", k.Low, k.High)
	case Text:
		return say.Later(k.text.domain)
	case List:
		return say.Later("1 to %d whole numbers from %v to %v, with commas between", MaxList, k.Low, k.High)
	}
	switch {
	case math.IsInf(k.Low, -1) && math.IsInf(k.High, 1):
		return say.Later("a number")
	case math.IsInf(k.High, 1) && k.OpenLow:
		return say.Later("a number above %v", k.Low)
	case math.IsInf(k.High, 1):
		return say.Later("a number of at least %v", k.Low)
	}
	left, right := "[", "]"
	if k.OpenLow {
		left = "("
	}
	if k.OpenHigh {
		right = ")"
	}
	return say.Later("in %s%v, %v%s", left, k.Low, k.High, right)
}

// Parse reads a value as Format writes it; switches also as Go's strconv.ParseBool does. It refuses what Check does.
func (k Knob) Parse(text string) (Value, error) {
	var v Value
	switch k.Kind {
	case Text:
		return k.parseText(text)
	case Switch:
		on, err := strconv.ParseBool(text)
		if err != nil {
			return Value{}, k.refuse(quote(text))
		}
		v = On(on)
	case Choice:
		v.Num = -1
		for i, c := range k.Choices {
			if c == text {
				v.Num = float64(i)
			}
		}
		if v.Num < 0 {
			return Value{}, k.refuse(quote(text) + suggest(text, k.Choices))
		}
	case List:
		for item := range strings.SplitSeq(text, ",") {
			n, err := strconv.ParseFloat(item, 64)
			if err != nil || len(v.List) == MaxList {
				return Value{}, k.refuse(quote(text))
			}
			v.List = append(v.List, n)
		}
	default:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return Value{}, k.refuse(quote(text))
		}
		v.Num = n
	}
	return v, k.Check(v)
}

// Format writes a value so that Parse reads exactly it back: "0.06", "true", "triangular2", "10,50,90".
func (k Knob) Format(v Value) string {
	switch {
	case k.Kind == Text:
		return k.formatText(v.Text)
	case v.List != nil:
		items := make([]string, len(v.List))
		for i, item := range v.List {
			items[i] = formatNumber(item)
		}
		return strings.Join(items, ",")
	case k.Kind == Switch && (v.Num == 0 || v.Num == 1):
		return strconv.FormatBool(v.Num == 1)
	case k.Kind == Choice && k.holds(v.Num):
		return k.Choices[int(v.Num)]
	}
	return formatNumber(v.Num)
}

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// The kinds of knob that entries of the catalogue are made of.

func positive(name string, def, lo, hi float64, help string) Knob {
	return Knob{Name: name, Help: help, Default: def, Min: lo, Max: hi, Scale: Log, High: math.Inf(1), OpenLow: true}
}

func nonNegative(name string, def, hi float64, help string) Knob {
	return Knob{Name: name, Help: help, Default: def, Max: hi, High: math.Inf(1)}
}

func fraction(name string, def, lo, hi float64, help string) Knob {
	return Knob{Name: name, Help: help, Default: def, Min: lo, Max: hi, High: 1}
}

func whole(name string, def, lo, hi float64, help string) Knob {
	return Knob{Name: name, Help: help, Kind: Integer, Default: def, Min: lo, Max: hi, Low: 1, High: maxCount}
}

// countFromZero is a whole number that may be 0.
func countFromZero(name string, def, hi float64, help string) Knob {
	k := whole(name, def, 0, hi, help)
	k.Low = 0
	return k
}

func toggle(name string, on bool, help string) Knob {
	return Knob{Name: name, Help: help, Kind: Switch, Default: On(on).Num, Max: 1, High: 1}
}

func choice(name, help string, choices ...string) Knob {
	last := float64(len(choices) - 1)
	return Knob{Name: name, Help: help, Kind: Choice, Max: last, High: last, Choices: choices}
}

// beta is the weight that a moving average gives to its past, in [0, 1).
func beta(name string, def float64, help string) Knob {
	k := fraction(name, def, 0, 0.9999, help)
	k.Scale, k.OpenHigh, k.Main = Nines, true, true
	return k
}

// open ends a knob's domain at high and takes its ends away.
func open(k Knob, low, high bool, most float64) Knob {
	k.OpenLow, k.OpenHigh, k.High = low, high, most
	return k
}

// main makes a knob one of those seen first.
func (k Knob) main() Knob {
	k.Main = true
	return k
}

// off says of a knob that zero switches its stage off.
func (k Knob) off() Knob {
	k.Off = true
	return k
}

// derivedFrom gives a knob a default that follows from the race's length or from knobs before it.
func (k Knob) derivedFrom(what string, f func(settings) Value) Knob {
	k.Derived, k.derive = what, f
	return k
}

func learningRate(def, lo, hi float64) Knob {
	return positive("lr", def, lo, hi, "Learning rate: how far each step goes.").main()
}

func epsilon(def float64) Knob {
	k := nonNegative("eps", def, 1e-2, "Keeps the division finite where gradients are tiny.")
	k.Min, k.Scale = 1e-12, Log
	return k
}

func weightDecay(def float64, help string) Knob { return nonNegative("weight_decay", def, 0.5, help) }

const l2Help = "Pulls the point towards the origin: the gradient of a penalty of weight_decay/2 times |x| squared."
