package plot

import "math"

// Heads that would lie on one another stand apart, in units.
const (
	headsApart  = 17 // between the middles of two
	startFan    = 30 // the radius of the fan about the start's ring while the racers are there
	leaderLeast = 2  // how far a head is from its place before a leader says so
)

// A fan spreads places that lie too close together. Where each comes to lie changes gradually with all of them, so that heads
// glide apart and together again: whatever there is of a cluster, each racer keeps its own direction.
type fan struct {
	racers      int     // all that there are
	apart, ring float64 // device units
	start       Vec     // where a fan has the radius of the ring; anywhere but finite: nowhere
	frame       Box
}

// spread moves the places of some racers, the numbers of whom among all it is told.
func (f fan) spread(places []Vec, racers []int) {
	if len(places) < 2 {
		return
	}
	var memory, aways [64]Vec
	var near [64]float64
	from, away, crowd := append(memory[:0], places...), aways[:0], near[:0]
	for i, at := range from {
		sum, all := Vec{}, 0.0
		for j, other := range from {
			d := at.Sub(other)
			if i == j || math.Abs(d.X) >= f.apart || math.Abs(d.Y) >= f.apart {
				continue
			}
			if part := 1 - d.Len()/f.apart; part > 0 {
				sum, all = sum.Add(d.Mul(part)), all+part
			}
		}
		away, crowd = append(away, sum.Mul(1/max(all, 1e-9))), append(crowd, all)
	}
	for i, at := range from {
		if crowd[i] > 0 {
			r := f.radius(crowd[i], at)
			places[i] = f.inside(at, r).Add(f.aside(racers[i], away[i]).Mul(r))
		}
	}
	f.part(places)
}

// aside is where to a racer is taken: its own direction while it is where the others are, and soon the one in which it is away
// from them. On the way from one to the other it may have none.
func (f fan) aside(racer int, away Vec) Vec {
	own := f.apart / 4
	d := f.direction(racer).Mul(own).Add(away)
	return d.Mul(1 / max(d.Len(), own/2))
}

// direction is that of racer i: the first one goes to the upper left, the others follow clockwise.
func (f fan) direction(i int) Vec {
	sin, cos := math.Sincos(2*math.Pi*float64(i)/float64(f.racers) - 0.75*math.Pi)
	return Vec{cos, sin}
}

// radius is how far a head is taken aside that has so many others upon it, those farther off counting less.
func (f fan) radius(crowd float64, at Vec) float64 {
	r := f.apart / 2 * crowd
	if crowd > 1 {
		r = f.apart / 2 / math.Sin(math.Pi/(crowd+1))
	}
	if near := 1 - at.Sub(f.start).Len()/f.ring; near > 0 {
		r = max(r, f.ring*near*min(crowd, 1))
	}
	return r
}

// part pushes apart what is still too close, and keeps all of it in the picture.
func (f fan) part(places []Vec) {
	const rounds = 16
	for range rounds {
		moved := 0.0
		for i := range places {
			for j := range i {
				d := places[i].Sub(places[j])
				if math.Abs(d.X) >= f.apart || math.Abs(d.Y) >= f.apart {
					continue
				}
				length := d.Len()
				push := (f.apart - length) / 2
				if !(push > 0) {
					continue
				}
				// Those on their way through one another are not thrown apart.
				d = d.Mul(push / max(length, f.apart/2))
				places[i], places[j] = f.inside(places[i].Add(d), 0), f.inside(places[j].Sub(d), 0)
				moved = max(moved, push)
			}
		}
		if moved < 0.1 {
			return
		}
	}
}

// inside is the nearest place in the picture that has so much room around it.
func (f fan) inside(at Vec, r float64) Vec {
	b := f.frame
	r = min(r, (b.X1-b.X0)/2, (b.Y1-b.Y0)/2)
	return Vec{clamp(at.X, b.X0+r, b.X1-r), clamp(at.Y, b.Y0+r, b.Y1-r)}
}

// fan is how heads are spread in this picture.
func (c *composition) fan() fan {
	f := fan{racers: c.racers(), apart: c.style.px(headsApart), ring: c.style.px(startFan), start: Vec{math.Inf(1), 0}}
	if c.scene.Start != nil {
		f.start = c.device(*c.scene.Start)
	}
	margin := c.style.px(traceHead + headRim)
	f.frame = Box{min(margin, c.w/2), min(margin, c.h/2), max(c.w-margin, c.w/2), max(c.h-margin, c.h/2)}
	return f
}

// racers is how many traces have a way, and so a head.
func (c *composition) racers() (n int) {
	for _, t := range c.scene.Traces {
		if len(t.Pts) > 0 {
			n++
		}
	}
	return n
}
