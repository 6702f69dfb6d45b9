package lessons

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

const (
	edge   = 12
	margin = 16
	gap    = 10
	gutter = 16

	listWidth = 268
	listFrom  = 1116 // width of the room from which on there is a list of lessons beside the text
	textWidth = 488
	textLeast = 420
	labLeast  = 420
)

// columns puts the list of lessons, the second one, at the left, the text in the middle and the lab at the right, which takes
// what is left. In a small window there is no list: the bar at the top has it.
type columns struct{}

// Layout places the three.
func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := max(size.Height-2*edge, 1)
	x := float32(edge)
	list := size.Width >= listFrom
	layout.SetShown(o[1], list)
	if list {
		kit.Place(o[1], x, edge, listWidth, high)
		x += listWidth + gutter
	}
	room := max(size.Width-x-margin-gutter, 2)
	text := min(max(room*0.465, textLeast), max(room-labLeast, room/2))
	if list {
		text = min(max(text, textWidth), room/2)
	}
	text = min(text, textMost)
	kit.Place(o[0], x, edge, text, high)
	kit.Place(o[2], x+text+gutter, edge, max(room-text, 1), high)
}

// aside puts the experiments of the lesson below the list of lessons, which has the room that it needs, up to a part of the
// height.
type aside struct{}

// Layout places the two.
func (aside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	list := size.Height
	if o[1].Visible() {
		list = min(o[0].MinSize().Height, size.Height*0.58)
	}
	kit.Place(o[0], 0, 0, size.Width, list)
	kit.Place(o[1], 0, list+gap, size.Width, max(size.Height-list-gap, 1))
}

// MinSize asks for little.
func (aside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 320) }

// textMost is the width beyond which lines of text have too many letters.
const textMost = 610

// MinSize leaves room for a little of each.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(textLeast+260, 360) }

// labLayout stacks map, time, settings and chart: the map takes the height that is left, and in a low window that of others.
type labLayout struct{ knobs *knobs }

const (
	timeHigh   = 64
	chartGood  = 214
	chartLeast = 132
	mapGood    = 330
	mapLeast   = 150 // below which the losses, and then the settings, give way
)

// Layout places them.
func (l labLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	knobs := l.knobs.need(size.Width)
	taken := float32(timeHigh + 2*gap)
	if knobs > 0 {
		taken += knobs + gap
	}
	chart := min(max(size.Height-taken-mapGood, chartLeast), max(chartGood, size.Height*0.27))
	if size.Height-taken-chart < mapLeast {
		chart, taken = 0, taken-gap
	}
	if size.Height-taken < mapLeast && knobs > 0 {
		knobs, taken = 0, taken-knobs-gap
	}
	layout.SetShown(o[2], knobs > 0)
	layout.SetShown(o[3], chart > 0)
	y := max(size.Height-taken-chart, 80)
	kit.Place(o[0], 0, 0, size.Width, y)
	for i, h := range []float32{timeHigh, knobs, chart} {
		if h == 0 {
			continue
		}
		y += gap
		kit.Place(o[i+1], 0, y, size.Width, h)
		y += h
	}
}

// MinSize asks for little.
func (labLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 320) }
