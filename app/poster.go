package main

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"descentlab/app/lab"
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
)

// racePNG draws a race with the same scenes as the window.
func racePNG(r result) ([]byte, error) {
	font, err := plotFont()
	if err != nil {
		return nil, err
	}
	st := plot.Style{Palette: plot.LightPalette(), Font: font, Scale: posterScale, TextSize: smallText}
	p := poster{r, st, image.NewRGBA(image.Rect(0, 0, px(posterMap+posterSide+3*posterMargin), px(posterMap+2*posterMargin)))}
	p.draw()
	var b bytes.Buffer
	err = png.Encode(&b, p.dst)
	return b.Bytes(), err
}

func px(units float64) int { return int(units*posterScale + 0.5) }

type poster struct {
	result
	style plot.Style
	dst   *image.RGBA
}

func (p *poster) draw() {
	draw.Draw(p.dst, p.dst.Rect, image.NewUniform(p.style.Palette.Ground), image.Point{}, draw.Src)
	p.paste(p.mapPicture(), posterMargin, posterMargin)
	x, y := float64(posterMap+2*posterMargin), float64(posterMargin)
	title := "f(x, y)"
	if s, err := p.doc.Landscape(); err == nil && s.Title != "" {
		title = s.Title
	}
	p.text(x, y+14, 15, title, p.style.Palette.Text, plot.AlignLeft)
	if note := groundNote(p.field.Probe); note != "" {
		p.text(x+posterSide, y+14, 12, note, p.style.Palette.Muted, plot.AlignRight)
	}
	y = p.table(x, y+34)
	s := lab.State{Doc: p.doc, Tape: p.tape, TapeDoc: p.doc, Field: p.field}
	loss, norm := charts(s, p.style)
	height := (posterMap + posterMargin - y - posterMargin) / 2
	p.paste(raster.Chart(loss, px(posterSide), px(height)), x, y)
	p.paste(raster.Chart(norm, px(posterSide), px(height)), x, y+height+posterMargin)
}

func (p *poster) mapPicture() *image.RGBA {
	size := px(posterMap)
	view := plot.Rect(visible(p.doc.View, float64(size), float64(size)))
	field := groundJob{p.field.Probe, view, size, size, spacings[p.doc.Look.Levels]}.field(isolines)
	s := lab.State{Doc: p.doc, Tape: p.tape, TapeDoc: p.doc, Field: p.field}
	start := plot.Point(p.doc.Start)
	scene := plot.Scene{
		View: view, Field: field, Marks: marks(p.field), Ticks: true, Start: &start,
		Traces: withHead(traces(s, p.style.Palette), float64(p.doc.Steps)),
	}
	return raster.Scene(scene, p.style, size, size)
}

// table lists how every racer ended and returns where the next thing may stand.
func (p *poster) table(x, y float64) float64 {
	arrivals := lab.Arrivals(p.tape, p.field.Places, p.field.Region)
	names := p.doc.Names()
	for i, s := range lab.Standings(p.tape, p.field.Places, p.field.Region, arrivals, p.doc.Steps) {
		c := p.style.Palette.Racer(p.doc.Racers[i].Slot)
		glyph := plot.RacerGlyph(p.doc.Racers[i].Slot)
		glyph.Draw(raster.New(p.dst), (x+6)*posterScale, (y-4)*posterScale, 5*posterScale, c, p.style.Palette.Ground)
		p.text(x+18, y, 12, names[i], p.style.Palette.Text, plot.AlignLeft)
		p.text(x+posterSide*0.5, y, 12, short(s.Loss), p.style.Palette.Text, plot.AlignRight)
		p.text(x+posterSide, y, 12, s.Where, p.style.Palette.Muted, plot.AlignRight)
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
