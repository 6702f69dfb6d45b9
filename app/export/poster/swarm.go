package poster

import (
	"context"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// swarmChart is how high the chart of a swarm is, in units.
const swarmChart = 220

// Swarm is where the runs of a racer are at their end, and below that the chart that the experiment shows of them.
func Swarm(run lab.Run, swarm *lab.Swarmed, name string) picture.Picture {
	return picture.Picture{
		Title: words.T("%s of %s", words.Runs(swarm.Runs), name), W: mapSide + 2*margin, H: mapSide + swarmChart + 3*margin + headHigh,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			p := newRace(run, on, st)
			p.begin(on)
			chart, said := figure.SwarmChart(p.state, swarm, swarm.Bands(), st)
			high := min(swarmChart, 0.3*p.h)
			part := on.Part(p.box(plot.Box{X0: margin, Y0: headHigh, X1: p.w - margin, Y1: p.h - high - 2*margin}))
			w, h := part.Size()
			scene := p.shown(figure.Ground{View: figure.Visible(run.Doc.View, w, h), W: int(w), H: int(h)})
			scene.Traces, scene.Clouds = nil, []*plot.Cloud{swarmCloud(swarm, st.Palette)}
			scene.Key = scene.PlaceKey(plot.NoKey, w, h, st)
			scene.Draw(part, st)
			chart.Draw(on.Part(p.box(plot.Box{X0: margin, Y0: p.h - high - margin, X1: p.w - margin, Y1: p.h - margin})))
			room := p.w - 2*margin
			p.text(on, margin, headHigh-10, 15, p.shortened(name, 15, room/2), st.Palette.Text, plot.AlignLeft)
			room -= min(st.Font.Width(name, p.px(15))/st.Scale, room/2) + margin
			p.text(on, p.w-margin, headHigh-10, 12, p.shortened(said, 12, room), st.Palette.Muted, plot.AlignRight)
			return nil
		},
	}
}

// swarmCloud is where the runs are at their end.
func swarmCloud(swarm *lab.Swarmed, palette *plot.Palette) *plot.Cloud {
	cloud := &plot.Cloud{Color: palette.Racer(swarm.Slot), Pts: make([]plot.Point, swarm.Runs)}
	for i := range cloud.Pts {
		x, y, _ := swarm.At(swarm.Moments()-1, i)
		cloud.Pts[i] = plot.Point{X: x, Y: y}
	}
	return cloud
}
