package export

import (
	"context"
	"math"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/export/poster"
	"descentlab/app/export/provenance"
	"descentlab/app/words"
)

// Curve is a descent on a curve, solved by hand.
var Curve = kind[CurveTable]("curve").Of(func(t CurveTable) any { return t.Doc }).
	With(".csv", curveCSV).With(".json", curveJSON).Pictured(curvePicture)

// A CurveTable is a state of the room Curve with the steps that are told of it.
type CurveTable struct {
	curve.State
	Steps int // rows 0 to Steps, as far as a method goes
}

// curvePicture is that of the room.
func curvePicture(_ context.Context, t CurveTable) (picture.Picture, error) {
	p := poster.Curve(t.State)
	p.Notes = provenanceOfCurve(t.State)
	return p, nil
}

// cell is a number, or nothing where there is none: of a method without a learning rate.
func cell(v float64, is bool) string {
	if !is {
		return ""
	}
	return exact(v)
}

// curveCSV has a line for every step of every racer.
func curveCSV(out *Output, t CurveTable) error {
	table := newTable(out, provenanceOfCurve(t.State), "racer", "step", "w", "loss", "slope", "eta", "eta_slope", "new_w")
	names := t.Doc.Names()
	for i, run := range t.Runs {
		_, rated := t.Doc.Eta(i)
		for _, r := range run.Rows(t.Steps) {
			table.row(names[i], strconv.Itoa(r.Step), exact(r.W), exact(r.Loss), exact(r.Slope), cell(r.Rate, rated),
				cell(r.Scaled, rated), exact(r.New))
		}
		if err := out.reached(float64(i+1) / float64(len(t.Runs))); err != nil {
			return err
		}
	}
	return table.end()
}

// curveJSON has the curve with its minima, and every racer with its steps, its end, and what is to be seen in the last of them.
func curveJSON(out *Output, t CurveTable) error {
	type minimumJSON struct {
		Name      string `json:"name"`
		At        Number `json:"w"`
		Loss      Number `json:"loss"`
		Curvature Number `json:"curvature"`
		Limit     Known  `json:"limit"`
	}
	type rowJSON struct {
		Step   int     `json:"step"`
		W      Number  `json:"w"`
		Loss   Number  `json:"loss"`
		Slope  Number  `json:"slope"`
		Eta    *Number `json:"eta,omitempty"`
		Scaled *Number `json:"eta_slope,omitempty"`
		New    Number  `json:"new_w"`
	}
	type racerJSON struct {
		specJSON
		Rows    []rowJSON `json:"rows"`
		Verdict string    `json:"verdict"`
		Insight string    `json:"insight"`
	}
	file := struct {
		Formula string          `json:"formula"`
		Start   Number          `json:"start"`
		Steps   int             `json:"steps"`
		Noise   *Number         `json:"noise,omitempty"` // standard deviation of what a batch adds to the slope
		Seed    *uint64         `json:"seed,omitempty"`  // of that
		Minima  []minimumJSON   `json:"minima"`
		Racers  []racerJSON     `json:"racers"`
		From    provenance.List `json:"provenance"`
	}{Formula: t.Curve.Formula, Start: Number(t.Doc.Start), Steps: t.Steps, Minima: []minimumJSON{},
		From: provenanceOfCurve(t.State)}
	if sigma := Number(t.Curve.Noise()); sigma > 0 {
		file.Noise, file.Seed = &sigma, &t.Doc.Seed
	}
	for _, m := range t.Curve.Minima {
		limit, is := m.Limit()
		if !is {
			limit = math.NaN()
		}
		file.Minima = append(file.Minima, minimumJSON{m.Name, Number(m.At), Number(m.Loss), Number(m.Bend), Known(limit)})
	}
	for i, run := range t.Runs {
		head, err := newSpecJSON(run.Racer.Spec)
		if err != nil {
			return err
		}
		racer := racerJSON{specJSON: head, Verdict: run.Verdict(t.Steps).Key(), Insight: t.Curve.Insight(run, t.Steps).String()}
		_, rated := t.Doc.Eta(i)
		for _, r := range run.Rows(t.Steps) {
			row := rowJSON{Step: r.Step, W: Number(r.W), Loss: Number(r.Loss), Slope: Number(r.Slope), New: Number(r.New)}
			if rated {
				eta, scaled := Number(r.Rate), Number(r.Scaled)
				row.Eta, row.Scaled = &eta, &scaled
			}
			racer.Rows = append(racer.Rows, row)
		}
		file.Racers = append(file.Racers, racer)
	}
	return out.json(file)
}

// CurveLimit says where the ground leads from the start and above which rate plain descent jumps out of there; "" if there is
// nothing to say.
func CurveLimit(s curve.State) string {
	m, is := s.Curve.Below(s.Doc.Start)
	if !is {
		return ""
	}
	limit, is := m.Limit()
	if !is {
		return words.T("minimum %s at w = %s", m.Name, words.Digits(m.At, 6))
	}
	return words.T("minimum %s at w = %s, curvature %s there: η above 2/L'' = %s leaps out of it",
		m.Name, words.Digits(m.At, 6), words.Digits(m.Bend, 6), words.Digits(limit, 6))
}

// Apart is the same table with runs of its own, so that it can be written while the room goes on.
func (t CurveTable) Apart() (CurveTable, error) {
	l, err := curve.NewLab(t.Doc.Clone())
	if err != nil {
		return t, err
	}
	l.Seek(t.Steps)
	l.Seek(t.Step)
	return CurveTable{l.State(), t.Steps}, nil
}
