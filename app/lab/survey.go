package lab

import (
	"context"

	"descentlab/app/lab/least"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// restGradient is the length of the gradient at which a run counts as being at rest.
const restGradient = 1e-6

// A Survey is what is needed to ask what becomes of an experiment's racers from all over a window. That window is the home
// window: zooming the map changes no swarm, plane or fair race. Maps of basins alone are of what is looked at: see In.
type Survey struct {
	Probe  *surfaces.Probe
	Least  least.Loss
	Doc    setup.Experiment
	View   surfaces.Rect // the window
	Places []Place
}

func newSurvey(doc setup.Experiment, f *Field) Survey {
	return Survey{Probe: f.Probe, Least: f.Least, Doc: doc, View: doc.Home, Places: f.Searched}
}

// In is the survey of another window than home.
func (s Survey) In(view surfaces.Rect) Survey {
	s.View = view
	return s
}

// work is what the survey's runs have in common.
func (s *Survey) work() *sweep.Work {
	w := &sweep.Work{
		Objective: s.objective, Steps: s.Doc.Steps, View: s.View, Rest: restGradient,
		Bounds: s.Doc.Home.Union(s.Probe.Region(s.Doc.Home)), Targets: s.targets(),
		Box: s.Doc.Kept(),
	}
	if s.Doc.Noise > 0 || s.Doc.Batch > 0 {
		w.Noise = func(seed uint64) optim.Objective { return Loss(s.Probe, s.Least, s.Doc, seed) }
	}
	return w
}

// twice is a window of twice the size around the same middle: who ends outside of it has left.
func twice(r surfaces.Rect) surfaces.Rect {
	dx, dy := (r.X1-r.X0)/2, (r.Y1-r.Y0)/2
	return surfaces.Rect{X0: r.X0 - dx, X1: r.X1 + dx, Y0: r.Y0 - dy, Y1: r.Y1 + dy}
}

func (s *Survey) objective() optim.Objective {
	return Loss(s.Probe, s.Least, s.Doc, s.Doc.Seed)
}

// targets are the places where runs may end.
func (s *Survey) targets() []sweep.Target {
	targets := make([]sweep.Target, len(s.Places))
	for i, p := range s.Places {
		targets[i] = sweep.Target{X: p.At.X, Y: p.At.Y, Value: p.Value, Within: p.Reach}
	}
	return targets
}

// Basins runs one of the racers from w by h starts all over the window, from coarse to fine; publish gets every pass.
func (s *Survey) Basins(ctx context.Context, racer, w, h int, o sweep.Options, publish func(*sweep.Sheet)) (*sweep.Sheet, error) {
	work := s.work()
	// The runs begin in the window that is shown, so they may end there, too; its shape on the screen has no say.
	work.Bounds = work.Bounds.Union(s.Doc.View)
	return sweep.Fill(ctx, w, h, work.Starts(s.Doc.Racers[racer].Spec, w, h, s.Doc.Seed, o), publish)
}

// Plane runs one of the racers from the experiment's start for w by h settings of two knobs, of the racer or of the loss.
func (s *Survey) Plane(
	ctx context.Context, racer int, x, y sweep.Axis, w, h int, o sweep.Options, publish func(*sweep.Sheet),
) (*sweep.Sheet, error) {
	examples := s.Probe.Examples()
	if err := s.Doc.CheckAxes(racer, examples, x, y); err != nil {
		return nil, err
	}
	work := s.work()
	work.Knobs, work.Varied = setup.LossKnobs(examples), s.varied
	start := sweep.Start{X: s.Doc.Start.X, Y: s.Doc.Start.Y, Seed: s.Doc.Seed}
	return sweep.Fill(ctx, w, h, work.Plane(s.Doc.Racers[racer].Spec, x, y, w, h, start, o), publish)
}

// varied is the loss of the experiment with other settings of it.
func (s *Survey) varied(values map[string]float64, seed uint64) optim.Objective {
	doc := s.Doc // nothing that is shared is changed
	for name, v := range values {
		doc.SetLoss(name, v)
	}
	return Loss(s.Probe, s.Least, doc, seed)
}

// A Share is the part of a sheet's runs that ended alike.
type Share struct {
	Place *Place // at which they ended; nil if at none
	Index int    // of Place
	Kind  sweep.Kind
	Part  float64 // of all runs, 0 to 1
	Said  string  // Part in words, such that those of all shares add up to 100 %
	Steps float64 // mean number of steps to arrive, of runs that did
}

// Label says where they ended, or how: "minimum A (global)", "diverged".
func (s Share) Label() string {
	if s.Place != nil {
		return s.Place.Label()
	}
	return words.Outcome(s.Kind)
}

// Shares sums a finished sheet up: places in their order, then the other ends, without what did not happen. The boundary
// is the part of the cells with a neighbour, in a row or a column, that ended otherwise.
func Shares(sheet *sweep.Sheet, places []Place) (shares []Share, boundary float64) {
	count, steps := make([]int, len(places)), make([]float64, len(places))
	other := map[sweep.Kind]int{}
	edge := 0
	for j := range sheet.H {
		for i := range sheet.W {
			o := sheet.At(i, j)
			if o.Kind == sweep.Arrived {
				count[o.Target]++
				steps[o.Target] += float64(o.Steps)
			} else {
				other[o.Kind]++
			}
			if onBoundary(sheet, i, j) {
				edge++
			}
		}
	}
	all := float64(sheet.W * sheet.H)
	for i := range places {
		if count[i] > 0 {
			shares = append(shares, Share{Place: &places[i], Index: i, Kind: sweep.Arrived,
				Part: float64(count[i]) / all, Steps: steps[i] / float64(count[i])})
		}
	}
	for kind := sweep.Settled; kind <= sweep.Stopped; kind++ {
		if other[kind] > 0 {
			shares = append(shares, Share{Index: -1, Kind: kind, Part: float64(other[kind]) / all})
		}
	}
	say(shares)
	return shares, float64(edge) / all
}

func say(shares []Share) {
	parts := make([]float64, len(shares))
	for i, s := range shares {
		parts[i] = s.Part
	}
	for i, said := range words.Shares(parts) {
		shares[i].Said = said
	}
}

func onBoundary(sheet *sweep.Sheet, i, j int) bool {
	here := sheet.At(i, j)
	for _, d := range [4][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		u, v := i+d[0], j+d[1]
		if u < 0 || v < 0 || u >= sheet.W || v >= sheet.H {
			continue
		}
		if o := sheet.At(u, v); o.Kind != here.Kind || o.Target != here.Target {
			return true
		}
	}
	return false
}

// From is the whole run of one of the racers from another start.
func (s *Survey) From(ctx context.Context, racer int, at surfaces.Point) (*race.Run, error) {
	entrant := race.Entrant{
		Spec: s.Doc.Racers[racer].Spec, Start: []float64{at.X, at.Y}, Seed: s.Doc.Seed, Box: s.Doc.Kept(),
	}
	tape, err := race.Record(ctx, s.objective, []race.Entrant{entrant}, s.Doc.Steps)
	if err != nil {
		return nil, err
	}
	return tape.Runs[0], nil
}
