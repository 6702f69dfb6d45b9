package widgets

import (
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"

	"fyne.io/fyne/v2"
)

var _ fyne.Widget = (*Choice)(nil)

// A Choice is a row that shows and changes one of a few names: a label and a picker.
type Choice struct {
	kit.Widget

	// OnChanged tells of the name that was picked, if it was not the chosen one.
	OnChanged func(choice string)

	chosen string
	label  *rowLabel
	picker *picker.Picker
}

// NewChoice returns a choice with the first name chosen. Help is shown when the pointer rests on it, or the focus does.
func NewChoice(label, help string, choices []string) *Choice {
	c := &Choice{label: newRowLabel(label, help)}
	items := make([]picker.Item, len(choices))
	for i, name := range choices {
		items[i] = picker.Item{Key: name, Title: name}
	}
	c.picker = picker.New(items)
	c.picker.Small = true
	c.picker.SetHint(help)
	if len(choices) > 0 {
		c.SetChosen(choices[0])
	}
	c.picker.OnPicked = func(key string) {
		if key == c.chosen {
			return
		}
		c.SetChosen(key)
		if c.OnChanged != nil {
			c.OnChanged(key)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Chosen returns the chosen name.
func (c *Choice) Chosen() string { return c.chosen }

// SetChosen chooses a name; OnChanged is not called.
func (c *Choice) SetChosen(choice string) {
	c.chosen = choice
	c.picker.SetSelected(choice)
	c.layout(c.Size())
}

// SetItems gives the names titles and notes.
func (c *Choice) SetItems(items []picker.Item) {
	c.picker.SetItems(items)
	c.layout(c.Size())
}

// SetLabelWidth sets the width that the label takes.
func (c *Choice) SetLabelWidth(width float32) { c.label.setWidth(width, c) }

// CreateRenderer is called by Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := labelled(c.label, c.picker, 0)
	r.Arrange = c.layout
	return c.Consists(r)
}

// layout gives the picker the width that its title wants, as far as there is room.
func (c *Choice) layout(size fyne.Size) {
	if size.IsZero() {
		return // not on the screen yet
	}
	height := c.picker.MinSize().Height
	kit.Place(c.label, 0, 0, c.label.width, size.Height)
	kit.Place(c.picker, c.label.width, (size.Height-height)/2, min(c.picker.PreferredWidth(), size.Width-c.label.width), height)
}
