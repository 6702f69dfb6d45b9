package contest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/bench"
	"descentlab/surfaces"
)

// folder is the suite of the experiments that lie in a folder: an instance is a start, the first one the experiment's own. What
// is wrong with a file is said of it, and does not stop the others.
func folder(ctx context.Context, path string, first, last int) (Suite, error) {
	s := Suite{Title: filepath.Base(path), Starts: words.T("the first run on an experiment begins at its own start, the others " +
		"at random points of its window, the same for all racers")}
	switch info, err := os.Stat(path); {
	case err != nil && !os.IsNotExist(err):
		return s, unreadable(path, err)
	case err != nil:
		return s, unknownSuite(path)
	case !info.IsDir():
		return s, words.Errorf("suite: %s is a file; name the folder of experiments, or bbob or catalogue", path)
	}
	files, err := os.ReadDir(path)
	if err != nil {
		return s, unreadable(path, err)
	}
	found := 0
	for _, f := range files {
		if f.IsDir() || !strings.EqualFold(filepath.Ext(f.Name()), ".json") {
			continue
		}
		found++
		if err := s.addFile(ctx, filepath.Join(path, f.Name()), first, last); err != nil {
			if ctx.Err() != nil {
				return s, ctx.Err()
			}
			s.Left = append(s.Left, Left{f.Name(), strings.TrimPrefix(err.Error(), filepath.Join(path, f.Name())+": ")})
		}
	}
	switch {
	case found == 0:
		return s, words.Errorf("suite: there are no experiments, files .json, in the folder %s", path)
	case len(s.Problems) == 0:
		return s, words.Errorf("suite: no experiment in the folder %s can be raced on, of %s; %s: %s", path,
			words.N(found, "%d file", "%d files", found), s.Left[0].What, s.Left[0].Why)
	}
	return s, nil
}

// unreadable is the error of a folder that may not be looked into.
func unreadable(path string, err error) error {
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		err = of.Err
	}
	return words.Errorf("suite: the folder %s cannot be read: %w", path, err)
}

// load reads an experiment, or one in the form of the gallery.
func load(path string) (setup.Experiment, error) {
	if e, is, err := gallery.ReadFile(path); is {
		return e.Doc, err
	}
	return setup.LoadExperiment(path)
}

// addFile adds the problems of an experiment.
func (s *Suite) addFile(ctx context.Context, path string, first, last int) error {
	doc, err := load(path)
	if err != nil {
		return err
	}
	if doc.Noise > 0 || doc.Batch > 0 {
		return words.Errorf("it has noise or batches: a benchmark counts exact gradients")
	}
	doc.Racers = nil
	run, err := lab.Prepare(ctx, doc, lab.WantPlaces)
	if err != nil {
		return err
	}
	survey := run.Survey()
	least, known := survey.Bottom()
	if !known {
		return words.Errorf("no minimum is known in its window")
	}
	surface, err := doc.Landscape()
	if err != nil {
		return err
	}
	title := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	for i, start := range starts(doc.Home, doc.Outset(), last) {
		if i+1 < first {
			continue
		}
		s.Problems = append(s.Problems, ofFile(doc, surface, title, least, i+1, start))
	}
	return nil
}

// ofFile is an instance of an experiment.
func ofFile(
	doc setup.Experiment, surface surfaces.Surface, title string, least float64, instance int, start surfaces.Point,
) Problem {
	seed := doc.Seed + uint64(instance-1)
	return Problem{
		Title: title,
		Problem: bench.Problem{
			Function: title, Instance: instance, Least: least, X: start.X, Y: start.Y, Seed: seed, Box: doc.Kept(),
			Objective: func() (optim.Objective, error) { return surface.Probe(doc.Params) },
		},
		Show: func(e *setup.Experiment) {
			racers, look, bench := e.Racers, e.Look, e.Bench
			*e = doc.Clone()
			e.Racers, e.Look, e.Bench = racers, look, bench
			e.Start, e.Seed = start, seed
		},
	}
}
