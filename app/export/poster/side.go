package poster

import (
	"context"
	"math"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// cellSide is that of a map that has others beside it, in units.
const cellSide = 420

// Side is every racer on a map of its own, side by side.
func Side(r lab.Run) picture.Picture {
	columns, rows := grid(len(r.Doc.Racers), 1)
	return picture.Picture{
		Title: words.T("%s, side by side", title(r)),
		W:     float64(columns)*(cellSide+margin) + margin, H: float64(rows)*(cellSide+headHigh) + margin,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			p := newRace(r, on, st)
			p.begin(on)
			columns, rows := grid(len(r.Doc.Racers), p.w/p.h)
			w, h := (p.w-margin)/float64(columns), (p.h-margin)/float64(rows)
			var shared plot.Scene
			for i, trace := range figure.WithHead(figure.Traces(p.state, st.Palette), p.state.Head) {
				x, y := margin+float64(i%columns)*w, float64(i/columns)*h
				part := on.Part(p.box(plot.Box{X0: x, Y0: y + headHigh, X1: x + w - margin, Y1: y + h}))
				if i == 0 {
					shared = p.scene(part) // all have one size
					shared.Key = plot.NoKey
				}
				scene := shared
				scene.Traces = []plot.Trace{trace}
				scene.Draw(part, st)
				p.cellHead(on, trace, x, y+headHigh-10, w-margin)
			}
			return nil
		},
	}
}

// grid is how many columns and rows so many maps have in a shape, its width as a part of its height.
func grid(n int, shape float64) (columns, rows int) {
	n = max(n, 1)
	columns = min(max(int(math.Round(math.Sqrt(float64(n)*shape))), 1), n)
	return columns, (n + columns - 1) / columns
}

// cellHead names the racer of a map, with its loss and where it is.
func (p *race) cellHead(on plot.Canvas, trace plot.Trace, x, y, room float64) {
	pal := p.style.Palette
	trace.Glyph.Draw(on, p.px(x+6), p.px(y-4), p.px(5), trace.Color, pal.Ground)
	i := p.racerNamed(trace.Name)
	s := p.Standings(p.state.Step())[i]
	said := words.Short(s.Loss) + " · " + s.Where.String()
	said = p.shortened(said, 12, room*0.6)
	p.text(on, x+room, y, 12, said, pal.Muted, plot.AlignRight)
	room -= p.style.Font.Width(said, p.px(12))/p.style.Scale + 26
	p.text(on, x+18, y, 12, p.shortened(trace.Name, 12, room), pal.Text, plot.AlignLeft)
}

func (p *race) racerNamed(name string) int {
	for i, n := range p.Doc.Names() {
		if n == name {
			return i
		}
	}
	return 0
}

// chartWide is how wide charts alone are, and chartTall how high each is, in units.
const (
	chartWide = 720
	chartTall = 260
)

// Charts are the charts of a race alone, those that the experiment wants to be seen with.
func Charts(r lab.Run) picture.Picture {
	n := len(r.Doc.Look.Charts.Shown())
	return picture.Picture{
		Title: words.T("%s, charts", title(r)), W: chartWide, H: float64(n)*(chartTall+margin) + margin,
		Draw: func(ctx context.Context, on plot.Canvas, st plot.Style) error {
			p := newRace(r, on, st)
			p.begin(on)
			p.layout = layout{}
			p.layout.stack(margin, p.w-margin, margin, p.h-margin, n)
			charts, err := p.charts(ctx)
			for i, chart := range charts {
				chart.Draw(on.Part(p.box(p.layout.charts[i])))
			}
			return err
		},
	}
}
