package pointer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/widgets/kit"
)

// The pane's height and what stands where in it, in units from the upper left corner of what the panel leaves.
const (
	paneHeight = 186 // 202 with the panel around it
	titleRow   = 22
	nameTop    = 27 // of the line that says what is there
	factsTop   = 57
	factPitch  = 24
	bendTop    = 54
	bendPitch  = 39
	lineHeight = 17
	ruleTop    = 144
	footTop    = 152
	briefPitch = 34 // where there is little room
	briefRise  = 12 // of the rule and the foot where that needs a line more: there is less below the facts
	footLines  = 3
	edge       = 5   // beside the texts
	slopeRow   = 1   // of the facts
	arrow      = 18  // side of the arrow behind the slope
	slopeRoom  = 46  // of the slope before it
	number     = 47  // room of a curvature
	wide       = 360 // with so much room nothing is said briefly
)

// compose puts all parts into the pane.
func (p *Pane) compose() *fyne.Container {
	box := container.New(places{p})
	box.Add(p.parts.title)
	for _, o := range p.parts.facts() {
		box.Add(o)
	}
	box.Add(p.ring)
	box.Add(p.close)
	box.Add(kit.NewNested(p.long.Note.Box, p.desk.Around()))
	return box
}

// places is the layout of the pane.
type places struct{ pane *Pane }

// MinSize is the same whatever the pane says.
func (places) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, paneHeight) }

// Layout gives every part its place.
func (l places) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p, w := l.pane.parts, size.Width
	p.brief, p.width = w < wide, w
	closes, rings := l.pane.close.MinSize(), l.pane.ring.MinSize()
	kit.Place(l.pane.close, w-closes.Width, (titleRow-closes.Height)/2, closes.Width, closes.Height)
	foot, head := size.Height, w*0.55
	at := fyne.NewPos(w-closes.Width-rings.Width-edge, (titleRow-rings.Height)/2)
	if ring := l.pane.ring; ring.Visible() && edge+p.title.Width() > at.X {
		head = w - closes.Width - 2*edge
		foot -= rings.Height
		at = fyne.NewPos(edge, foot) // below what is told, for beside the title there is no room
	}
	kit.Place(l.pane.ring, at.X, at.Y, rings.Width, rings.Height)
	kit.Place(objects[len(objects)-1], edge, nameTop+edge, w-edge, foot-nameTop-edge)

	kit.Place(p.title, edge, 0, head, titleRow)
	kit.Place(p.coordinates, w*0.42, 0, w*0.58-edge, titleRow)
	rise, pitch := float32(0), float32(bendPitch)
	if p.brief {
		rise, pitch = briefRise, briefPitch
	}
	p.bendPitch = pitch
	p.placeName(w)
	p.placeFacts(w)
	kit.Place(p.rule, 0, ruleTop-rise, w, 1)
	kit.Place(p.foot, edge, footTop-rise, w-2*edge, size.Height-footTop+rise)
	p.say()
}

// placeName places what is there, and what that is.
func (p *parts) placeName(w float32) {
	x := float32(edge)
	if p.reading.Symbol() != "" {
		const room = 22
		kit.Place(p.symbol, x, nameTop, room, lineHeight)
		x += room
	}
	name := p.name.Width()
	kit.Place(p.name, x, nameTop, name, lineHeight)
	x += name + 9
	kit.Place(p.about, x, nameTop, max(w-x-edge, 0), lineHeight)
}

// placeFacts places the numbers: height, slope and rate at the left, the two curvatures at the right.
func (p *parts) placeFacts(w float32) {
	values := min(max(w*0.26, 92), 109)
	parting := values + min(max(w*0.2, 54), 90)
	disc, gap := float32(10), float32(8)
	if !p.brief {
		disc, gap = 17, 12
	}
	side, points := float32(0), values+slopeRoom
	if p.reading.Place == nil {
		side, points = arrow, min(points, parting-arrow-3)
	}
	kit.Place(p.downhill, points, factsTop+factPitch*slopeRow-1, side, side)
	for i := range p.terms {
		top := float32(factsTop + factPitch*i)
		need := p.terms[i].MinSize()
		kit.Place(p.terms[i], edge, top, min(need.Width, values-edge), lineHeight)
		room := parting - values - 4
		if i == slopeRow && side > 0 {
			room = points - values - 4
		}
		kit.Place(p.values[i], values, top, room, lineHeight)
	}
	kit.Place(p.upright, parting, bendTop, 1, 2*p.bendPitch-6)
	for i := range p.discs {
		top := bendTop + p.bendPitch*float32(i)
		side := p.discs[i].MinSize()
		kit.Place(p.discs[i], parting+disc, top+2, side.Width, side.Height)
		x := parting + disc + side.Width + gap
		room := w - x - edge
		term := p.curvature[i].MinSize().Width
		kit.Place(p.bends[i], x, top-1, min(number-5, room), lineHeight)
		if number+term > room {
			term = 0
		}
		kit.Place(p.curvature[i], x+number, top-1, term, lineHeight)
		kit.Place(p.says[i], x, top-1+lineHeight, room, lineHeight)
	}
}

// say writes what the surface does along the two lines, in as many words as there is room for.
func (p *parts) say() {
	about := p.reading.About()
	if p.brief {
		about = p.reading.AboutBriefly()
	}
	p.about.Set(about, nil)
	for i, bend := range p.reading.Bends() {
		long, brief := bend.Says()
		if p.brief {
			long = brief
		}
		p.says[i].Set(long, nil)
	}
}
