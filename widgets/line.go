package widgets

import (
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// NewLine puts objects side by side, a padding apart. Each gets the width that it needs at least; of what there is to
// spare, pickers take what is chosen of them, alike where there is too little; then pickers and tabs what they want, from left to
// right, and stretch the rest. Stretch is one of the
// objects, and keeps its room while it is hidden, or nil. One that needs no width has the padding of one side only.
func NewLine(stretch fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	line := &lineLayout{stretch: stretch}
	c := &fyne.Container{Layout: line, Objects: objects}
	for _, o := range objects {
		// The least size of a picker is the same for all titles, so Fyne would lay nothing out anew.
		relayout := func() { line.Layout(c.Objects, c.Size()) }
		switch o := o.(type) {
		case *picker.Picker:
			o.OnRetitled = relayout
		case *Segmented:
			o.resized = relayout
		}
	}
	return c
}

// lineLayout is the layout of a line.
type lineLayout struct{ stretch fyne.CanvasObject }

// MinSize is what all objects need at least.
func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	present := l.present(objects)
	for i, o := range present {
		size.Width += l.padding(present, i)
		need := o.MinSize()
		size.Width += need.Width
		size.Height = max(size.Height, need.Height)
	}
	return size
}

// Layout shares the width out.
func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	present := l.present(objects)
	spare := max(size.Width-l.MinSize(objects).Width, 0)
	widths := make([]float32, len(present))
	wishes, wished := make([]float32, len(present)), float32(0)
	for i, o := range present {
		widths[i] = o.MinSize().Width
		if p, ok := o.(*picker.Picker); ok {
			wishes[i] = max(p.BriefWidth()-widths[i], 0)
			wished += wishes[i]
		}
	}
	if wished > 0 { // what is chosen can be read in all of them, if in any: none takes it all
		share := min(spare/wished, 1)
		for i := range widths {
			widths[i] += share * wishes[i]
		}
		spare -= share * wished
	}
	for i, o := range present {
		if p, ok := o.(interface{ PreferredWidth() float32 }); ok {
			more := min(max(p.PreferredWidth()-widths[i], 0), spare)
			widths[i] += more
			spare -= more
		}
	}
	var x float32
	for i, o := range present {
		if o == l.stretch {
			widths[i] += spare
		}
		x += l.padding(present, i)
		kit.Place(o, x, 0, widths[i], size.Height)
		x += widths[i]
	}
}

// present are the objects that take part.
func (l *lineLayout) present(objects []fyne.CanvasObject) (present []fyne.CanvasObject) {
	for _, o := range objects {
		if o.Visible() || o == l.stretch {
			present = append(present, o)
		}
	}
	return present
}

// padding is the room before an object.
func (l *lineLayout) padding(present []fyne.CanvasObject, i int) float32 {
	if i == 0 || present[i-1] == l.stretch && l.stretch.MinSize().Width == 0 {
		return 0
	}
	return skin.Current().Size(theme.SizeNamePadding)
}
