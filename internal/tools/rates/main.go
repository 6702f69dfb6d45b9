// Command rates finds the settings of SGD, Momentum, RMSprop and Adam that are stored for the surfaces of the catalogue, and
// writes them to app/lab/pace/stored.json. It is run in the root of a checkout; with the names of surfaces it tunes these alone.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"descentlab/app/lab/pace"
	"descentlab/optim"
	"descentlab/surfaces"
)

// file is where the settings stand.
const file = "app/lab/pace/stored.json"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "rates: %v\n", err)
		os.Exit(1)
	}
}

func run(names []string) error {
	for _, name := range names {
		if _, err := surfaces.Lookup(name); err != nil {
			return err
		}
	}
	all := map[string]map[string]string{}
	for _, s := range surfaces.Catalogue() {
		settings := map[string]string{}
		_, known := pace.Stored(s.Name, pace.Methods()[0])
		asked := len(names) == 0 || slices.Contains(names, s.Name) || !known
		c, err := newCourse(s)
		if err == nil && asked {
			err = c.survey(context.Background())
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		for _, method := range pace.Methods() {
			if !asked {
				old, _ := pace.Stored(s.Name, method)
				settings[method] = old.String()
				continue
			}
			spec, err := c.tune(context.Background(), method)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", s.Name, method, err)
			}
			settings[method] = spec.String()
			fmt.Printf("%-18s %-44s %s\n", s.Name, spec, c.look(spec))
		}
		all[s.Name] = settings
	}
	text, err := written(all)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}

// written is the table as it stands in the file.
func written(all map[string]map[string]string) ([]byte, error) {
	text, err := json.MarshalIndent(all, "", "\t")
	return append(text, '\n'), err
}

// described is a racer from a method and settings, as in "momentum=0.9".
func described(method string, settings ...string) optim.Spec {
	spec, err := optim.ParseSpec(strings.Join(append([]string{method}, settings...), " "))
	if err != nil {
		panic(err) // it is written in this program
	}
	return spec
}
