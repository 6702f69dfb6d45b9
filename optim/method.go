package optim

import (
	"fmt"
	"slices"
)

// A Method is an entry of the catalogue: what an optimizer is called, where it comes from, its knobs, and how the
// knobs become rules. Sliders, the inspector, the command line, saved files and the tests follow from the entry.
type Method struct {
	Key   string // as it is typed: "adam"
	Title string // as it is shown: "Adam"
	Year  int
	Cite  string // the source
	Idea  string // one sentence: how it differs from plain descent
	Knobs []Knob // the first is lr

	rules     func(settings) []Rule
	decoupled bool // applies its weight_decay itself; else it is L2, before the rules
	check     func(settings) error
}

// catalogue lists the methods in the order in which they are shown.
var catalogue = []Method{sgd, momentum, adagrad, adadelta, rmsprop, adam, adamw, adamax, nadam, radam, asgd, rprop}

// Methods is the catalogue, in the order in which it should be shown. The knobs must not be modified.
func Methods() []Method { return slices.Clone(catalogue) }

// LookupMethod finds a method by key; the error suggests the nearest one. The entry must not be modified.
func LookupMethod(key string) (*Method, error) {
	names := make([]string, len(catalogue))
	for i := range catalogue {
		if catalogue[i].Key == key {
			return &catalogue[i], nil
		}
		names[i] = catalogue[i].Key
	}
	return nil, fmt.Errorf("unknown optimizer %s%s", quote(key), suggest(key, names))
}
