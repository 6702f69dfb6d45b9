package present

import "math"

// The picture is at least so large, in its own units: what scales is all of it.
const (
	leastWidth  = 1920
	leastHeight = 1080
)

// Lengths of the picture.
const (
	margin     = 40
	titleRoom  = 92  // above the map
	footRoom   = 227 // below it
	mapShare   = 0.68
	gutter     = 28
	stepRoom   = 170 // from the title to the chart
	rowTop     = 207 // of the chips, from below
	rowHeight  = 132
	panelWidth = 626 // of the slider
	rowGap     = 16
	hintsTop   = 62
	hintHeight = 44
	chipWidth  = 292
	chipGap    = 10
)

// A box is a part of the picture.
type box struct{ x, y, w, h float64 }

// An arrangement is where everything stands.
type arrangement struct {
	k                                             float64 // units of the window for one of the picture
	title, scene, step, curves, chips, knob, foot box
}

// arrange fits the picture into a window of that size: all of it scales with the smaller of its sides, and what is left over
// goes to the map and the chart.
func arrange(width, height float64) arrangement {
	k := min(width/leastWidth, height/leastHeight)
	if !(k > 0) {
		k = 1e-3
	}
	w, h := width/k, height/k
	a := arrangement{k: k}
	wide := math.Round(mapShare * w)
	a.title = box{0, 0, w, titleRoom}
	a.scene = box{margin, titleRoom, wide, h - titleRoom - footRoom}
	right := margin + wide + gutter
	a.step = box{right, titleRoom, w - margin - right, stepRoom}
	a.curves = box{right, titleRoom + stepRoom, w - margin - right, a.scene.h - stepRoom}
	a.chips = box{margin, h - rowTop, w - 2*margin - panelWidth - rowGap, rowHeight}
	a.knob = box{w - margin - panelWidth, h - rowTop, panelWidth, rowHeight}
	a.foot = box{margin, h - hintsTop, w - 2*margin, hintHeight}
	return a
}
