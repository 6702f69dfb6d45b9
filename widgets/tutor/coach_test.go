package tutor

import (
	"strings"
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var someBeat = Beat{
	Title: "All optimizers, one start.", Texts: []string{"Drag the ring to let them start elsewhere.", "Drag the ring."},
}

// However little room there is, nothing of a coach runs into anything else; a shorter text takes the place of one that does not
// fit, and the dots give way first.
func TestCoachFits(t *testing.T) {
	c, w := widgettest.In(t, func() *Coach { return New(5) })
	c.Set(2, someBeat)
	for width := float32(260); width <= 700; width += 20 {
		w.Resize(fyne.NewSize(width, 48))
		x := float32(-1)
		parts := []fyne.CanvasObject{c.count, c.text}
		if c.dots[0].Visible() {
			parts = append(parts, c.dots[0], c.dots[4])
		}
		for _, o := range append(parts, c.next, c.closer) {
			if o.Position().X < x {
				t.Errorf("%v wide: a part begins at %v, the one before it ends at %v", width, o.Position().X, x)
			}
			x = o.Position().X + o.Size().Width
		}
		dots, whole := c.dots[0].Visible(), c.text.Text == someBeat.Texts[0]
		if dots && !whole || width >= 600 && !dots || strings.HasSuffix(c.text.Text, "…") && width > 300 {
			t.Errorf("%v wide: dots %t, %q", width, dots, c.text.Text)
		}
	}
}

func TestCoachTells(t *testing.T) {
	c, w := widgettest.In(t, func() *Coach { return New(5) })
	w.Resize(fyne.NewSize(600, 48))
	said := &[]string{}
	c.OnNext = func() { *said = append(*said, "next") }
	c.OnClose = func() { *said = append(*said, "close") }
	c.Set(1, someBeat)
	test.Tap(c.next)
	last := someBeat
	last.Title, last.Last = "The end.", true
	c.Set(5, last)
	test.Tap(c.closer)
	widgettest.Expect(t, said, "next", "close")
	if got := c.String(); got != "5 of 5: The end. / Drag the ring to let them start elsewhere." {
		t.Errorf("it says %q", got)
	}
	if got := widgettest.Read(c.next); len(got) != 1 || got[0] != "Done" {
		t.Errorf("the button says %q", got)
	}
}
