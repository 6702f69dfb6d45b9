// Package ghost draws what racers would have become: the old futures of those that were forked, dotted, and where they part.
package ghost

import (
	"image/color"
	"math"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// How a ghost is drawn, in units.
const (
	width    = 1.6
	dash     = 3.2
	strength = 0.55
)

// A Ghost is a future of a racer on the maps.
type Ghost struct {
	outcome.Forked
	Curve plot.Curve // its way from the fork on
	Tags  []plot.Tag
}

// Ghosts are those of a state's race, without those of hidden racers, and of those that the race does not come to.
func Ghosts(s lab.State, p *plot.Palette) (list []Ghost) {
	if s.Tape == nil || len(s.Futures.Of) == 0 {
		return nil
	}
	badged := map[lab.Branch]bool{} // a racer and a step
	for i, f := range outcome.Forks(s.Run()) {
		racer, run := &s.TapeDoc.Racers[f.Racer], s.Futures.Tape.Runs[i]
		if racer.Hidden || f.At > run.LastSound() {
			continue
		}
		way, ink := figure.Way(run, run.X), p.Racer(racer.Slot)
		if f.At >= len(way) {
			continue
		}
		g := Ghost{Forked: f, Curve: plot.Curve{
			Pts: way[f.At:], Color: faint(ink), Width: width, Dashed: true, Dash: dash, Clear: true,
		}}
		if f.Changed != "" {
			g.Tags = append(g.Tags, plot.Tag{At: middle(way[f.At:]), Text: words.T("old future: %s", label(f.From, f.Old)),
				Color: ink, Faint: true})
		}
		if at := (lab.Branch{Racer: f.Racer, Future: f.At}); !badged[at] {
			badged[at] = true
			tag := plot.Tag{At: way[f.At], Color: ink, Fork: true}
			switch {
			case !f.Last:
				tag.Text = f.Turned // where it leads is due to the later ones as well
			case f.Changed != "":
				tag.Text = label(f.Turned, f.Now)
			}
			g.Tags = append(g.Tags, tag)
		}
		list = append(list, g)
	}
	hush(list)
	return list
}

// mostNamed is how many ghosts have their names on the map. Of more, each racer's newest alone has: its cards name the others,
// and whoever drags a slider while the race plays makes many.
const mostNamed = 3

// hush takes names off the map where there are too many.
func hush(list []Ghost) {
	if len(list) <= mostNamed {
		return
	}
	newest := map[int]int{} // a racer's future
	for _, g := range list {
		newest[g.Racer] = max(newest[g.Racer], g.Future)
	}
	for i := range list {
		g := &list[i]
		if g.Future == newest[g.Racer] {
			continue
		}
		var left []plot.Tag
		for _, tag := range g.Tags {
			if tag.Fork {
				tag.Text = ""
				left = append(left, tag)
			}
		}
		g.Tags = left
	}
}

// label is what has become another one, and where that leads: "0.5, to C".
func label(what string, end outcome.End) string {
	if what == "" {
		return end.Brief()
	}
	return words.T("%s, %s", what, end.Brief())
}

func faint(c color.RGBA) color.RGBA {
	part := func(v uint8) uint8 { return uint8(math.Round(strength * float64(v))) }
	return color.RGBA{part(c.R), part(c.G), part(c.B), part(c.A)}
}

// middle is the point of a line that is farthest from both of its ends.
func middle(pts []plot.Point) plot.Point {
	best, at := -1.0, pts[0]
	for _, p := range pts {
		if far := min(p.Distance(pts[0]), p.Distance(pts[len(pts)-1])); far > best {
			best, at = far, p
		}
	}
	return at
}

// Under is the ghost that lies under a place, at most reach away where the units of x and y are so long; nil if there is none.
func Under(list []Ghost, at plot.Point, unitX, unitY, reach float64) *Ghost {
	nearest := -1
	for i := range list {
		pts := list[i].Curve.Pts
		for k := 1; k < len(pts); k++ {
			if d := apart(at, pts[k-1], pts[k], unitX, unitY); d < reach {
				nearest, reach = i, d
			}
		}
	}
	if nearest < 0 {
		return nil
	}
	return &list[nearest]
}

// apart is how far a place is from a stretch, in units of the window.
func apart(p, a, b plot.Point, unitX, unitY float64) float64 {
	px, py := (p.X-a.X)/unitX, (p.Y-a.Y)/unitY
	bx, by := (b.X-a.X)/unitX, (b.Y-a.Y)/unitY
	along := 0.0
	if long := bx*bx + by*by; long > 0 {
		along = min(max((px*bx+py*by)/long, 0), 1)
	}
	return math.Hypot(px-along*bx, py-along*by)
}
