package race

import (
	"descentlab/app/figure/story"
	"descentlab/app/lab/chronicle"
	"descentlab/app/window/desk"
	"descentlab/widgets/plot"
)

// Signs are those of events, on the time, the map and the charts.
func Signs() (list []desk.Meaning) {
	for kind := range chronicle.Kind(chronicle.Kinds) {
		list = append(list, desk.Meaning{Name: story.Name(kind), Means: story.Meaning(kind),
			Draw: func(on plot.Canvas, st plot.Style) { story.DrawSign(on, kind, st) }})
	}
	return list
}
