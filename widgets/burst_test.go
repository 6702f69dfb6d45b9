package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Steps that follow one another closely are one gesture, which is over after a pause, when the focus leaves or when
// another gesture begins.
func TestKnobBursts(t *testing.T) {
	run := waits(t)
	k, said := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	c.Focus(k.slider)
	key(k.slider, fyne.KeyRight)
	key(k.slider, fyne.KeyRight)
	expect(t, said, "0.51 false", "0.52 false")
	run()
	run()
	expect(t, said, "0.52 true")

	key(k.slider, fyne.KeyRight)
	c.Unfocus()
	expect(t, said, "0.53 false", "0.53 true")
	run()
	expect(t, said)

	key(k.slider, fyne.KeyRight)
	click(k.slider, 11+20, 5)
	run()
	expect(t, said, "0.54 false", "0.54 true", "0.2 false", "0.2 true")
	c.Focus(k.field)
	key(k.field, fyne.KeyUp)
	c.Unfocus()
	expect(t, said, "0.21 false", "0.21 true")
}

// A burst whose value has been taken back, or whose knob is gone, says no last word: that would set the value again.
func TestKnobForgetsABurstThatIsUndone(t *testing.T) {
	run := waits(t)
	k, said := knobOn(t, unit)
	key(k.slider, fyne.KeyRight)
	k.SetValue(0.51) // as the program does with what it was told
	k.SetValue(0.5)
	run()
	expect(t, said, "0.51 false")
	key(k.slider, fyne.KeyRight)
	fyne.CurrentApp().Driver().CanvasForObject(k).SetContent(canvas.NewText("", nil))
	run()
	expect(t, said, "0.51 false")
}
