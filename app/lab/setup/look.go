package setup

import (
	"descentlab/app/words"
	"slices"
)

// What colours the maps.
const (
	GroundHeights    = ""
	GroundBasins     = "basins"
	GroundDifference = "difference" // of two racers' basins
)

// What the panel of charts can show in their place.
const (
	PanelCharts = ""
	PanelPlane  = "plane"
	PanelRates  = "rates"
	PanelStep   = "step"
	PanelEvents = "events"
	PanelFair   = "fair"
	PanelSwarm  = "swarm"
	PanelBasins = "basins"
	PanelBench  = "bench"
	PanelPoints = "points"
	PanelSculpt = "sculpt"
	PanelData   = "data" // of learning problems alone
)

// Panels are all of them, in the order in which they are offered.
var Panels = []string{
	PanelCharts, PanelStep, PanelEvents, PanelFair, PanelRates, PanelPlane, PanelSwarm, PanelBasins, PanelBench, PanelPoints,
	PanelSculpt, PanelData,
}

// What the colours of a plane can tell.
const (
	PlaneShowsEnds  = ""
	PlaneShowsLoss  = "loss"
	PlaneShowsBest  = "best"
	PlaneShowsSteps = "steps"
)

// What the picture of a swarm can be.
const (
	SwarmShowsLosses   = ""
	SwarmShowsArrivals = "arrivals"
	SwarmShowsEscapes  = "escapes"
)

// SwarmPictures are all of them, in the order in which they are offered.
var SwarmPictures = []string{SwarmShowsLosses, SwarmShowsArrivals, SwarmShowsEscapes}

// Look is how the experiment wants to be seen.
type Look struct {
	Levels     string // spacing of the isolines: "log", "linear" or "quantile"
	SideBySide bool   // one map for each racer instead of one for all
	LinearLoss bool   // loss chart on a linear instead of a logarithmic axis
	Ground     string // what colours the maps: GroundHeights ...
	Panel      string // what the panel of charts shows: one of Panels
	Large      bool   // the panel has the middle of the window, and the maps its place
	PlaneX     string // the knob across a plane; the racer's first main one if empty or not its own
	PlaneY     string // the knob up
	PlaneShows string // what its colours are: PlaneShowsEnds ...
	Subject    int    // slot of the racer whose basins one map for all shows; the first one's if that is not there
	Against    int    // slot of the racer that a difference compares it with; another one's if that is not there or the same
	Batches    bool   // the maps show the present mini-batch and the noise of its gradient
	Flows      bool   // the maps show the gradient flow, and the central flow of plain descent, beside the ways
	SwarmShows string // what the picture of a swarm is: one of SwarmPictures
	Relief     bool   // the surface is seen from aside, with all racers, in the place of maps
	Charts     Charts // of the race, step by step
}

// Aside tells whether every racer has a map of its own.
func (l Look) Aside() bool { return l.SideBySide && !l.Relief }

func (l Look) check() error {
	for _, c := range []struct {
		key     string
		got     string
		allowed []string
		must    string
	}{
		{"levels", l.Levels, []string{"log", "linear", "quantile"}, words.T("levels: must be log, linear or quantile")},
		{"ground", l.Ground, []string{GroundHeights, GroundBasins, GroundDifference},
			words.T("ground: must be basins, difference or empty, for heights")},
		{"plane_shows", l.PlaneShows, []string{PlaneShowsEnds, PlaneShowsLoss, PlaneShowsBest, PlaneShowsSteps},
			words.T("plane: must show loss, best, steps or, if empty, where a run ends")},
		{"panel", l.Panel, Panels,
			words.T("panel: must be step, fair, rates, plane, swarm, basins, bench, points, sculpt, data or empty, " +
				"for charts")},
		{"swarm_shows", l.SwarmShows, SwarmPictures, words.T("swarm: must show arrivals, escapes or, if empty, losses")},
	} {
		if !slices.Contains(c.allowed, c.got) {
			return At(c.key, words.Errorf("%s; got %q", c.must, c.got))
		}
	}
	return l.Charts.check()
}
