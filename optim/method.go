package optim

import (
	"cmp"
	"slices"
	"strings"
)

// A Family groups methods of one kind.
type Family int

// The families, in the order in which they should be shown.
const (
	Momentum       Family = iota // descent along the gradient, its signs or its running mean
	Adaptive                     // divide the gradient by its size
	RateFree                     // find their own learning rate
	LooksElsewhere               // ask for the loss at more points than their own
	SecondOrder                  // ask for second derivatives
	Classical                    // driven by gonum/optimize
	Chance                       // draw random numbers
)

// String is the family's name for people.
func (f Family) String() string {
	return [...]string{
		"Descent and momentum", "Adaptive", "Learning-rate free", "Looking elsewhere", "Second order",
		"Classical, by gonum", "Noise and chance",
	}[f]
}

// A Method is an entry of the catalogue: what an optimizer is called, where it comes from, its knobs, and how the
// knobs become rules. Sliders, the inspector, the command line, saved files, the method sheet, the copied Python and the
// tests follow from the entry.
type Method struct {
	Key    string // as it is typed: "adam"
	Title  string // as it is shown: "Adam"
	Family Family
	Year   int
	Cite   string   // the source
	Idea   string   // one sentence: how it differs from plain descent
	Math   []string // the update, a line of mathematics each, in the markup of package widgets/plot's formulas
	Knobs  []Knob   // lr first, if the method has one
	Python Python

	// NeedsMinimum says that the method asks for the least loss known.
	NeedsMinimum bool
	// Allocates says that the method is driven by gonum, which allocates; no other does.
	Allocates bool

	ahead     func(settings) []Rule // come before the stages that change the gradient; may be nil
	rules     func(settings) []Rule
	decoupled bool // applies its weight_decay itself; else it is L2, before the rules
	check     func(settings) error
}

// Python says how a method is written in Python: by Torch or by Step, or by SciPy alone. With both, Step is for settings
// that PyTorch's optimizer cannot have.
type Python struct {
	// Torch is the construction of PyTorch's optimizer of the same numbers over the parameter p, with {name} where a
	// knob's value belongs: "torch.optim.SGD([p], lr={lr})".
	Torch string
	// Init and Step are the statements before the loop and in it, for a method that PyTorch lacks. They may use p (the
	// position, a tensor, to be changed in place), f(q) and grad(q) (the loss and its gradient at a tensor), and the
	// knobs by name; Step also g (the gradient at p, after the stages before), t (the update's number from 0) and lr (the
	// scheduled rate).
	Init, Step string
	// Follow are statements for after a box has moved p from where Step has put it, which is called landed; for a method whose
	// own points move along.
	Follow string
	// SciPy is the method of scipy.optimize.minimize that is nearest to a method of gonum's; its path is another one.
	SciPy string
}

// Rated says whether the method has a learning rate, which schedules change.
func (m *Method) Rated() bool { return len(m.Knobs) > 0 && m.Knobs[0].Name == "lr" }

// catalogue holds the methods in the order in which they are shown.
var catalogue []Method

// register puts a method into the catalogue: by family, then by year, then by key.
func register(m Method) Method {
	at, _ := slices.BinarySearchFunc(catalogue, m, func(a, b Method) int {
		return cmp.Or(cmp.Compare(a.Family, b.Family), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Key, b.Key))
	})
	catalogue = slices.Insert(catalogue, at, m)
	return m
}

// Methods is the catalogue, in the order in which it should be shown. The entries must not be modified.
func Methods() []Method { return slices.Clone(catalogue) }

// LookupMethod finds a method by key; the error suggests the nearest one. The entry must not be modified.
func LookupMethod(key string) (*Method, error) {
	if m := findMethod(key); m != nil {
		return m, nil
	}
	names := make([]string, len(catalogue))
	for i := range catalogue {
		names[i] = catalogue[i].Key
	}
	for _, c := range torchOptimizers {
		if c.key != "" {
			names = append(names, c.name)
		}
	}
	word := key[strings.LastIndexByte(key, '.')+1:] // optax.adam, keras.optimizers.Adam
	plain := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(word))
	if meant := alsoCalled[plain]; meant != "" {
		return nil, &UnknownError{"optimizer", key, meant}
	}
	if findMethod(plain) != nil {
		return nil, &UnknownError{"optimizer", key, plain}
	}
	return nil, unknown("optimizer", word, names).named(key)
}

// alsoCalled are other names of methods, by which one may look for them.
var alsoCalled = map[string]string{
	"gd": "sgd", "gradient_descent": "sgd", "gradientdescent": "sgd", "gradient": "sgd", "steepest_descent": "sgd",
	"steepest": "sgd", "vanilla": "sgd", "nag": "nesterov", "lookahead": "lookahead_adam", "conjugate_gradient": "cg",
	"conjugate": "cg", "conjugate_gradients": "cg", "simplex": "nelder_mead", "neldermead": "nelder_mead", "cmaes": "cma_es",
	"cma": "cma_es", "l_bfgs_b": "lbfgs", "l_bfgs": "lbfgs", "signsgd": "sign_sgd", "newton_cg": "newton",
	"trust_ncg": "trust_region_newton", "annealing": "simulated_annealing", "polyak_momentum": "heavy_ball", "langevin": "sgld",
	"line_search": "exact_line_search",
}

// findMethod is LookupMethod for those who do not want to know what may have been meant; nil if there is none.
func findMethod(key string) *Method {
	for i := range catalogue {
		if catalogue[i].Key == key {
			return &catalogue[i]
		}
	}
	return nil
}
