package widgets

import (
	"fmt"
	"strings"
	"testing"

	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// outside lists what an object draws beyond a width; x is where the object begins. What takes text scrolls inside and is
// left out.
func outside(o fyne.CanvasObject, x, width float32, path string) (found []string) {
	if !o.Visible() {
		return nil
	}
	path += fmt.Sprintf("/%T", o)
	from, to := x, x+o.Size().Width
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		switch text := o.MinSize().Width; o.Alignment {
		case fyne.TextAlignLeading:
			to = from + text
		case fyne.TextAlignTrailing:
			from = to - text
		default:
			from, to = (from+to-text)/2, (from+to+text)/2
		}
		path += " " + o.Text
	case fyne.Validatable: // an entry
	case *fyne.Container:
		children = o.Objects
	case *container.Clip:
		return nil // it cuts off what would be outside
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	const hair = 0.1
	if from < -hair || to > width+hair {
		found = append(found, fmt.Sprintf("%s: %.1f to %.1f of %.1f", path, from, to, width))
	}
	for _, child := range children {
		found = append(found, outside(child, x+child.Position().X, width, path)...)
	}
	return found
}

// At its least size every control keeps to its own ground, whatever it has to show.
func TestNothingIsDrawnOutside(t *testing.T) {
	long := strings.Repeat("long ", 12)
	picker := func() *picker.Picker {
		p := picker.New([]picker.Item{{Key: "long", Title: long}})
		p.SetSelected("long")
		return p
	}
	for name, build := range map[string]func() fyne.CanvasObject{
		"knob": func() fyne.CanvasObject {
			k := NewKnob(KnobSpec{Label: long, Max: 1})
			k.SetValue(-1.2345e-100)
			return k
		},
		"switch": func() fyne.CanvasObject { return NewSwitch(long, "") },
		"choice": func() fyne.CanvasObject { return NewChoice(long, "", []string{long}) },
		"picker": func() fyne.CanvasObject { return picker() },
		"row":    func() fyne.CanvasObject { return NewRow(long, "", picker()) },
		"line": func() fyne.CanvasObject {
			return NewLine(nil, picker(), kit.NewIconButton(kit.IconMore, "", nil), picker())
		},
		"button":    func() fyne.CanvasObject { return kit.NewButton("Export", kit.IconExport, "", nil) },
		"segmented": func() fyne.CanvasObject { return NewSegmented("Overlay", "Side by side") },
		"formula": func() fyne.CanvasObject {
			f := field.NewFormula()
			f.SetText(long)
			return f
		},
		"transport": func() fyne.CanvasObject {
			tr := NewTransport()
			tr.SetState(TransportState{Head: 100000, Steps: 100000, Speed: 0.25})
			return tr
		},
		"card": func() fyne.CanvasObject { return kit.NewPanel(NewRow(long, "", picker()), plot.DarkPalette().Accent) },
	} {
		t.Run(name, func(t *testing.T) {
			var o fyne.CanvasObject
			widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(500, 100), func() fyne.CanvasObject {
				o = build()
				return container.NewWithoutLayout(o)
			})
			for _, more := range []float32{0, 40} {
				o.Resize(o.MinSize().AddWidthHeight(more, 0))
				if found := outside(o, 0, o.Size().Width, ""); len(found) > 0 {
					t.Errorf("%v wider than the least size: %s", more, strings.Join(found, "\n"))
				}
			}
		})
	}
}
