package skin

import (
	"sync"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
)

// typefaces are the fonts read so far, by the names of their files. Reading one takes a while and its glyphs are worth
// sharing.
var typefaces = struct {
	sync.Mutex
	byName map[[3]string]*plot.Font
}{byName: map[[3]string]*plot.Font{}}

// Typeface returns the font of a widget's theme for use in pictures, with the theme's symbols and its monospace font to
// help out. It is nil if the theme's font cannot be read.
func Typeface(w themed) *plot.Font { return TypefaceIn(w, fyne.TextStyle{}) }

// MathFonts are the two cuts that equations are set in.
func MathFonts(w themed) plot.MathFonts {
	return plot.MathFonts{Upright: Typeface(w), Italic: TypefaceIn(w, fyne.TextStyle{Italic: true})}
}

// TypefaceIn is Typeface in a style.
func TypefaceIn(w themed, style fyne.TextStyle) *plot.Font {
	var files [3]fyne.Resource
	var names [3]string
	for i, style := range []fyne.TextStyle{style, {Symbol: true}, {Monospace: true}} {
		files[i] = w.Theme().Font(style)
		names[i] = files[i].Name()
	}
	typefaces.Lock()
	defer typefaces.Unlock()
	font, ok := typefaces.byName[names]
	if !ok {
		font, _ = plot.NewFont(files[0].Content(), files[1].Content(), files[2].Content()) // nil is remembered as well
		typefaces.byName[names] = font
	}
	return font
}
