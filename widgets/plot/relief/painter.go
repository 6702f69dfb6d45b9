package relief

import (
	"image"
	"image/color"
	"slices"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// A Painter draws scenes that follow one another. It keeps the ground, what stands on it and where lines lie on it, as long as
// these stay the same, and draws only what moves. It is not safe for concurrent use; its zero value is ready.
type Painter struct {
	ground ground
	still  *image.RGBA // with what stands on the ground
	stood  Scene       // that it is of
	style  plot.Style
	w, h   int
	ways   []way
	curves []line
	ticks  [2]ticking
	scratch
}

// scratch is memory for what is drawn in a moment.
type scratch struct {
	on       plot.Canvas
	scene    Scene
	spots    []spot
	pieces   []plot.Piece
	heads    []head
	aside    []plot.Vec
	seats    []int
	labels   []plot.Box
	corners  []plot.Vec
	marks    []seenMark
	ended    []plot.Box // by balls at the end of the race
	balled   []plot.Box // by balls
	off      []plot.Box // what the numbers of the axes keep off
	where    []plot.Point
	dashing  plot.Dashing
	happened []plot.Vec // where signs of events are
}

// Draw draws a scene over the whole of a picture.
func (p *Painter) Draw(dst *image.RGBA, s Scene, st plot.Style) {
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	fresh := p.prepare(s, st, w, h)
	if fresh || p.still == nil || !sameStanding(p.stood.Map, s.Map) || p.stood.Bare != s.Bare {
		if p.still == nil || p.still.Rect.Size() != dst.Rect.Size() {
			p.still = image.NewRGBA(image.Rect(0, 0, w, h))
		}
		copy(p.still.Pix, p.ground.pic.Pix)
		p.on = raster.New(p.still)
		p.furniture()
		p.stood = Scene{Map: kept(s.Map, p.stood.Map), Bare: s.Bare}
	}
	for y := range h {
		copy(dst.Pix[y*dst.Stride:y*dst.Stride+4*w], p.still.Pix[y*p.still.Stride:])
	}
	p.on = raster.New(dst)
	p.live()
	p.on = nil
}

// Draw draws a scene over the whole of a canvas.
func (s Scene) Draw(on plot.Canvas, st plot.Style) {
	w, h := on.Size()
	p := &Painter{}
	p.prepare(s, st, int(w), int(h))
	p.on = on
	on.Image(p.ground.pic, plot.Box{X1: float64(int(w)), Y1: float64(int(h))})
	p.furniture()
	p.live()
}

// prepare makes ready to draw a scene, and tells whether its ground is another one.
func (p *Painter) prepare(s Scene, st plot.Style, w, h int) (fresh bool) {
	if p.style != st || p.w != w || p.h != h {
		p.style, p.w, p.h, fresh = st, w, h, true
	}
	s.Camera = s.Camera.Limited()
	p.scene = s
	fresh = p.ground.draw(s, st, w, h) || fresh
	if fresh {
		for i := range p.ways {
			p.ways[i].of, p.ways[i].shadow.of = nil, nil
		}
		for i := range p.curves {
			p.curves[i].of = nil
		}
	}
	return fresh
}

// furniture draws what stands on the ground and rarely changes.
func (p *Painter) furniture() {
	p.axes()
	p.within()
	p.signs()
	if _, shown := p.key(); shown {
		p.scene.Map.DrawKey(p.on, p.style)
	}
	if !p.scene.Bare {
		p.gizmo()
	}
}

// live draws what moves.
func (p *Painter) live() {
	if !p.scene.solid() {
		return
	}
	p.clouds(true)
	p.drawCurves(false)
	p.clouds(false)
	p.sections()
	p.findHeads()
	p.traces()
	p.drawCurves(true)
	p.badges()
	p.events()
	p.handles()
	p.names()
	p.start()
	p.balls()
	p.tags()
	p.arrows()
	p.riders()
}

// sameStanding tells whether what stands on the ground is the same. What pointers lead to is never changed.
func sameStanding(a, b plot.Scene) bool {
	return a.Across == b.Across && a.Up == b.Up && a.Ticks == b.Ticks && a.Still == b.Still && a.View == b.View && a.Key == b.Key &&
		slices.Equal(a.Marks, b.Marks) && (a.Within == b.Within || a.Within != nil && b.Within != nil && *a.Within == *b.Within)
}

// kept is what of a scene sameStanding compares, in the memory of a former one.
func kept(s, before plot.Scene) plot.Scene {
	k := plot.Scene{Across: s.Across, Up: s.Up, Ticks: s.Ticks, Still: s.Still, View: s.View, Key: s.Key}
	k.Marks = append(before.Marks[:0], s.Marks...)
	if s.Within != nil {
		if k.Within = before.Within; k.Within == nil {
			k.Within = new(plot.Rect)
		}
		*k.Within = *s.Within
	}
	return k
}

// px is a length in device units.
func (p *Painter) px(units float64) float64 { return units * p.style.Scale }

// fit is px of what is smaller on a small picture: signs and balls.
func (p *Painter) fit(units float64) float64 {
	return p.px(units) * min(max(float64(min(p.w, p.h))/p.px(roomy), leastFit), 1)
}

// A picture less than roomy units along a side has smaller signs, down to a part of their size.
const (
	roomy    = 380
	leastFit = 0.55
)

// halo sets colours off from the ground.
func (p *Painter) halo() color.RGBA { return p.style.Palette.Halo() }
