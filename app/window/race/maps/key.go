package maps

import "descentlab/widgets/plot"

// keyRoom is the least side of a map, in units, that shows the key of heights unasked.
const keyRoom = 440

// keyed tells whether the maps show the key of heights: one map or relief that has the room for it, unless the user says
// otherwise.
func (p *Pane) keyed() bool {
	scale := p.desk.Style().Scale
	roomy := float64(p.w) >= keyRoom*scale && float64(p.h) >= keyRoom*scale
	return len(p.cells) == 1 && roomy != p.state.View.KeyTurned
}

// A keySeat is where the key stands, and what it was placed for.
type keySeat struct {
	side  plot.KeySide
	scene plot.Scene
	w, h  int
	foot  footRoom
}

// A footRoom is how wide the key stands at the foot of the maps, from their left and from their right edge, in units.
type footRoom struct{ left, right float32 }

// tellKey says how much of the maps' foot is left beside the key of a scene, when that is another part than before.
func (p *Pane) tellKey(scene plot.Scene) {
	room, scale := footRoom{}, p.desk.Style().Scale
	box, _ := scene.KeyPanel(float64(p.w), float64(p.h), p.desk.Style())
	switch scene.Key {
	case plot.KeyLowerRight:
		room.right = float32((float64(p.w) - box.X0) / scale)
	case plot.KeyLowerLeft:
		room.left = float32(box.X1 / scale)
	}
	if room == p.key.foot {
		return
	}
	p.key.foot = room
	if p.OnKey != nil {
		p.OnKey(room.left, room.right)
	}
}

// placeKey is where the key stands in a scene. It looks for a place only when the ways, the marks or the start are others.
func (p *Pane) placeKey(scene plot.Scene) plot.KeySide {
	switch {
	case !p.keyed():
		return plot.NoKey
	case p.reliefed():
		return plot.KeyLowerRight // the block, which turns, has its corners everywhere
	}
	scene.Traces = p.traces
	k := &p.key
	if k.side == plot.NoKey || k.w != p.w || k.h != p.h || !plot.LabelLayer.Same(k.scene, scene) {
		side := scene.PlaceKey(k.side, float64(p.w), float64(p.h), p.desk.Style())
		k.side, k.scene, k.w, k.h = side, scene.Kept(), p.w, p.h
	}
	return k.side
}
