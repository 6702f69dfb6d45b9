package kit

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// withSheets lets panels have sheets during a test.
func withSheets(t *testing.T) {
	t.Helper()
	DrawSheets()
	t.Cleanup(func() {
		sheeted, layout.Changed = false, nil
		clear(onSheets)
	})
}

// board is a panel with something of every kind on it.
func board(accent color.Color) (*Panel, []*Button) {
	buttons := []*Button{
		NewButton("Reset", IconHome, "", nil), NewButton("Go", "", "", nil), NewIconButton(IconPlay, "", nil),
		NewButton("日本", "", "", nil), // which the font has not
	}
	buttons[1].SetOn(true)
	var objects []fyne.CanvasObject
	for _, b := range buttons {
		objects = append(objects, b)
	}
	return NewPanel(container.NewHBox(objects...), accent), buttons
}

// A panel looks the same whether its sheet or Fyne draws it, but for how letters and edges are smoothed.
func TestSheetLooksLikeFynesOwn(t *testing.T) {
	for name, accent := range map[string]color.Color{"plain": nil, "accent": plot.DarkPalette().Accent} {
		for _, scale := range []float32{1, 1.3, 2} {
			plain, w := widgettest.In(t, func() *Panel { p, _ := board(accent); return p })
			want := widgettest.Shoot(w, scale)
			plain.Hide()
			t.Run(name, func(t *testing.T) {
				withSheets(t)
				_, w := widgettest.In(t, func() *Panel { p, _ := board(accent); return p })
				got := widgettest.Shoot(w, scale)
				if got.Bounds() != want.Bounds() {
					t.Fatalf("%v, want %v", got.Bounds(), want.Bounds())
				}
				if far := unlike(got, want); far > 0.04 {
					t.Errorf("at %v: %.1f %% of the pixels look quite different", scale, 100*far)
				}
				if scale == 1 {
					widgettest.CheckGolden(t, "sheet-"+name, got)
				}
			})
		}
	}
}

// unlike is the part of the pixels that differ by more than smoothing explains.
func unlike(a, b image.Image) float64 {
	n, size := 0, a.Bounds()
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			p, q := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			if d := int(p.Y) - int(q.Y); d > 64 || d < -64 {
				n++
			}
		}
	}
	return float64(n) / float64(size.Dx()*size.Dy())
}

// What a sheet draws is not painted by Fyne as well, and what it cannot draw is.
func TestSheetLeavesOthersToFyne(t *testing.T) {
	withSheets(t)
	var buttons []*Button
	p, w := widgettest.In(t, func() *Panel {
		p, b := board(nil)
		buttons = b
		return p
	})
	widgettest.Shoot(w, 1)
	for i, want := range []int{0, 0, 0, 1} {
		got := buttons[i].parts.Objects()
		if len(got) != want {
			t.Errorf("button %d leaves %d parts to Fyne, want %d", i, len(got), want)
		}
	}
	if o := buttons[3].parts.Objects(); len(o) == 1 && o[0] != fyne.CanvasObject(buttons[3].label) {
		t.Errorf("%T is left to Fyne, want the text in other letters", o[0])
	}
	buttons[3].SetText("Next")
	p.sheet.look()
	widgettest.Shoot(w, 1)
	if len(buttons[3].parts.Objects()) != 0 {
		t.Error("a text that has become drawable is still left to Fyne")
	}
}

// A change is painted at once if it is told of, and when Fyne next looks if it is not; nothing else is.
func TestSheetIsPaintedWhenSomethingChanges(t *testing.T) {
	withSheets(t)
	var buttons []*Button
	p, w := widgettest.In(t, func() *Panel {
		p, b := board(nil)
		buttons = b
		return p
	})
	for _, change := range []struct {
		what  string
		do    func()
		paint bool
	}{
		{"nothing", func() {}, false},
		{"the pointer over a button", func() { buttons[0].MouseIn(&desktop.MouseEvent{}) }, true},
		{"the pointer away", func() { buttons[0].MouseOut() }, true},
		{"another text", func() { buttons[0].SetText("Again") }, true},
		{"the same text", func() { buttons[0].SetText("Again") }, false},
		{"another icon", func() { buttons[2].SetIcon(IconPause, "") }, true},
	} {
		widgettest.Shoot(w, 1)
		if change.do(); p.sheet.soiled != change.paint {
			t.Errorf("%s: told of %v, want %v", change.what, p.sheet.soiled, change.paint)
		}
	}
	widgettest.Shoot(w, 1)
	buttons[1].Hide() // which Fyne does without telling anybody
	if !p.sheet.collect() || !slices.Equal(toPaint(p.sheet), []int{0}) {
		t.Error("a hidden button is not noticed")
	}
	for _, m := range p.sheet.shown {
		if m.text == "Go" {
			t.Error("a hidden button is still on the sheet")
		}
	}
}

