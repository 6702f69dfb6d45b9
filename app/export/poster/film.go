package poster

import (
	"context"
	"image"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/relief"
)

// RaceFilm is a race that is played: its poster at every step.
func RaceFilm(r lab.Run) picture.Film {
	return picture.Film{
		Picture: Race(r), Last: r.Doc.Steps,
		Project: func(ctx context.Context, on picture.Screen, st plot.Style) (picture.Projector, error) {
			p := newRace(r, on, st)
			charts, err := p.charts(ctx)
			if err != nil {
				return nil, err
			}
			show := &show{race: p, on: on, chart: charts, painters: make([]raster.ChartPainter, len(charts))}
			show.prepare()
			return func(moment float64) error {
				p.state.Head = moment
				show.draw(moment)
				return ctx.Err()
			}, nil
		},
	}
}

// A show is a race's poster that is drawn again and again. What does not change is made once.
type show struct {
	*race
	on       picture.Screen
	scene    plot.Scene // of the map
	block    relief.Scene
	flat     raster.Painter
	relieved relief.Painter
	chart    []*plot.Chart
	painters []raster.ChartPainter
}

// prepare samples the ground.
func (s *show) prepare() {
	if on := s.on.Part(s.box(s.layout.picture)); s.Doc.Look.Relief {
		s.block = s.race.relief(on)
	} else {
		s.scene = s.race.scene(on)
	}
}

// pixels are those of a part of the poster.
func (s *show) pixels(b plot.Box) *image.RGBA {
	b = s.box(b).Snapped()
	box := image.Rect(int(b.X0), int(b.Y0), int(b.X1), int(b.Y1)).Intersect(s.on.Pixels.Rect)
	return s.on.Pixels.SubImage(box).(*image.RGBA)
}

// draw draws a moment. At the last one the charts have no cursor: it is the poster.
func (s *show) draw(moment float64) {
	s.begin(s.on)
	on := s.pixels(s.layout.picture)
	if s.Doc.Look.Relief {
		s.block.Map.Traces = figure.WithHead(s.block.Map.Traces, moment)
		s.relieved.Draw(on, s.block, s.style)
	} else {
		s.scene.Traces = figure.WithHead(s.scene.Traces, moment)
		s.flat.Draw(on, s.scene, s.style)
	}
	s.heading(s.on)
	s.table(s.on)
	cursor := moment
	if moment >= float64(s.Doc.Steps) {
		cursor = -1
	}
	for i, chart := range s.chart {
		if s.on.Clear {
			chart.Draw(s.on.Part(s.box(s.layout.charts[i])))
			continue
		}
		s.painters[i].Draw(s.pixels(s.layout.charts[i]), *chart, cursor, -1)
	}
}
