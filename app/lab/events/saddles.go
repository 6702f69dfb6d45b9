package events

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/motion"
	"descentlab/surfaces"
)

// saddles are the stretches of a dozen rows or more in which a racer is near a saddle, nearer to it than to another, and the
// Hessian under it has one negative eigenvalue; the gradient is least within, or to an end where the run begins or ends.
func (t *track) saddles() (list []Event) {
	all, reach := placesOf(t.Run), lab.Reach(t.Doc.Home)
	if len(all) == 0 {
		return nil
	}
	under := make([]*lab.Place, len(t.step))
	for k, x := range t.at {
		if b := t.bend[k]; b.low < 0 && b.high > 0 {
			under[k] = nearest(all, x, reach)
		}
	}
	last := len(t.step) - 1
	for _, p := range all {
		for _, s := range spans(len(under), func(k int) bool { return under[k] == p }) {
			slowest := s.from
			for k := s.from; k <= s.to; k++ {
				if t.slope[k] < t.slope[slowest] {
					slowest = k
				}
			}
			slows := (slowest > s.from || s.from == 0) && (slowest < s.to || s.to == last)
			if s.to-s.from >= t.lately && slows {
				list = append(list, t.wait(p, s, t.slope[slowest]))
			}
		}
	}
	return list
}

// nearest is the place nearest to a point, within reach; nil if there is none.
func nearest(places []*lab.Place, x surfaces.Point, reach float64) (found *lab.Place) {
	for _, p := range places {
		if d := p.At.Distance(x); d <= reach {
			found, reach = p, d
		}
	}
	return found
}

// wait is the event of a stretch near a saddle.
func (t *track) wait(p *lab.Place, s span, slope float64) Event {
	e := Event{Kind: chronicle.AtSaddle, Place: p, From: t.step[s.from], To: t.step[s.to], Slope: slope, Fallen: t.step[s.to]}
	e.Below = t.run.Loss(e.Fallen)
	last := len(t.step) - 1
	if e.Left = s.to < last; !e.Left {
		return e
	}
	out := surfaces.Point{X: t.at[s.to+1].X - p.At.X, Y: t.at[s.to+1].Y - p.At.Y}
	down, up := p.V1, p.V2
	if t.climbs {
		down, up = up, down
	}
	along, across := out.X*down.X+out.Y*down.Y, out.X*up.X+out.Y*up.Y
	e.Downhill = along*along > across*across

	end := s.to
	for end < last && !motion.Higher(t.height[end], t.height[end+1]) {
		end++
	}
	// The fall time of engineering: to a tenth of the height above where it ends.
	enough := t.height[end] + (t.height[s.to]-t.height[end])/10
	for k := s.to; k <= end && t.height[s.to] > t.height[end]; k++ {
		if t.height[k] <= enough {
			e.Fallen, e.Below = t.step[k], t.run.Loss(t.step[k])
			break
		}
	}
	return e
}
