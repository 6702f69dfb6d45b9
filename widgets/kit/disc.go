package kit

// Lengths of a disc, in units.
const (
	DiscSize = 44
	discIcon = 20
)

// NewDisc returns a round button in the accent's colour: the strongest element of a window.
func NewDisc(icon IconName, hint string, tapped func()) *Button {
	b := NewButton("", icon, hint, tapped)
	b.primary, b.disc = true, true
	return b
}

// iconSide is how large the button's icon is.
func (b *Button) iconSide() float32 {
	if b.disc {
		return discIcon
	}
	return iconSize
}
