package descent

import (
	"context"
	"fmt"
	"strconv"

	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/export/provenance"
	level "descentlab/app/game/picture"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

var _ desk.Exporter = (*Room)(nil)

// The size that suits the picture of a level, in units: of a curve, and of a map, which is as wide as high.
const (
	levelWide = 900
	levelHigh = 560
	mapSide   = 640
)

// Exports are the level as it is seen now.
func (r *Room) Exports() ([]export.Offer, string) {
	c := r.shown()
	flat := c.Level.Ground.Flat
	title := words.T("Level: %s", c.Level.Title.String())
	p := picture.Picture{Title: title, Notes: r.from(), W: mapSide, H: mapSide}
	if flat {
		p.W, p.H = levelWide, levelHigh
	}
	curve, landscape := level.Curve{}, level.Map{}
	if flat {
		curve = r.scene.curve()
		curve.Below = 0
	} else {
		landscape = r.scene.landscape()
	}
	result, over := c.Result()
	over = over && !c.Watched
	p.Draw = func(ctx context.Context, on plot.Canvas, st plot.Style) error {
		w, h := on.Size()
		var fog *level.Fog
		if c.Level.Fog {
			fog = level.NewFog(int(w), int(h), st.Scale)
		}
		if flat {
			curve.DrawGround(on, st)
			curve.DrawOver(on, st, fog)
		} else {
			m := landscape
			if m.Field = level.NewField(ctx, c.Level, int(w), int(h)); m.Field == nil {
				return ctx.Err()
			}
			m.DrawGround(on, st)
			m.DrawOver(on, st, fog)
		}
		if over {
			level.Card{Title: result.Title, Text: result.Text, Stars: result.Stars, Tally: result.Tally}.Draw(on, st)
		}
		return ctx.Err()
	}
	return []export.Offer{export.Views.Made("level", title, c.Level.Key, p)}, "level"
}

// from is what the picture follows from. The formula of a ground that is in fog is not told.
func (r *Room) from() provenance.List {
	c, p := r.shown(), provenance.Made()
	p.Add("surface", fmt.Sprintf("level %s of the game", c.Level.Key))
	if c.Lifted || !c.Level.Fog {
		p.Add("formula", c.Level.Ground.Formula)
	}
	p.Add("start", provenance.English.Point(c.Level.Ground.Start))
	p.Add("steps", strconv.Itoa(c.State.Used))
	p.Number("rate", c.Level.Rate)
	p.Racers()
	return p
}
