package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"descentlab/optim"
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
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Year  int        `json:"year,omitempty"`
	Idea  string     `json:"idea"`
	Cite  string     `json:"cite"`
	Knobs []knobJSON `json:"knobs"`
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
	return methodJSON{m.Key, m.Title, m.Year, m.Idea, m.Cite, knobEntries(m.Knobs)}
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
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, m := range methods {
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", m.Key, m.Title, m.Year, m.Idea)
	}
	fmt.Fprintln(w, "\nschedule=\t\t\t")
	for _, s := range optim.Schedules() {
		fmt.Fprintf(w, "%s\t%s\t\t%s\n", s.Key, s.Title, s.Idea)
	}
	return w.Flush()
}

// printCatalogue prints methods, and what goes with any of them, as JSON.
func printCatalogue(out io.Writer, methods []optim.Method) error {
	list := []methodJSON{}
	for _, m := range methods {
		list = append(list, methodEntry(m))
	}
	schedules := []methodJSON{}
	for _, s := range optim.Schedules() {
		schedules = append(schedules, methodJSON{Name: s.Key, Title: s.Title, Idea: s.Idea, Cite: s.Cite, Knobs: knobEntries(s.Knobs)})
	}
	return printJSON(out, map[string]any{"optimizers": list, "schedules": schedules, "stages": knobEntries(optim.StageKnobs())})
}

func printMethod(out io.Writer, m optim.Method) error {
	fmt.Fprintf(out, "%s (%s, %d)\n%s\nsource  %s\n\n", m.Title, m.Key, m.Year, m.Idea, m.Cite)
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
