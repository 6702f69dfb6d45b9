package rail

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// newRail has four rooms, and two places at its foot; told is what has been asked for.
func newRail() (r *Rail, told *[]string) {
	r = New([]Item{
		{"Race", "The race", kit.IconFlag}, {"Curve", "One dimension", kit.IconCurve},
		{"Descent", "A game", kit.IconSteps}, {"Learn", "Lessons", kit.IconBook},
	}, Item{"Settings", "Ctrl+,", kit.IconGear}, Item{"Help", "F1", kit.IconHelp})
	told = &[]string{}
	r.OnChosen = func(i int) { *told = append(*told, fmt.Sprint("room ", i)) }
	r.OnFoot = func(i int) { *told = append(*told, fmt.Sprint("foot ", i)) }
	return r, told
}

// in puts a rail into a window of a width, below a header of 43 units.
func in(t *testing.T, palette string, width float32) (*Rail, fyne.Window, *[]string) {
	t.Helper()
	var r *Rail
	var told *[]string
	w := widgettest.Window(t, widgettest.Palettes[palette], fyne.NewSize(width, 443), func() fyne.CanvasObject {
		r, told = newRail()
		header := canvas.NewRectangle(color.Transparent)
		header.SetMinSize(fyne.NewSize(10, 43))
		return kit.WithHints(container.New(Layout{}, container.NewWithoutLayout(), header, r.Ground()))
	})
	return r, w, told
}

// TestLooks draws it wide, slim, with the focus and under the pointer.
func TestLooks(t *testing.T) {
	for _, palette := range []string{"dark", "light"} {
		for name, width := range map[string]float32{"wide": Roomy, "slim": Roomy - 1} {
			r, w, _ := in(t, palette, width)
			r.SetChosen(1)
			r.MouseMoved(widgettest.Mouse(20, 130, 0))
			w.Canvas().Focus(r)
			widgettest.Key(r, fyne.KeyEnd)
			shot := widgettest.Shoot(w, 1).(interface {
				SubImage(image.Rectangle) image.Image
			})
			widgettest.CheckGolden(t, palette+"-"+name, shot.SubImage(image.Rect(0, 0, 80, 443)))
			w.Canvas().Unfocus()
			r.MouseOut()
		}
	}
}

// TestMouse: all of an item answers to a click, the room between the rooms and the foot does not.
func TestMouse(t *testing.T) {
	run := widgettest.Waits(t)
	r, w, told := in(t, "dark", 1440)
	for _, y := range []float32{9, 63, 65, 231, 240, 300, 305, 347, 349, 390} {
		r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, y)})
	}
	want := []string{"room 0", "room 0", "room 1", "room 3", "foot 0", "foot 0", "foot 1", "foot 1"}
	if !slices.Equal(*told, want) {
		t.Errorf("told %q, want %q", *told, want)
	}
	if r.Chosen() != 0 {
		t.Error("the rail chooses by itself")
	}
	r.MouseMoved(widgettest.Mouse(9, 150, 0))
	run()
	hint := widgettest.Hint(w.Content().(fyne.Widget))
	middle := 43 + top + 2.5*itemHeight
	if hint.First() != "A game" || hint.At.X < Wide || hint.At.Y > float32(middle) || hint.At.Y+hint.Size.Height < float32(middle) {
		t.Errorf("the hint is %q at %v", hint.First(), hint.At)
	}
	r.MouseOut()
	if widgettest.Hint(w.Content().(fyne.Widget)).Shown() {
		t.Error("the hint stays")
	}
}

// TestKeys: they go through all items and stop at the ends; other keys are the window's.
func TestKeys(t *testing.T) {
	r, w, told := in(t, "dark", 1440)
	r.SetChosen(2)
	w.Canvas().Focus(r)
	passed := ""
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { passed += string(k.Name) })
	w.Canvas().SetOnTypedRune(func(char rune) { passed += string(char) })
	for _, key := range []fyne.KeyName{
		fyne.KeyReturn, fyne.KeyUp, fyne.KeySpace, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnter, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn,
		fyne.KeyLeft,
	} {
		widgettest.Key(r, key)
	}
	r.TypedRune(' ')
	r.TypedRune('m')
	if want := []string{"room 2", "room 1", "room 0", "foot 1"}; !slices.Equal(*told, want) || passed != "Leftm" {
		t.Errorf("told %q, want %q; passed on %q", *told, want, passed)
	}
}
