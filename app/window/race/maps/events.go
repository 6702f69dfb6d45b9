package maps

import (
	"descentlab/app/figure/story"
	"descentlab/widgets/plot"
)

// eventMarks are the signs of what happens, by the racer of a map; -1 is all. They are made anew when the state is another, and
// not while the playhead moves.
type eventMarks map[int][]plot.EventMark

// eventsOn are those that a map shows.
func (p *Pane) eventsOn(racer int) []plot.EventMark {
	list, made := p.events[racer]
	if !made {
		list = story.OnMap(p.state, racer, p.desk.Palette())
		p.events[racer] = list
	}
	return list
}
