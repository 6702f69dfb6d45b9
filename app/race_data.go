package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"strconv"

	"descentlab/optim/race"
)

type raceFile struct {
	Surface string      `json:"surface"`
	Formula string      `json:"formula"`
	Turn    number      `json:"turn,omitempty"`    // of the formula's picture in the plane, in degrees
	Stretch number      `json:"stretch,omitempty"` // of it, in doublings
	Start   []number    `json:"start"`
	Steps   int         `json:"steps"`
	Seed    uint64      `json:"seed"`
	Noise   number      `json:"noise"`
	Batch   int         `json:"batch,omitempty"` // examples that each step saw, of those of data
	Data    *dataJSON   `json:"data,omitempty"`
	Racers  []racerJSON `json:"racers"`
}

type racerJSON struct {
	specJSON
	Points      [][]number `json:"points"`
	Loss        []number   `json:"loss"`
	GradNorm    []number   `json:"grad_norm"`
	LR          []number   `json:"lr"`
	Evaluations int        `json:"evaluations"`
	Verdict     string     `json:"verdict"`
}

// raceJSON has every step of every run; a run that ended early ends with its last finite or first impossible row.
func raceJSON(r result) ([]byte, error) {
	s, err := r.doc.Landscape()
	if err != nil {
		return nil, err
	}
	file := raceFile{
		Surface: r.doc.Surface, Formula: s.Formula, Turn: number(r.doc.Turn), Stretch: number(r.doc.Stretch), Start: numbers(r.doc.Start.X, r.doc.Start.Y),
		Steps: r.doc.Steps, Seed: r.doc.Seed, Noise: number(r.doc.Noise), Racers: []racerJSON{},
	}
	if file.Surface == "" {
		file.Surface = s.Formula
	}
	if s.Data != nil {
		file.Data, file.Batch = dataEntry(s.Data), cmp.Or(r.doc.Batch, s.Data.Len())
	}
	for i, run := range r.tape.Runs {
		entry, err := racerData(r.doc.Racers[i].Spec, run)
		if err != nil {
			return nil, err
		}
		file.Racers = append(file.Racers, entry)
	}
	data, err := json.Marshal(file)
	return append(data, '\n'), err
}

func racerData(spec json.Marshaler, run *race.Run) (racerJSON, error) {
	head, err := newSpecJSON(spec)
	if err != nil {
		return racerJSON{}, err
	}
	n := run.Steps + 1
	e := racerJSON{
		specJSON: head,
		Points:   make([][]number, n), Loss: make([]number, n), GradNorm: make([]number, n), LR: make([]number, run.Steps),
		Evaluations: run.Evaluations(run.Steps), Verdict: run.Verdict.String(),
	}
	for t := range n {
		e.Points[t] = numbers(run.X(t)...)
		e.Loss[t], e.GradNorm[t] = number(run.Loss(t)), number(run.GradNorm(t))
		if t < run.Steps {
			e.LR[t] = number(run.Rate(t))
		}
	}
	return e, nil
}

// specJSON is the head of a racer: its optimizer, schedule and settings.
type specJSON struct {
	Optimizer string          `json:"optimizer"`
	Schedule  string          `json:"schedule,omitempty"`
	Params    json.RawMessage `json:"params"`
}

func newSpecJSON(spec json.Marshaler) (specJSON, error) {
	var head specJSON
	data, err := spec.MarshalJSON()
	if err == nil {
		err = json.Unmarshal(data, &head)
	}
	return head, err
}

// raceCSV has a line for every step of every run; numbers read back exactly.
func raceCSV(r result) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write([]string{"racer", "step", "x", "y", "loss", "grad_norm", "lr", "evaluations"}); err != nil {
		return nil, err
	}
	exact := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	names := r.doc.Names()
	for i, run := range r.tape.Runs {
		for t := 0; t <= run.Steps; t++ {
			lr := "" // the rate of the update that leaves this row; the last row has none
			if t < run.Steps {
				lr = exact(run.Rate(t))
			}
			x := run.X(t)
			row := []string{names[i], strconv.Itoa(t), exact(x[0]), exact(x[1]), exact(run.Loss(t)), exact(run.GradNorm(t)), lr, strconv.Itoa(run.Evaluations(t))}
			if err := w.Write(row); err != nil {
				return nil, err
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
