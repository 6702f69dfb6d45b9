package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"descentlab/optim"
	"descentlab/widgets/plot"
)

type knobJSON struct {
	Name    string   `json:"name"`
	Help    string   `json:"help"`
	Kind    string   `json:"kind"`
	Default any      `json:"default"` // null: follows from Derived
	Derived string   `json:"derived_from,omitempty"`
	Min     number   `json:"min"`
	Max     number   `json:"max"`
	Scale   string   `json:"scale"`
	Domain  string   `json:"domain"`
	Choices []string `json:"choices,omitempty"`
}

type methodJSON struct {
	Name     string     `json:"name"`
	Title    string     `json:"title"`
	Family   string     `json:"family"`
	Year     int        `json:"year"`
	Idea     string     `json:"idea"`
	Cite     string     `json:"cite"`
	Math     []string   `json:"math"`     // in the markup of TeX
	Memories []string   `json:"memories"` // names of the vectors that it keeps with its defaults
	Knobs    []knobJSON `json:"knobs"`
	Python   pythonJSON `json:"python"`
}

// pythonJSON is how a method is written in Python; {name} stands for a knob's value.
type pythonJSON struct {
	Torch string `json:"torch,omitempty"` // construction of PyTorch's optimizer
	Init  string `json:"init,omitempty"`  // statements before the loop
	Step  string `json:"step,omitempty"`  // statements of an update
	SciPy string `json:"scipy,omitempty"` // method of scipy.optimize.minimize
}

type scheduleJSON struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Idea  string     `json:"idea"`
	Cite  string     `json:"cite"`
	Knobs []knobJSON `json:"knobs"`
	Torch string     `json:"torch"` // PyTorch's scheduler; {optimizer} stands for the optimizer, {name} for a knob's value
}

func knobEntries(knobs []optim.Knob) []knobJSON {
	list := []knobJSON{}
	for _, k := range knobs {
		e := knobJSON{
			Name: k.Name, Help: k.Help, Kind: k.Kind.String(), Derived: k.Derived, Min: number(k.Min), Max: number(k.Max),
			Scale: k.Scale.String(), Domain: k.Domain(), Choices: k.Choices,
		}
		if k.Derived == "" {
			e.Default = defaultOf(k)
		}
		list = append(list, e)
	}
	return list
}

// defaultOf is a knob's default in JSON's own kinds.
func defaultOf(k optim.Knob) any {
	switch k.Kind {
	case optim.Switch:
		return k.Default != 0
	case optim.Choice:
		return k.Choices[int(k.Default)]
	default:
		return number(k.Default)
	}
}

func methodEntry(m optim.Method) methodJSON {
	e := methodJSON{
		Name: m.Key, Title: m.Title, Family: m.Family.String(), Year: m.Year, Idea: m.Idea, Cite: m.Cite,
		Math: m.Math, Memories: []string{}, Knobs: knobEntries(m.Knobs), Python: pythonJSON(m.Python),
	}
	if plan, err := (optim.Spec{Method: m.Key}).Plan(2, optim.NominalSteps); err == nil {
		for _, f := range memoryFields(plan) {
			e.Memories = append(e.Memories, f.Name)
		}
	}
	return e
}

// runOptimizers prints the catalogue of methods, or one of them with its knobs.
func runOptimizers(args []string, out io.Writer) error {
	fs := newFlags("optimizers")
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return usagef("optimizers: give one name or none; got %d", len(rest))
	}
	methods := optim.Methods()
	if len(rest) == 1 {
		m, err := optim.LookupMethod(rest[0])
		if err != nil {
			return usageError{err.Error()}
		}
		methods = []optim.Method{*m}
	}
	switch {
	case *asJSON:
		return printCatalogue(out, methods)
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
		fmt.Fprintf(w, "  %s\t%s\t%d\t%s\n", m.Key, m.Title, m.Year, m.Idea)
	}
	fmt.Fprint(w, "\t\t\t\nschedule=\t\t\t\n")
	for _, s := range optim.Schedules() {
		fmt.Fprintf(w, "  %s\t%s\t\t%s\n", s.Key, s.Title, s.Idea)
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

// printCatalogue prints methods, and what goes with any of them, as JSON.
func printCatalogue(out io.Writer, methods []optim.Method) error {
	list := []methodJSON{}
	for _, m := range methods {
		list = append(list, methodEntry(m))
	}
	schedules := []scheduleJSON{}
	for _, s := range optim.Schedules() {
		schedules = append(schedules, scheduleJSON{s.Key, s.Title, s.Idea, s.Cite, knobEntries(s.Knobs), s.Torch})
	}
	return printJSON(out, map[string]any{"optimizers": list, "schedules": schedules, "stages": knobEntries(optim.StageKnobs())})
}

// printMethod prints all about a method but its Python: that is a matter of a race.
func printMethod(out io.Writer, m optim.Method) error {
	e := methodEntry(m)
	fmt.Fprintf(out, "%s (%s, %d, %s)\n%s\nsource  %s\n\nupdate\n", m.Title, m.Key, m.Year, e.Family, m.Idea, m.Cite)
	for _, line := range m.Math {
		equation, err := plot.ParseEquation(line)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "  %v\n", equation)
	}
	fmt.Fprintf(out, "\nmemory  %s\npython  %s\n\n", cmp.Or(strings.Join(e.Memories, ", "), "none"), pythonSource(m))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "knob\tdefault\tdomain\tmeaning")
	for _, k := range m.Knobs {
		value, err := json.Marshal(defaultOf(k))
		if err != nil || math.IsNaN(k.Default) {
			value = []byte("-")
		}
		if k.Derived != "" {
			value = []byte("from " + k.Derived)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", k.Name, value, k.Domain(), k.Help)
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
