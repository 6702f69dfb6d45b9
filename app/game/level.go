package game

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"descentlab/app/game/ground"
	"descentlab/internal/near"
	"descentlab/internal/say"
)

// A Level is one game: everything about it that does not change while it is played.
type Level struct {
	Key    string
	Of     string // the key of the level that this is the one for two of; "": it is for one
	Number int    // 0: it is not one of the ladder
	Title  say.Text
	Goal   say.Text // one sentence
	Ground *ground.Ground
	Fog    bool // only the neighbourhood of spots is seen
	Slopes bool // the slope at spots is told
	Tells  bool // a spot's height is seen by the ball
	// Rate is that of the plain gradient descent which the player's run is laid beside.
	Rate  float64
	Limit int // after so many actions that count it is over; 0: never
	// Three, Two and One are the greatest counts that earn so many stars. Three is par.
	Three, Two, One int
	Par             Par
	Way             Way
}

// A Par says what is known of the least count of a level, and how.
type Par struct {
	Fewest int  // nobody can do it with a lower count
	Fogged bool // three stars ask less than that: what somebody needs at most who sees no more than the level shows
}

// A Way is what can be done in a level and what comes of it. It has no memory: all is in the state.
type Way interface {
	// Begin is the state before the first action.
	Begin(l *Level) State
	// Next is the state after an action. It does not change s. An action that the level does not have is an error.
	Next(l *Level, s State, a Action) (State, error)
	// Moves are the actions there are; nil where they cannot be counted.
	Moves(l *Level, s State) []Action
	// Count is what stars are given for, the fewer the better, and whether the goal is reached.
	Count(l *Level, s State) (n int, reached bool)
	// Key is the same for states from which the same follows: the search for par looks at one of them.
	Key(l *Level, s State) string
}

// An Outcome is how a game stands.
type Outcome struct {
	Reached bool // the goal
	Over    bool // it is, or nothing more may be done
	Count   int
	Stars   int // 0 to 3
	Score   int // 0 to 1000
}

// Name is the title with the number, or of a day's level with the day.
func (l *Level) Name() string {
	if l.Number == 0 {
		return say.T("%s, %s", l.Title.String(), l.Solo())
	}
	if l.Shared() {
		return say.T("Level %d: %s, for two", l.Number, l.Title.String())
	}
	return say.T("Level %d: %s", l.Number, l.Title.String())
}

// Begin is the state before the first action.
func (l *Level) Begin() State { return l.Way.Begin(l) }

// Next is the state after an action.
func (l *Level) Next(s State, a Action) (State, error) {
	if l.Limit > 0 && s.Used >= l.Limit {
		return s, say.Errorf("level %q: it is over after %d actions", l.Key, l.Limit)
	}
	return l.Way.Next(l, s, a)
}

// Outcome is how a game stands.
func (l *Level) Outcome(s State) Outcome {
	o := Outcome{}
	o.Count, o.Reached = l.Way.Count(l, s)
	o.Over = o.Reached || l.Limit > 0 && s.Used >= l.Limit
	if !o.Reached {
		return o
	}
	o.Score = int(math.Round(1000 * min(1, float64(max(l.Three, 1))/float64(max(o.Count, 1)))))
	if w, own := l.Way.(interface {
		Stars(*Level, State) (stars, score int)
	}); own {
		o.Stars, o.Score = w.Stars(l, s)
		return o
	}
	o.Stars = l.Stars(o.Count)
	return o
}

// Stars is how many stars a count earns.
func (l *Level) Stars(count int) int {
	switch {
	case count <= l.Three:
		return 3
	case count <= l.Two:
		return 2
	case count <= l.One:
		return 1
	}
	return 0
}

// Play is the state after a list of actions. The error says which one the level does not have.
func (l *Level) Play(actions []Action) (State, error) {
	frames, err := l.Frames(actions)
	return frames[len(frames)-1], err
}

// Frames are the states that a list of actions goes through, the first before any: what a replay shows.
func (l *Level) Frames(actions []Action) ([]State, error) {
	s := l.Begin()
	frames := []State{s}
	for i, a := range actions {
		next, err := l.Next(s, a)
		if err != nil {
			return frames, &ActionError{Index: i, Err: err}
		}
		s = next
		frames = append(frames, s)
	}
	return frames, nil
}

// An ActionError says which action of a list cannot be.
type ActionError struct {
	Index int
	Err   error
}

func (e *ActionError) Error() string { return say.T("action %d: %v", e.Index+1, e.Err) }

// Unwrap is what is wrong with it.
func (e *ActionError) Unwrap() error { return e.Err }

var levels []*Level

// register adds a level to the ladder.
func register(l Level) *Level {
	levels = append(levels, &l)
	return &l
}

// Levels are those of the ladder, in their order.
func Levels() []*Level {
	return slices.SortedFunc(slices.Values(levels), func(a, b *Level) int { return cmp.Compare(a.Number, b.Number) })
}

// Lookup finds a level by its key: one of the ladder, or a day's.
func Lookup(key string) (*Level, error) {
	if of, two := strings.CutSuffix(key, twoSuffix); two {
		l, err := Lookup(of)
		if err != nil {
			return nil, err
		}
		return ForTwo(l)
	}
	if d, err := ParseDay(key); err == nil {
		return Daily(d), nil
	}
	var keys []string
	for _, l := range levels {
		if l.Key == key {
			return l, nil
		}
		keys = append(keys, l.Key)
	}
	if n := near.Word(key, keys); n != "" {
		return nil, say.Errorf("there is no level %q; did you mean %q?", key, n)
	}
	return nil, say.Errorf("there is no level %q; there are %v, and days as 2026-01-31", key, keys)
}
