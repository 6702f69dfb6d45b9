package export

import (
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/lab"
)

var _ = Race.With(".tsv", raceTSV)

// finish is what the map shows at the end of a race.
func finish(r lab.Run) describe.Description {
	s := r.State()
	s.Head = float64(r.Doc.Steps)
	return scenes.Map(s)
}

// raceTSV is what is marked on the map at the end of a race: its critical points, the start, and where the racers are.
func raceTSV(out *Output, r lab.Run) error { return finish(r).Table.WriteTSV(out) }
