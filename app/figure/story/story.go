// Package story is what happens in a race as pictures: signs for its moments, where they stand on the map and on charts, and the
// lines of the commentary.
package story

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// signs stand for the kinds of moments.
var signs = [chronicle.Kinds]plot.Sign{
	chronicle.InBasin: plot.BasinSign, chronicle.CrossedRidge: plot.RidgeSign, chronicle.AtSaddle: plot.SaddleSign,
	chronicle.Overshoot: plot.OvershootSign, chronicle.Spike: plot.SpikeSign, chronicle.Oscillation: plot.SwaySign,
	chronicle.Edge: plot.EdgeSign, chronicle.Cycle: plot.CycleSign, chronicle.Plateau: plot.PlateauSign,
	chronicle.LeftWindow: plot.LeftSign, chronicle.Settled: plot.ArrivedSign, chronicle.Ended: plot.EndedSign,
}

// Sign stands for a kind of moments.
func Sign(k chronicle.Kind) plot.Sign { return signs[k] }

// A Line is a piece of commentary: the latest moment at the playhead.
type Line struct {
	*chronicle.Moment
	Around string // what comes next, and what was before, in a line
	Nearer string // what comes next, or else what was before, where there is no room for both
}

// At is the commentary at a step, of the racers that the state listens to; its Moment is nil if nothing has happened yet.
func At(s lab.State, c *chronicle.Chronicle, step int) Line {
	l := Line{Moment: c.Last(step, s.Listens)}
	from := step
	if l.Moment != nil {
		from = l.Moment.From
	}
	next, before := c.Next(step, s.Listens), c.Before(from, s.Listens)
	switch {
	case next != nil:
		l.Nearer = words.T("Next: step %d, %s.", next.From, next.Brief)
	case before != nil:
		l.Nearer = words.T("Before: step %d, %s.", before.From, before.Brief)
	}
	if l.Around = l.Nearer; next != nil && before != nil {
		l.Around = words.T("Next: step %d, %s. Before: step %d, %s.", next.From, next.Brief, before.From, before.Brief)
	}
	return l
}

// few is how many racers have the signs of all on the map; while lanes are open, so many.
const (
	few         = 1
	fewInLanes  = 4
	mostOfRacer = 12 // signs of each
)

// OnMap are the signs of what happens on the map, where a racer is then: of the one that is looked at, or of all if they are few.
// A map of one racer has that one's; racer is -1 on the map of all. What matters most comes first.
func OnMap(s lab.State, racer int, p *plot.Palette) (list []plot.EventMark) {
	c := s.Chronicle()
	if c == nil {
		return nil
	}
	most := few
	if s.View.Story == lab.StoryLanes {
		most = fewInLanes
	}
	if racer < 0 && s.View.Alone() < 0 && len(s.TapeDoc.Racers) > most {
		return nil
	}
	count := make([]int, len(s.TapeDoc.Racers))
	for _, m := range c.Ranked() {
		switch i := m.Racer; {
		case m.Begins() || i >= len(count) || racer >= 0 && i != racer || racer < 0 && !s.Listens(i) || count[i] == mostOfRacer:
			continue
		default:
			count[i]++
			list = append(list, plot.EventMark{At: m.At, Step: m.From, Sign: Sign(m.Kind), Color: p.Racer(s.TapeDoc.Racers[i].Slot)})
		}
	}
	return list
}

// OnChart adds the signs of what happens to the curves of a chart: of the racer that is looked at, or of all as on the map. Those
// that are named like a racer are its.
func OnChart(s lab.State, chart *plot.Chart) {
	c := s.Chronicle()
	if c == nil || s.View.Alone() < 0 && len(s.TapeDoc.Racers) > few {
		return
	}
	names := s.TapeDoc.Names()
	for _, m := range c.Ranked() {
		if m.Begins() || m.Racer >= len(names) || !s.Listens(m.Racer) {
			continue
		}
		for k := range chart.Series {
			if chart.Series[k].Name == names[m.Racer] {
				chart.Events = append(chart.Events, plot.ChartEvent{Series: k, Step: m.From, Sign: Sign(m.Kind)})
			}
		}
	}
}
