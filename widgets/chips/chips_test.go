package chips

import (
	"fmt"
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func knobChips() []Chip {
	var list []Chip
	for i, name := range []string{"lr", "momentum", "beta1", "beta2", "eps", "weight_decay", "lr_decay"} {
		list = append(list, Chip{Key: name, Title: name, On: i < 3})
	}
	return append(list, Chip{Key: "", Title: "main knobs", Action: true})
}

// TestChips: a click tells which, the owner decides what is on, and narrow rows go on below.
func TestChips(t *testing.T) {
	c, _ := widgettest.In(t, New)
	c.SetChips(knobChips())
	c.Resize(fyne.NewSize(2000, chipHeight))
	if h := c.MinSize().Height; h != chipHeight {
		t.Errorf("in one row it is %v high", h)
	}
	c.Resize(fyne.NewSize(140, chipHeight))
	if h := c.MinSize().Height; h < 3*chipHeight {
		t.Errorf("140 wide it is %v high", h)
	}
	for _, o := range c.chips {
		if end := o.Position().X + o.Size().Width; end > 140 {
			t.Errorf("%s ends at %v", o.Title, end)
		}
	}
	var told []string
	c.OnTapped = func(key string) { told = append(told, key) }
	test.Tap(c.chips[1])
	c.chips[4].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if fmt.Sprint(told) != "[momentum eps]" || !c.Chips()[1].On {
		t.Errorf("told %v, chips %v", told, c.Chips())
	}
	c.SetChips(knobChips()[:2])
	if len(c.Chips()) != 2 || len(test.WidgetRenderer(c).Objects()) != 2 {
		t.Error("chips that are gone are still there")
	}
}

// TestChipsPicture draws chips on, off and for doing something, dark and light.
func TestChipsPicture(t *testing.T) {
	for name, p := range widgettest.Palettes {
		w := widgettest.Window(t, p, fyne.NewSize(220, 90), func() fyne.CanvasObject {
			c := New()
			c.SetChips(knobChips())
			return container.NewPadded(c)
		})
		widgettest.CheckGolden(t, "chips-"+name, widgettest.Shoot(w, 2))
	}
}
