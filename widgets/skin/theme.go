// Package skin is how the program looks in Fyne: its theme, colours, sizes and fonts.
package skin

import (
	"image/color"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme draws Fyne's widgets in the colours of a palette.
type Theme struct {
	base   fyne.Theme    // fonts and icons
	signs  fyne.Resource // the font of signs, for pictures
	colors map[fyne.ThemeColorName]color.Color
}

var _ fyne.Theme = (*Theme)(nil)

// ColorNameRow is the colour behind a row that is looked at.
const ColorNameRow fyne.ThemeColorName = "descentlab.row"

// NewTheme returns the theme that goes with a palette: its colours, compact paddings and three sizes of text (11, 13, 15).
// The palette decides between dark and light; the variant that the desktop asks for is ignored.
func NewTheme(p *plot.Palette) *Theme { return &Theme{theme.DefaultTheme(), fynesSigns(), colorsOf(p)} }

// colorsOf are the colours of Fyne's widgets that go with a palette.
func colorsOf(p *plot.Palette) map[fyne.ThemeColorName]color.Color {
	onAccent, menu := p.Panel, p.Panel
	row, shadow := 0.1, color.NRGBA{A: 0x28} // on white a strong one is a bar
	if p.Dark {
		row, shadow = 0.13, color.NRGBA{A: 0x50}
		onAccent, menu = p.Ground, p.Control
	}
	clear := color.Color(color.NRGBA{})
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          p.Ground,
		theme.ColorNameOverlayBackground:   p.Panel,
		theme.ColorNameMenuBackground:      menu,
		theme.ColorNameHeaderBackground:    p.Panel,
		theme.ColorNameInputBackground:     p.Control,
		theme.ColorNameInputBorder:         p.Border,
		theme.ColorNameSeparator:           p.Border,
		theme.ColorNameButton:              p.Control,
		theme.ColorNameDisabledButton:      p.Control,
		theme.ColorNameForeground:          p.Text,
		theme.ColorNamePlaceHolder:         p.Muted,
		theme.ColorNameDisabled:            Mix(p.Muted, p.Panel, 0.4),
		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameFocus:               Faded(p.Accent, 0.45),
		theme.ColorNameSelection:           Faded(p.Accent, 0.3),
		ColorNameRow:                       Faded(p.Accent, row),
		theme.ColorNameHover:               Faded(p.Text, 0.07),
		theme.ColorNamePressed:             Faded(p.Text, 0.14),
		theme.ColorNameScrollBar:           Faded(p.Muted, 0.6),
		theme.ColorNameScrollBarBackground: clear,
		theme.ColorNameShadow:              shadow,
		theme.ColorNameError:               p.Error,
		theme.ColorNameWarning:             p.Warning,
		theme.ColorNameSuccess:             p.Good,
		theme.ColorNameForegroundOnPrimary: onAccent,
		theme.ColorNameForegroundOnError:   onAccent,
		theme.ColorNameForegroundOnWarning: onAccent,
		theme.ColorNameForegroundOnSuccess: onAccent,
	}
}

// sizes are the lengths in which the theme differs from Fyne's own, in units.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            13,
	theme.SizeNameCaptionText:     11,
	theme.SizeNameHeadingText:     15,
	theme.SizeNameSubHeadingText:  15,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    6,
	theme.SizeNameLineSpacing:     4,
	theme.SizeNameInlineIcon:      16,
	theme.SizeNameInputBorder:     1,
	theme.SizeNameInputRadius:     6,
	theme.SizeNameButtonRadius:    6,
	theme.SizeNameSelectionRadius: 4,
	theme.SizeNameCardRadius:      8,
	theme.SizeNamePopupRadius:     8,
	theme.SizeNameMenuRadius:      8,
	theme.SizeNameDialogRadius:    8,
	theme.SizeNameScrollBar:       10,
	theme.SizeNameScrollBarSmall:  3,
}

func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	return t.base.Color(name, variant)
}

func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return t.base.Size(name)
}

func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if font := t.base.Font(style); font != theme.DefaultSymbolFont() {
		return font
	}
	return t.signs
}

func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Current is the app's theme.
func Current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// RowTextSize is the size of the texts in the rows of a card: between caption and text, for there are many of them.
func RowTextSize(th fyne.Theme) float32 { return th.Size(theme.SizeNameText) - 1 }

// FocusRing is how thick the line is that is drawn round what has the keyboard's focus, in units.
const FocusRing = 2
