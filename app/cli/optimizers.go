package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/export"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/plot"
)

// runOptimizers prints the catalogue of methods, or one of them with its knobs.
func runOptimizers(args []string, out io.Writer) error {
	fs := argv.New("optimizers")
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return argv.Faultf("optimizers: give one name or none; got %d", len(rest))
	}
	methods := optim.Methods()
	if len(rest) == 1 {
		m, err := optim.NamedMethod(rest[0])
		if err != nil {
			return argv.FaultOf(listing(err))
		}
		methods = []optim.Method{*m}
	}
	switch {
	case *asJSON:
		return export.PrintJSON(out, export.Catalogue(methods))
	case len(rest) == 1:
		return printMethod(out, methods[0])
	}
	return listMethods(out, methods)
}

// listMethods prints the catalogue by family, and the schedules that go with it, in columns that are the same throughout.
func listMethods(out io.Writer, methods []optim.Method) error {
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	family := optim.Family(-1)
	for _, m := range methods {
		if m.Family != family {
			family = m.Family
			fmt.Fprintf(w, "\t\t\t\n%v\t\t\t\n", family)
		}
		fmt.Fprintf(w, "  %s\t%s\t%d\t%s\n", m.Key, words.T(m.Title), m.Year, words.T(m.Idea))
	}
	tell(w, "\t\t\t\nschedule=\t\t\t\n")
	for _, s := range optim.Schedules() {
		fmt.Fprintf(w, "  %s\t%s\t\t%s\n", s.Key, words.T(s.Title), words.T(s.Idea))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, first, _ := strings.Cut(table.String(), "\n")
	for line := range strings.Lines(first) {
		fmt.Fprintln(out, strings.TrimRight(line, " \n"))
	}
	return nil
}

// printMethod prints all about a method but its Python: that is a matter of a race.
func printMethod(out io.Writer, m optim.Method) error {
	e := export.MethodEntry(m)
	tell(out, "%s (%s, %d, %s)\n%s\nsource  %s\n\nupdate\n", words.T(m.Title), m.Key, m.Year, e.Family, words.T(m.Idea), m.Cite)
	for _, line := range m.Math {
		equation, err := plot.ParseEquation(line)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "  %v\n", equation)
	}
	tell(out, "\nmemory  %s\npython  %s\n\n", cmp.Or(strings.Join(e.Memories, ", "), words.T("none")), pythonSource(m))
	if err := printKnobs(out, m.Knobs); err != nil {
		return err
	}
	tell(out, "\nand with every method, off unless they are set:\n")
	var stages []optim.Knob
	for _, k := range (optim.Spec{Method: m.Key}).Knobs() {
		if !slices.ContainsFunc(m.Knobs, func(own optim.Knob) bool { return own.Name == k.Name }) {
			stages = append(stages, k)
		}
	}
	return printKnobs(out, stages)
}

// printKnobs prints knobs with their defaults and domains.
func printKnobs(out io.Writer, knobs []optim.Knob) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "knob\tdefault\tdomain\tmeaning\n")
	for _, k := range knobs {
		value, err := json.Marshal(export.DefaultOf(k))
		if err != nil || math.IsNaN(k.Default) {
			value = []byte("-")
		}
		if k.Derived != "" {
			value = []byte(words.T("follows from %s", words.T(k.Derived)))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", k.Name, value, k.Domain(), words.T(k.Help))
	}
	return w.Flush()
}

// pythonSource says in a line where a method is found in Python.
func pythonSource(m optim.Method) string {
	switch p := m.Python; {
	case p.Torch != "":
		return p.Torch
	case p.Step != "":
		return "not in PyTorch: written out"
	case p.SciPy != "":
		return "scipy.optimize.minimize, method " + p.SciPy
	}
	return "none"
}
