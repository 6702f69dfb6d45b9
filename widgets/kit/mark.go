package kit

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A mark is a rectangle, a text or an icon as it is seen on a sheet. Marks that are equal look the same.
type mark struct {
	at   fyne.Position
	size fyne.Size

	fill, stroke color.Color // of a rectangle; the fill is also a text's
	width        float32     // of the stroke, which lies inside
	round        [4]float32  // radii of the corners: upper left, upper right, lower right, lower left

	text     string
	textSize float32
	style    fyne.TextStyle
	align    fyne.TextAlign

	icon fyne.Resource // a drawing in its colours

	raster *canvas.Raster // that draws itself
}

// drawable tells whether a mark can be made of an object: not of a picture, nor of a text in letters that the font has not. A
// raster has its generator asked anew whenever the sheet is painted: it is to be small, and Redraw tells of its changes.
func drawable(o fyne.CanvasObject, font *plot.Font) bool {
	switch o := o.(type) {
	case *canvas.Rectangle, *canvas.Raster:
		return true
	case *canvas.Text:
		return font != nil && o.FontSource == nil && font.Covers(o.Text)
	case *canvas.Image:
		if o.Resource == nil {
			return o.Image == nil && o.File == "" // shows nothing
		}
		return strings.HasSuffix(o.Resource.Name(), ".svg")
	}
	return false
}

// markOf is an object that is drawable as it is now.
func markOf(o fyne.CanvasObject, at fyne.Position) mark {
	m := mark{at: at, size: o.Size()}
	switch o := o.(type) {
	case *canvas.Rectangle:
		m.fill, m.stroke, m.width = o.FillColor, o.StrokeColor, o.StrokeWidth
		for i, own := range []float32{
			o.TopLeftCornerRadius, o.TopRightCornerRadius, o.BottomRightCornerRadius, o.BottomLeftCornerRadius,
		} {
			if own == 0 {
				own = o.CornerRadius
			}
			m.round[i] = own
		}
	case *canvas.Text:
		m.fill, m.text, m.textSize, m.style, m.align = o.Color, o.Text, o.TextSize, o.TextStyle, o.Alignment
	case *canvas.Image:
		m.icon = o.Resource
	case *canvas.Raster:
		m.raster = o
	}
	return m
}

// reach is all that a mark may colour: edges go to whole pixels, and a text can be larger than its place.
func (m mark) reach() area {
	at, size := m.at.SubtractXY(1, 1), m.size.AddWidthHeight(2, 2)
	if m.text != "" {
		text, _ := fyne.CurrentApp().Driver().RenderedTextSize(m.text, m.textSize, m.style, nil)
		wide, high := max(text.Width-m.size.Width, 0)+m.textSize/2, max(text.Height-m.size.Height, 0) // a slanted letter leans over
		at, size = at.SubtractXY(wide, 0), size.AddWidthHeight(2*wide, high)
	}
	return area{at, size}
}

// draw draws a mark at so many pixels per unit.
func (m mark) draw(dst *image.RGBA, owner skinned, scale float64) {
	switch {
	case m.text != "":
		m.write(raster.New(dst), owner, scale)
	case m.icon != nil:
		m.place(dst, scale)
	case m.raster != nil:
		m.paste(dst, scale)
	case m.textSize == 0:
		m.box(raster.New(dst), scale)
	}
}

// box draws a rectangle as Fyne does: its edges lie on whole pixels.
func (m mark) box(on raster.Canvas, scale float64) {
	x, y := math.Round(float64(m.at.X)*scale), math.Round(float64(m.at.Y)*scale)
	w, h := math.Round(float64(m.size.Width)*scale), math.Round(float64(m.size.Height)*scale)
	width := 0.0
	if ink := inkOf(m.stroke); ink.A != 0 && m.width > 0 {
		width = max(math.Round(float64(m.width)*scale), 1)
		if inkOf(m.fill).A == 0xff {
			m.shape(on, x, y, w, h, 0, scale, ink) // the fill covers what is inside
		} else {
			m.frame(on, x, y, w, h, width, scale, ink)
		}
	}
	if ink := inkOf(m.fill); ink.A != 0 {
		m.shape(on, x, y, w, h, width, scale, ink)
	}
}

// rounding are the radii of the corners inside of a rim.
func (m mark) rounding(w, h, rim, scale float64) (round [4]float64) {
	for i, r := range m.round {
		round[i] = max(min(float64(r)*scale-rim, w/2, h/2), 0)
	}
	return round
}

