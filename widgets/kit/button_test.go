package kit

import (
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestButton(t *testing.T) {
	taps := 0
	b, _ := widgettest.In(t, func() *Button { return NewButton("Export", IconExport, "Write a file", func() { taps++ }) })
	test.Tap(b)
	b.Disable()
	test.Tap(b)
	b.Enable()
	test.Tap(b)
	if taps != 2 {
		t.Errorf("%d taps came through, want 2", taps)
	}
	b.MouseIn(widgettest.Mouse(1, 1, 0))
	if !b.wash.Visible() {
		t.Error("no wash under the pointer")
	}
	b.MouseDown(widgettest.Mouse(1, 1, desktop.MouseButtonPrimary))
	if b.wash.FillColor != skin.Ink(b, "pressed") {
		t.Error("a pressed button looks like one that is not")
	}
	b.MouseUp(widgettest.Mouse(1, 1, desktop.MouseButtonPrimary))
	b.MouseOut()
	if b.wash.Visible() {
		t.Error("the wash stays when the pointer has left")
	}
	width := b.MinSize().Width
	b.SetText("Export all")
	b.SetIcon("", "")
	b.SetFlat(true)
	b.SetOn(true)
	b.SetColor(plot.DarkPalette().Error)
	if b.frame.Visible() || b.label.Text != "Export all" || b.label.Color != plot.DarkPalette().Error || b.picture.Visible() {
		t.Error("the button does not look as it was set")
	}
	if b.MinSize().Width == width {
		t.Error("another text asks for the same width")
	}
	b.OnTapped = nil
	test.Tap(b)
}
