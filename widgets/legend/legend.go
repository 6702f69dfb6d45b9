// Package legend lists what the colours of a picture stand for.
package legend

import (
	"image"
	"image/color"
	"slices"
	"strings"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	legendText  = 11.5
	legendRow   = 18
	legendPatch = 10 // side of a colour's square
	legendBar   = 72 // width of a range of colours
	legendNear  = 5  // between a colour and its text
	legendFar   = 14 // between two entries
	legendMore  = "…"
)

var (
	_ fyne.Widget       = (*Legend)(nil)
	_ desktop.Hoverable = (*Legend)(nil)
)

// A Legend lists what the colours of a picture stand for, in a fixed number of lines. Where not all fits it is said briefly;
// what does not fit even so is left away, the last entries first, and an ellipsis in its place says so. A hint says everything.
type Legend struct {
	widget.BaseWidget

	// Trailing moves the lines to the right edge.
	Trailing bool

	lines   int
	entries []plot.LegendEntry
	drawn   []parts
	brief   bool         // entries are said briefly
	more    *canvas.Text // stands for what is left away
	objects []fyne.CanvasObject
	wait    func() // ends the wait for the hint
}

// parts are the objects of one entry.
type parts struct {
	from, text *canvas.Text
	patch      fyne.CanvasObject // nil for none
	ranged     bool              // the patch is a range of colours
}

func (e parts) objects() []fyne.CanvasObject {
	if e.patch == nil {
		return []fyne.CanvasObject{e.from, e.text}
	}
	return []fyne.CanvasObject{e.from, e.patch, e.text}
}

// New returns an empty legend of so many lines.
func New(lines int) *Legend {
	l := &Legend{lines: lines, more: canvas.NewText(legendMore, color.Transparent)}
	l.more.Hide()
	l.objects = []fyne.CanvasObject{l.more}
	l.ExtendBaseWidget(l)
	return l
}

// Entries returns what is listed.
func (l *Legend) Entries() []plot.LegendEntry { return l.entries }

// SetEntries lists others.
func (l *Legend) SetEntries(entries []plot.LegendEntry) {
	if slices.EqualFunc(entries, l.entries, plot.LegendEntry.Equal) {
		return
	}
	l.entries = entries
	l.drawn, l.objects = nil, []fyne.CanvasObject{l.more}
	for _, e := range entries {
		parts := parts{
			from: canvas.NewText(e.From, color.Transparent), text: canvas.NewText(e.Text, color.Transparent), patch: patchOf(e),
			ranged: len(e.Colors) > 1,
		}
		l.drawn = append(l.drawn, parts)
		l.objects = append(l.objects, parts.objects()...)
	}
	l.Refresh()
}

// patchOf is the colour as a small square, or the range as a bar; nil for a remark.
func patchOf(e plot.LegendEntry) fyne.CanvasObject {
	switch len(e.Colors) {
	case 0:
		return nil
	case 1:
		if e.Shaped {
			return canvas.NewRaster(func(w, h int) image.Image {
				picture := image.NewRGBA(image.Rect(0, 0, w, h))
				x, y := float64(w)/2, float64(h)/2
				e.Glyph.Draw(raster.New(picture), x, y, 0.8*min(x, y), e.Colors[0], color.RGBA{})
				return picture
			})
		}
		r := canvas.NewRectangle(e.Colors[0])
		r.CornerRadius = 2
		return r
	}
	return canvas.NewRaster(func(w, h int) image.Image {
		bar := image.NewRGBA(image.Rect(0, 0, w, h))
		for x := range w {
			at := (float64(x) + 0.5) / float64(w) * float64(len(e.Colors)-1)
			k := min(int(at), len(e.Colors)-2)
			c := color.RGBAModel.Convert(skin.Mix(e.Colors[k], e.Colors[k+1], at-float64(k))).(color.RGBA)
			for y := range h {
				bar.SetRGBA(x, y, c)
			}
		}
		return bar
	})
}

// CreateRenderer is called by Fyne.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer { return &renderer{l} }

// renderer is that of a legend, whose objects change with its entries.
type renderer struct{ l *Legend }

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.l.objects }

// MinSize is the same whatever is listed, so that nothing around the legend moves.
func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(60, legendRow*float32(r.l.lines))
}

// Refresh takes the theme's colours.
func (r *renderer) Refresh() {
	for _, e := range r.l.drawn {
		kit.PaintText(e.from, e.from.Text, legendText, skin.Ink(r.l, theme.ColorNamePlaceHolder))
		kit.PaintText(e.text, e.text.Text, legendText, skin.Ink(r.l, theme.ColorNamePlaceHolder))
	}
	kit.PaintText(r.l.more, legendMore, legendText, skin.Ink(r.l, theme.ColorNamePlaceHolder))
	r.Layout(r.l.Size())
	skin.RefreshParts(r.l.objects)
	canvas.Refresh(r.l)
}

