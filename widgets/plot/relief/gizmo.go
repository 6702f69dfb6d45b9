package relief

import (
	"image/color"
	"math"
	"strconv"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// Sizes of the gizmo, in units. It stands at the upper right.
const (
	gizmoRadius = 40
	gizmoInset  = 22
	gizmoAxis   = 25
	gizmoTip    = 7.5
	gizmoText   = 11.5
)

// A Part of the gizmo is what the pointer can be on.
type Part int

// The parts.
const (
	NoPart   Part = iota
	DiscPart      // turns the block when it is dragged
	XPart         // the tip of an axis: a click looks along it
	YPart
	HeightPart
)

// Along is the camera that looks along the axis of a part; other parts leave it as it is.
func (c Camera) Along(part Part) Camera {
	switch part {
	case XPart:
		c.Yaw, c.Tilt = 90, LeastTilt
	case YPart:
		c.Yaw, c.Tilt = 0, LeastTilt
	case HeightPart:
		c.Yaw, c.Tilt = 0, MostTilt
	}
	return c
}

// gizmoMiddle is where the gizmo is in a picture so wide; shown is false if there is no room for it.
func gizmoMiddle(w, h int, scale float64) (at plot.Vec, shown bool) {
	far := (gizmoInset + gizmoRadius) * scale
	return plot.Vec{X: float64(w) - far, Y: far}, float64(min(w, h)) >= 320*scale
}

// gizmoTips are where the tips of the axes are, off its middle, in units, and how near they are.
func gizmoTips(c Camera) (tips [3]plot.Vec, near [3]float64) {
	l := newLens(Camera{Yaw: c.Yaw, Tilt: c.Tilt, Zoom: 1, Height: 1}, 100, 100)
	for i, axis := range [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}} {
		u, w := axis[0]*l.cosY-axis[1]*l.sinY, axis[0]*l.sinY+axis[1]*l.cosY
		tips[i] = plot.Vec{X: u, Y: -(w*l.sinT + axis[2]*l.cosT)}.Mul(gizmoAxis)
		near[i] = axis[2]*l.sinT - w*l.cosT
	}
	return tips, near
}

// PartAt is the part of the gizmo at a place of a picture of w by h device units, so many of them a unit.
func (s Scene) PartAt(at plot.Vec, w, h int, scale float64) Part {
	middle, shown := gizmoMiddle(w, h, scale)
	d := at.Sub(middle).Mul(1 / scale)
	if s.Bare || !shown || d.Len() > gizmoRadius {
		return NoPart
	}
	tips, near := gizmoTips(s.Camera)
	part, nearest := DiscPart, math.Inf(-1)
	for i, tip := range tips {
		if tip.Sub(d).Len() <= gizmoTip+1.5 && near[i] > nearest {
			part, nearest = XPart+Part(i), near[i]
		}
	}
	return part
}

// gizmo draws a disc with the three axes, and says below from where the block is seen.
func (p *Painter) gizmo() {
	middle, shown := gizmoMiddle(p.w, p.h, p.style.Scale)
	if !shown || p.style.Font == nil {
		return
	}
	pal := p.style.Palette
	p.on.Circle(middle, p.px(gizmoRadius), 0, plot.Faded(pal.Panel, 0.92))
	p.on.Circle(middle, p.px(gizmoRadius), max(p.px(1), 1), pal.Border)
	tips, near := gizmoTips(p.scene.Camera)
	p.horizon(middle)
	order := [3]int{0, 1, 2}
	for range 2 { // those farther off first
		for i := range 2 {
			if near[order[i]] > near[order[i+1]] {
				order[i], order[i+1] = order[i+1], order[i]
			}
		}
	}
	inks := [3]color.RGBA{pal.Racer(1), pal.Racer(2), pal.Racer(3)}
	names := [3]string{"x", "y", "f"}
	size := p.px(10)
	for _, i := range order {
		tip := middle.Add(tips[i].Mul(p.style.Scale))
		p.pieces = append(p.pieces[:0], plot.Piece{A: middle, B: tip, Radius: p.px(1.2), Strength: 1})
		p.on.Stroke(p.pieces, plot.Pen{Color: inks[i]})
		p.on.Circle(tip, p.px(gizmoTip), 0, inks[i])
		ink, _ := pal.InksOn(inks[i])
		p.write(plot.Text{Text: names[i], Size: size, Ink: ink, Align: plot.AlignCenter, Bold: true}, tip)
	}
	yaw, tilt := degrees(p.scene.Camera.Yaw), degrees(p.scene.Camera.Tilt)
	text := plot.Text{Size: p.px(gizmoText), Ink: pal.Muted}
	below, gap := middle.Add(plot.Vec{Y: p.px(gizmoRadius + 14)}), plot.Vec{X: p.px(5)}
	for _, t := range [3]struct {
		text  string
		align plot.Align
		at    plot.Vec
	}{{yaw, plot.AlignRight, below.Sub(gap)}, {"·", plot.AlignCenter, below}, {tilt, plot.AlignLeft, below.Add(gap)}} {
		text.Text, text.Align = t.text, t.align
		p.write(text, t.at)
	}
}

// wholeDegrees are written once: the gizmo tells them in every frame of a turn.
var wholeDegrees = func() (list [361]string) {
	for i := range list {
		list[i] = geom.Minus(strconv.Itoa(i-180)) + "°"
	}
	return list
}()

func degrees(v float64) string { return wholeDegrees[min(max(int(math.Round(v))+180, 0), 360)] }

// horizon is a dotted circle on the ground round the axes.
func (p *Painter) horizon(middle plot.Vec) {
	sinT := p.ground.lens.sinT
	p.pieces = p.pieces[:0]
	for i := range 40 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / 40)
		at := middle.Add(plot.Vec{X: cos, Y: sin * sinT}.Mul(p.px(gizmoAxis + 6)))
		p.pieces = append(p.pieces, plot.Piece{A: at, B: at, Radius: max(p.px(0.7), 0.5), Strength: 1})
	}
	p.on.Stroke(p.pieces, plot.Pen{Color: p.style.Palette.Border})
}