// frame draws the rim of a rectangle, inside of which what is below is seen: its outer edge, and back along the inner one.
func (m mark) frame(on raster.Canvas, x, y, w, h, rim, scale float64, ink color.RGBA) {
	within, height := w-2*rim, h-2*rim
	if within <= 0 || height <= 0 {
		m.shape(on, x, y, w, h, 0, scale, ink)
		return
	}
	outer := corners(x, y, w, h, m.rounding(w, h, 0, scale))
	inner := corners(x+rim, y+rim, within, height, m.rounding(within, height, rim, scale))
	outer, inner = append(outer, outer[0]), append(inner, inner[0])
	slices.Reverse(inner)
	on.Fill(append(outer, inner...), ink)
}

// shape fills a rectangle without its rim.
func (m mark) shape(on raster.Canvas, x, y, w, h, rim, scale float64, ink color.RGBA) {
	x, y, w, h = x+rim, y+rim, w-2*rim, h-2*rim
	if w <= 0 || h <= 0 {
		return
	}
	round := m.rounding(w, h, rim, scale)
	if round[0] == round[1] && round[1] == round[2] && round[2] == round[3] {
		on.Box(plot.Vec{X: x, Y: y}, w, h, round[0], ink)
		return
	}
	on.Fill(corners(x, y, w, h, round), ink)
}

// corners is a rectangle with round corners as a polygon.
func corners(x, y, w, h float64, round [4]float64) []plot.Vec {
	const pieces = 12 // of a quarter of a circle
	var line []plot.Vec
	for i, r := range round {
		centre := plot.Vec{X: x + r, Y: y + r}
		if i == 1 || i == 2 {
			centre.X = x + w - r
		}
		if i >= 2 {
			centre.Y = y + h - r
		}
		for p := range pieces + 1 {
			sin, cos := math.Sincos(math.Pi + (float64(i)+float64(p)/pieces)*math.Pi/2)
			line = append(line, plot.Vec{X: centre.X + r*cos, Y: centre.Y + r*sin})
		}
	}
	return line
}

// write writes a text where Fyne would: in the middle of its height, and as far along as it is aligned.
func (m mark) write(on raster.Canvas, owner skinned, scale float64) {
	font := skin.TypefaceIn(owner, m.style)
	least, baseline := fyne.CurrentApp().Driver().RenderedTextSize(m.text, m.textSize, m.style, nil)
	x, y := m.at.X, m.at.Y
	switch m.align {
	case fyne.TextAlignCenter:
		x += (m.size.Width - least.Width) / 2
	case fyne.TextAlignTrailing:
		x += m.size.Width - least.Width
	}
	if m.size.Height > least.Height {
		y += (m.size.Height - least.Height) / 2
	}
	on.Text(plot.Text{Text: m.text, Font: font, Size: float64(m.textSize) * scale, Ink: inkOf(m.fill)},
		plot.Vec{X: math.Round(float64(x) * scale), Y: math.Round(float64(y)*scale) + float64(baseline)*scale})
}

// place puts an icon into the middle of its place.
func (m mark) place(dst *image.RGBA, scale float64) {
	side := int(math.Round(float64(min(m.size.Width, m.size.Height)) * scale))
	picture := drawing(m.icon, side)
	if picture == nil {
		return
	}
	x := int(math.Round(float64(m.at.X+m.size.Width/2)*scale)) - side/2
	y := int(math.Round(float64(m.at.Y+m.size.Height/2)*scale)) - side/2
	draw.Draw(dst, picture.Rect.Add(image.Pt(x, y)), picture, image.Point{}, draw.Over)
}

// paste lets a raster draw itself.
func (m mark) paste(dst *image.RGBA, scale float64) {
	pixels := func(units float32) int { return int(math.Round(float64(units) * scale)) }
	if w, h := pixels(m.size.Width), pixels(m.size.Height); w > 0 && h > 0 {
		picture := m.raster.Generator(w, h)
		at := image.Pt(pixels(m.at.X), pixels(m.at.Y))
		draw.Draw(dst, image.Rect(0, 0, w, h).Add(at), picture, picture.Bounds().Min, draw.Over)
	}
}

// inkOf is a colour with its opacity in it; none is clear.
func inkOf(c color.Color) color.RGBA {
	if c == nil {
		return color.RGBA{}
	}
	return color.RGBAModel.Convert(c).(color.RGBA)
}