// Layout fills line after line.
func (r *renderer) Layout(size fyne.Size) {
	l, more := r.l, r.l.more.MinSize()
	l.word(false)
	ends := l.wrap(size.Width, 0)
	cut := ends[len(ends)-1] < len(l.drawn)
	if cut && l.word(true) {
		ends = l.wrap(size.Width, 0)
		cut = ends[len(ends)-1] < len(l.drawn)
	}
	if cut {
		ends = l.wrap(size.Width, legendNear+more.Width)
	}
	first := 0
	for line, end := range ends {
		width, last := l.fill(first, end, line), line == len(ends)-1
		if cut && last {
			if end > first {
				width += legendNear
			}
			kit.Place(l.more, width, legendRow*float32(line)+(legendRow-more.Height)/2, more.Width, more.Height)
			width += more.Width
		}
		if l.Trailing {
			for _, e := range l.drawn[first:end] {
				e.move(size.Width-width, 0)
			}
			if cut && last {
				l.more.Move(l.more.Position().AddXY(size.Width-width, 0))
			}
		}
		first = end
	}
	for i, e := range l.drawn {
		e.show(i < first)
	}
	layout.SetShown(l.more, cut && first > 0) // beside a colour; alone it would say nothing
}

// word writes the entries in full or briefly, and tells whether there is a difference.
func (l *Legend) word(briefly bool) (differs bool) {
	l.brief = false
	for i, e := range l.entries {
		text := e.Text
		if briefly && e.Brief != "" {
			text, l.brief = e.Brief, true
		}
		kit.SetText(l.drawn[i].text, text, l.drawn[i].text.Color)
	}
	return l.brief
}

// wrap puts as many entries into the lines as there is room for, and leaves some room in the last one. It tells where each
// line ends: at the entry that comes next.
func (l *Legend) wrap(width, room float32) (ends []int) {
	first, x := 0, float32(0)
	for i, e := range l.drawn {
		need := e.width()
		if i > first {
			need += legendFar
		}
		if len(ends) < l.lines-1 && i > first && x+need > width {
			ends = append(ends, i)
			first, x, need = i, 0, e.width()
		}
		if len(ends) == l.lines-1 && x+need > width-room || x+need > width {
			return append(ends, i)
		}
		x += need
	}
	return append(ends, len(l.drawn))
}

// fill places the entries of a line, and tells how wide they are.
func (l *Legend) fill(first, end, line int) (x float32) {
	for i, e := range l.drawn[first:end] {
		if i > 0 {
			x += legendFar
		}
		e.place(x, legendRow*float32(line))
		x += e.width()
	}
	return x
}

// width is what the entry needs.
func (e parts) width() float32 {
	w := e.patchWidth() + e.text.MinSize().Width
	if e.from.Text != "" {
		w += e.from.MinSize().Width + legendNear
	}
	return w
}

// patchWidth is that of the colour with the room behind it.
func (e parts) patchWidth() float32 {
	switch {
	case e.patch == nil:
		return 0
	case e.ranged:
		return legendBar + legendNear
	}
	return legendPatch + legendNear
}

// place puts the entry into a line.
func (e parts) place(x, y float32) {
	if size := e.from.MinSize(); e.from.Text != "" {
		kit.Place(e.from, x, y+(legendRow-size.Height)/2, size.Width, size.Height)
		x += size.Width + legendNear
	}
	if e.patch != nil {
		kit.Place(e.patch, x, y+(legendRow-legendPatch)/2, e.patchWidth()-legendNear, legendPatch)
	}
	size := e.text.MinSize()
	kit.Place(e.text, x+e.patchWidth(), y+(legendRow-size.Height)/2, size.Width, size.Height)
}

func (e parts) move(dx, dy float32) {
	for _, o := range e.objects() {
		o.Move(o.Position().AddXY(dx, dy))
	}
}

func (e parts) show(visible bool) {
	for _, o := range e.objects() {
		layout.SetShown(o, visible)
	}
}

// MouseIn lists everything in a hint, if something has been left away or is said briefly.
func (l *Legend) MouseIn(*desktop.MouseEvent) {
	l.MouseOut()
	if l.more.Visible() || l.brief {
		l.wait = gesture.After(kit.HintDelay, func() { kit.ShowHint(l, l.all()) })
	}
}

// all is every entry in words.
func (l *Legend) all() string {
	var list []string
	for _, e := range l.entries {
		list = append(list, strings.TrimPrefix(e.From+" … "+e.Text, " … "))
	}
	return strings.Join(list, " · ")
}

// MouseMoved is for fyne/v2/driver/desktop.Hoverable.
func (l *Legend) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (l *Legend) MouseOut() {
	if l.wait != nil {
		l.wait()
		l.wait = nil
	}
	kit.ShowHint(l, "")
}
