package setup

import (
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

type swarmFile struct {
	Runs   int         `json:"runs,omitempty"`
	Radius float64     `json:"radius,omitempty"`
	Point  bool        `json:"point,omitempty"`
	From   string      `json:"from,omitempty"`
	Ring   *[2]float64 `json:"ring_around,omitempty" list:"x, y"` // if the runs begin on a ring, whether or not From says so
}

func newSwarmFile(s Swarming) *swarmFile {
	if s == (Swarming{}) {
		return nil
	}
	f := &swarmFile{Runs: s.Runs, Radius: s.Radius, Point: s.Point, From: s.From}
	if s.From == FromRing {
		f.Ring = &[2]float64{s.Around.X, s.Around.Y}
	}
	return f
}

func (f *swarmFile) swarming() Swarming {
	if f == nil {
		return Swarming{}
	}
	s := Swarming{Runs: f.Runs, Radius: f.Radius, Point: f.Point, From: f.From}
	if f.Ring != nil && (s.From == FromDisc || s.From == FromRing) {
		s.From, s.Around = FromRing, surfaces.Point{X: f.Ring[0], Y: f.Ring[1]}
	}
	return s
}

// strokeFile is a stroke of the painted region.
type strokeFile struct {
	Radius float64      `json:"radius"`
	Ratio  float64      `json:"ratio,omitempty"`
	Erase  bool         `json:"erase,omitempty"`
	Points [][2]float64 `json:"points"`
}

func strokeFiles(r sweep.Region) (list []strokeFile) {
	for _, s := range r {
		f := strokeFile{Radius: s.Radius, Ratio: s.Ratio, Erase: s.Erase}
		for _, p := range s.Pts {
			f.Points = append(f.Points, [2]float64{p.X, p.Y})
		}
		list = append(list, f)
	}
	return list
}

func painted(list []strokeFile) (r sweep.Region) {
	for _, f := range list {
		s := sweep.Stroke{Radius: f.Radius, Ratio: f.Ratio, Erase: f.Erase}
		for _, p := range f.Points {
			s.Pts = append(s.Pts, sweep.Spot{X: p[0], Y: p[1]})
		}
		r = append(r, s)
	}
	return r
}
