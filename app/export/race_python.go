package export

import (
	"errors"
	"io"
	"slices"
	"strings"

	"descentlab/app/export/notebook"
	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/widgets/plot"
)

var (
	_ = Race.With(".ipynb", raceNotebook)
	_ = Race.WithEach(".py", eachRacer, racePython)
)

// raceNotebook is a race as a notebook, with a cell for each racer.
func raceNotebook(out *Output, r lab.Run) error {
	title, rows, err := raceFacts(r, code)
	if err != nil {
		return err
	}
	facts := make([]notebook.Fact, len(rows))
	for i, row := range rows {
		facts[i] = notebook.Fact{Name: row[0], Value: row[1]}
	}
	return notebook.Write(out.ctx, out, r, marked(title), plot.Colours(out.look.Colours), facts)
}

// eachRacer are the races of the racers alone, under their own names.
func eachRacer(r lab.Run) []lab.Run {
	parts := make([]lab.Run, len(r.Doc.Racers))
	for i := range parts {
		parts[i] = r
		parts[i].Doc.Racers = slices.Clone(r.Doc.Racers[i : i+1])
		tape := *r.Tape
		tape.Runs = r.Tape.Runs[i : i+1]
		parts[i].Tape = &tape
	}
	if len(parts) == 0 {
		return []lab.Run{r}
	}
	return parts
}

// racePython is the program of the only racer, in PyTorch, which checks that it comes where the race has.
func racePython(out *Output, r lab.Run) error {
	text, err := script.Checked(out.ctx, r, 0)
	if err != nil {
		return err
	}
	head, program, found := strings.Cut(text, "\nimport ")
	if !found {
		return errNoProgram
	}
	for _, note := range provenanceOfRun(r) {
		head += "\n# " + note.Key + ": " + strings.Join(strings.Fields(note.Text), " ")
	}
	_, err = io.WriteString(out, head+"\nimport "+program)
	return err
}

var errNoProgram = errors.New("the program imports nothing")
