package kit

import "fyne.io/fyne/v2/theme"

// SizeNote is the size of explanatory text.
const SizeNote = theme.SizeNameCaptionText

// Lengths that controls have in common, in units.
const (
	ControlHeight = 26 // of buttons, pickers and segments
	ControlPad    = 9  // between a control's edge and its text
	RowHeight     = 22 // of the rows of a card

	CardRadius      = panelRadius               // of a card's corners
	CardInnerRadius = panelRadius - panelAccent // and of those beside its coloured bar
)
