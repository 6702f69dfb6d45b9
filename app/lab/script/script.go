// Package script writes what an experiment does as a program in another language.
package script

import (
	"fmt"

	"descentlab/app/lab"
	"descentlab/optim"
)

// Python writes a racer of the experiment, with what it changes to, as a Python program.
func Python(spec optim.Spec, changes optim.Changes, name string, state lab.State) (string, error) {
	doc := state.Doc
	surface, err := doc.Landscape()
	if err != nil {
		return "", err
	}
	code, err := surface.Python(doc.Params)
	if err != nil {
		return "", err
	}
	examples := 0
	if surface.Data != nil {
		examples = surface.Data.Len()
	}
	return spec.Python(optim.Script{
		Title: fmt.Sprintf("%s on %s", name, surface.Title), Data: code.Data, Loss: code.Body,
		Start: []float64{doc.Start.X, doc.Start.Y}, Box: doc.Kept(), Steps: doc.Steps, Changes: changes,
		Minimum: deepest(state), Noise: doc.Noise, Examples: examples, Batch: doc.Batch, Seed: doc.Seed,
	})
}

// deepest is the least loss known of the surface, or nil.
func deepest(state lab.State) *float64 {
	if state.Field == nil {
		return nil
	}
	for _, p := range state.Field.Places {
		if p.Global {
			return &p.Value
		}
	}
	return nil
}
