package export

import (
	"descentlab/surfaces"
)

// paramJSON is a parameter of a formula.
type paramJSON struct {
	Name    string  `json:"name"`
	Default float64 `json:"default"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
}

// dataJSON describes a data set without its numbers.
type dataJSON struct {
	Name     string       `json:"name,omitempty"`
	Title    string       `json:"title"`
	Cite     string       `json:"cite,omitempty"`
	Examples int          `json:"n"`
	Of       int          `json:"of,omitempty"` // in the source, if the examples are a sample
	Columns  []columnJSON `json:"columns"`
}

// columnJSON is a column of a data set.
type columnJSON struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

func dataEntry(d *surfaces.Dataset) *dataJSON {
	e := &dataJSON{Name: d.Name, Title: d.Title, Cite: d.Cite, Examples: d.Len(), Of: d.Of}
	for _, c := range d.Columns {
		e.Columns = append(e.Columns, columnJSON{c.Name, c.Label})
	}
	return e
}

// modelJSON says what the weights of a learning problem make of an example.
type modelJSON struct {
	Kind    string `json:"kind"`
	Predict string `json:"predict"`
}

// A SurfaceJSON is a surface, with the survey of its window where one was made.
type SurfaceJSON struct {
	Name    string       `json:"name"`
	Title   string       `json:"title"`
	Group   string       `json:"group"`
	Formula string       `json:"formula"`
	Params  []paramJSON  `json:"params"`
	Data    *dataJSON    `json:"data,omitempty"`
	Model   *modelJSON   `json:"model,omitempty"`
	View    [4]float64   `json:"view"`
	Start   [2]float64   `json:"start"`
	Note    string       `json:"note"`
	Cite    string       `json:"cite"`
	Least   *float64     `json:"least,omitempty"`
	Minima  [][2]float64 `json:"minima"`
	*SurveyJSON
}

// SurfaceEntry is a surface for JSON, with these parameters.
func SurfaceEntry(s surfaces.Surface, params map[string]float64) SurfaceJSON {
	e := SurfaceJSON{
		Name: s.Name, Title: s.Title, Group: string(s.Group), Formula: s.Formula, Params: []paramJSON{}, Minima: [][2]float64{},
		View:  [4]float64{s.View.X0, s.View.X1, s.View.Y0, s.View.Y1},
		Start: [2]float64{s.Start.X, s.Start.Y}, Note: s.Note, Cite: s.Cite,
	}
	for _, p := range s.Params {
		e.Params = append(e.Params, paramJSON{p.Name, p.Default, p.Min, p.Max})
	}
	if s.Data != nil {
		e.Data, e.Model = dataEntry(s.Data), &modelJSON{s.Model.Kind.String(), s.Model.Predict}
	}
	if least, at, ok := s.Known(params); ok {
		e.Least = &least
		for _, p := range at {
			e.Minima = append(e.Minima, [2]float64{p.X, p.Y})
		}
	}
	return e
}
