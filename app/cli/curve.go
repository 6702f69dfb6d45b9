package cli

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/cli/writing"
	"descentlab/app/curve"
	"descentlab/app/export"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
)

// curveFlags are the flags of the command curve.
type curveFlags struct {
	formula         string
	start           float64
	steps           int
	seed            uint64
	racers, outputs argv.List
	look            looking.Flags
}

// runCurve lets racers descend on a curve and writes it wherever -o says, or prints every step as it is solved by hand.
func runCurve(args []string, out io.Writer) error {
	var f curveFlags
	fs := argv.New("curve")
	fs.StringVar(&f.formula, "formula", "", "L(w) as people write it: '0.15*(w-4)^2 + 0.5', 'w²', '|w|'")
	argv.Real(fs, &f.start, "start", "where all racers start: w")
	argv.Whole(fs, &f.steps, "steps", 20, "updates of each racer, 1 to 20000")
	argv.Seed(fs, &f.seed, "seed", "seed of the noise of the curve noisy, a whole number from 0")
	fs.Var(&f.racers, "racer", "an optimizer with its settings, as in 'sgd lr=6' or 'adam lr=0.1'; without any, plain descent")
	fs.Var(&f.outputs, "o", words.T("a file %s, or - for JSON", strings.Join(export.Curve.Endings(), ", ")))
	f.look.Define(fs)
	f.look.DefineSize(fs)
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	doc, err := f.document(rest, argv.Given(fs))
	if err != nil {
		return argv.FaultOf(err)
	}
	if err := writing.Check(export.Curve, f.outputs); err != nil {
		return err
	}
	look, err := f.look.Look(argv.Given(fs), f.outputs)
	if err != nil {
		return err
	}
	l, err := curve.NewLab(doc)
	if err != nil {
		return argv.FaultOf(err)
	}
	l.Seek(doc.Steps)
	table := export.CurveTable{State: l.State(), Steps: doc.Steps}
	if len(f.outputs) == 0 {
		return printCurve(out, table)
	}
	return writing.Write(out, export.Curve, f.outputs, look, table)
}

// document is what the command line describes: a curve of the catalogue, a formula or a file, with what the flags change in it.
func (f *curveFlags) document(rest []string, given map[string]bool) (curve.Document, error) {
	doc := curve.Default()
	doc.Steps = f.steps
	if len(rest) > 1 || len(rest) == 1 && given["formula"] {
		return doc, argv.Faultf("curve: unexpected %q: one curve, formula or file at most", rest[len(rest)-1])
	}
	word := f.formula
	if len(rest) == 1 {
		word = rest[0]
	}
	if len(rest) == 1 || given["formula"] {
		if err := f.subject(&doc, word, given["formula"]); err != nil {
			return doc, err
		}
	}
	if given["start"] {
		if !geom.Finite(f.start) || math.Abs(f.start) > curve.Far {
			return doc, argv.Faultf("curve: -start must be a number from %g to %g", -curve.Far, curve.Far)
		}
		doc.Start = f.start
	}
	if given["steps"] {
		doc.Steps = f.steps
	}
	if given["seed"] {
		doc.Seed = f.seed
	}
	if len(f.racers) > 0 {
		doc.Racers = nil
	}
	for i, text := range f.racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			return doc, argv.Faultf("racer %d: %v", i+1, listing(err))
		}
		doc.Racers = append(doc.Racers, curve.Racer{Spec: spec, Slot: doc.FreeSlot()})
	}
	if len(f.racers) > 0 {
		doc.SideBySide = len(doc.Racers) > 1
	}
	return doc, doc.Check()
}

// subject puts the document on what a word names: a formula if -formula gave it, and else a curve of the catalogue or a file as
// well.
func (f *curveFlags) subject(doc *curve.Document, word string, given bool) error {
	switch shape, err := curve.Find(word); {
	case given:
	case err == nil:
		doc.SetShape(shape)
		return nil
	case isDocument(word):
		d, err := share.Find(word)
		if err == nil {
			*doc, err = curve.Parse(d.Name, d.Text)
		}
		return err
	case bare(word) && word != curve.Letter:
		if _, _, wrong := curve.ReadFormula(word); wrong != nil {
			return argv.Faultf("curve: %v", err)
		}
	}
	formula, remark, err := curve.ReadFormula(word)
	if err != nil {
		return argv.Faultf("curve: %.60q: %v", word, err)
	}
	if remark != "" {
		fmt.Fprintln(notes, remark)
	}
	return doc.SetFormula(formula)
}

// printCurve prints each racer's steps, and what there is to see in the last of them.
func printCurve(out io.Writer, t export.CurveTable) error {
	tell(out, "L(w) = %s, start w = %s, %s\n", t.Curve.Formula, digits(t.Doc.Start, 6), words.Steps(t.Steps))
	if limit := export.CurveLimit(t.State); limit != "" {
		fmt.Fprintln(out, limit)
	}
	for i, run := range t.Runs {
		fmt.Fprintf(out, "\n%s\n", run.Racer.Spec)
		_, rated := t.Doc.Eta(i)
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
		tell(w, "step\tw\tloss\tslope\tη·slope\tnew w\t\n")
		for _, r := range run.Rows(t.Steps) {
			scaled := "-"
			if rated {
				scaled = digits(r.Scaled, 6)
			}
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t\n", r.Step, digits(r.W, 6), digits(r.Loss, 6),
				digits(r.Slope, 6), scaled, digits(r.New, 6))
		}
		if err := w.Flush(); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(out, t.Curve.Insight(run, t.Steps)); err != nil {
			return err
		}
	}
	return nil
}
