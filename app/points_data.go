package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"descentlab/app/lab"
)

// exportPoints writes the list of critical points in the format of the name's ending.
func (u *ui) exportPoints() {
	u.askForFile("Export critical points: .csv or .json", "points.csv", u.writePoints)
}

func (u *ui) writePoints(path string) error {
	write := map[string]func(lab.State) ([]byte, error){".csv": pointsCSV, ".json": pointsJSON}[strings.ToLower(filepath.Ext(path))]
	if write == nil {
		return fmt.Errorf("%q is no format for points; use .csv or .json", filepath.Ext(path))
	}
	s := u.lab.State()
	if s.Field == nil || !s.Field.Known || s.Stale() {
		return errors.New("the critical points of this surface are not known yet")
	}
	data, err := write(s)
	if err != nil {
		return err
	}
	return lab.WriteFile(path, data)
}

// pointsCSV has a line for every place; numbers read back exactly.
func pointsCSV(s lab.State) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write([]string{"name", "kind", "x", "y", "value", "lambda_1", "lambda_2", "stable_rate"}); err != nil {
		return nil, err
	}
	exact := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	for _, p := range s.Field.Places {
		row := []string{p.Name, p.Kind.String(), exact(p.At.X), exact(p.At.Y), exact(p.Value), exact(p.L1), exact(p.L2), exact(p.StableRate())}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

type placeJSON struct {
	Name string `json:"name"`
	criticalJSON
	StableRate number `json:"stable_rate"`
}

type placesJSON struct {
	Surface string      `json:"surface"`
	Formula string      `json:"formula"`
	Window  []number    `json:"window"`
	Points  []placeJSON `json:"critical_points"`
	Index   checkJSON   `json:"index"`
	Stopped bool        `json:"stopped_early"`
	Remarks []string    `json:"remarks,omitempty"`
}

// pointsJSON is what the command critical prints, with the names that the window uses.
func pointsJSON(s lab.State) ([]byte, error) {
	surface, err := s.TapeDoc.Landscape()
	if err != nil {
		return nil, err
	}
	c := s.Field.Census
	file := placesJSON{
		Surface: s.TapeDoc.Surface, Formula: surface.Formula, Points: []placeJSON{},
		Window: numbers(c.Region.X0, c.Region.X1, c.Region.Y0, c.Region.Y1),
		Index:  newCheckJSON(c.Check), Stopped: c.Stopped, Remarks: c.Remarks,
	}
	if file.Surface == "" {
		file.Surface = surface.Formula
	}
	for _, p := range s.Field.Places {
		file.Points = append(file.Points, placeJSON{p.Name, newCriticalJSON(p.Critical), number(p.StableRate())})
	}
	data, err := json.MarshalIndent(file, "", "  ")
	return append(data, '\n'), err
}
