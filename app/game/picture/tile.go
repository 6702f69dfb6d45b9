package picture

import (
	"context"
	"sync"

	"descentlab/app/game"
	"descentlab/widgets/plot"
)

// The size of the picture in a level's tile, in units.
const (
	TileWidth  = 62
	TileHeight = 46
)

// veiled is how much of a locked tile is covered.
const veiled = 0.62

// Tile draws the picture of a level in its tile, over the whole of a canvas. That of a locked level is veiled.
func Tile(on plot.Canvas, st plot.Style, l *game.Level, locked bool) {
	w, h := on.Size()
	var fog *Fog
	if l.Fog {
		fog = NewFog(int(w), int(h), st.Scale/6) // the clouds of the large picture, seen from afar
	}
	s := sketch(l)
	if l.Ground.Flat {
		c := Curve{Level: l, State: s, Opening: 1, Lit: -1, Plain: true, Lifted: l.Number != 1}
		c.DrawGround(on, st)
		c.tile(on, st, fog)
	} else {
		m := Map{Level: l, State: s, Field: NewField(context.Background(), l, int(w), int(h)), Opening: 1, Lit: -1, Plain: true}
		m.DrawGround(on, st)
		m.DrawOver(on, st, fog)
	}
	if locked {
		on.Box(plot.Vec{}, w, h, 0, faded(st.Palette.Panel, veiled))
	}
}

// tile draws what moves over a small curve: the fog with one hole that is wide for it.
func (c Curve) tile(on plot.Canvas, st plot.Style, fog *Fog) {
	if !c.Lifted && fog != nil {
		f := c.frame(on, st)
		here, _ := c.State.Here()
		hole := Hole{f.at(here.At.X, here.Height), 18 * st.Scale, 0.6}
		on.Image(fog.Veil(st.Palette, []Hole{hole}), plot.Box{X1: float64(fog.w), Y1: float64(fog.h)})
	}
	c.DrawOver(on, st, nil)
}

// sketches are the states that tiles show; they do not depend on what was played.
var sketches sync.Map

// sketch is a state of a level that shows what it is about.
func sketch(l *game.Level) game.State {
	if s, ok := sketches.Load(l.Key); ok {
		return s.(game.State)
	}
	var actions []game.Action
	switch w := l.Way.(type) {
	case game.Walk:
		if w.Deed == game.Step {
			actions = []game.Action{{Do: game.Step, By: 8}, {Do: game.Step, By: 8}, {Do: game.Step, By: 8}}
		}
	case game.Brink:
		actions = []game.Action{w.Action(w.Methods[0], map[string]float64{"lr": 6.2})}
	case game.Contest:
		actions = []game.Action{w.Action("momentum", map[string]float64{"lr": 0.002, "momentum": 0.9})}
	case game.Launch:
		values := map[string]float64{}
		if w.Price > 0 {
			values = map[string]float64{game.Angle: 270, game.Length: 0.01}
		} else if !l.Ground.Flat {
			values = map[string]float64{"lr": 0.045, "momentum": 0.5}
		}
		actions = []game.Action{w.Action(w.Methods[0], values)}
	case game.Probing:
		v := l.Ground.View
		for _, at := range [][2]float64{{0.2, 0.35}, {0.5, 0.68}, {0.75, 0.3}} {
			actions = append(actions, game.Action{
				Do: game.Probe, X: v.X0 + at[0]*(v.X1-v.X0), Y: v.Y0 + at[1]*(v.Y1-v.Y0),
			})
		}
	}
	s, err := l.Play(actions)
	if err != nil {
		s = l.Begin()
	}
	kept, _ := sketches.LoadOrStore(l.Key, s)
	return kept.(game.State)
}
