package figure

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// Clouds are the swarm at the playhead, made once for each of the swarm's moments and theme. The zero value is ready.
type Clouds struct {
	cloud   *plot.Cloud
	of      *lab.Swarmed
	moment  int
	palette *plot.Palette
}

// Of are the clouds of a state on the map of a racer of its tape, or of all racers (-1): nil without a swarm of that one.
func (c *Clouds) Of(s lab.State, p *plot.Palette, racer int) []*plot.Cloud {
	swarm := s.View.Swarm
	if swarm == nil || s.Doc.Look.Panel != setup.PanelSwarm || s.Stale() {
		return nil
	}
	if racer >= 0 && s.TapeDoc.Racers[racer].Slot != swarm.Slot {
		return nil
	}
	k := min(s.Step()/swarm.Every, swarm.Moments()-1)
	if c.of != swarm || c.moment != k || c.palette != p {
		cloud := &plot.Cloud{Color: p.Racer(swarm.Slot), Pts: make([]plot.Point, swarm.Runs)}
		for i := range cloud.Pts {
			x, y, _ := swarm.At(k, i)
			cloud.Pts[i] = plot.Point{X: x, Y: y}
		}
		c.cloud, c.of, c.moment, c.palette = cloud, swarm, k, p
	}
	return []*plot.Cloud{c.cloud}
}
