package prose

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/theme"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"
)

const (
	dotSide  = 2 // of the dots below a number, in units
	dotPitch = 4
	pillUp   = 1.06 // of a pill above the baseline, in sizes, and below it
	pillDown = 0.36
	barWide  = 3 // of the bar of a quotation
)

// draw is the picture of the text: w by h device pixels.
func (p *Paragraph) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	if len(p.lines) == 0 || p.raster.Size().Width < 1 {
		return picture
	}
	d := drawer{p: p, f: fontsOf(p), on: raster.New(picture), scale: float64(w) / float64(p.raster.Size().Width)}
	if d.f.upright == nil {
		return picture
	}
	if p.style.Mark != "" {
		d.mark()
	}
	if p.style.Bar {
		last := p.lines[len(p.lines)-1]
		d.box(0, p.lines[0].top, barWide, last.top+last.height-p.lines[0].top, barWide/2, skin.Ink(p, theme.ColorNameSeparator))
	}
	for i := 0; i < len(p.pieces); {
		from := i
		for i++; i < len(p.pieces) && p.pieces[i].span == p.pieces[from].span && p.pieces[i].line == p.pieces[from].line; i++ {
		}
		d.run(p.pieces[from:i])
	}
	return picture
}

// A drawer draws a paragraph.
type drawer struct {
	p     *Paragraph
	f     fonts
	on    plot.Canvas
	scale float64
}

func inkOf(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }

func (d drawer) box(x, y, w, h, round float32, c color.Color) {
	s := d.scale
	left, top := math.Round(float64(x)*s), math.Round(float64(y)*s)
	d.on.Box(plot.Vec{X: left, Y: top}, math.Round(float64(x+w)*s)-left, math.Round(float64(y+h)*s)-top, float64(round)*s, inkOf(c))
}

func (d drawer) text(s Span, text string, x, y float32, c color.Color) {
	font, part := d.f.of(s, d.p.style)
	d.on.Text(plot.Text{Text: text, Font: font, Size: float64(d.p.style.Size*part) * d.scale, Ink: inkOf(c)},
		plot.Vec{X: float64(x) * d.scale, Y: float64(y) * d.scale})
}

// mark draws what stands before an item.
func (d drawer) mark() {
	l := d.p.lines[0]
	c := skin.Ink(d.p, theme.ColorNamePlaceHolder)
	width := d.f.width(Span{}, d.p.style, d.p.style.Mark)
	d.text(Span{}, d.p.style.Mark, d.p.style.Indent-8-width, l.top+l.baseline, c)
}

// ink is the colour of a span's letters.
func (d drawer) ink(s Span) color.Color {
	switch {
	case s.Stale:
		return skin.Ink(d.p, theme.ColorNamePlaceHolder)
	case s.Tint != nil:
		return s.Tint
	case s.Kind == Number || s.Kind == Link:
		return skin.Ink(d.p, theme.ColorNamePrimary)
	case d.p.style.Muted:
		return skin.Ink(d.p, theme.ColorNamePlaceHolder)
	}
	return skin.Ink(d.p, theme.ColorNameForeground)
}

// run draws what of a span stands on one line.
func (d drawer) run(list []placed) {
	s, l := d.p.spans[list[0].span], d.p.lines[list[0].line]
	left, size := d.p.left(list[0].line), d.p.style.Size
	last := list[len(list)-1]
	x, w := left+list[0].x, last.x+last.width-list[0].x
	baseline := l.top + l.baseline
	c := d.ink(s)
	switch s.Kind {
	case Result:
		d.box(x+pillGap, baseline-pillUp*size, w-2*pillGap, (pillUp+pillDown)*size, 4, skin.Ink(d.p, theme.ColorNameButton))
	case Code:
		d.box(x-2, baseline-pillUp*size, w+4, (pillUp+pillDown)*size, 3, skin.Ink(d.p, theme.ColorNameButton))
	case Number:
		d.dots(x, baseline+0.2*size, w, c)
	case Link:
		d.box(x, baseline+0.14*size, w, 1, 0, skin.Faded(c, 0.55))
	}
	for _, a := range list {
		at := left + a.x
		switch {
		case a.equation != nil:
			e, fonts := a.equation, d.f.math()
			whole, _, _ := e.Measure(fonts, float64(size))
			part := float64(a.width) / max(whole, 1)
			e.Draw(d.on, fonts, float64(at)*d.scale, float64(baseline)*d.scale, float64(size)*part*d.scale, inkOf(c))
		case s.Kind == Result && len(list) == 1:
			at += (a.width - d.f.width(s, d.p.style, a.text)) / 2
			d.text(s, a.text, at, baseline, c)
		default:
			d.text(s, a.text, at, baseline, c)
		}
	}
}

// dots are a dotted line: what stands on it can be dragged.
func (d drawer) dots(x, y, w float32, c color.Color) {
	for at := float32(0); at+dotSide <= w; at += dotPitch {
		d.box(x+at, y, dotSide, dotSide, 0, skin.Faded(c, 0.8))
	}
}
