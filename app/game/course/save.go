package course

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/internal/strict"
)

// saved is how a course is written: with the session, or as a file.
type saved struct {
	Format  string             `json:"format"`
	Version int                `json:"version"`
	Best    []game.Play        `json:"best"`
	Level   string             `json:"level"`
	Actions []game.Action      `json:"actions"`
	Size    int                `json:"size"`
	Method  string             `json:"method,omitempty"`
	Values  map[string]float64 `json:"values,omitempty"`
	First   int                `json:"first,omitempty"` // which of two players begins
	Wins    []int              `json:"wins,omitempty"`  // of two players
}

const (
	format  = "descentlab-course"
	version = 1
)

// MarshalJSON writes the best plays, and the level that is being played with what was done in it.
func (c Course) MarshalJSON() ([]byte, error) {
	s := saved{
		Format: format, Version: version, Best: []game.Play{}, Level: c.Level.Key,
		Actions: append([]game.Action{}, c.State.Actions...), Size: c.Size, Method: c.Method, Values: c.Values,
		First: c.First,
	}
	if c.Wins != [2]int{} {
		s.Wins = c.Wins[:]
	}
	for _, key := range slices.Sorted(maps.Keys(c.Best)) {
		s.Best = append(s.Best, c.Best[key])
	}
	return json.Marshal(s)
}

// Read reads a course. Plays that do not come to what they claim are left out, and said why; a level that cannot be gone on with
// is begun anew. The error is of a text that is no course.
func Read(data []byte, today time.Time) (c Course, refused []error, err error) {
	var s saved
	text, err := strict.Text(data)
	if err == nil {
		err = strict.Check(text, &s)
	}
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err == nil && (s.Format != format || s.Version != version) {
		err = words.Errorf("a course is of format %q and version %d; got %q and %d", format, version, s.Format, s.Version)
	}
	if err != nil {
		return New(nil, today), nil, err
	}
	best := game.Results{}
	for i, p := range s.Best {
		if _, err := p.Replay(); err != nil {
			refused = append(refused, fmt.Errorf("best[%d]: %w", i, err))
			continue
		}
		best, _ = best.With(p)
	}
	c = New(best, today)
	for _, part := range []func(saved) error{c.resume, c.rounds} {
		if err := part(s); err != nil {
			refused = append(refused, err)
		}
	}
	return c, refused, nil
}

// resume goes on with the level that was being played.
func (c *Course) resume(s saved) error {
	l, err := game.Lookup(s.Level)
	if err != nil {
		return err
	}
	if err := c.Enter(l); err != nil {
		return err
	}
	state, err := l.Play(s.Actions)
	if err != nil {
		return fmt.Errorf("actions: %w", err)
	}
	c.State = state
	c.Resize(s.Size - c.Size)
	for name, v := range s.Values {
		if err := c.Set(name, v); err != nil {
			return fmt.Errorf("values: %w", err)
		}
	}
	if s.Method != "" {
		if err := c.Choose(s.Method); err != nil {
			return err
		}
	}
	return nil
}

// rounds goes on counting the rounds of two players.
func (c *Course) rounds(s saved) error {
	switch {
	case s.First != 0 && s.First != 1:
		return words.Errorf("first: the players are 0 and 1; got %d", s.First)
	case len(s.Wins) != 0 && (len(s.Wins) != 2 || min(s.Wins[0], s.Wins[1]) < 0):
		return words.Errorf("wins: two counts of 0 or more; got %v", s.Wins)
	}
	c.First = s.First
	copy(c.Wins[:], s.Wins)
	return nil
}
