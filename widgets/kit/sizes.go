package kit

import (
	"fyne.io/fyne/v2/theme"
)

// SizeNote is the size of explanatory text.
const SizeNote = theme.SizeNameCaptionText

// RowHeight is the height of a row of a card.
const RowHeight = 22
