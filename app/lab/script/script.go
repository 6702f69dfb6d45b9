// Package script writes what an experiment does as a program in another language.
package script

import (
	"errors"
	"fmt"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

// Python writes a racer of the experiment, with what it changes to, as a Python program.
func Python(spec optim.Spec, changes optim.Changes, name string, state lab.State) (string, error) {
	return write(spec, changes, name, state, false)
}

// write writes the program, which keeps its path if that is wanted.
func write(spec optim.Spec, changes optim.Changes, name string, state lab.State, path bool) (string, error) {
	doc := state.Doc
	surface, code, err := loss(&doc)
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
		Minimum: deepest(state), Noise: doc.Noise, Examples: examples, Batch: doc.Batch, Seed: doc.Seed, Path: path,
	})
}

// Loss is the surface of an experiment as PyTorch code.
func Loss(doc *setup.Experiment) (surfaces.Python, error) {
	_, code, err := loss(doc)
	return code, err
}

func loss(doc *setup.Experiment) (surfaces.Surface, surfaces.Python, error) {
	surface, err := doc.Landscape()
	if err != nil {
		return surface, surfaces.Python{}, err
	}
	code, err := surface.Python(doc.Params)
	return surface, code, err
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

// errNoRacer is said of a race without racers.
var errNoRacer = errors.New("nobody raced: there is no program to write")
