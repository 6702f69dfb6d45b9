// Package course is a player's way through the levels: which one is played, what was done, what is set for the next action, what
// was best so far, and what every gesture of the room does. It is what the room shows, without a window.
package course

import (
	"errors"
	"maps"
	"slices"
	"time"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/surfaces"
)

// A Course is all that the room keeps. It is a value: a copy stays as it is whatever is done with the original, so that it can be
// kept for undo.
type Course struct {
	Best   game.Results
	Level  *game.Level
	State  game.State
	Size   int                // the index of the push or the rate that is chosen, in a walk
	Method string             // that is chosen, in a level of tries
	Values map[string]float64 // of its knobs

	Lifted  bool               // the fog, which may be lifted once the level is over
	Watched bool               // the rivals' runs are shown
	Lit     int                // the row that is pointed at; -1: none
	Shown   int                // the trial that is shown, from 1 on; 0: the last
	Aims    [2]*surfaces.Point // where on the map the players aim at, with the pointer or by keys; one player is the first
	First   int                // which of two players begins
	Wins    [2]int             // of two players
	Day     time.Time          // today
}

// New is a course at its first level.
func New(best game.Results, today time.Time) Course {
	c := Course{Best: best, Day: today}
	c.enter(game.Levels()[0])
	return c
}

// enter begins a level.
func (c *Course) enter(l *game.Level) {
	c.Level, c.State = l, l.Begin()
	c.Lifted, c.Watched, c.Lit, c.Shown, c.Aims = false, false, -1, 0, [2]*surfaces.Point{}
	c.Size, c.Method, c.Values = 0, "", nil
	if w, ok := l.Way.(game.Walk); ok {
		c.Size = min(1, len(w.Sizes)-1)
	}
	if w, ok := launch(l); ok {
		c.Method, c.Values = w.Methods[0], map[string]float64{}
		for _, k := range w.Knobs {
			c.Values[k.Name] = k.Default
		}
	}
}

// launch is what can be set in a level of tries.
func launch(l *game.Level) (game.Launch, bool) {
	switch w := l.Way.(type) {
	case game.Launch:
		return w, true
	case game.Brink:
		return w.Launch, true
	case game.Contest:
		return w.Launch, true
	}
	return game.Launch{}, false
}

// Outcome is how the level stands.
func (c Course) Outcome() game.Outcome { return c.Level.Outcome(c.State) }

// act does an action, and keeps the play if it is the best so far.
func (c *Course) act(a game.Action) error {
	s, err := c.Level.Next(c.State, a)
	if err != nil {
		return err
	}
	c.State, c.Lit, c.Shown = s, -1, 0
	if c.Level.Shared() && c.Outcome().Reached {
		c.Wins[a.Who]++
	}
	c.Best, _ = c.Best.With(game.Record(c.Level, s))
	return nil
}

// over refuses what may be done only while a level is played. Tries go on after the goal is reached: they may get better.
func (c Course) over() error {
	if _, tries := launch(c.Level); !tries && c.Outcome().Over {
		return words.Errorf("this one is over: R plays it again")
	}
	return nil
}

// Push pushes the ball by the chosen size: to the left with a negative side, else to the right.
func (c *Course) Push(side float64) error {
	w, ok := c.Level.Way.(game.Walk)
	if !ok || w.Deed != game.Push {
		return words.Errorf("nothing is pushed in this level")
	}
	if err := c.over(); err != nil {
		return err
	}
	by := w.Sizes[c.Size]
	if side < 0 {
		by = -by
	}
	return c.act(game.Action{Do: game.Push, By: by})
}

// Step steps down the slope at the chosen rate.
func (c *Course) Step() error {
	w, ok := c.Level.Way.(game.Walk)
	if !ok || w.Deed != game.Step {
		return words.Errorf("there is no slope to follow in this level")
	}
	if err := c.over(); err != nil {
		return err
	}
	return c.act(game.Action{Do: game.Step, By: w.Sizes[c.Size]})
}

// Resize chooses the size so many places larger.
func (c *Course) Resize(by int) {
	if w, ok := c.Level.Way.(game.Walk); ok {
		c.Size = min(max(c.Size+by, 0), len(w.Sizes)-1)
	}
}

// Probe probes the ground at a place; of two players that is who is next.
func (c *Course) Probe(at surfaces.Point) error {
	if err := c.over(); err != nil {
		return err
	}
	return c.probe(at, c.Turn())
}

