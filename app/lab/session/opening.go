package session

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// Opening are what the command line may say about the window.
type Opening struct {
	File, Document string // experiment to open instead of the last session; what a room of its own is to open
	Language       string // key of the one to speak; empty: as in the session
	Theme          string // "system", "dark", "light"; empty: as in the session
	Mode           string // "overlay", "side", "relief"; empty: as in the session
	Width, Height  float32
	Screenshot     string // PNG to write; the window closes after it
	Large          bool   // in the middle of the window
	Show           string // what else to show at first: one of shows
	Room           string // to be in at first; empty: as in the session
	Experiment     *setup.Experiment
	Read           string // how the formula of File was read, if it is not in the program's own grammar
}

// Shows are what the command line can ask the window to show at first, beside the race.
var Shows = []string{"basins", "step", "plane", "rates", "fair", "swarm", "bench", "sheet"}

// look is the session's look with what -show asks for.
func (o Opening) look(l *setup.Look) {
	switch o.Show {
	case "", "sheet":
	case "basins":
		l.Ground = setup.GroundBasins
	default:
		l.Panel = o.Show
		l.Large = l.Large || o.Large
	}
}

const (
	defaultWidth  = 1440
	defaultHeight = 900
)

// Apply puts what the command line says over what the session remembers.
func (o Opening) Apply(s *Session) {
	if o.Experiment != nil {
		s.Experiment, s.View = *o.Experiment, lab.NewView()
		s.Head = float64(s.Experiment.Steps)
	}
	if o.Theme != "" {
		s.Theme = o.Theme
	}
	o.look(&s.Experiment.Look)
	if o.Mode != "" {
		s.Experiment.Look.SideBySide, s.Experiment.Look.Relief = o.Mode == "side", o.Mode == "relief"
	}
	if o.Room != "" {
		s.Rooms.Seen = o.Room
	}
	if o.Width > 0 {
		s.Width, s.Height = o.Width, o.Height
	}
	if !(s.Width >= LeastWidth && s.Height >= LeastHeight) {
		s.Width, s.Height = defaultWidth, defaultHeight
	}
}
