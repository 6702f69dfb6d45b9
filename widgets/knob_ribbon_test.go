package widgets

import (
	"fmt"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/ribbon"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ends are pieces as a momentum may have them.
func ends(p *plot.Palette) []ribbon.Piece {
	return []ribbon.Piece{
		{To: 0.5, Color: p.Basin(2, 0), Text: "ends in C", Hint: "momentum 0 to 0.89: ends in C"},
		{To: 0.8, Color: p.Basin(0, 0), Text: "ends in A", Hint: "momentum 0.9 to 0.97: ends in A"},
		{To: 1, Color: p.Away, Text: "leaves the map", Hint: "momentum 0.98 to 1: leaves the map"},
	}
}

// TestRibbons draws ribbons below a track, and one with room for words.
func TestRibbons(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			w := widgettest.Window(t, p, fyne.NewSize(270, 130), func() fyne.CanvasObject {
				box := container.NewVBox()
				for k := range 3 {
					knob := NewKnob(KnobSpec{Label: "momentum", Max: 1, High: 1, Default: 0.4, Color: p.Racer(1), Ribbon: true})
					if k > 0 {
						knob.Ribbon().SetPieces(ends(p), k == 2)
					}
					box.Add(knob)
				}
				large := ribbon.New()
				large.SetPieces(ends(p), false)
				large.SetPlace(0.4)
				box.Add(container.NewGridWrap(fyne.NewSize(250, 24), large))
				return kit.NewPanel(box, p.Racer(1))
			})
			widgettest.CheckGolden(t, fmt.Sprintf("ribbons-%s-%g", name, scale), widgettest.Shoot(w, scale))
		}
	}
}

// TestRibbonLiesWhereTheThumbGoes: a place of the strip is that of the thumb, a click on it sets what stands there, and nothing
// moves when pieces come.
func TestRibbonLiesWhereTheThumbGoes(t *testing.T) {
	spec := unit
	spec.Ribbon = true
	k, said := knobOn(t, spec)
	before := k.MinSize()
	k.Ribbon().SetPieces(ends(plot.DarkPalette()), false)
	if k.MinSize() != before {
		t.Errorf("with pieces it needs %v, without %v", k.MinSize(), before)
	}
	left, width := k.Ribbon().Position().X-k.slider.Position().X, k.Ribbon().Size().Width
	for _, v := range []float64{0, 0.3, 1} {
		k.SetValue(v)
		thumb := k.slider.thumb.Position().X + thumbSize/2
		if at := left + float32(v)*width; at != thumb {
			t.Errorf("%v: the strip has it at %v, the thumb stands at %v", v, at, thumb)
		}
	}
	k.Ribbon().Tapped(&fyne.PointEvent{Position: fyne.NewPos(0.2*width, 2)})
	widgettest.Expect(t, said, "0.2 false", "0.2 true")
	widgettest.DragTo(k.Ribbon(), 0.3*width, 2, 0.1*width, 0)
	widgettest.DragTo(k.Ribbon(), 2*width, 40, 1.7*width, 38)
	k.Ribbon().DragEnd()
	widgettest.Expect(t, said, "0.3 false", "1 false", "1 true")
	if k.Value() != 1 {
		t.Errorf("after a drag beyond its end it is %v", k.Value())
	}
}
