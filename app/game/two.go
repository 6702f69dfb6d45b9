package game

import (
	"strings"
	"sync"

	"descentlab/internal/say"
)

// twoSuffix ends the keys of levels for two.
const twoSuffix = "_two"

// twos are the levels for two that have been made.
var twos sync.Map

// ForTwo is a foggy map for two players, who take turns under one fog: what the one probes the other sees. The first who probes
// low enough has won. Other levels cannot be played by two: that is an error.
func ForTwo(l *Level) (*Level, error) {
	w, probing := l.Way.(Probing)
	if !probing || w.Two {
		return nil, say.Errorf("level %q cannot be played by two", l.Key)
	}
	if two, ok := twos.Load(l.Key); ok {
		return two.(*Level), nil
	}
	two := *l
	two.Key, two.Of = l.Key+twoSuffix, l.Key
	two.Goal = say.Later("Take turns under one fog: whoever first probes low enough has won.")
	w.Two = true
	two.Way, two.Limit = w, 2*l.Limit
	kept, _ := twos.LoadOrStore(l.Key, &two)
	return kept.(*Level), nil
}

// Solo is the key of the level for one, which it may be itself.
func (l *Level) Solo() string { return strings.TrimSuffix(l.Key, twoSuffix) }

// Shared tells whether it is for two players.
func (l *Level) Shared() bool { return l.Of != "" }

// Turn is the player who is next, where first begins: 0 or 1.
func (s State) Turn(first int) int {
	if n := len(s.Actions); n > 0 {
		return 1 - s.Actions[n-1].Who
	}
	return first
}

// UsedBy is how often a player has probed.
func (s State) UsedBy(who int) (n int) {
	for _, a := range s.Actions {
		if a.Who == who {
			n++
		}
	}
	return n
}
