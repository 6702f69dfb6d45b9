package skin

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// themed is what every widget offers: the theme it stands under.
type themed interface{ Theme() fyne.Theme }

// Ink returns the colour that stands for name in the widget's theme.
func Ink(w themed, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// Mix returns the colour the share t of the way from a to b, both taken as opaque.
func Mix(a, b color.Color, t float64) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	part := func(x, y uint32) uint8 { return uint8((float64(x)*(1-t) + float64(y)*t) / 257) }
	return color.NRGBA{R: part(ar, br), G: part(ag, bg), B: part(ab, bb), A: 0xff}
}

// Faded returns c with the opacity a, 0 to 1.
func Faded(c color.Color, a float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(a*255 + 0.5)
	return n
}
