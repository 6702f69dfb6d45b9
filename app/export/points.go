package export

import (
	"encoding/json"

	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/surfaces"
)

// pointsCSV has a line for every place; numbers read back exactly.
func pointsCSV(out *Output, s lab.State) error {
	t := newTable(out, provenanceOfPoints(s), "name", "kind", "x", "y", "value", "lambda_1", "lambda_2", "stable_rate")
	for _, p := range s.Field.Places {
		t.row(p.Name, p.Kind.Key(), exact(p.At.X), exact(p.At.Y), exact(p.Value), exact(p.L1), exact(p.L2), exact(p.StableRate()))
	}
	return t.end()
}

// placeJSON is a critical point by the name that the window gives it.
type placeJSON struct {
	Name string `json:"name"`
	criticalJSON
	StableRate Known `json:"stable_rate"`
}

// A PlacesJSON is the places of a surface.
type PlacesJSON struct {
	Surface string      `json:"surface"`
	Formula string      `json:"formula"`
	Window  []Number    `json:"window"`
	Points  []placeJSON `json:"critical_points"`
	Found   int         `json:"found"`
	Index   checkJSON   `json:"index"`
	Stopped bool        `json:"stopped_early"`
	Remarks []string    `json:"remarks,omitempty"`

	From provenance.List `json:"provenance"`
}

// pointsJSON is what the command critical prints, with the names that the window uses.
func pointsJSON(out *Output, s lab.State) error {
	surface, err := s.TapeDoc.Landscape()
	if err != nil {
		return err
	}
	c := s.Field.Census
	file := PlacesJSON{
		Surface: s.TapeDoc.Surface, Formula: surface.Formula, Points: []placeJSON{},
		Window: Numbers(c.Region.X0, c.Region.X1, c.Region.Y0, c.Region.Y1),
		Index:  newCheckJSON(c.Check, c.Sentence(s.Field.Searched)), Found: c.Found, Stopped: c.Stopped, Remarks: c.Remarks,
		From: provenanceOfPoints(s),
	}
	if file.Surface == "" {
		file.Surface = surface.Formula
	}
	window := surfaces.Survey{View: c.Region}
	for _, p := range s.Field.Places {
		j := newCriticalJSON(p.Critical, p.Global, window.OnBorder(p.Critical))
		file.Points = append(file.Points, placeJSON{p.Name, j, Known(p.StableRate())})
	}
	data, err := json.MarshalIndent(file, "", "  ")
	if err != nil {
		return err
	}
	_, err = out.Write(append(data, '\n'))
	return err
}
