package skin

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"descentlab/resources"
)

// fynesSigns is the font of signs that Fyne comes with. The first call lets Fyne take signs from resources.Signs instead,
// wherever a font of texts lacks them: its own has arrows only, and not the blank that is set in the font of the sign before it,
// so that what it lacks is taken from the system's fonts, or stands as a question mark. There is no other way to tell it: a
// theme chooses the fonts of texts, not what helps them out.
var fynesSigns = sync.OnceValue(func() fyne.Resource {
	font, is := theme.DefaultSymbolFont().(*fyne.StaticResource)
	if !is {
		return theme.DefaultSymbolFont()
	}
	own := fyne.NewStaticResource(font.StaticName, font.StaticContent)
	font.StaticContent = resources.Signs
	return own
})
