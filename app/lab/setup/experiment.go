// Package setup holds what the user has set up: the Experiment, which is the document of Descent Lab, its parts, its file, and
// the keys of what depends on it. It races nothing.
package setup

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/surfaces/expr"
)

// MaxRacers is the largest number of racers in an experiment; beyond it neither eye nor table can follow.
const MaxRacers = 64

// MaxSlot is the largest identity of a racer. A new one takes the lowest that is free, so that they stay small.
const MaxSlot = 9999

// An Experiment is the document: every choice that the user made and nothing that follows from them. It is saved,
// shared and undone as one value. Treat it as immutable outside of Lab.Edit.
type Experiment struct {
	Surface   string             // key in the catalogue; empty if Formula is the user's own
	Formula   string             // the user's formula, in the grammar of expr; empty if Surface is set
	Own       []surfaces.Param   // parameters of the user's formula
	Params    map[string]float64 // parameters of the surface that differ from their defaults
	Waves     Waves              // of the random landscape
	Weights   surfaces.Weighing  // which two of three weights are x and y; empty: those of the catalogue
	Turn      float64            // of the surface about the middle of Home, in degrees
	Stretch   float64            // of the surface there, in doublings
	Sculpture []Bump             // added to the surface
	Home      surfaces.Rect      // the window to which the map returns
	View      surfaces.Rect      // the window shown now
	Start     surfaces.Point     // where every racer starts; may lie outside the window
	Bounds    *surfaces.Rect     // the box in which racers are kept, by projection after every step; nil for none. See Box
	Data      *surfaces.Dataset  // the user's examples; nil for those that the surface has of its own, or none
	Batch     int                // examples that a step sees; 0 for all
	Seed      uint64             // of batches and gradient noise
	Noise     float64            // sigma of the noise added to each gradient component, >= 0
	Steps     int                // updates of each racer, 1 to race.MaxSteps
	Racers    []Racer
	Look      Look
	Fair      Fair
	Swarm     Swarming
	Bench     Bench
	Painted   sweep.Region // where runs begin that are to begin in a painted region
}

// A Racer is an optimizer with its settings, and its place among the identities (colour and glyph).
type Racer struct {
	Spec    optim.Spec
	Changes optim.Changes // what it becomes on its way
	Futures []Future      // what it would have become otherwise: see Fork
	Slot    int           // identity; kept while racers are reordered
	Hidden  bool          // raced and listed, but not drawn
}

// Default is the experiment of a first start, "Three ways down": four racers from one start end in three different
// minima of Peaks.
func Default() Experiment {
	peaks, err := surfaces.Lookup("peaks")
	if err != nil {
		panic(err) // the catalogue is part of the program
	}
	e := Experiment{
		Seed:  7,
		Steps: 140,
		Look:  Look{Levels: "log"},
	}
	e.SetSurface(peaks)
	e.Start = surfaces.Point{X: -0.1, Y: 1}
	for i, text := range []string{"sgd lr=0.012", "momentum lr=0.008 momentum=0.9", "rmsprop lr=0.03 alpha=0.99", "adam lr=0.06"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			panic(err)
		}
		e.Racers = append(e.Racers, Racer{Spec: spec, Slot: i})
	}
	return e
}

// SetSurface puts the experiment on a surface of the catalogue, in that surface's window and from its start.
func (e *Experiment) SetSurface(s surfaces.Surface) {
	e.Surface, e.Formula, e.Own, e.Params, e.Waves = s.Name, "", nil, nil, Waves{}
	if e.Weights = s.Weighing; e.Weights == surfaces.Inputs {
		e.Weights = ""
	}
	e.Turn, e.Stretch, e.Sculpture = 0, 0, nil
	e.Painted, e.Fair.Painted = nil, false // places of another surface
	if e.Swarm.From == FromRing || e.Swarm.From == FromPainted {
		e.Swarm.From, e.Swarm.Around = FromDisc, surfaces.Point{}
	}
	e.Data, e.Batch, e.Bounds = nil, 0, nil
	e.Home, e.View, e.Start = s.View, s.View, s.Start
}

// CheckFormula says what would be wrong with that formula.
func (e Experiment) CheckFormula(text string) error {
	e.SetFormula(text)
	return e.checkSurface()
}

// Clone returns a copy that shares nothing with e but its examples, which never change.
func (e Experiment) Clone() Experiment {
	e.Own, e.Params = slices.Clone(e.Own), maps.Clone(e.Params)
	e.Sculpture, e.Painted = slices.Clone(e.Sculpture), slices.Clone(e.Painted)
	e.Fair.Knobs = slices.Clone(e.Fair.Knobs)
	if e.Bounds != nil {
		box := *e.Bounds
		e.Bounds = &box
	}
	racers := make([]Racer, len(e.Racers))
	for i, r := range e.Racers {
		racers[i] = r.Clone()
	}
	e.Racers = racers
	return e
}

// FreeSlot is the lowest identity that no racer has.
func (e *Experiment) FreeSlot() int {
	used := map[int]bool{}
	for _, r := range e.Racers {
		used[r.Slot] = true
	}
	slot := 0
	for used[slot] {
		slot++
	}
	return slot
}

// Subject is the racer that is looked at alone, or -1 if there is none.
func (e *Experiment) Subject() int {
	for i, r := range e.Racers {
		if r.Slot == e.Look.Subject {
			return i
		}
	}
	return min(len(e.Racers), 1) - 1
}

// climbs is what follows the name of a racer that goes uphill.
const climbs = " ↑"

