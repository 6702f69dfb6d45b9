package contest

import (
	"context"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/optim"
	"descentlab/optim/bench"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// A Suite is the problems of a benchmark.
type Suite struct {
	Title    string
	Problems []Problem
	Left     []Left // what could not take part
	Starts   string // where runs begin, in words
}

// A Problem is one of a benchmark, and what shows it.
type Problem struct {
	bench.Problem
	Title string                  // of its function
	Show  func(*setup.Experiment) // puts an experiment on it, with its start and its seed
}

// Left is what could not take part, and why.
type Left struct{ What, Why string }

// Load makes the instances from first to last of all functions of a suite. The error says that there is no such suite.
func Load(ctx context.Context, name string, first, last int) (Suite, error) {
	switch name {
	case setup.SuiteBBOB:
		return bbob(first, last)
	case setup.SuiteCatalogue:
		return catalogue(first, last), nil
	}
	return folder(ctx, name, first, last)
}

// bbob is the suite of COCO: an instance is a shift and rotations.
func bbob(first, last int) (Suite, error) {
	s := Suite{Title: words.T("BBOB, 24 functions of two variables"),
		Starts: words.T("a run begins at a random point of [−4, 4]², the same for all racers")}
	for _, f := range surfaces.Benchmarks() {
		for instance := first; instance <= last; instance++ {
			params := map[string]float64{surfaces.InstanceParam: float64(instance)}
			at, err := f.At(params)
			if err != nil {
				return s, err
			}
			p := problem(at, params, instance)
			p.X, p.Y = at.Start.X, at.Start.Y
			s.Problems = append(s.Problems, shown(p, f.Name, params))
		}
	}
	return s, nil
}

// problem is an instance of a surface whose least loss the literature has.
func problem(s surfaces.Surface, params map[string]float64, instance int) Problem {
	least, _, _ := s.Known(params)
	return Problem{Title: words.T(s.Title), Problem: bench.Problem{
		Function: s.Name, Instance: instance, Least: least, Seed: uint64(instance),
		Objective: func() (optim.Objective, error) { return s.Probe(params) },
	}}
}

// shown has the problem put an experiment on a surface of the program.
func shown(p Problem, name string, params map[string]float64) Problem {
	start := surfaces.Point{X: p.X, Y: p.Y}
	p.Show = func(e *setup.Experiment) {
		s, err := surfaces.Lookup(name)
		if err != nil {
			return
		}
		e.SetSurface(s)
		for _, param := range s.Params {
			if v, given := params[param.Name]; given {
				e.SetParam(param, v)
			}
		}
		e.Start, e.Seed = start, p.Seed
	}
	return p
}

// catalogue is the surfaces of the program whose least loss is known: an instance is a start, the first one the surface's own.
func catalogue(first, last int) Suite {
	s := Suite{Title: words.T("the program's surfaces"),
		Starts: words.T("the first run on a surface begins at its own start, the others at random points of its window, " +
			"the same for all racers")}
	for _, c := range surfaces.Catalogue() {
		if _, _, known := c.Known(nil); !known {
			s.Left = append(s.Left, Left{c.Name, words.T("its least loss is not known")})
			continue
		}
		for i, start := range starts(c.View, c.Start, last) {
			if i+1 < first {
				continue
			}
			p := problem(c, nil, i+1)
			p.X, p.Y = start.X, start.Y
			s.Problems = append(s.Problems, shown(p, c.Name, nil))
		}
	}
	return s
}

// scattering is the seed of random starts.
const scattering = 13

// starts are the first ones of a window, its own before all others.
func starts(view surfaces.Rect, own surfaces.Point, n int) []surfaces.Point {
	list := []surfaces.Point{own}
	for _, s := range sweep.Scatter(view, n-1, scattering) {
		list = append(list, surfaces.Point{X: s.X, Y: s.Y})
	}
	return list
}

// unknownSuite is the error for a name that is neither a suite nor a folder.
func unknownSuite(name string) error {
	if meant := near.Prefix(name, []string{setup.SuiteBBOB, setup.SuiteCatalogue}); meant != "" {
		return words.Errorf("suite: there is no suite or folder %q: did you mean %s?", name, meant)
	}
	return words.Errorf("suite: there is no suite or folder %q; name bbob, catalogue or a folder of experiments", name)
}
