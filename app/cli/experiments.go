package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"descentlab/app/words"

	"descentlab/app/cli/argv"
	"descentlab/app/export"
	"descentlab/app/gallery"
	"descentlab/app/gallery/claim"
	"descentlab/internal/near"
)

// runExperiments prints the gallery of experiments, or one of them with its claims, which are checked.
func runExperiments(args []string, out io.Writer) error {
	fs := argv.New("experiments")
	asJSON := fs.Bool("json", false, "print JSON; of one experiment all of it")
	tag := fs.String("tag", "", "only those with this tag")
	check := fs.Bool("check", false, "check the claims of all that are listed")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) == 1 {
		if e, ok, err := exhibited(rest[0]); ok && err == nil {
			return showExperiment(out, e, *asJSON)
		} else if ok {
			return err
		}
	}
	found, err := searchExperiments(strings.Join(rest, " "), *tag)
	if err != nil {
		return err
	}
	results := make([][]claim.Result, len(found))
	for i, e := range found {
		if *check {
			if results[i], err = e.Check(context.Background()); err != nil {
				return err
			}
		}
	}
	if *asJSON {
		list := []export.ExhibitJSON{}
		for i, e := range found {
			list = append(list, export.NewExhibitJSON(e, results[i], false))
		}
		err = export.PrintJSON(out, map[string]any{"experiments": list})
	} else {
		err = listExperiments(out, found, results)
	}
	if err != nil {
		return err
	}
	return allTrue(results...)
}

// searchExperiments are those that have the words and the tag.
func searchExperiments(query, tag string) ([]gallery.Exhibit, error) {
	all := gallery.All()
	tags := gallery.Tags(all)
	if tag != "" && len(gallery.Search(all, "", tag)) == 0 {
		if meant := near.Prefix(tag, tags); meant != "" {
			return nil, argv.Faultf("experiments: no experiment has the tag %q; did you mean %s?", tag, meant)
		}
		return nil, argv.Faultf("experiments: no experiment has the tag %q; there are %s", tag, strings.Join(tags, ", "))
	}
	found := gallery.Search(all, query, tag)
	if len(found) == 0 {
		_, err := gallery.Find(query)
		return nil, argv.Faultf("experiments: %v%s'descentlab experiments' lists all", err, argv.Pause(err))
	}
	return found, nil
}

// listExperiments prints a table.
func listExperiments(out io.Writer, list []gallery.Exhibit, results [][]claim.Result) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i, e := range list {
		fmt.Fprintf(w, "%s\t%s\t%s", e.Key, words.T(e.Title), tags(e))
		if results[i] != nil {
			tell(w, "\t%d of %d claims are true", trueOnes(results[i]), len(e.Claims))
		}
		fmt.Fprintln(w)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := tell(out, "\n'descentlab experiments KEY' shows one and checks its claims, "+
		"'descentlab KEY' opens it in the window,\n'descentlab race KEY' races it.\n")
	return err
}

// showExperiment prints all about an experiment, with its claims checked.
func showExperiment(out io.Writer, e gallery.Exhibit, asJSON bool) error {
	results, err := e.Check(context.Background())
	if err != nil {
		return err
	}
	if asJSON {
		err = export.PrintJSON(out, export.NewExhibitJSON(e, results, true))
	} else {
		err = printExperiment(out, e, results)
	}
	if err != nil {
		return err
	}
	return allTrue(results)
}

// printExperiment prints an experiment for people.
func printExperiment(out io.Writer, e gallery.Exhibit, results []claim.Result) error {
	on := "f(x, y) = " + e.Doc.Formula
	if s, err := e.Doc.Landscape(); err == nil && e.Doc.Surface != "" {
		on = s.Title
	}
	tell(out, "%s (%s)\n%s\n\ntags     %s\nsurface  %s\n%s\n\n", words.T(e.Title), e.Key, words.T(e.Notice), tags(e), on,
		startLine(e.Doc))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i, r := range e.Doc.Racers {
		fmt.Fprintf(w, "%s\t%s\n", e.Names[i], r.Spec)
	}
	fmt.Fprintln(w)
	if err := w.Flush(); err != nil {
		return err
	}
	for _, r := range results {
		verdict := "true "
		if !r.OK {
			verdict = "FALSE"
		}
		fmt.Fprintf(w, "%s  %s\t%s\n", verdict, r.Claim.Text, r.Found)
	}
	return w.Flush()
}

// trueOnes counts the claims that are true.
func trueOnes(results []claim.Result) (n int) {
	for _, r := range results {
		if r.OK {
			n++
		}
	}
	return n
}

// allTrue is an error unless all claims are.
func allTrue(results ...[]claim.Result) error {
	wrong := 0
	for _, of := range results {
		wrong += len(of) - trueOnes(of)
	}
	switch wrong {
	case 0:
		return nil
	case 1:
		return words.Errorf("a claim is not true")
	}
	return words.Errorf("%d claims are not true", wrong)
}

// tags are those of an exhibit, joined.
func tags(e gallery.Exhibit) string {
	list := make([]string, len(e.Tags))
	for i, tag := range e.Tags {
		list[i] = words.T(tag)
	}
	return strings.Join(list, ", ")
}
