package sheet

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// memoryRows are memories: names at the left and values at the right.
type memoryRows struct {
	names, values []*canvas.Text
	box           *fyne.Container
}

func newMemoryRows() *memoryRows { return &memoryRows{box: container.New(layout.Pairs{})} }

// set shows memories, and tells whether their number has changed.
func (r *memoryRows) set(list []figure.Memory, muted, text color.Color) (changed bool) {
	n := len(list)
	changed = n != len(r.names)
	for len(r.names) < n {
		name, value := canvas.NewText("", color.Transparent), canvas.NewText("", color.Transparent)
		name.TextSize, value.TextSize = figure.SmallText+0.5, figure.SmallText+0.5
		value.Alignment = fyne.TextAlignTrailing
		r.names, r.values = append(r.names, name), append(r.values, value)
		r.box.Objects = append(r.box.Objects, name, value)
	}
	r.names, r.values, r.box.Objects = r.names[:n], r.values[:n], r.box.Objects[:2*n]
	for i, m := range list {
		kit.SetText(r.names[i], m.Name, muted)
		kit.SetText(r.values[i], m.Value, text)
	}
	if changed {
		r.box.Refresh()
	}
	return changed
}
