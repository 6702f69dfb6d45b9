package export

import (
	"context"
	"image"
	"image/color"
	"image/draw"

	"descentlab/app/figure"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// The poster is the picture of a race for those who have no window: the map at the left; names, charts and standings
// at the right. Lengths are in units; it is drawn at posterScale pixels each.
const (
	posterScale  = 1.5
	posterMap    = 720
	posterSide   = 440
	posterMargin = 16
	posterRow    = 22
	posterChart  = 120 // the least height of a chart
)

// racePNG draws a race with the same scenes as the window.
func racePNG(out *Output, r lab.Run) error {
	st, err := posterStyle()
	if err != nil {
		return err
	}
	p := poster{r, st, image.NewRGBA(image.Rect(0, 0, px(posterMap+posterSide+3*posterMargin), px(posterMap+2*posterMargin)))}
	if err := p.draw(out.ctx); err != nil {
		return err
	}
	return out.png(p.dst)
}

// posterStyle is how pictures for files are drawn.
func posterStyle() (plot.Style, error) {
	font, err := figure.Font()
	return plot.Style{Palette: plot.LightPalette(), Font: font, Scale: posterScale, TextSize: figure.SmallText}, err
}

func px(units float64) int { return int(units*posterScale + 0.5) }

type poster struct {
	lab.Run
	style plot.Style
	dst   *image.RGBA
}

// draw draws it all, with the charts that the experiment wants to be seen with. The error is the context's.
func (p *poster) draw(ctx context.Context) error {
	draw.Draw(p.dst, p.dst.Rect, image.NewUniform(p.style.Palette.Ground), image.Point{}, draw.Src)
	p.paste(p.mapPicture(), posterMargin, posterMargin)
	x, y := float64(posterMap+2*posterMargin), float64(posterMargin)
	title := "f(x, y)"
	if s, err := p.Doc.Landscape(); err == nil && s.Title != "" {
		title = s.Title
	}
	p.text(x, y+14, 15, title, p.style.Palette.Text, plot.AlignLeft)
	if note := figure.GroundNote(p.Field.Probe); note != "" {
		p.text(x+posterSide, y+14, 12, note, p.style.Palette.Muted, plot.AlignRight)
	}
	s := p.State()
	kinds := p.Doc.Look.Charts.Shown()
	foot := float64(posterMap+posterMargin) - float64(len(kinds)*(posterChart+posterMargin))
	y = p.table(x, y+34, max(int((foot-y-34)/posterRow), 1))
	height := (posterMap+posterMargin-y+posterMargin)/float64(len(kinds)) - posterMargin
	charts := make([]*plot.Chart, len(kinds))
	for i, kind := range kinds {
		curves, err := progress.Of(ctx, s, kind)
		if err != nil {
			return err
		}
		chart := curves.Chart(s, p.style, nil)
		charts[i] = &chart
	}
	progress.Align(p.style.Font, charts...)
	for _, chart := range charts {
		p.paste(raster.Chart(*chart, px(posterSide), px(height)), x, y)
		y += height + posterMargin
	}
	return nil
}

func (p *poster) mapPicture() *image.RGBA {
	size := px(posterMap)
	if p.Doc.Look.Relief {
		return p.reliefPicture(size)
	}
	view := figure.Visible(p.Doc.View, float64(size), float64(size))
	ground := figure.Ground{Probe: p.Field.Probe, View: view, W: size, H: size, Spacing: figure.Spacings[p.Doc.Look.Levels]}
	s := p.State()
	start := p.Doc.Outset()
	scene := plot.Scene{
		View: view, Field: ground.Field(figure.Isolines), Marks: figure.Marks(p.Field), Ticks: true, Start: &start,
		Still: true, Within: p.Doc.Bounds,
		Traces: figure.WithHead(figure.Traces(s, p.style.Palette), float64(p.Doc.Steps)),
	}
	scene.Key = scene.PlaceKey(plot.NoKey, float64(size), float64(size), p.style)
	return raster.Scene(scene, p.style, size, size)
}

// table lists how every racer ended, in so many rows at most, and returns where the next thing may stand.
func (p *poster) table(x, y float64, rows int) float64 {
	names := p.Doc.Names()
	for i, s := range p.Standings(p.Doc.Steps) {
		if i == rows-1 && len(names) > rows {
			p.text(x+18, y, 12, words.T("and %d more", len(names)-i), p.style.Palette.Muted, plot.AlignLeft)
			return y + posterRow
		}
		c := p.style.Palette.Racer(p.Doc.Racers[i].Slot)
		glyph := plot.RacerGlyph(p.Doc.Racers[i].Slot)
		glyph.Draw(raster.New(p.dst), (x+6)*posterScale, (y-4)*posterScale, 5*posterScale, c, p.style.Palette.Ground)
		p.text(x+18, y, 12, names[i], p.style.Palette.Text, plot.AlignLeft)
		p.text(x+posterSide*0.5, y, 12, words.Short(s.Loss), p.style.Palette.Text, plot.AlignRight)
		p.text(x+posterSide, y, 12, s.Where.String(), p.style.Palette.Muted, plot.AlignRight)
		y += posterRow
	}
	return y
}

func (p *poster) text(x, y, size float64, text string, c color.RGBA, a plot.Align) {
	line := plot.Text{Text: text, Font: p.style.Font, Size: size * posterScale, Ink: c, Align: a}
	raster.New(p.dst).Text(line, plot.Vec{X: x * posterScale, Y: y * posterScale})
}

func (p *poster) paste(src *image.RGBA, x, y float64) {
	draw.Draw(p.dst, src.Rect.Add(image.Pt(px(x), px(y))), src, image.Point{}, draw.Src)
}
