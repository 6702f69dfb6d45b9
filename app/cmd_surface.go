package main

import (
	"context"
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

type criticalJSON struct {
	Kind        string   `json:"kind"`
	At          []number `json:"at"`
	Value       number   `json:"value"`
	Eigenvalues []number `json:"eigenvalues"`
}

func criticalPoints(s surfaces.Surface, params map[string]float64) ([]criticalJSON, error) {
	probe, err := s.Probe(params)
	if err != nil {
		return nil, err
	}
	points, err := probe.Critical(context.Background(), s.View)
	if err != nil {
		return nil, err
	}
	list := make([]criticalJSON, 0, len(points))
	for _, c := range points {
		list = append(list, criticalJSON{c.Kind.String(), numbers(c.At.X, c.At.Y), number(c.Value), numbers(c.L1, c.L2)})
	}
	return list, nil
}

func printCritical(out io.Writer, list []criticalJSON) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "kind\tx\ty\tf\tlambda_1\tlambda_2\t")
	for _, c := range list {
		fmt.Fprintf(w, "%s\t%.6g\t%.6g\t%.6g\t%.6g\t%.6g\t\n", c.Kind, c.At[0], c.At[1], c.Value, c.Eigenvalues[0], c.Eigenvalues[1])
	}
	w.Flush()
}

// surfaceArgs reads the arguments of the commands that look at one surface.
func surfaceArgs(command string, args []string) (chosen surfaceFlags, asJSON bool, rest []string, err error) {
	fs := newFlags(command)
	chosen.define(fs)
	fs.BoolVar(&asJSON, "json", false, "print JSON")
	rest, err = parseArgs(fs, args)
	return chosen, asJSON, rest, err
}

// runCritical prints the critical points of a surface in a window.
func runCritical(args []string, out io.Writer) error {
	chosen, asJSON, rest, err := surfaceArgs("critical", args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return usagef("critical: unexpected %q", rest[0])
	}
	s, err := chosen.surface()
	if err != nil {
		return err
	}
	list, err := criticalPoints(s, chosen.params)
	if err != nil {
		return err
	}
	if asJSON {
		return printJSON(out, map[string]any{"critical_points": list})
	}
	printCritical(out, list)
	return nil
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
	Name     string         `json:"name"`
	Title    string         `json:"title"`
	Formula  string         `json:"formula"`
	Params   []paramJSON    `json:"params"`
	Data     *dataJSON      `json:"data,omitempty"`
	Model    *modelJSON     `json:"model,omitempty"`
	View     [4]float64     `json:"view"`
	Start    [2]float64     `json:"start"`
	Note     string         `json:"note"`
	Cite     string         `json:"cite"`
	Critical []criticalJSON `json:"critical_points,omitempty"`
}

func surfaceEntry(s surfaces.Surface) surfaceJSON {
	e := surfaceJSON{
		Name: s.Name, Title: s.Title, Formula: s.Formula, Params: []paramJSON{},
		View:  [4]float64{s.View.X0, s.View.X1, s.View.Y0, s.View.Y1},
		Start: [2]float64{s.Start.X, s.Start.Y}, Note: s.Note, Cite: s.Cite,
	}
	for _, p := range s.Params {
		e.Params = append(e.Params, paramJSON{p.Name, p.Default, p.Min, p.Max})
	}
	if s.Data != nil {
		e.Data, e.Model = dataEntry(s.Data), &modelJSON{s.Model.Kind.String(), s.Model.Predict}
	}
	return e
}

// runSurfaces prints the catalogue, or one surface with its critical points.
func runSurfaces(args []string, out io.Writer) error {
	fs := newFlags("surfaces")
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return usagef("surfaces: give one name or none; got %d", len(rest))
	}
	if len(rest) == 1 {
		return printSurface(out, rest[0], *asJSON)
	}
	if *asJSON {
		list := []surfaceJSON{}
		for _, s := range surfaces.Catalogue() {
			list = append(list, surfaceEntry(s))
		}
		return printJSON(out, map[string]any{"surfaces": list})
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range surfaces.Catalogue() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", s.Name, s.Title, s.Note)
	}
	return w.Flush()
}

func printSurface(out io.Writer, name string, asJSON bool) error {
	s, err := surfaces.Lookup(name)
	if err != nil {
		return usageError{err.Error()}
	}
	entry := surfaceEntry(s)
	if entry.Critical, err = criticalPoints(s, nil); err != nil {
		return err
	}
	if asJSON {
		return printJSON(out, map[string]any{"surfaces": []surfaceJSON{entry}})
	}
	fmt.Fprintf(out, "%s (%s)\n%s\n\nf(x, y)  %s\nwindow   x %g to %g, y %g to %g\nstart    %g, %g\nsource   %s\n\n",
		s.Title, s.Name, s.Note, s.Formula, s.View.X0, s.View.X1, s.View.Y0, s.View.Y1, s.Start.X, s.Start.Y, s.Cite)
	if d := s.Data; d != nil {
		fmt.Fprintf(out, "data     %s: %s of", d.Title, d.Size())
		for _, c := range d.Columns {
			fmt.Fprintf(out, " %s = %s;", c.Name, c.Label)
		}
		fmt.Fprintf(out, " the loss is the mean of f over them\nmodel    %v: %s\nsource   %s\n\n", s.Model.Kind, s.Model.Predict, d.Cite)
	}
	printCritical(out, entry.Critical)
	return nil
}