// probe probes for a player. A second probe of the same place shows nothing new: a key that is held, or a double click, costs
// none.
func (c *Course) probe(at surfaces.Point, who int) error {
	for _, s := range c.State.Standing() {
		if s.At == at {
			return words.Errorf("this place has been probed: its height is %s", words.Short(s.Height))
		}
	}
	return c.act(game.Action{Do: game.Probe, X: at.X, Y: at.Y, Who: who})
}

// Back takes the last probe back.
func (c *Course) Back() error {
	if err := c.over(); err != nil {
		return err
	}
	return c.act(game.Action{Do: game.Back})
}

// Set sets a knob to the value nearest to v.
func (c *Course) Set(name string, v float64) error {
	w, ok := launch(c.Level)
	i := slices.IndexFunc(w.Knobs, func(k game.Knob) bool { return k.Name == name })
	if !ok || i < 0 {
		return words.Errorf("there is no %s to be set in this level", name)
	}
	c.Values = maps.Clone(c.Values)
	c.Values[name] = w.Knobs[i].Nearest(v)
	return nil
}

// Choose chooses the method of a try.
func (c *Course) Choose(method string) error {
	w, ok := launch(c.Level)
	if !ok || !slices.Contains(w.Methods, method) {
		return words.Errorf("there is no method %q in this level", method)
	}
	c.Method = method
	return nil
}

// Try lets the method run with the knobs as they are. What has been tried before is only shown again: it would come to the same.
func (c *Course) Try() error {
	w, ok := launch(c.Level)
	if !ok {
		return words.Errorf("nothing is tried in this level")
	}
	a := w.Action(c.Method, c.Values)
	if i := slices.IndexFunc(c.State.Trials, func(t game.Trial) bool { return t.By == a }); i >= 0 {
		c.Lit, c.Shown = -1, i+1
		return nil
	}
	return c.act(a)
}

// Enter begins another level; of a locked one the error says what unlocks it.
func (c *Course) Enter(l *game.Level) error {
	if !c.Best.Open(l) {
		return errors.New(unlocks(l))
	}
	c.enter(l)
	return nil
}

// Again begins the level anew; what is set stays.
func (c *Course) Again() {
	size, method, values := c.Size, c.Method, c.Values
	if c.Outcome().Reached {
		c.First = c.Turn() // who has lost begins
	}
	c.enter(c.Level)
	c.Size, c.Method, c.Values = size, method, values
}

// Next begins the level after this one.
func (c *Course) Next() error { return c.Enter(c.following()) }

// following is the level after this one. After the last one of the ladder, and after another day's, comes today's; and after that
// the first one in which there are stars to be won.
func (c Course) following() *game.Level {
	list := game.Levels()
	switch l := c.Level; {
	case l.Number > 0 && l.Number < len(list):
		return list[l.Number]
	case l.Solo() != game.DayKey(c.Day):
		return game.Daily(c.Day)
	}
	for _, l := range list {
		if c.Best.Open(l) && c.Best[l.Key].Stars < 3 {
			return l
		}
	}
	return list[0]
}

// Lift lifts the fog or lets it come down again; it can be lifted only when the level is over.
func (c *Course) Lift() error {
	if !c.Level.Fog {
		return words.Errorf("there is no fog here")
	}
	if !c.Outcome().Over {
		return words.Errorf("the fog can be lifted when the level is over")
	}
	c.Lifted = !c.Lifted
	c.Watched = c.Watched && c.Lifted
	return nil
}

// Watch shows the rivals' runs over lifted fog, or hides them.
func (c *Course) Watch() error {
	if _, ok := c.Level.Way.(game.Probing); !ok || len(c.State.Spots) == 0 {
		return words.Errorf("there is nobody to watch here")
	}
	if !c.Outcome().Over {
		return words.Errorf("the others can be watched when the level is over")
	}
	c.Watched = !c.Watched
	c.Lifted = c.Lifted || c.Watched
	return nil
}

// Rivals are those who are watched.
func (c Course) Rivals() []game.Rival {
	if !c.Watched || len(c.State.Spots) == 0 {
		return nil
	}
	return c.Level.Rivals(c.State.Spots[0].At)
}

// Spec is the racer that the next try will be of.
func (c Course) Spec() (optim.Spec, error) {
	w, ok := launch(c.Level)
	if !ok {
		return optim.Spec{}, words.Errorf("nothing is tried in this level")
	}
	return w.Action(c.Method, c.Values).Spec()
}