// What leaves the panel is given back to Fyne.
func TestSheetLetsGo(t *testing.T) {
	withSheets(t)
	b := NewButton("Reset", IconHome, "", nil)
	row := container.NewHBox(b)
	p, w := widgettest.In(t, func() *Panel { return NewPanel(row, nil) })
	widgettest.Shoot(w, 1)
	if len(b.parts.Objects()) != 0 {
		t.Fatal("the sheet does not draw the button")
	}
	row.Remove(b)
	p.sheet.look()
	if len(b.parts.Objects()) != len(b.parts.Drawn) {
		t.Error("a button that was taken off the panel would not be seen elsewhere")
	}
	if len(onSheets) != 0 {
		t.Errorf("%d things are still thought to be on sheets", len(onSheets))
	}
}

// Fyne looks several times in every frame.
func TestSheetLooksWithoutAllocating(t *testing.T) {
	withSheets(t)
	p, w := widgettest.In(t, func() *Panel { p, _ := board(nil); return p })
	widgettest.Shoot(w, 1)
	p.sheet.look()
	if n := testing.AllocsPerRun(100, p.sheet.look); n > 3 {
		t.Errorf("a look at an unchanged panel allocates %v times", n)
	}
}

// Marks tell apart what looks different.
func TestMarksAreOfWhatIsSeen(t *testing.T) {
	r := canvas.NewRectangle(color.Black)
	before := markOf(r, fyne.Position{})
	for what, change := range map[string]func(){
		"fill":   func() { r.FillColor = color.White },
		"stroke": func() { r.StrokeColor, r.StrokeWidth = color.White, 1 },
		"round":  func() { r.CornerRadius = 3 },
		"corner": func() { r.TopLeftCornerRadius = 5 },
		"size":   func() { r.Resize(fyne.NewSize(3, 4)) },
	} {
		if change(); markOf(r, fyne.Position{}) == before {
			t.Errorf("%s: not noticed", what)
		}
		before = markOf(r, fyne.Position{})
	}
}

// What lies over a picture, which Fyne paints over the sheet, is left to Fyne as well: on the sheet it would be hidden.
func TestSheetKeepsBelowPictures(t *testing.T) {
	withSheets(t)
	over, beside := NewButton("over", "", "", nil), NewButton("beside", "", "", nil)
	_, w := widgettest.In(t, func() *Panel {
		picture := widget.NewLabel("a widget of Fyne's")
		return NewPanel(container.NewVBox(container.NewStack(picture, container.NewHBox(over)), container.NewHBox(beside)), nil)
	})
	widgettest.Shoot(w, 1)
	if len(over.parts.Objects()) != len(over.parts.Drawn) {
		t.Error("a button over a picture lies below it")
	}
	if len(beside.parts.Objects()) != 0 {
		t.Error("a button beside a picture is not on the sheet")
	}
}

// A panel that is gone is not held by what its sheet has drawn.
func TestSheetForgets(t *testing.T) {
	withSheets(t)
	var buttons []*Button
	p, w := widgettest.In(t, func() *Panel {
		p, b := board(nil)
		buttons = b
		return p
	})
	widgettest.Shoot(w, 1)
	test.WidgetRenderer(p).Destroy() // as Fyne does with what it has not seen for a while
	if len(onSheets) != 0 || len(buttons[0].parts.Objects()) != len(buttons[0].parts.Drawn) {
		t.Errorf("%d things are still held", len(onSheets))
	}
	widgettest.Shoot(w, 1)
	if len(buttons[0].parts.Objects()) != 0 {
		t.Error("a panel that is seen again has no sheet")
	}
}
