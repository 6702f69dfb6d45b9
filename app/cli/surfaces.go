package cli

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/numerals"
	"descentlab/app/export"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// runAt prints value, gradient, Hessian, eigenvalues and kind of a point.
func runAt(args []string, out io.Writer) error {
	chosen, asJSON, rest, err := surfaceArgs("at", args)
	if err != nil {
		return err
	}
	at, rest, err := takePoint(rest, chosen.name != "" || chosen.formula != "")
	if err != nil {
		return argv.Faultf("at: %v", err)
	}
	if err := chosen.only("at", rest); err != nil {
		return err
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
	kind := probe.KindAt(context.Background(), surfaces.Point{X: at[0], Y: at[1]}, s.View.Diagonal()/100)
	if asJSON {
		return export.PrintJSON(out, map[string]any{
			"value":       export.Number(j.F),
			"gradient":    export.Numbers(j.X, j.Y),
			"hessian":     [][]export.Number{export.Numbers(j.XX, j.XY), export.Numbers(j.XY, j.YY)},
			"eigenvalues": export.Numbers(l1, l2),
			"kind":        kind.Key(),
		})
	}
	d := func(v float64) string { return digits(v, 17) }
	tell(out, "f            %s\ngradient     %s  %s\nHessian      %s  %s\n             %s  %s\n"+
		"eigenvalues  %s  %s\nkind         %s\n",
		d(j.F), d(j.X), d(j.Y), d(j.XX), d(j.XY), d(j.XY), d(j.YY), d(l1), d(l2), words.Kind(kind))
	return nil
}

// takePoint takes the point from a command's words: it is the last one, or the last two if these are numbers, and without a
// surface among them all of them.
func takePoint(given []string, alone bool) (at []float64, rest []string, err error) {
	if len(given) == 0 {
		return nil, nil, words.Errorf("give a point x,y, as in at 'x^2 + y^2' 1,1")
	}
	if !alone && len(given) == 1 {
		if _, err := numerals.Read(given[0], 2, "x", "y"); err != nil {
			return nil, nil, words.Errorf("give a point x,y after %q, as in 1,1", given[0])
		}
	}
	if at, err = numerals.Read(given[0], 2, "x", "y"); err == nil && len(given) > 1 {
		return at, given[1:], nil // at 1,1 'x^2 + y^2'
	}
	if len(given) > 2 {
		if at, err = numerals.Read(given[0]+" "+given[1], 2, "x", "y"); err == nil {
			return at, given[2:], nil
		}
	}
	last := len(given) - 1
	at, err = numerals.Read(given[last], 2, "x", "y")
	if err == nil || last == 0 {
		return at, given[:last], pointFault(given[last], err)
	}
	if pair, both := numerals.Read(given[last-1]+" "+given[last], 2, "x", "y"); both == nil {
		return pair, given[:last-1], nil
	}
	return nil, nil, pointFault(given[last], err)
}

func pointFault(word string, err error) error {
	if err == nil {
		return nil
	}
	if valued.MatchString(word) {
		return asParam(word)
	}
	return fmt.Errorf("point %q: %w", word, err)
}

// runSurfaces prints the catalogue, or one surface with its critical points.
func runSurfaces(args []string, out io.Writer) error {
	var chosen surfaceFlags
	fs := argv.New("surfaces")
	chosen.defineHow(fs)
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return argv.Faultf("surfaces: give one name or none; got %d", len(rest))
	}
	if len(rest) == 1 {
		chosen.name = rest[0]
		return printSurface(out, chosen, *asJSON)
	}
	if chosen.changed() {
		return argv.Faultf("surfaces: -param, -view, -turn and -stretch are for one surface; give its name")
	}
	if *asJSON {
		list := []export.SurfaceJSON{}
		for _, s := range surfaces.All() {
			list = append(list, export.SurfaceEntry(s, nil))
		}
		return export.PrintJSON(out, map[string]any{"surfaces": list})
	}
	group := surfaces.Group("")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range surfaces.All() {
		if s.Group != group {
			w.Flush()
			if group != "" {
				fmt.Fprintln(out)
			}
			fmt.Fprintln(out, words.T(string(s.Group)))
			group = s.Group
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\n", s.Name, words.T(s.Title), words.T(s.Note))
	}
	return w.Flush()
}

// longest is how much of a formula is printed: those of the catalogue are shorter.
const longest = 2000

func printSurface(out io.Writer, chosen surfaceFlags, asJSON bool) error {
	s, err := chosen.surface()
	if err != nil {
		return err
	}
	entry := export.SurfaceEntry(s, chosen.params)
	v, err := survey(s, chosen.params, nil)
	if err != nil {
		return err
	}
	if asJSON {
		found := export.NewSurveyJSON(v)
		entry.SurveyJSON = &found
		return export.PrintJSON(out, map[string]any{"surfaces": []export.SurfaceJSON{entry}})
	}
	formula := s.Formula
	if len(formula) > longest {
		formula = formula[:longest] + words.T("… and so on, %d characters; -json has all of it", len(s.Formula))
	}
	fmt.Fprintf(out, "%s (%s)\n%s\n\nf(x, y)  %s\n", words.T(s.Title), s.Name, words.T(s.Note), formula)
	for _, p := range s.Params {
		value := p.Default
		if v, ok := chosen.params[p.Name]; ok {
			value = v
		}
		tell(out, "%-7s  %s = %g, slider from %g to %g\n", "with", p.Name, value, p.Min, p.Max)
	}
	tell(out, "window   x %g to %g, y %g to %g\nstart    %g, %g\n",
		s.View.X0, s.View.X1, s.View.Y0, s.View.Y1, s.Start.X, s.Start.Y)
	if entry.Least != nil {
		tell(out, "least    %s at", digits(*entry.Least, 10))
		for _, p := range entry.Minima {
			fmt.Fprintf(out, " (%s, %s)", digits(p[0], 6), digits(p[1], 6))
		}
		fmt.Fprintln(out)
	}
	tell(out, "source   %s\n\n", s.Cite)
	if d := s.Data; d != nil {
		tell(out, "data     %s: %s of", words.T(d.Title), d.Size())
		for _, c := range d.Columns {
			fmt.Fprintf(out, " %s = %s;", c.Name, words.T(c.Label))
		}
		tell(out, " the loss is the mean of f over them\nmodel    %v: %s\nsource   %s\n\n",
			s.Model.Kind, s.Model.Predict, d.Cite)
		if loss := words.Loss(s, chosen.params); loss != "" {
			fmt.Fprintf(out, "%s\n\n", loss)
		}
	}
	printSurvey(out, v)
	return nil
}
