// Package poster composes the pictures of results: what stands where. How such a picture becomes a file is package picture's.
package poster

import (
	"context"
	"image/color"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
)

// The poster of a race has the map at the left, and names, charts and standings at the right. Lengths are in units.
const (
	mapSide = 720
	column  = 440
	margin  = 16
)

// Race is the picture of a race at its end, for those who have no window: with the same scenes as there.
func Race(r lab.Run) picture.Picture {
	p := picture.Picture{Title: title(r), W: mapSide + column + 3*margin, H: mapSide + 2*margin}
	p.Draw = func(ctx context.Context, on plot.Canvas, st plot.Style) error {
		return newRace(r, on, st).draw(ctx, on)
	}
	return p
}

// title names what was raced on.
func title(r lab.Run) string {
	if s, err := r.Doc.Landscape(); err == nil && s.Title != "" {
		return s.Title
	}
	return "f(x, y)"
}

// A race is the poster of one, on a canvas of a size.
type race struct {
	lab.Run
	sheet
	layout layout
	state  lab.State
}

func newRace(r lab.Run, on plot.Canvas, st plot.Style) *race {
	p := &race{Run: r, sheet: newSheet(on, st), state: r.State()}
	p.state.Head = float64(r.Doc.Steps)
	p.layout = newLayout(p.w, p.h, len(r.Doc.Racers), len(p.kinds()))
	return p
}

// kinds are the charts that the experiment wants to be seen with.
func (p *race) kinds() []string { return p.Doc.Look.Charts.Shown() }

// draw draws it all. The error is the context's.
func (p *race) draw(ctx context.Context, on plot.Canvas) error {
	p.begin(on)
	p.drawMap(on.Part(p.box(p.layout.picture)))
	p.heading(on)
	p.table(on)
	charts, err := p.charts(ctx)
	for i, chart := range charts {
		chart.Draw(on.Part(p.box(p.layout.charts[i])))
	}
	return err
}

// heading names the surface and the step.
func (p *race) heading(on plot.Canvas) {
	at := p.layout.title
	if at == (plot.Box{}) {
		return
	}
	room, pal := at.X1-at.X0, p.style.Palette
	note := words.T("step %d", p.state.Step())
	if ground := figure.GroundNote(p.Field.Probe); ground != "" && room > noteRoom {
		note = ground + " · " + note
	}
	p.text(on, at.X1, at.Y1, 12, note, pal.Muted, plot.AlignRight)
	room -= p.style.Font.Width(note, p.px(12))/p.style.Scale + margin
	p.text(on, at.X0, at.Y1, 15, p.shortened(title(p.Run), 15, room), pal.Text, plot.AlignLeft)
}

// noteRoom is how wide a title must be to have a note on the ground beside it.
const noteRoom = 360

// table lists how every racer stands, in as many rows as there is room for.
func (p *race) table(on plot.Canvas) {
	cells, names := p.layout.rows, p.Doc.Names()
	pal := p.style.Palette
	for i, s := range p.Standings(p.state.Step()) {
		if i >= len(cells) {
			return
		}
		x, y, room := cells[i].X0, cells[i].Y1, cells[i].X1-cells[i].X0
		if i == len(cells)-1 && len(names) > len(cells) {
			p.text(on, x+18, y, 12, words.T("and %d more", len(names)-i), pal.Muted, plot.AlignLeft)
			return
		}
		racer := p.Doc.Racers[i]
		plot.RacerGlyph(racer.Slot).Draw(on, p.px(x+6), p.px(y-4), p.px(5), pal.Racer(racer.Slot), pal.Ground)
		loss := words.Short(s.Loss)
		left := room*0.5 - p.style.Font.Width(loss, p.px(12))/p.style.Scale
		p.text(on, x+18, y, 12, p.shortened(names[i], 12, left-26), pal.Text, plot.AlignLeft)
		p.text(on, x+room*0.5, y, 12, loss, pal.Text, plot.AlignRight)
		p.text(on, x+room, y, 12, p.shortened(s.Where.String(), 12, room*0.5-8), pal.Muted, plot.AlignRight)
	}
}

// charts are those of the race, their axes below one another.
func (p *race) charts(ctx context.Context) ([]*plot.Chart, error) {
	if len(p.layout.charts) == 0 {
		return nil, nil
	}
	kinds := p.kinds()
	charts := make([]*plot.Chart, len(kinds))
	for i, kind := range kinds {
		curves, err := progress.Of(ctx, p.state, kind)
		if err != nil {
			return nil, err
		}
		chart := curves.Chart(p.state, p.style, nil)
		charts[i] = &chart
	}
	progress.Align(p.style.Font, charts...)
	return charts, nil
}

// drawMap draws the map, or the relief.
func (p *race) drawMap(on plot.Canvas) {
	if p.Doc.Look.Relief {
		p.relief(on).Draw(on, p.style)
		return
	}
	p.scene(on).Draw(on, p.style)
}

// scene is what the map shows.
func (p *race) scene(on plot.Canvas) plot.Scene {
	w, h := on.Size()
	view := figure.Visible(p.Doc.View, w, h)
	scene := p.shown(figure.Ground{View: view, W: int(w), H: int(h)})
	scene.Key = scene.PlaceKey(plot.NoKey, w, h, p.style)
	return scene
}

// relief is the same as a relief, seen as the window sees it.
func (p *race) relief(on plot.Canvas) relief.Scene {
	w, h := on.Size()
	ground := figure.Ground{View: figure.ReliefView(p.Doc.View)}
	scene := p.shown(figure.ReliefGround(ground, int(w), int(h), p.Camera))
	scene.Key = plot.KeyLowerRight
	block := figure.ReliefOf(scene, p.Camera)
	block.Bare, block.Clear = true, picture.Clear(on)
	return block
}

// shown is what map and relief show alike, over a ground of which the view and the pixels are given.
func (p *race) shown(ground figure.Ground) plot.Scene {
	ground.Probe, ground.Spacing = p.Field.Probe, figure.Spacings[p.Doc.Look.Levels]
	start := p.Doc.Outset()
	return plot.Scene{
		View: ground.View, Field: ground.Field(figure.Isolines), Marks: figure.Marks(p.Field), Ticks: true, Start: &start,
		Still: true, Within: p.Doc.Bounds,
		Traces: figure.WithHead(figure.Traces(p.state, p.style.Palette), p.state.Head),
	}
}

// A sheet is what a poster is written on: places are in units, from the upper left corner.
type sheet struct {
	style plot.Style
	w, h  float64
}

func newSheet(on plot.Canvas, st plot.Style) sheet {
	w, h := on.Size()
	return sheet{st, w / st.Scale, h / st.Scale}
}

// begin covers all with the ground.
func (s *sheet) begin(on plot.Canvas) {
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, s.style.Palette.Ground)
}

func (s *sheet) px(units float64) float64 { return units * s.style.Scale }

// box is a box of the sheet in device units.
func (s *sheet) box(b plot.Box) plot.Box {
	return plot.Box{X0: s.px(b.X0), Y0: s.px(b.Y0), X1: s.px(b.X1), Y1: s.px(b.Y1)}
}

func (s *sheet) text(on plot.Canvas, x, y, size float64, text string, c color.RGBA, a plot.Align) {
	on.Text(plot.Text{Text: text, Font: s.style.Font, Size: s.px(size), Ink: c, Align: a}, plot.Vec{X: s.px(x), Y: s.px(y)})
}

// shortened is a text that is no wider than the room for it.
func (s *sheet) shortened(text string, size, room float64) string {
	return s.style.Font.Shortened(text, s.px(size), s.px(room))
}
