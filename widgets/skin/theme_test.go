package skin

import (
	"image/color"
	"math"
	"testing"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2, section 1.4.3.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func TestTextCanBeRead(t *testing.T) {
	test.NewTempApp(t)
	for name, p := range map[string]*plot.Palette{"dark": plot.DarkPalette(), "light": plot.LightPalette()} {
		th := NewTheme(p)
		c := func(n fyne.ThemeColorName) color.Color { return th.Color(n, theme.VariantDark) }
		for _, pair := range []struct {
			text, ground fyne.ThemeColorName
			least        float64
		}{
			{theme.ColorNameForeground, theme.ColorNameBackground, 7},
			{theme.ColorNameForeground, theme.ColorNameOverlayBackground, 7},
			{theme.ColorNameForeground, theme.ColorNameButton, 7},
			{theme.ColorNamePlaceHolder, theme.ColorNameOverlayBackground, 4.5},
			{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, 4.5},
			{theme.ColorNameError, theme.ColorNameOverlayBackground, 4.5},
			{theme.ColorNameError, theme.ColorNameInputBackground, 4.5},
			{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, 4.5},
			{theme.ColorNamePrimary, theme.ColorNameBackground, 4.5},
			{theme.ColorNamePrimary, theme.ColorNameOverlayBackground, 4.5},
			{theme.ColorNameHyperlink, theme.ColorNameOverlayBackground, 4.5},
			{theme.ColorNameForeground, theme.ColorNameMenuBackground, 7},
			{theme.ColorNameSuccess, theme.ColorNameOverlayBackground, 3}, // signs
			{theme.ColorNameWarning, theme.ColorNameOverlayBackground, 3},
		} {
			if got := contrast(c(pair.text), c(pair.ground)); got < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %v", name, pair.text, pair.ground, got, pair.least)
			}
		}
		// Rows that are looked at and the room that is seen have a wash of the accent below their letters.
		wash := color.NRGBAModel.Convert(c(ColorNameRow)).(color.NRGBA)
		row := Mix(p.Panel, color.NRGBA{wash.R, wash.G, wash.B, 0xff}, float64(wash.A)/0xff)
		for _, text := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNamePrimary} {
			if got := contrast(c(text), row); got < 4.5 {
				t.Errorf("%s: %s on a row that is looked at has a contrast of %.2f", name, text, got)
			}
		}
	}
}

func TestThemeIsOfThePalette(t *testing.T) {
	test.NewTempApp(t)
	for name, p := range map[string]*plot.Palette{"dark": plot.DarkPalette(), "light": plot.LightPalette()} {
		th := NewTheme(p)
		for _, v := range []fyne.ThemeVariant{theme.VariantDark, theme.VariantLight} {
			if got := th.Color(theme.ColorNameBackground, v); got != color.Color(p.Ground) {
				t.Errorf("%s: the background is %v for variant %d, want %v", name, got, v, p.Ground)
			}
		}
		if th.Size(theme.SizeNameText) != 13 || th.Size(theme.SizeNameCaptionText) != 11 || th.Size(theme.SizeNameHeadingText) != 15 {
			t.Errorf("%s: the sizes of text are not 13, 11 and 15", name)
		}
		if th.Font(fyne.TextStyle{Bold: true}) == nil || th.Icon(theme.IconNameConfirm) == nil ||
			th.Size(theme.SizeNameWindowButtonHeight) == 0 {
			t.Errorf("%s: what the palette does not say is not taken from Fyne", name)
		}
	}
}
