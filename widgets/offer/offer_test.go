package offer

import (
	"fmt"
	"os"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestMain(m *testing.M) { os.Exit(widgettest.Main(m)) }

// TestOffers draws a panel with a good, a long and a stale offer.
func TestOffers(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			w := widgettest.Window(t, p, fyne.NewSize(280, 160), func() fyne.CanvasObject {
				good, long, stale := New(), New(), New()
				good.Set("Momentum 0.9 to 0.8", "ends in C instead of A", false)
				long.Set("Start (-0.1, 1) to (0, 1)", "SGD, Momentum, RMSprop and Adam end in C instead of B", false)
				stale.Set("lr of SGD 0.012 to 0.05", "settles in 17 steps instead of 80", true)
				long.FocusGained()
				return container.NewPadded(kit.NewPanel(container.NewVBox(good, long, stale), nil))
			})
			widgettest.CheckGolden(t, fmt.Sprintf("offers-%s-%g", name, scale), widgettest.Shoot(w, scale))
		}
	}
}

// TestOfferIsTaken by a click or by a key, unless it is stale or there is none.
func TestOfferIsTaken(t *testing.T) {
	test.NewApp()
	o, taken := New(), 0
	o.OnTaken = func() { taken++ }
	test.Tap(o)
	o.Set("lr 0.1 to 0.2", "settles at A", true)
	test.Tap(o)
	widgettest.Key(o, fyne.KeySpace)
	if taken != 0 {
		t.Error("what is not offered is taken")
	}
	o.Set("lr 0.1 to 0.2", "settles at A", false)
	test.Tap(o)
	widgettest.Key(o, fyne.KeySpace)
	widgettest.Key(o, fyne.KeyReturn)
	widgettest.Key(o, fyne.KeyDown)
	if taken != 3 {
		t.Errorf("taken %d times, want 3", taken)
	}
}
