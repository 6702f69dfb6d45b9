package widgets

import (
	"fyne.io/fyne/v2/theme"
)

// SizeNote is the size of explanatory text.
const SizeNote = theme.SizeNameCaptionText
