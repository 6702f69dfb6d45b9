package widgets

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Steps that follow one another closely are one gesture, which is over after a pause, when the focus leaves or when
// another gesture begins.
func TestKnobBursts(t *testing.T) {
	run := widgettest.Waits(t)
	k, said := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	c.Focus(k.slider)
	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Expect(t, said, "0.51 false", "0.52 false")
	run()
	run()
	widgettest.Expect(t, said, "0.52 true")

	widgettest.Key(k.slider, fyne.KeyRight)
	c.Unfocus()
	widgettest.Expect(t, said, "0.53 false", "0.53 true")
	run()
	widgettest.Expect(t, said)

	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Click(k.slider, 11+20, 5)
	run()
	widgettest.Expect(t, said, "0.54 false", "0.54 true", "0.2 false", "0.2 true")
	c.Focus(k.field.rest)
	widgettest.Key(k.field, fyne.KeyUp)
	c.Unfocus()
	widgettest.Expect(t, said, "0.21 false", "0.21 true")
}

// A burst whose value has been taken back, or whose knob is gone, says no last word: that would set the value again.
func TestKnobForgetsABurstThatIsUndone(t *testing.T) {
	run := widgettest.Waits(t)
	k, said := knobOn(t, unit)
	widgettest.Key(k.slider, fyne.KeyRight)
	k.SetValue(0.51) // as the program does with what it was told
	k.SetValue(0.5)
	run()
	widgettest.Expect(t, said, "0.51 false")
	widgettest.Key(k.slider, fyne.KeyRight)
	fyne.CurrentApp().Driver().CanvasForObject(k).SetContent(canvas.NewText("", nil))
	run()
	widgettest.Expect(t, said, "0.51 false")
}
