package window

import (
	"fyne.io/fyne/v2/theme"
)

// sizeNote is the size of explanatory text.
const sizeNote = theme.SizeNameCaptionText
