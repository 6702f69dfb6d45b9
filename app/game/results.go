package game

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"descentlab/internal/say"
	"descentlab/internal/strict"
)

// Results are the best plays, by the keys of their levels.
type Results map[string]Play

// With are the results with a play of one player, if it reached the goal and beats the one that is there. They are others: r
// stays as it is. It tells whether the play is the best so far.
func (r Results) With(p Play) (Results, bool) {
	if old, ok := r[p.Level]; !p.Reached || strings.HasSuffix(p.Level, twoSuffix) || ok && !p.Better(old) {
		return r, false
	}
	next := maps.Clone(r)
	if next == nil {
		next = Results{}
	}
	next[p.Level] = p
	return next, true
}

// Open tells whether a level may be played: the first, and every one after a level that earned a star. A day's is always open.
func (r Results) Open(l *Level) bool {
	if l.Number <= 1 {
		return true
	}
	before := Levels()[l.Number-2]
	return r[before.Key].Stars > 0 || r[l.Solo()].Stars > 0
}

// resultsFile is how results are written.
type resultsFile struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Best    []Play `json:"best"`
}

const resultsFormat = "descentlab-game"

// MarshalJSON writes the plays in the order of their keys.
func (r Results) MarshalJSON() ([]byte, error) {
	f := resultsFile{Format: resultsFormat, Version: playVersion, Best: []Play{}}
	for _, key := range slices.Sorted(maps.Keys(r)) {
		f.Best = append(f.Best, r[key])
	}
	return json.Marshal(f)
}

// ReadResults reads results and replays every play. Those that do not hold are left out, and said why; the error is of a file
// that is none.
func ReadResults(data []byte) (r Results, refused []error, err error) {
	var f resultsFile
	text, err := strict.Text(data)
	if err == nil {
		err = strict.Check(text, &f)
	}
	if err == nil {
		err = json.Unmarshal(text, &f)
	}
	if err != nil {
		return nil, nil, err
	}
	if f.Format != resultsFormat || f.Version != playVersion {
		return nil, nil, say.Errorf("results are of format %q and version %d; got %q and %d",
			resultsFormat, playVersion, f.Format, f.Version)
	}
	r = Results{}
	for i, p := range f.Best {
		if _, err := p.Replay(); err != nil {
			refused = append(refused, fmt.Errorf("best[%d]: %w", i, err))
			continue
		}
		r, _ = r.With(p)
	}
	return r, refused, nil
}
