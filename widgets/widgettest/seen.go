package widgettest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Texts are the texts that are seen in an object, in the order in which they are drawn.
func Texts(o fyne.CanvasObject) (list []*canvas.Text) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			list = append(list, o)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			list = append(list, Texts(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			list = append(list, Texts(child)...)
		}
	}
	return list
}

// Read is what Texts read.
func Read(o fyne.CanvasObject) (list []string) {
	for _, text := range Texts(o) {
		list = append(list, text.Text)
	}
	return list
}

// A Bubble is a hint, or what tells of a fault, as it is seen; it has no lines if it is not.
type Bubble struct {
	Lines []*canvas.Text
	At    fyne.Position // in the layer
	Size  fyne.Size
}

// Shown tells whether it is seen.
func (b Bubble) Shown() bool { return len(b.Lines) > 0 }

// First is its first line, "" if it is not seen.
func (b Bubble) First() string {
	if !b.Shown() {
		return ""
	}
	return b.Lines[0].Text
}

// Fault is what a layer made by kit.WithHints tells of a fault: it draws its content, the fault and the hint, in this order.
func Fault(layer fyne.Widget) Bubble { return bubbleOf(test.WidgetRenderer(layer).Objects()[2]) }

// Hint is the hint that such a layer shows.
func Hint(layer fyne.Widget) Bubble { return bubbleOf(test.WidgetRenderer(layer).Objects()[3]) }

// Remark is the quiet remark that such a layer shows.
func Remark(layer fyne.Widget) Bubble { return bubbleOf(test.WidgetRenderer(layer).Objects()[4]) }

// Meaning is what a term in such a layer means, while it tells.
func Meaning(layer fyne.Widget) Bubble { return bubbleOf(test.WidgetRenderer(layer).Objects()[5]) }

func bubbleOf(o fyne.CanvasObject) Bubble {
	return Bubble{Lines: Texts(o), At: o.Position(), Size: o.Size()}
}
