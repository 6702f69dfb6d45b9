package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"descentlab/app/export"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// runSaddles prints what each saddle of a surface joins, and how high it is above that; and whether they are all.
func runSaddles(args []string, out io.Writer) error {
	s, v, params, asJSON, err := surveyArgs("saddles", args, new(boxFlag))
	if err != nil {
		return err
	}
	probe, err := s.Probe(params)
	if err != nil {
		return err
	}
	all, err := probe.Separatrices(context.Background(), s.View, v.Points)
	if err != nil {
		return err
	}
	if asJSON {
		list := []export.SaddleJSON{}
		for _, x := range all {
			list = append(list, export.NewSaddleJSON(x))
		}
		return export.PrintJSON(out, map[string]any{"saddles": list})
	}
	more := slices.DeleteFunc(slices.Clone(v.Points), func(c surfaces.Critical) bool {
		return c.Kind != surfaces.Saddle || c.TwoWays()
	})
	if len(all)+len(more) == 0 {
		tell(out, "no saddles in the window\n")
	}
	if len(all) > 0 {
		if err := printSaddles(out, all); err != nil {
			return err
		}
	}
	for _, c := range more {
		tell(out, "From the flat saddle at %s %d ways lead down, and as many up; they are not traced.\n",
			place(c.At), c.Ways())
	}
	_, err = fmt.Fprintf(out, "\n%s\n", words.CensusOf(v).Sentence())
	return err
}

// stable is the rate up to which descent is stable across a saddle, if the Hessian tells.
func stable(c surfaces.Critical) string {
	if c.Kink {
		return "-"
	}
	return fmt.Sprintf("%.4g", c.StableRate())
}

// printSaddles prints a table of saddles with two ways down.
func printSaddles(out io.Writer, all []surfaces.Separatrix) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	tell(w, "x\ty\tf\tstable lr\tleads to\tbarrier\tand to\tbarrier\t\n")
	for _, x := range all {
		at := x.Saddle.At
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t", digits(at.X, 6), digits(at.Y, 6), digits(x.Saddle.Value, 6),
			stable(x.Saddle))
		for i, way := range x.Ways {
			end := way.Path[len(way.Path)-1]
			height, ok := x.Barrier(i)
			if !ok {
				fmt.Fprintf(w, "%v at (%s, %s)\t\t", way.End, digits(end.X, 5), digits(end.Y, 5))
				continue
			}
			fmt.Fprintf(w, "%s (%s, %s)\t%.6g\t", words.Kind(way.At.Kind), digits(end.X, 5), digits(end.Y, 5), height)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}
