package game

import (
	"encoding/json"

	"descentlab/internal/say"
	"descentlab/internal/strict"
)

// A Play is what is kept of a game: its actions, and what they are said to come to.
type Play struct {
	Format  string   `json:"format"`
	Version int      `json:"version"`
	Level   string   `json:"level"`
	Actions []Action `json:"actions"`
	Reached bool     `json:"reached"`
	Count   int      `json:"count"`
	Stars   int      `json:"stars"`
	Score   int      `json:"score"`
}

const (
	playFormat  = "descentlab-play"
	playVersion = 1
	// mostActions is how many actions a play may have: far more than anybody needs, and few enough to be replayed.
	mostActions = 2000
)

// Record is the play of a state.
func Record(l *Level, s State) Play {
	o := l.Outcome(s)
	return Play{
		Format: playFormat, Version: playVersion, Level: l.Key, Actions: append([]Action{}, s.Actions...),
		Reached: o.Reached, Count: o.Count, Stars: o.Stars, Score: o.Score,
	}
}

// ReadPlay reads a play and replays it. One that is not written exactly as plays are is an error, and so is one that claims what
// its actions do not come to.
func ReadPlay(data []byte) (Play, State, error) {
	var p Play
	text, err := strict.Text(data)
	if err == nil {
		err = strict.Check(text, &p)
	}
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		return p, State{}, err
	}
	s, err := p.Replay()
	return p, s, err
}

// Replay is the state that the actions lead to. It is an error if that is not what the play claims.
func (p Play) Replay() (State, error) {
	if p.Format != playFormat || p.Version != playVersion {
		return State{}, say.Errorf("a play is of format %q and version %d; got %q and %d", playFormat, playVersion, p.Format, p.Version)
	}
	if len(p.Actions) > mostActions {
		return State{}, say.Errorf("a play has %d actions at most; got %d", mostActions, len(p.Actions))
	}
	l, err := Lookup(p.Level)
	if err != nil {
		return State{}, err
	}
	s, err := l.Play(p.Actions)
	if err != nil {
		return s, err
	}
	if o := l.Outcome(s); o.Reached != p.Reached || o.Count != p.Count || o.Stars != p.Stars || o.Score != p.Score {
		return s, &ForgedError{Claimed: p, Found: o}
	}
	return s, nil
}

// A ForgedError says that a play claims what its actions do not come to.
type ForgedError struct {
	Claimed Play
	Found   Outcome
}

func (e *ForgedError) Error() string {
	return say.T("level %q: the play claims %d with %d stars and %d points; its actions come to %d with %d and %d",
		e.Claimed.Level, e.Claimed.Count, e.Claimed.Stars, e.Claimed.Score, e.Found.Count, e.Found.Stars, e.Found.Score)
}

// Better tells whether a play beats another one of its level: by stars, then by the count, then by points.
func (p Play) Better(o Play) bool {
	switch {
	case p.Reached != o.Reached:
		return p.Reached
	case p.Stars != o.Stars:
		return p.Stars > o.Stars
	case p.Count != o.Count:
		return p.Count < o.Count
	}
	return p.Score > o.Score
}
