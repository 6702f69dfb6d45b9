package curve

import (
	"fmt"
	"math"
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
)

// MaxRacers is the largest number of balls on a curve.
const MaxRacers = 8

// scheduled is the length of a race that schedules are laid out for, unless the document says another.
const scheduled = 100

// firstSeed is that of a first start, and of a file that has none.
const firstSeed = 1

// A Document is every choice that the user made in the room. It is immutable outside of an edit.
type Document struct {
	Named   string  // key in the catalogue; empty if Formula is the user's own
	Formula string  // the user's, in w; empty if Named is set
	Start   float64 // of all racers
	Steps   int     // that schedules are laid out for
	Racers  []Racer // the first is the one ball where there is one alone

	Seed       uint64 // of the noise of a curve that has some
	SideBySide bool   // all racers are seen, each on a curve of its own; else the first alone
}

// A Racer is an optimizer with its settings and its place among the identities.
type Racer struct {
	Spec optim.Spec
	Slot int
}

// Default is the document of a first start: plain descent that leaps to and fro in the bowl.
func Default() Document {
	d := Document{Steps: scheduled, Seed: firstSeed, Racers: []Racer{{Spec: Descent(1), Slot: FirstSlot}}}
	d.SetShape(Shapes()[0])
	return d
}

// Descent is plain gradient descent.
func Descent(eta float64) optim.Spec {
	spec, err := optim.ParseSpec("sgd")
	if err != nil {
		panic(err) // the catalogue is part of the program
	}
	return spec.With("lr", optim.Num(eta))
}

// SetShape puts the document on a curve of the catalogue, at its start and its rate for all who have one.
func (d *Document) SetShape(s Shape) {
	d.Named, d.Formula, d.Start = s.Key, "", s.Start
	for i := range d.Racers {
		d.SetEta(i, s.Eta)
	}
}

// SetFormula puts the document on a formula of the grammar, at a place on a slope of it, and at nine tenths of its limit.
func (d *Document) SetFormula(formula string) error {
	c, err := New(formula)
	if err != nil {
		return err
	}
	d.Named, d.Formula = "", formula
	d.Start = geom.Digits(c.Home.X0+(c.Home.X1-c.Home.X0)/8, 2)
	for i := range d.Racers {
		d.SetEta(i, c.Rates(d.Start)[1])
	}
	return nil
}

// Curve is the curve of the document.
func (d Document) Curve() (*Curve, error) {
	if d.Named == "" {
		c, err := New(d.Formula)
		return c, setup.At("formula", err)
	}
	s, err := Find(d.Named)
	if err != nil {
		return nil, setup.At("shape", err)
	}
	c := s.Curve()
	c.seed = d.Seed
	return c, nil
}

// Eta is the learning rate of a racer, and whether it has one.
func (d Document) Eta(i int) (float64, bool) {
	if _, err := d.Racers[i].Spec.Knob("lr"); err != nil {
		return 0, false
	}
	return d.Racers[i].Spec.Get("lr").Num, true
}

// SetEta gives a racer another learning rate, if it has one and may have this.
func (d *Document) SetEta(i int, eta float64) {
	spec := d.Racers[i].Spec.With("lr", optim.Num(eta))
	if _, has := d.Eta(i); has && spec.Check() == nil {
		d.Racers[i].Spec = spec
	}
}

// Shown are the racers that descend: all of them side by side, or the first alone.
func (d Document) Shown() []Racer {
	if d.SideBySide {
		return d.Racers
	}
	return d.Racers[:1]
}

// Names tell the racers apart: by method, and by the settings where methods are the same.
func (d Document) Names() []string {
	list := make([]string, len(d.Racers))
	for i, r := range d.Racers {
		list[i] = r.Title()
		for k, o := range d.Racers {
			if k != i && o.Spec.Method == r.Spec.Method {
				list[i] = r.Spec.String()
			}
		}
	}
	return list
}

// Title is the name of the racer's method.
func (r Racer) Title() string {
	m, err := optim.LookupMethod(r.Spec.Method)
	if err != nil {
		return r.Spec.Method
	}
	return m.Title
}

// Called is the name of the racer's method for people who meet it first.
func (r Racer) Called() string {
	if r.Spec.Method == "sgd" {
		return words.T("Gradient descent")
	}
	return words.T(r.Title())
}

// Called are the names of the racers for people: those of the methods, with the settings where methods are the same.
func (d Document) Called() []string {
	list := d.Names()
	for i, r := range d.Racers {
		if list[i] == r.Title() {
			list[i] = r.Called()
		}
	}
	return list
}

// Plain tells plain gradient descent, of which every step is eta times the slope and nothing else.
func (r Racer) Plain() bool {
	if r.Spec.Method != "sgd" || r.Spec.Schedule != "" {
		return false
	}
	for name, v := range r.Spec.Set {
		if k, err := r.Spec.Knob(name); name != "lr" && (err != nil || k.Kind == optim.List || v.Num != k.Default) {
			return false
		}
	}
	return true
}

// FirstSlot is the identity of the first racer: its colour is that of w.
const FirstSlot = 3

// FreeSlot is the next identity that no racer has.
func (d Document) FreeSlot() int {
	for slot := FirstSlot; ; slot++ {
		if !slices.ContainsFunc(d.Racers, func(r Racer) bool { return r.Slot == slot }) {
			return slot
		}
	}
}

// Clone shares nothing with d.
func (d Document) Clone() Document {
	d.Racers = slices.Clone(d.Racers)
	for i := range d.Racers {
		d.Racers[i].Spec = d.Racers[i].Spec.Clone()
	}
	return d
}

// Equal tells whether two documents say the same.
func (d Document) Equal(o Document) bool {
	return d.Named == o.Named && d.Formula == o.Formula && d.Start == o.Start && d.Steps == o.Steps &&
		d.Seed == o.Seed && d.SideBySide == o.SideBySide &&
		slices.EqualFunc(d.Racers, o.Racers, func(a, b Racer) bool { return a.Slot == b.Slot && a.Spec.Equal(b.Spec) })
}

// Check says what is wrong with a document.
func (d Document) Check() error {
	if _, err := d.Curve(); err != nil {
		return err
	}
	switch {
	case !geom.Finite(d.Start) || math.Abs(d.Start) > Far:
		return setup.At("start", words.Errorf("start: must be a number from %g to %g; got %v", -Far, Far, d.Start))
	case d.Steps < 1 || d.Steps > MaxSteps:
		return setup.At("steps", words.Errorf("steps: must be from 1 to %d; got %d", MaxSteps, d.Steps))
	case len(d.Racers) < 1 || len(d.Racers) > MaxRacers:
		return setup.At("racers", words.Errorf("racers: must be 1 to %d; got %d", MaxRacers, len(d.Racers)))
	}
	for i, r := range d.Racers {
		at := fmt.Sprintf("racers[%d]", i)
		if err := r.Spec.Check(); err != nil {
			return setup.At(at+".racer", words.Errorf("racer %d: %w", i+1, err))
		}
		if r.Slot < 0 || r.Slot > setup.MaxSlot {
			return setup.At(at+".slot", words.Errorf("racer %d: slot: must be from 0 to %d; got %d", i+1, setup.MaxSlot, r.Slot))
		}
		for _, o := range d.Racers[:i] {
			if o.Slot == r.Slot {
				return setup.At(at+".slot", words.Errorf("racer %d: slot %d is another racer's", i+1, r.Slot))
			}
		}
	}
	return nil
}
