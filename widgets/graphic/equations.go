package graphic

import (
	"image"
	"image/color"
	"math"
	"slices"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	equationSize   = 15 // of the text, in units
	equationGap    = 9  // between two equations
	equationIndent = 18 // of what an equation that is too long goes on with
	equationLeast  = 180
)

var _ fyne.Widget = (*Equations)(nil)

// Equations are lines of mathematics below one another. A line that is wider than the widget is broken at its wide spaces,
// and is set smaller if that does not help.
type Equations struct {
	widget.BaseWidget

	markup []string
	fault  error // what is wrong with the markup
	lines  []*plot.Equation
	pieces []equationPiece // of the lines, at the present width
	width  float32         // that the pieces were made for
	height float32
	raster *canvas.Raster
}

// An equationPiece is a line as it is drawn; lengths are units.
type equationPiece struct {
	equation *plot.Equation
	x, y     float32 // of its baseline's left end
	size     float32
}

// NewEquations returns an empty widget.
func NewEquations() *Equations {
	e := &Equations{}
	e.raster = canvas.NewRaster(e.draw)
	e.raster.ScaleMode = canvas.ImageScalePixels
	e.ExtendBaseWidget(e)
	return e
}

// SetLines shows equations in the markup of package plot. It fails if one of them cannot be read; the others are shown.
// The same lines once more cost nothing.
func (e *Equations) SetLines(markup []string) error {
	if slices.Equal(e.markup, markup) {
		return e.fault
	}
	e.markup, e.lines, e.fault = slices.Clone(markup), nil, nil
	for _, line := range markup {
		equation, err := plot.ParseEquation(line)
		if err != nil {
			e.fault = err
			continue
		}
		e.lines = append(e.lines, equation)
	}
	e.arrange(e.Size().Width)
	e.Refresh()
	return e.fault
}

// arrange gives the lines their places in a width.
func (e *Equations) arrange(width float32) {
	e.width, e.pieces, e.height = width, nil, 0
	fonts := skin.MathFonts(e)
	if fonts.Upright == nil || fonts.Italic == nil || width <= 0 {
		return
	}
	for i, line := range e.lines {
		if i > 0 {
			e.height += equationGap
		}
		for k, part := range line.Wrap(fonts, equationSize, float64(width)) {
			x := float32(0)
			if k > 0 {
				x = equationIndent
				e.height += equationGap / 2
			}
			size := float64(equationSize)
			w, up, down := part.Measure(fonts, size)
			if room := float64(width - x); w > room {
				size *= room / w
				_, up, down = part.Measure(fonts, size)
			}
			up, down = math.Max(up, 0.75*size), math.Max(down, 0.2*size) // a line of low letters is a line too
			e.pieces = append(e.pieces, equationPiece{part, x, e.height + float32(up), float32(size)})
			e.height += float32(up + down)
		}
	}
}

func (e *Equations) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	fonts := skin.MathFonts(e)
	if fonts.Upright == nil || fonts.Italic == nil {
		return picture
	}
	scale := float64(w) / float64(max(e.raster.Size().Width, 1))
	text := color.RGBAModel.Convert(skin.Ink(e, theme.ColorNameForeground)).(color.RGBA)
	for _, p := range e.pieces {
		p.equation.Draw(raster.New(picture), fonts, float64(p.x)*scale, float64(p.y)*scale, float64(p.size)*scale, text)
	}
	return picture
}

// Resize breaks the lines anew for another width.
func (e *Equations) Resize(size fyne.Size) {
	if size.Width != e.width {
		e.arrange(size.Width)
	}
	e.BaseWidget.Resize(size)
}

// CreateRenderer is called by Fyne.
func (e *Equations) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{e.raster},
		Least:   func() fyne.Size { return fyne.NewSize(equationLeast, e.height+2) },
		Arrange: func(size fyne.Size) { kit.Place(e.raster, 0, 0, size.Width, size.Height) },
		Paint:   func() { e.raster.Refresh() },
	}
}
