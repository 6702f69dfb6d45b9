package trainings

import (
	"cmp"
	"context"
	"math"
	"slices"

	"descentlab/app/words"
	"descentlab/optim"
)

// How far one may go.
const (
	MaxHidden = 64 // units
	MaxNets   = 6
	MaxRuns   = 2000 // of each network
	MaxSteps  = 100_000
)

// A Setting says which networks are trained, and how.
type Setting struct {
	Hidden []int // hidden units of each network
	Runs   int   // trainings of each
	Steps  int
	Racer  optim.Spec
	Seed   uint64
	Within float64 // so near the best loss, as a part of it, counts as about as good
}

// Usual are the trainings that nobody has changed.
func Usual() Setting {
	racer := optim.Spec{Method: "adam"}.With("lr", optim.Value{Num: 0.1}).WithSchedule("cosine")
	return Setting{Hidden: []int{3, 4, 8, 16}, Runs: 100, Steps: 1000, Racer: racer, Within: 0.1}
}

// Check says what is wrong with a setting.
func (s Setting) Check() error {
	if n := len(s.Hidden); n < 1 || n > MaxNets {
		return words.Errorf("hidden: from 1 to %d networks can be compared; got %d", MaxNets, n)
	}
	for i, h := range s.Hidden {
		if h < 1 || h > MaxHidden {
			return words.Errorf("hidden: must be from 1 to %d units; got %d", MaxHidden, h)
		}
		if slices.Contains(s.Hidden[:i], h) {
			return words.Errorf("hidden: %d is given twice", h)
		}
	}
	switch {
	case s.Runs < 1 || s.Runs > MaxRuns:
		return words.Errorf("runs: must be from 1 to %d; got %d", MaxRuns, s.Runs)
	case s.Steps < 1 || s.Steps > MaxSteps:
		return words.Errorf("steps: must be from 1 to %d; got %d", MaxSteps, s.Steps)
	case !(s.Within > 0 && s.Within <= 1):
		return words.Errorf("within: must be above 0 and at most 100 per cent; got %v", 100*s.Within)
	}
	return s.Racer.Check()
}

// An End is what came of one training.
type End struct {
	Loss     float64 // with the penalty; not finite if the training diverged
	Slope    float64 // length of the gradient
	Mistakes int     // examples in the wrong class
}

// A Net is a network with its trainings so far, in the order of their starts.
type Net struct {
	Hidden int
	Within float64
	Ends   []End
}

// Weights is how many the network has.
func (n Net) Weights() int { return newNet(n.Hidden).Dim() }

// Losses are those of the trainings that did not diverge, the least first.
func (n Net) Losses() []float64 {
	var list []float64
	for _, e := range n.Ends {
		if !math.IsNaN(e.Loss) && !math.IsInf(e.Loss, 0) {
			list = append(list, e.Loss)
		}
	}
	slices.Sort(list)
	return list
}

// Best is the least loss; NaN if there is none.
func (n Net) Best() float64 {
	list := n.Losses()
	if len(list) == 0 {
		return math.NaN()
	}
	return list[0]
}

// Bound is the loss up to which a training counts as about as good as the best.
func (n Net) Bound() float64 { return (1 + n.Within) * n.Best() }

// Near is how many trainings end there.
func (n Net) Near() int {
	near, bound := 0, n.Bound()
	for _, e := range n.Ends {
		if e.Loss <= bound {
			near++
		}
	}
	return near
}

// Faultless is how many put no example into the wrong class.
func (n Net) Faultless() int {
	none := 0
	for _, e := range n.Ends {
		if e.Mistakes == 0 {
			none++
		}
	}
	return none
}

// Steepest is the greatest slope at which a training ended: how far from a minimum it still may be.
func (n Net) Steepest() float64 {
	if len(n.Ends) == 0 {
		return math.NaN()
	}
	return slices.MaxFunc(n.Ends, func(a, b End) int { return cmp.Compare(a.Slope, b.Slope) }).Slope
}

// A Study is one network after another. It has fewer trainings as long as they are being made.
type Study struct {
	Setting Setting
	Nets    []Net
}

// Judged is the study where another distance from the best loss, as a part of it, counts as about as good.
func (s Study) Judged(within float64) Study {
	s.Setting.Within = within
	s.Nets = slices.Clone(s.Nets)
	for i := range s.Nets {
		s.Nets[i].Within = within
	}
	return s
}

// Make trains all networks. told, unless it is nil, hears of the study every now and then, and reached how much is done, from 0
// to 1, from the goroutine that called; no training begins before they return. What told gets is its own. The result depends on
// the setting alone. The error is Setting.Check's, that the racer cannot train a network, or the context's if that ends.
func Make(ctx context.Context, s Setting, told func(Study), reached func(part float64)) (Study, error) {
	study := Study{Setting: s}
	if err := s.Check(); err != nil {
		return study, err
	}
	whole, done := 0, 0
	for _, h := range s.Hidden {
		whole += h * s.Runs
	}
	for _, h := range s.Hidden {
		at := len(study.Nets)
		study.Nets = append(study.Nets, Net{Hidden: h, Within: s.Within})
		err := s.train(ctx, h, func(ends []End) {
			if reached != nil {
				reached(float64(done+h*len(ends)) / float64(whole))
			}
			if every := (s.Runs + tellings - 1) / tellings; told != nil && (len(ends)%every == 0 || len(ends) == s.Runs) {
				study.Nets[at].Ends = slices.Clone(ends)
				told(Study{Setting: s, Nets: slices.Clone(study.Nets)})
			}
			study.Nets[at].Ends = ends
		})
		if err != nil {
			return study, err
		}
		done += h * s.Runs
	}
	return study, nil
}

// tellings is how often one hears of a network while it is trained.
const tellings = 20
