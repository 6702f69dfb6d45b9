package export

import (
	"descentlab/surfaces"
)

// branchJSON is half of such a curve.
type branchJSON struct {
	End     string        `json:"end"`
	At      *criticalJSON `json:"at,omitempty"`
	Barrier *Number       `json:"barrier,omitempty"`
	Path    [][2]Number   `json:"path"`
}

// A SaddleJSON is a saddle with the curves through it.
type SaddleJSON struct {
	criticalJSON
	StableRate Known        `json:"stable_rate"`
	Ways       []branchJSON `json:"ways_down"`
	Ridge      []branchJSON `json:"ridge"`
}

func newBranchJSON(b surfaces.Branch) branchJSON {
	j := branchJSON{End: b.End.String(), Path: make([][2]Number, len(b.Path))}
	for i, p := range b.Path {
		j.Path[i] = [2]Number{Number(p.X), Number(p.Y)}
	}
	if b.End == surfaces.Arrived {
		at := newCriticalJSON(b.At, false, false)
		j.At = &at
	}
	return j
}

// NewSaddleJSON is a saddle for JSON.
func NewSaddleJSON(s surfaces.Separatrix) SaddleJSON {
	j := SaddleJSON{criticalJSON: newCriticalJSON(s.Saddle, false, false), StableRate: Known(s.Saddle.StableRate())}
	for i := range 2 {
		way := newBranchJSON(s.Ways[i])
		if height, ok := s.Barrier(i); ok {
			way.Barrier = new(Number)
			*way.Barrier = Number(height)
		}
		j.Ways = append(j.Ways, way)
		j.Ridge = append(j.Ridge, newBranchJSON(s.Ridge[i]))
	}
	return j
}
