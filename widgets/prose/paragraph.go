package prose

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Paragraph)(nil)

// A Paragraph is a text that is as high as it needs in its width.
type Paragraph struct {
	widget.BaseWidget

	// OnScrub tells that a number was moved by so many small steps since the gesture began, negative ones to the left, which
	// are fractions if it is moved finely; done says that the gesture has ended, with no step more.
	OnScrub func(span int, steps float64, done bool)
	// OnReset tells of a double click on a number.
	OnReset func(span int)
	// OnPress tells that a link was pressed.
	OnPress func(span int)
	// OnFocus tells where in the paragraph something has got the focus.
	OnFocus func(top, height float32)
	// OnHeight tells that it is higher or lower now, for another text.
	OnHeight func()

	style  Style
	spans  []Span
	pieces []placed
	lines  []line
	width  float32 // that it was broken for
	height float32
	held   bool            // a number is being dragged
	widest map[int]float32 // that boxes have been, by span
	grips  map[int]*grip   // of spans that can be pressed or dragged
	notes  []*note         // of those of the results that have a hint
	order  []fyne.CanvasObject
	raster *canvas.Raster
	parts  *parts
}

// New is a paragraph in a style.
func New(style Style, spans ...Span) *Paragraph {
	p := &Paragraph{style: style, spans: spans, widest: map[int]float32{}, grips: map[int]*grip{}}
	p.raster = canvas.NewRaster(p.draw)
	p.raster.ScaleMode = canvas.ImageScalePixels
	p.ExtendBaseWidget(p)
	return p
}

// Spans is what it says.
func (p *Paragraph) Spans() []Span { return p.spans }

// SetSpans says something else. What says the same costs nothing.
func (p *Paragraph) SetSpans(spans []Span) {
	if slices.Equal(spans, p.spans) {
		return
	}
	p.spans = slices.Clone(spans)
	p.relay()
}

// relay sets it anew, and tells if it has another height.
func (p *Paragraph) relay() {
	before := p.height
	if p.width > 0 {
		p.arrange(p.width)
		p.seat()
	}
	p.raster.Refresh()
	if p.height != before && p.OnHeight != nil {
		p.OnHeight()
	}
}

// HeightIn is how high it is in a width.
func (p *Paragraph) HeightIn(width float32) float32 {
	if width != p.width {
		p.arrange(width)
		p.seat()
	}
	return p.height
}

// Lines are its lines as they are broken, as plain text.
func (p *Paragraph) Lines() []string {
	lines := make([]string, len(p.lines))
	for _, a := range p.pieces {
		text := a.text
		if a.equation != nil {
			text = a.equation.String()
		}
		if lines[a.line] != "" && a.glue > 0 {
			text = " " + text
		}
		lines[a.line] += text
	}
	return lines
}

// Grip is the widget over a span that can be pressed or dragged; nil if there is none.
func (p *Paragraph) Grip(span int) fyne.CanvasObject {
	if g := p.grips[span]; g != nil {
		return g
	}
	return nil
}

// Resize breaks the lines anew for another width.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.arrange(size.Width)
		p.seat()
	}
	p.BaseWidget.Resize(size)
}

// seat puts grips over all that can be pressed or dragged: over the first line of what has several.
func (p *Paragraph) seat() {
	p.order = p.order[:0]
	seen := map[int]bool{}
	var results []placed
	for i := 0; i < len(p.pieces); i++ {
		a := p.pieces[i]
		if s := p.spans[a.span]; s.Kind == Result && s.Hint != "" {
			results = append(results, a)
		}
		if !p.spans[a.span].live() || seen[a.span] {
			continue
		}
		seen[a.span] = true
		right := a.x + a.width
		for i+1 < len(p.pieces) && p.pieces[i+1].span == a.span && p.pieces[i+1].line == a.line {
			i++
			right = p.pieces[i].x + p.pieces[i].width
		}
		g := p.grips[a.span]
		if g == nil {
			g = newGrip(p, a.span)
			p.grips[a.span] = g
		}
		l := p.lines[a.line]
		g.Move(fyne.NewPos(p.left(a.line)+a.x-2, l.top+1))
		g.Resize(fyne.NewSize(right-a.x+4, l.height-2))
		g.SetHint(p.spans[a.span].Hint)
		p.order = append(p.order, g)
	}
	for span, g := range p.grips {
		if !seen[span] {
			g.leave()
			delete(p.grips, span)
		}
	}
	p.annotate(results)
	if p.parts != nil {
		p.parts.fill()
	}
}

// annotate puts notes over results.
func (p *Paragraph) annotate(results []placed) {
	for len(p.notes) < len(results) {
		p.notes = append(p.notes, newNote())
	}
	p.notes = p.notes[:len(results)]
	for i, a := range results {
		n, l := p.notes[i], p.lines[a.line]
		n.Rehint(p.spans[a.span].Hint)
		n.Move(fyne.NewPos(p.left(a.line)+a.x, l.top))
		n.Resize(fyne.NewSize(a.width, l.height))
		p.order = append(p.order, n)
	}
}

// CreateRenderer is called by Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.parts = &parts{paragraph: p}
	p.parts.fill()
	return p.parts
}

// parts is the renderer: the picture, and the grips over it, which are others for another text.
type parts struct {
	paragraph *Paragraph
	list      []fyne.CanvasObject
}

func (r *parts) fill() {
	r.list = append([]fyne.CanvasObject{r.paragraph.raster}, r.paragraph.order...)
}

// Destroy is called by Fyne.
func (r *parts) Destroy() {}

// Layout is called by Fyne.
func (r *parts) Layout(size fyne.Size) { r.paragraph.raster.Resize(size) }

// MinSize is called by Fyne.
func (r *parts) MinSize() fyne.Size { return fyne.NewSize(40, r.paragraph.height) }

// Objects is called by Fyne.
func (r *parts) Objects() []fyne.CanvasObject { return r.list }

// Refresh is called by Fyne when the theme may be another.
func (r *parts) Refresh() {
	p := r.paragraph
	if p.width > 0 {
		p.arrange(p.width)
		p.seat()
	}
	p.raster.Refresh()
	for _, o := range p.order {
		o.Refresh()
	}
}
