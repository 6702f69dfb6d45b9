package export

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/export/picture"
	"descentlab/app/export/poster"
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// raceFile is a race, with every step of every run.
type raceFile struct {
	Surface string          `json:"surface"`
	Formula string          `json:"formula"`
	Turn    Number          `json:"turn,omitempty"`    // of the formula's picture in the plane, in degrees
	Stretch Number          `json:"stretch,omitempty"` // of it, in doublings
	Start   []Number        `json:"start"`             // where it begins: in the box, if there is one
	Bounds  []Number        `json:"bounds,omitempty"`  // x0, x1, y0, y1 of the box in which racers are kept
	Steps   int             `json:"steps"`
	Seed    uint64          `json:"seed"`
	Noise   Number          `json:"noise"`
	Batch   int             `json:"batch,omitempty"` // examples that each step saw, of those of data
	Data    *dataJSON       `json:"data,omitempty"`
	From    provenance.List `json:"provenance"`
	Racers  []racerJSON     `json:"racers"`
}

// racerJSON is the run of one racer.
type racerJSON struct {
	specJSON
	Changes     []changeJSON `json:"changes,omitempty"`    // what it became on its way
	Kept        []int        `json:"kept_steps,omitempty"` // the steps of the lists below, if they do not have all
	Points      [][]Number   `json:"points"`
	Loss        []Number     `json:"loss"`
	GradNorm    []Number     `json:"grad_norm"`
	LR          []Known      `json:"lr"` // the step that each update took
	Evaluations int          `json:"evaluations"`
	Verdict     string       `json:"verdict"`
	Series      seriesJSON   `json:"series,omitempty"` // of charts, step by step as the lists above
}

// RaceWants is what must be made of an experiment for these files of its race: places take the longest, and tables and JSON have
// none, and one run after the other, unless they are to tell the distance to the nearest minimum. Other files, such as a picture,
// show places and all runs at once. Series are as in lab.Run.
func RaceWants(names []string, doc *setup.Experiment, series []string) lab.Want {
	streamed := []string{".csv", ".json"}
	if slices.ContainsFunc(names, func(name string) bool {
		return name != Stdout && !slices.Contains(streamed, strings.ToLower(filepath.Ext(name)))
	}) {
		return lab.WantSeen
	}
	if slices.Contains(kindsOf(doc, series), setup.ChartDistance) {
		return lab.WantSeen // where runs end elsewhere than at a known place is known once they are made
	}
	return lab.WantLeast
}

// racePicture is the poster of a race.
func racePicture(_ context.Context, r lab.Run) (picture.Picture, error) {
	p := poster.Race(r)
	p.Notes = provenanceOfRun(r)
	return p, nil
}

// raceFilm is the same, played.
func raceFilm(r lab.Run) picture.Film {
	f := poster.RaceFilm(r)
	f.Notes = provenanceOfRun(r)
	return f
}

// raceJSON has every step of every run; a run that ended early ends with its last finite or first impossible row.
func raceJSON(out *Output, r lab.Run) error {
	head, err := raceHead(r)
	if err != nil {
		return err
	}
	if _, err := out.Write(head); err != nil {
		return err
	}
	i, p := 0, newAdvance(out, r.Doc.Steps)
	for run, err := range r.Runs(out.ctx, p.recorded) {
		if err != nil {
			return err
		}
		entry, err := racerData(&r.Doc.Racers[i], run)
		if err != nil {
			return err
		}
		if entry.Series, err = seriesOf(out.ctx, r, i, run); err != nil {
			return err
		}
		data, err := json.Marshal(entry)
		if err != nil {
			return err
		}
		if i++; i < len(r.Doc.Racers) {
			data = append(data, ',')
		}
		if _, err := out.Write(data); err != nil {
			return err
		}
		if err := p.written(float64(i) / float64(len(r.Doc.Racers))); err != nil {
			return err
		}
	}
	_, err = out.Write([]byte(raceTail + "\n"))
	return err
}

// raceTail ends a race's JSON after its last racer: what stands there is written one by one.
const raceTail = "]}"

// raceHead is a race's JSON before its first racer.
func raceHead(r lab.Run) ([]byte, error) {
	s, err := r.Doc.Landscape()
	if err != nil {
		return nil, err
	}
	file := raceFile{
		Surface: r.Doc.Surface, Formula: s.Formula, Turn: Number(r.Doc.Turn), Stretch: Number(r.Doc.Stretch),
		Start: place(r.Doc.Outset()), Bounds: bounds(&r.Doc), Steps: r.Doc.Steps, Seed: r.Doc.Seed, Noise: Number(r.Doc.Noise),
		From: provenanceOfRun(r), Racers: []racerJSON{},
	}
	if file.Surface == "" {
		file.Surface = s.Formula
	}
	if s.Data != nil {
		file.Data, file.Batch = dataEntry(s.Data), cmp.Or(r.Doc.Batch, s.Data.Len())
	}
	data, err := json.Marshal(file)
	return bytes.TrimSuffix(data, []byte(raceTail)), err
}

func racerData(r *setup.Racer, run *race.Run) (racerJSON, error) {
	head, changes, err := courseJSON(r)
	if err != nil {
		return racerJSON{}, err
	}
	steps := slices.Collect(run.Kept())
	n := len(steps)
	e := racerJSON{
		specJSON: head, Changes: changes,
		Points: make([][]Number, n), Loss: make([]Number, n), GradNorm: make([]Number, n), LR: make([]Known, n-1),
		Evaluations: run.Evaluations(run.Steps), Verdict: run.Verdict.Key(),
	}
	for i, t := range steps {
		e.Points[i] = Numbers(run.X(t)...)
		e.Loss[i], e.GradNorm[i] = Number(run.Loss(t)), Number(run.GradNorm(t))
		if t < run.Steps {
			e.LR[i] = Known(run.Taken(t))
		}
	}
	if run.Every() > 1 {
		e.Kept = steps
	}
	return e, nil
}

// raceCSV has a line for every step of every run; numbers read back exactly.
func raceCSV(out *Output, r lab.Run) error {
	columns := []string{"racer", "step", "x", "y", "loss", "grad_norm", "lr", "evaluations"}
	t := newTable(out, provenanceOfRun(r), append(columns, seriesNames(r)...)...)
	names, i, p := r.Doc.Names(), 0, newAdvance(out, r.Doc.Steps)
	for run, err := range r.Runs(out.ctx, p.recorded) {
		if err != nil {
			return err
		}
		more, err := columnsOf(out.ctx, r, i, run)
		if err != nil {
			return err
		}
		for k := range run.Kept() {
			if k%tidings == 0 {
				if err := p.written((float64(i) + float64(k)/float64(run.Steps+1)) / float64(len(names))); err != nil {
					return err
				}
			}
			lr := "" // the step of the update that leaves this row; the last row has none, and some methods have no one step
			if k < run.Steps && !math.IsNaN(run.Taken(k)) {
				lr = exact(run.Taken(k))
			}
			x := run.X(k)
			cells := []string{names[i], strconv.Itoa(k), exact(x[0]), exact(x[1]), exact(run.Loss(k)), exact(run.GradNorm(k)),
				lr, strconv.Itoa(run.Evaluations(k))}
			for _, c := range more {
				cells = append(cells, known(c.At(k)))
			}
			t.row(cells...)
		}
		i++
	}
	return t.end()
}

// tidings is the number of steps after which something is said of how much is written.
const tidings = 1000
