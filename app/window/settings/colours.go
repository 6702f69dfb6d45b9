package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// colourNames are what the sets of colours are called, in the order of plot.ColourSets.
func colourNames() []string {
	return []string{words.T("Usual"), words.T("Deuteranopia"), words.T("Protanopia"), words.T("Tritanopia"), words.T("Grey")}
}

// chooseColours is a choice among the sets of colours.
func (d *Dialog) chooseColours(now plot.Colours, set func(plot.Colours)) *widgets.Segmented {
	s := widgets.NewSegmented(colourNames()...)
	sets := plot.ColourSets()
	s.SetSelected(max(slices.Index(sets, now), 0))
	s.SetHints("", words.T("Red and green look alike"), words.T("Red and green look alike, and red is dark"),
		words.T("Blue and green look alike, and yellow and pink"),
		words.T("By lightness alone: for eyes, projectors and printers without colours"))
	s.OnChanged = func(i int) {
		set(sets[i])
		d.Swatches.Redraw()
	}
	return s
}

// What a swatch takes, in units.
const (
	swatchSide   = 30
	swatchRadius = 8
)

// newSwatches shows the first racers as the palette has them, and who has settled and who has failed.
func newSwatches(l *Look) *graphic.Drawing {
	n := len(l.Palette().Racers)
	return graphic.NewPlainDrawing(fyne.NewSize(float32(n+3)*swatchSide, swatchSide), func(on plot.Canvas, scale float64) {
		p := l.Palette()
		w, h := on.Size()
		on.Box(plot.Vec{}, w, h, 0, p.Panel)
		at := func(i float64) float64 { return (i + 0.5) * swatchSide * scale }
		for i := range p.Racers {
			plot.RacerGlyph(i).Draw(on, at(float64(i)), h/2, swatchRadius*scale, p.Racer(i), p.Racer(i))
		}
		on.Circle(plot.Vec{X: at(float64(n) + 0.5), Y: h / 2}, swatchRadius*scale, 0, p.Good)
		on.Circle(plot.Vec{X: at(float64(n) + 1.5), Y: h / 2}, swatchRadius*scale, 0, p.Error)
	})
}
