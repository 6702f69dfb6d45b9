package figure

import (
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
)

// A Memory is what a racer's rules remember under one name.
type Memory struct {
	Name  string
	Value string // "–" where there is none
}

// Memories are those of the racer with a slot, whose settings are spec, at the playhead, and a title for them. While its
// race is not recorded, or is that of another method, they have no values.
func Memories(spec optim.Spec, slot int, s lab.State) (title string, list []Memory) {
	plan, err := spec.Plan(2, s.Doc.Steps)
	if err != nil {
		return words.T("Memory"), nil
	}
	title = words.T("Memory")
	var row []float64
	if run := recorded(spec, slot, s); run != nil {
		step := min(s.Step(), run.Steps)
		plan, row = run.PlanAt(step), run.Row(step)
		title = words.T("Memory at step %d", step)
	}
	for _, f := range plan.Memories() {
		m := Memory{f.Name, "–"}
		if row != nil {
			m.Value = tuple(row[f.At : f.At+f.Len])
		}
		list = append(list, m)
	}
	if len(list) == 0 {
		title = words.T("Memory: none")
	}
	return title, list
}

// recorded is the run of the racer with a slot on the tape, if it is of the same method; else nil.
func recorded(spec optim.Spec, slot int, s lab.State) *race.Run {
	i := s.TapeDoc.RacerAt(slot)
	if i < 0 || s.Tape == nil || i >= len(s.Tape.Runs) || s.Tape.Runs[i].Spec.Method != spec.Method {
		return nil
	}
	return s.Tape.Runs[i]
}

// tuple writes a vector as people do.
func tuple(vs []float64) string {
	parts := make([]string, len(vs))
	for i, v := range vs {
		parts[i] = words.Short(v)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