// Names are the racers' names for people: the method's title, with that which it becomes in the end if that is another one,
// numbered where a method races more than once, with an arrow where it climbs.
func (e *Experiment) Names() []string {
	count, seen := map[string]int{}, map[string]int{}
	names := make([]string, len(e.Racers))
	for i := range e.Racers {
		names[i] = e.Racers[i].title()
		count[names[i]]++
	}
	for i, r := range e.Racers {
		title := names[i]
		if seen[title]++; count[title] > 1 {
			names[i] += " " + strconv.Itoa(seen[title])
		}
		if r.Spec.Climbs() {
			names[i] += climbs
		}
	}
	return names
}

// Check says what is wrong with the experiment, where, and what would be right; nil if it can be raced.
func (e *Experiment) Check() error {
	if err := e.checkSurface(); err != nil {
		return err
	}
	return e.checkRest()
}

// CheckAfter is Check of a document that an edit has made of one that passes it. The formula is compiled only if the surface is
// another one: most edits come from sliders of racers, many in a second.
func (e *Experiment) CheckAfter(before *Experiment) error {
	if e.Data == before.Data && e.Batch == before.Batch && Same(OfSurface, e, before) {
		return e.checkRest()
	}
	return e.Check()
}

// checkRest is what Check looks at beside the surface.
func (e *Experiment) checkRest() error {
	if err := e.Home.Check(); err != nil {
		return At("home", words.Errorf("home: %w", err))
	}
	if err := e.View.Check(); err != nil {
		return At("view", words.Errorf("view: %w", err))
	}
	if err := e.Box().CheckBox(); err != nil {
		return At("bounds", words.Errorf("bounds: %w", err))
	}
	if !geom.Finite(e.Start.X) || !geom.Finite(e.Start.Y) {
		return At("start", words.Errorf("start: (%v, %v) is not a point; both coordinates must be finite", e.Start.X, e.Start.Y))
	}
	if !geom.Finite(e.Noise) || e.Noise < 0 {
		return At("noise", words.Errorf("noise: sigma must be 0 or more and finite; got %v", e.Noise))
	}
	if e.Steps < 1 || e.Steps > race.MaxSteps {
		return At("steps", words.Errorf("steps: must be from 1 to %d; got %d", race.MaxSteps, e.Steps))
	}
	return cmp.Or(At("look", e.Look.check()), At("fair", e.Fair.check()), At("swarm", e.Swarm.check()),
		At("bench", e.Bench.Check()), At("painted", checkPainted(e.Painted)), At("racers", e.checkRacers()))
}

func (e *Experiment) checkSurface() error {
	switch {
	case e.Surface != "" && e.Formula != "":
		return At("surface", words.Errorf("surface: give a name or a formula, not both"))
	case e.Formula == "" && e.Surface == "":
		return words.Errorf("surface: give the name of one or a formula f(x, y)")
	}
	if err := cmp.Or(At("waves", e.Waves.check(e.Surface)), At("sculpture", checkSculpture(e.Sculpture)),
		At("own_params", e.checkOwn())); err != nil {
		return err
	}
	s, err := e.Landscape()
	if err != nil {
		return At(e.blames(err), err)
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		return At(e.blames(err), err)
	}
	if e.Batch == 0 {
		return nil
	}
	return At("batch", probe.CheckBatch(e.Batch))
}

// blames is the key whose value an error of the surface is about.
func (e *Experiment) blames(err error) string {
	formula := (*expr.Error)(nil)
	switch {
	case errors.As(err, &formula) && e.Formula != "":
		return "formula"
	case strings.HasPrefix(err.Error(), "data:") && e.Data != nil:
		return "data"
	case e.Transform().Check() != nil && strings.HasPrefix(err.Error(), "stretch"):
		return "stretch"
	case strings.HasPrefix(err.Error(), "weights:"):
		return "weights"
	case e.Transform().Check() != nil:
		return "turn"
	}
	for name := range e.Params {
		if strings.Contains(err.Error(), name) {
			return "params." + name
		}
	}
	if e.Surface != "" {
		return "surface"
	}
	return "formula"
}

func (e *Experiment) checkRacers() error {
	if len(e.Racers) > MaxRacers {
		return words.Errorf("racers: at most %d; got %d", MaxRacers, len(e.Racers))
	}
	slots := map[int]bool{}
	for i, r := range e.Racers {
		if err := r.Spec.Check(); err != nil {
			return At(fmt.Sprintf("[%d].racer", i), words.Errorf("racer %d: %w", i+1, err))
		}
		if err := r.checkCourse(); err != nil {
			return At(fmt.Sprintf("[%d]", i), words.Errorf("racer %d: %w", i+1, err))
		}
		if r.Slot < 0 || r.Slot > MaxSlot || slots[r.Slot] {
			return At(fmt.Sprintf("[%d].slot", i), words.Errorf(
				"racer %d: its identity must be from 0 to %d, and no other racer's; got %d",
				i+1, MaxSlot, r.Slot))
		}
		slots[r.Slot] = true
	}
	return nil
}

// NeedsLeast says whether a racer asks for the least loss.
func (e *Experiment) NeedsLeast() bool {
	for i := range e.Racers {
		for spec := range e.Racers[i].specs() {
			if m, err := optim.LookupMethod(spec.Method); err == nil && m.NeedsMinimum {
				return true
			}
		}
	}
	return false
}

// RacerAt is the place of the racer with a slot, or -1.
func (e *Experiment) RacerAt(slot int) int {
	return slices.IndexFunc(e.Racers, func(r Racer) bool { return r.Slot == slot })
}
