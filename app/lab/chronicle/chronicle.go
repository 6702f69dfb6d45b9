// Package chronicle holds what has happened in a race as it is told: moments of racers, in words, in the order of the steps. It
// knows no race: package events finds what happens, and tells it as a Chronicle.
package chronicle

import (
	"cmp"
	"slices"

	"descentlab/internal/geom"
)

// A Kind is what happens.
type Kind int

// The kinds of what happens, in the order in which those that begin with one step are told.
const (
	InBasin      Kind   = iota // the way down from here ends in another minimum than before
	CrossedRidge               // a step leads across the separatrix of a saddle
	AtSaddle                   // slow near a saddle
	Overshoot                  // the loss rises above what it has been
	Spike                      // the same, by more than half of what had been won, and comes back
	Oscillation                // to and fro across a valley
	Edge                       // to and fro by steps of one length, the sharpness at the limit of the method
	Cycle                      // around and around to the end
	Plateau                    // over nearly level ground
	LeftWindow                 // outside of the home window from here on
	Settled                    // so near a minimum's loss, from here to the end
	Ended                      // the run ends before its time
	Kinds        = iota        // how many there are
)

// ranks are how much the kinds matter where there is no room for all: what decides a race before what passes.
var ranks = [Kinds]int{
	Ended: 9, Settled: 9, LeftWindow: 9, Cycle: 8, Edge: 7, Spike: 6, AtSaddle: 6, InBasin: 5, CrossedRidge: 4, Oscillation: 4,
	Plateau: 3, Overshoot: 2,
}

// A Moment is something that happens to a racer in the steps From to To.
type Moment struct {
	Kind     Kind
	Racer    int // which of the race's
	From, To int
	At       geom.Point // where the racer is at From
	Loss     float64    // and its loss
	Slope    float64    // and the length of the gradient
	When     string     // the steps in words: "Steps 16 to 59"
	Says     string     // a sentence: "SGD lingers at saddle S1 and leaves it along its downhill direction."
	Brief    string     // the same in few words: "SGD lingers at saddle S1"
}

// Rank is how much the moment matters beside others: the more the higher. It is 0 if nothing happens, as at the start, where it
// is told where the race begins.
func (m *Moment) Rank() int {
	if m.Begins() {
		return 0
	}
	return ranks[m.Kind]
}

// Begins tells whether the moment is that of the start, of which it is told where it lies.
func (m *Moment) Begins() bool { return m.Kind == InBasin && m.From == 0 }

// Sentence is the moment with its steps: "Step 29: RMSprop is settled at B from here on."
func (m *Moment) Sentence() string { return m.When + ": " + m.Says }

// A Chronicle is what is told of a race.
type Chronicle struct {
	Moments []Moment // by From; those of one step by the racer, and of one racer by their kind
	Ends    []string // of each racer, why it is where it is at the end, in a sentence
}

// New puts the moments of a race in order.
func New(moments []Moment, ends []string) *Chronicle {
	slices.SortStableFunc(moments, func(a, b Moment) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Racer, b.Racer), cmp.Compare(a.Kind, b.Kind))
	})
	return &Chronicle{Moments: moments, Ends: ends}
}

// Last is the latest moment by a step of the racers that count: of those that begin with one step that which matters most. It is
// nil if there is none yet.
func (c *Chronicle) Last(step int, counts func(racer int) bool) (last *Moment) {
	for i := range c.Moments {
		m := &c.Moments[i]
		if m.From > step {
			break
		}
		if counts(m.Racer) && (last == nil || m.From > last.From || m.Rank() > last.Rank()) {
			last = m
		}
	}
	return last
}

// Next is the first moment that begins after a step, of the racers that count: of several that which matters most. It is nil if
// there is none.
func (c *Chronicle) Next(step int, counts func(racer int) bool) (next *Moment) {
	for i := range c.Moments {
		m := &c.Moments[i]
		if next != nil && m.From > next.From {
			break
		}
		if m.From > step && counts(m.Racer) && m.Rank() > 0 && (next == nil || m.Rank() > next.Rank()) {
			next = m
		}
	}
	return next
}

// Before is the latest moment that begins before a step, as Next is the first one after it.
func (c *Chronicle) Before(step int, counts func(racer int) bool) (before *Moment) {
	for i := range c.Moments {
		m := &c.Moments[i]
		if m.From >= step {
			break
		}
		if counts(m.Racer) && m.Rank() > 0 && (before == nil || m.From > before.From || m.Rank() > before.Rank()) {
			before = m
		}
	}
	return before
}

// Ranked are all moments, what matters most first, and of what matters alike the earlier first.
func (c *Chronicle) Ranked() []*Moment {
	list := make([]*Moment, len(c.Moments))
	for i := range list {
		list[i] = &c.Moments[i]
	}
	slices.SortStableFunc(list, func(a, b *Moment) int { return cmp.Compare(b.Rank(), a.Rank()) })
	return list
}

// End is why a racer is where it is at the end; "" of one that is not told of.
func (c *Chronicle) End(racer int) string {
	if racer < 0 || racer >= len(c.Ends) {
		return ""
	}
	return c.Ends[racer]
}
