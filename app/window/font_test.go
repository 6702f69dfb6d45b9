package window

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/resources"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// TestPicturesHaveTheWindowsFonts: a picture that is written without a window has the letters of one on the screen.
func TestPicturesHaveTheWindowsFonts(t *testing.T) {
	base := skin.NewTheme(plot.DarkPalette())
	for _, c := range []struct {
		name  string
		style fyne.TextStyle
		font  []byte
	}{
		{"sans", fyne.TextStyle{}, resources.Sans},
		{"symbols", fyne.TextStyle{Symbol: true}, resources.Symbols},
		{"mono", fyne.TextStyle{Monospace: true}, resources.Mono},
	} {
		if !bytes.Equal(base.Font(c.style).Content(), c.font) {
			t.Errorf("%s is another font than the window's", c.name)
		}
	}
}
