package cli

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"descentlab/app/export"
	"descentlab/app/words"
)

// runSaddles prints what each saddle of a surface joins, and how high it is above that.
func runSaddles(args []string, out io.Writer) error {
	s, v, params, asJSON, err := surveyArgs("saddles", args)
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
	if len(all) == 0 {
		_, err := fmt.Fprintln(out, "no saddles in the window")
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "x\ty\tf\tstable lr\tleads to\tbarrier\tand to\tbarrier\t")
	for _, x := range all {
		fmt.Fprintf(w, "%.6g\t%.6g\t%.6g\t%.4g\t", x.Saddle.At.X, x.Saddle.At.Y, x.Saddle.Value, x.Saddle.StableRate())
		for i, way := range x.Ways {
			end := way.Path[len(way.Path)-1]
			height, ok := x.Barrier(i)
			if !ok {
				fmt.Fprintf(w, "%v at (%.5g, %.5g)\t\t", way.End, end.X, end.Y)
				continue
			}
			fmt.Fprintf(w, "%s (%.5g, %.5g)\t%.6g\t", words.Kind(way.At.Kind), end.X, end.Y, height)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}
