package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/export"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// survey looks for the critical points of a surface in its window, or the part of it that is in a box, and for a proof that they
// are all.
func survey(s surfaces.Surface, params map[string]float64, box *surfaces.Rect) (surfaces.Survey, error) {
	probe, err := s.Probe(params)
	if err != nil {
		return surfaces.Survey{}, err
	}
	probe = probe.Within(box)
	v, err := probe.Survey(context.Background(), s.View)
	if err != nil {
		return v, err
	}
	return probe.Prove(context.Background(), v)
}

func printSurvey(out io.Writer, v surfaces.Survey) {
	v = v.Whole()
	switch level := len(v.Check.Proof.Levels) > 0 || v.Ground == surfaces.Level; {
	case len(v.Points) == 0 && level:
		tell(out, "no single critical points in the window\n")
	case len(v.Points) == 0:
		tell(out, "no critical points in the window\n")
	default:
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
		tell(w, "kind\tx\ty\tf\tlambda_1\tlambda_2\t\n")
		lowest := v.Lowest()
		for i, c := range v.Points {
			fmt.Fprintf(w, "%s\t", words.Kind(c.Kind))
			for _, v := range []float64{c.At.X, c.At.Y, c.Value} {
				fmt.Fprintf(w, "%s\t", digits(v, 6))
			}
			fmt.Fprintf(w, "%s\t%s\t%s\n", curvature(c, c.L1), curvature(c, c.L2), marks(c, lowest[i], v.OnBorder(c)))
		}
		w.Flush()
	}
	fmt.Fprintf(out, "\n%s\n", words.CensusOf(v).Sentence())
	for _, remark := range v.Remarks() {
		fmt.Fprintln(out, words.T(remark))
	}
}

// curvature is an eigenvalue of the Hessian, if there is one.
func curvature(c surfaces.Critical, l float64) string {
	if c.Kink || c.Border {
		return "-"
	}
	return digits(l, 6)
}

// marks are what there is to say of a point beside its numbers, set off from them.
func marks(c surfaces.Critical, lowest, border bool) string {
	var list []string
	for _, m := range []struct {
		when bool
		what string
	}{
		{lowest, words.T("lowest")}, {c.Kink, words.T("kink")}, {c.Curve, words.T("of a line")}, {true, words.Flatness(c)},
		{c.Border, words.T("on the border of the box")}, {border && !c.Border, words.T("on the border")},
	} {
		if m.when && m.what != "" {
			list = append(list, m.what)
		}
	}
	if list == nil {
		return ""
	}
	return "  " + strings.Join(list, ", ")
}

// surfaceArgs reads the arguments of the commands that look at one surface, with more flags of the command's own.
func surfaceArgs(command string, args []string, more ...func(*flag.FlagSet)) (
	chosen surfaceFlags, asJSON bool, rest []string, err error,
) {
	fs := argv.New(command)
	chosen.define(fs)
	for _, define := range more {
		define(fs)
	}
	fs.BoolVar(&asJSON, "json", false, "print JSON")
	rest, err = argv.Parse(fs, args)
	return chosen, asJSON, rest, err
}

// surveyArgs reads the arguments of a command about all of a window, and looks for its critical points.
func surveyArgs(command string, args []string, box *boxFlag, more ...func(*flag.FlagSet)) (
	s surfaces.Surface, v surfaces.Survey, params map[string]float64, asJSON bool, err error,
) {
	chosen, asJSON, rest, err := surfaceArgs(command, args, more...)
	if err != nil {
		return s, v, nil, false, err
	}
	if err = chosen.only(command, rest); err != nil {
		return s, v, nil, false, err
	}
	if s, err = chosen.surface(); err != nil {
		return s, v, nil, false, err
	}
	if box.box != nil && !chosen.view.set {
		s.View = lookInto(*box.box, s.View)
	}
	v, err = survey(s, chosen.params, box.box)
	return s, v, chosen.params, asJSON, err
}

// lookInto is the window in which a box is looked at: all of it. Where a side is infinite it goes as far as the surface's window
// does, or as wide beside it.
func lookInto(box, view surfaces.Rect) surfaces.Rect {
	side := func(lo, hi, from, to float64) (float64, float64) {
		switch open, shut := math.IsInf(lo, -1), math.IsInf(hi, 1); {
		case open && shut:
			return from, to
		case open:
			return math.Min(from, hi-(to-from)), hi
		case shut:
			return lo, math.Max(to, lo+(to-from))
		}
		return lo, hi
	}
	x0, x1 := side(box.X0, box.X1, view.X0, view.X1)
	y0, y1 := side(box.Y0, box.Y1, view.Y0, view.Y1)
	return surfaces.Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}
}

// runCritical prints the critical points of a surface in a window.
func runCritical(args []string, out io.Writer) error {
	var box boxFlag
	_, v, _, asJSON, err := surveyArgs("critical", args, &box, func(fs *flag.FlagSet) {
		fs.Var(&box, "bounds",
			"a box x0,x1,y0,y1: all that lies in it is listed, with the minima on its border; a side may be inf or -inf")
	})
	if err != nil {
		return err
	}
	if asJSON {
		return export.PrintJSON(out, export.NewSurveyJSON(v))
	}
	printSurvey(out, v)
	return nil
}
