package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"descentlab/surfaces"
)

// number prints as JSON so that it reads back exactly; what JSON has no number for is null.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

func numbers(v ...float64) []number {
	out := make([]number, len(v))
	for i := range v {
		out[i] = number(v[i])
	}
	return out
}

// runAt prints value, gradient, Hessian, eigenvalues and kind of a point.
func runAt(args []string, out io.Writer) error {
	chosen, asJSON, rest, err := surfaceArgs("at", args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return usagef("at: give one point x,y; got %d", len(rest))
	}
	at, err := parseNumbers(rest[0], 2)
	if err != nil {
		return usagef("at: point %q: %v", rest[0], err)
	}
	s, err := chosen.surface()
	if err != nil {
		return err
	}
	probe, err := s.Probe(chosen.params)
	if err != nil {
		return err
	}
	j := probe.Jet(at[0], at[1])
	l1, l2, _, _ := surfaces.Eigen(j)
	kind := surfaces.Classify(j).String()
	if asJSON {
		return printJSON(out, map[string]any{
			"value":       number(j.F),
			"gradient":    numbers(j.X, j.Y),
			"hessian":     [][]number{numbers(j.XX, j.XY), numbers(j.XY, j.YY)},
			"eigenvalues": numbers(l1, l2),
			"kind":        kind,
		})
	}
	fmt.Fprintf(out, "f            %.17g\ngradient     %.17g  %.17g\nHessian      %.17g  %.17g\n             %.17g  %.17g\neigenvalues  %.17g  %.17g\nkind         %s\n",
		j.F, j.X, j.Y, j.XX, j.XY, j.XY, j.YY, l1, l2, kind)
	return nil
}

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

type surfaceJSON struct {
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
	*surveyJSON
}

func surfaceEntry(s surfaces.Surface, params map[string]float64) surfaceJSON {
	e := surfaceJSON{
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

// runSurfaces prints the catalogue, or one surface with its critical points.
func runSurfaces(args []string, out io.Writer) error {
	var chosen surfaceFlags
	fs := newFlags("surfaces")
	chosen.defineHow(fs)
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return usagef("surfaces: give one name or none; got %d", len(rest))
	}
	if len(rest) == 1 {
		chosen.name = rest[0]
		return printSurface(out, chosen, *asJSON)
	}
	if chosen.changed() {
		return usagef("surfaces: -param, -view, -turn and -stretch are for one surface; give its name")
	}
	if *asJSON {
		list := []surfaceJSON{}
		for _, s := range surfaces.Catalogue() {
			list = append(list, surfaceEntry(s, nil))
		}
		return printJSON(out, map[string]any{"surfaces": list})
	}
	group := surfaces.Group("")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range surfaces.Catalogue() {
		if s.Group != group {
			w.Flush()
			fmt.Fprintf(out, "%s%s\n", map[bool]string{true: "", false: "\n"}[group == ""], s.Group)
			group = s.Group
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\n", s.Name, s.Title, s.Note)
	}
	return w.Flush()
}

func printSurface(out io.Writer, chosen surfaceFlags, asJSON bool) error {
	s, err := chosen.surface()
	if err != nil {
		return err
	}
	entry := surfaceEntry(s, chosen.params)
	v, err := survey(s, chosen.params)
	if err != nil {
		return err
	}
	if asJSON {
		found := newSurveyJSON(v)
		entry.surveyJSON = &found
		return printJSON(out, map[string]any{"surfaces": []surfaceJSON{entry}})
	}
	fmt.Fprintf(out, "%s (%s)\n%s\n\nf(x, y)  %s\n", s.Title, s.Name, s.Note, s.Formula)
	for _, p := range s.Params {
		value := p.Default
		if v, ok := chosen.params[p.Name]; ok {
			value = v
		}
		fmt.Fprintf(out, "%-7s  %s = %g, slider from %g to %g\n", "with", p.Name, value, p.Min, p.Max)
	}
	fmt.Fprintf(out, "window   x %g to %g, y %g to %g\nstart    %g, %g\n", s.View.X0, s.View.X1, s.View.Y0, s.View.Y1, s.Start.X, s.Start.Y)
	if entry.Least != nil {
		fmt.Fprintf(out, "least    %.10g at", *entry.Least)
		for _, p := range entry.Minima {
			fmt.Fprintf(out, " (%.6g, %.6g)", p[0], p[1])
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "source   %s\n\n", s.Cite)
	if d := s.Data; d != nil {
		fmt.Fprintf(out, "data     %s: %s of", d.Title, d.Size())
		for _, c := range d.Columns {
			fmt.Fprintf(out, " %s = %s;", c.Name, c.Label)
		}
		fmt.Fprintf(out, " the loss is the mean of f over them\nmodel    %v: %s\nsource   %s\n\n", s.Model.Kind, s.Model.Predict, d.Cite)
	}
	printSurvey(out, v)
	return nil
}
