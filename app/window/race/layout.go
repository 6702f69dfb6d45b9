package race

import (
	"descentlab/app/window/desk"
	"descentlab/widgets/layout"

	"fyne.io/fyne/v2"
)

// columnsLayout puts the racers at the left, the maps in the middle and the readouts at the right. The middle takes
// what the sides leave, which give way in small windows.
type columnsLayout struct {
	middle func(width float32) float32 // what the maps need of a width: what they leave goes to the right
	wider  func() float32              // by how much the right column is wished to be wider than usual
}

const (
	leftWidth     = 300 + layout.ScrollBar
	leftSlimmest  = 232 + layout.ScrollBar
	leftRoomy     = 1116 // width of the room from which on the left is as wide as may be
	rightWidest   = 440 + layout.ScrollBar
	rightSlimmest = 300 + layout.ScrollBar
	roomSlim      = 976  // the width of the room in which the right column is as slim as may be: of a window of 1024
	roomWide      = 1376 // and from which on it is as wide: of a window of 1440
	leftMargin    = 12
	rightMargin   = 16 - layout.ScrollBar
	columnGap     = 14
	ringRoom      = 4   // at the left of what scrolls: focus rings, and strokes of frames, reach beyond their controls
	middleLeast   = 440 // the time below the maps needs so much
)

// Layout places the three columns, and the splitter between the second and the third.
func (c columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right, left := usualRight(size.Width), float32(leftWidth)
	if size.Width < leftRoomy {
		left = leftSlimmest
	}
	x := float32(leftMargin)
	top, height := float32(12), size.Height-24
	gaps := []float32{columnGap - layout.ScrollBar, columnGap, 0} // the bar of the left column stands in the gap
	both := size.Width - left - x - rightMargin - gaps[0] - gaps[1]
	if w := c.wider(); w != 0 {
		right = max(min(right+w, both-middleLeast), rightSlimmest)
	}
	widths := []float32{left, both - right, right}
	if need := max(c.middle(widths[1]), middleLeast); need < widths[1] {
		widths[1], widths[2] = need, widths[2]+widths[1]-need
	}
	split := objects[len(widths)]
	split.Move(fyne.NewPos(x+widths[0]+gaps[0]+widths[1], top))
	split.Resize(fyne.NewSize(columnGap-ringRoom, max(height, 1)))
	for i, o := range objects[:len(widths)] {
		beside := float32(0)
		if scrolls := i != 1; scrolls {
			beside = ringRoom
		}
		o.Move(fyne.NewPos(x-beside, top))
		o.Resize(fyne.NewSize(max(widths[i]+beside, 1), max(height, 1)))
		x += widths[i] + gaps[i]
	}
}

// usualRight is how wide the right column is in a room of a width, unless the maps leave it more.
func usualRight(room float32) float32 {
	part := min(max((room-roomSlim)/(roomWide-roomSlim), 0), 1)
	return rightSlimmest + part*(rightWidest-rightSlimmest)
}

// MinSize leaves room for a small map.
func (columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftSlimmest+rightSlimmest+3*columnGap+240, 360)
}

// aboveLayout gives what is said the room above the strip of the first steps, while that is shown, and beside the key of heights.
type aboveLayout struct {
	strip       fyne.CanvasObject
	left, right float32 // of the key, while it stands at a foot
}

// Layout places what is said.
func (l *aboveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.strip.Visible() {
		size.Height -= l.strip.MinSize().Height
	}
	objects[0].Resize(size.SubtractWidthHeight(l.left+l.right, 0))
	objects[0].Move(fyne.NewPos(l.left, 0))
}

// MinSize asks for nothing.
func (*aboveLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// readoutsLayout stacks the panels of the right column. The first one, that of the tabs, takes what the others leave, whatever
// tab is open; where that is little, those give way that can.
type readoutsLayout struct {
	panes []desk.Pane // of the others
}

const (
	panelGood  = 316 // the height at which every tab shows what matters
	panelLeast = 240 // and at which it can be read
)

// A yielding pane would like to be higher than it asks for.
type yielding interface{ Full() float32 }

// heights shares a height out.
func (l readoutsLayout) heights(objects []fyne.CanvasObject, height float32) []float32 {
	list := make([]float32, len(objects))
	rest := height
	for i := range l.panes {
		if objects[i+1].Visible() {
			list[i+1] = objects[i+1].MinSize().Height
			rest -= list[i+1] + layout.PanelGap
		}
	}
	for i, p := range l.panes {
		if y, is := p.(yielding); is && objects[i+1].Visible() {
			more := min(max(rest-panelGood, 0), max(y.Full()-list[i+1], 0))
			list[i+1] += more
			rest -= more
		}
	}
	list[0] = max(rest, panelLeast)
	return list
}

// Layout places the panels; with too little height they run on below, where the column scrolls.
func (l readoutsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range l.heights(objects, size.Height) {
		if !objects[i].Visible() {
			continue
		}
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, h))
		y += h + layout.PanelGap
	}
}

// MinSize is the height at which the column starts to scroll.
func (l readoutsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(rightSlimmest-layout.ScrollBar, -layout.PanelGap)
	for i, h := range l.heights(objects, 0) {
		if objects[i].Visible() {
			size.Height += h + layout.PanelGap
		}
	}
	return size
}

// controlsLayout stacks the panels of the left column; the last one gets all the height that the others leave.
type controlsLayout struct{}

// Layout places the panels.
func (controlsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		if i == len(objects)-1 {
			h = max(h, size.Height-y)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + layout.PanelGap
	}
}

// MinSize is the height at which the column starts to scroll.
func (controlsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height + layout.PanelGap
	}
	size.Height = max(size.Height-layout.PanelGap, 0)
	return size
}
