package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"descentlab/surfaces"
)

type criticalJSON struct {
	Kind        string   `json:"kind"`
	At          []number `json:"at"`
	Value       number   `json:"value"`
	Eigenvalues []number `json:"eigenvalues"`
	Curve       bool     `json:"curve,omitempty"`
}

type oddJSON struct {
	At    []number `json:"at"`
	Index int      `json:"index"`
}

// checkJSON is the comparison of the points with the turns of the gradient along the border.
type checkJSON struct {
	Verdict string    `json:"verdict"`
	Turns   *int      `json:"turns"`
	Sum     int       `json:"sum"`
	Odd     []oddJSON `json:"kinks_or_poles,omitempty"`
	Says    string    `json:"says"`
}

type surveyJSON struct {
	Critical []criticalJSON `json:"critical_points"`
	Index    checkJSON      `json:"index"`
	Stopped  bool           `json:"stopped_early"`
	Remarks  []string       `json:"remarks,omitempty"`
}

func newCriticalJSON(c surfaces.Critical) criticalJSON {
	return criticalJSON{c.Kind.String(), numbers(c.At.X, c.At.Y), number(c.Value), numbers(c.L1, c.L2), c.Curve}
}

func newSurveyJSON(v surfaces.Survey) surveyJSON {
	j := surveyJSON{Critical: []criticalJSON{}, Stopped: v.Stopped, Remarks: v.Remarks()}
	for _, c := range v.Points {
		j.Critical = append(j.Critical, newCriticalJSON(c))
	}
	j.Index = newCheckJSON(v.Check)
	return j
}

func newCheckJSON(c surfaces.Check) checkJSON {
	j := checkJSON{Verdict: c.Verdict.String(), Sum: c.Sum, Says: c.String()}
	if c.Verdict != surfaces.Untold {
		j.Turns = &c.Turns
	}
	for _, o := range c.Odd {
		j.Odd = append(j.Odd, oddJSON{numbers(o.At.X, o.At.Y), o.Index})
	}
	return j
}

// survey looks for the critical points of a surface in its window.
func survey(s surfaces.Surface, params map[string]float64) (surfaces.Survey, error) {
	probe, err := s.Probe(params)
	if err != nil {
		return surfaces.Survey{}, err
	}
	v, err := probe.Survey(context.Background(), s.View)
	if crowded := (*surfaces.CrowdedError)(nil); errors.As(err, &crowded) {
		err = usageError{err.Error()}
	}
	return v, err
}

func printSurvey(out io.Writer, v surfaces.Survey) {
	if len(v.Points) == 0 {
		fmt.Fprintln(out, "no critical points in the window")
	} else {
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(w, "kind\tx\ty\tf\tlambda_1\tlambda_2\t")
		for _, c := range v.Points {
			fmt.Fprintf(w, "%s\t%.6g\t%.6g\t%.6g\t%.6g\t%.6g\t\n", c.Kind, c.At.X, c.At.Y, c.Value, c.L1, c.L2)
		}
		w.Flush()
	}
	fmt.Fprintf(out, "\n%v\n", v.Check)
	for _, remark := range v.Remarks() {
		fmt.Fprintln(out, remark)
	}
}

// surfaceArgs reads the arguments of the commands that look at one surface.
func surfaceArgs(command string, args []string) (chosen surfaceFlags, asJSON bool, rest []string, err error) {
	fs := newFlags(command)
	chosen.define(fs)
	fs.BoolVar(&asJSON, "json", false, "print JSON")
	rest, err = parseArgs(fs, args)
	return chosen, asJSON, rest, err
}

// surveyArgs reads the arguments of a command about all of a window, and looks for its critical points.
func surveyArgs(command string, args []string) (s surfaces.Surface, v surfaces.Survey, params map[string]float64, asJSON bool, err error) {
	chosen, asJSON, rest, err := surfaceArgs(command, args)
	if err != nil {
		return s, v, nil, false, err
	}
	if len(rest) > 0 {
		return s, v, nil, false, usagef("%s: unexpected %q", command, rest[0])
	}
	if s, err = chosen.surface(); err != nil {
		return s, v, nil, false, err
	}
	v, err = survey(s, chosen.params)
	return s, v, chosen.params, asJSON, err
}

// runCritical prints the critical points of a surface in a window.
func runCritical(args []string, out io.Writer) error {
	_, v, _, asJSON, err := surveyArgs("critical", args)
	if err != nil {
		return err
	}
	if asJSON {
		return printJSON(out, newSurveyJSON(v))
	}
	printSurvey(out, v)
	return nil
}
