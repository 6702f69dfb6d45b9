package tabs

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Words are chosen by clicks and by the arrow keys, the hidden ones are passed over, and choosing moves nothing.
func TestTabsAreChosen(t *testing.T) {
	var tabs *Tabs
	_, w := widgettest.In(t, func() *fyne.Container {
		tabs = New([]string{"Points", "Sculpt", "Data"}, []string{"", "", ""})
		return container.NewStack(tabs)
	})
	var said []int
	tabs.OnChanged = func(i int) { said = append(said, i) }
	places := func() (list []float32) {
		tabs.edges(func(_ int, x, _ float32) { list = append(list, x) })
		return list
	}
	before := places()
	tap := func(i int) { test.TapAt(tabs, fyne.NewPos(before[i]+3, 10)) }
	tap(2)
	tap(2)
	if len(said) != 1 || said[0] != 2 || tabs.Selected() != 2 {
		t.Errorf("a click on the third tells %v", said)
	}
	if after := places(); after[1] != before[1] || after[2] != before[2] {
		t.Errorf("choosing moves words from %v to %v", before, after)
	}
	if bar := tabs.bar; bar.Position().X != before[2] || bar.Size().Width < 10 {
		t.Errorf("the bar is at %v, %v", bar.Position(), bar.Size())
	}
	tabs.SetShown(1, false)
	w.Canvas().Focus(tabs)
	widgettest.Key(tabs, fyne.KeyLeft)
	widgettest.Key(tabs, fyne.KeyLeft)
	if tabs.Selected() != 0 {
		t.Errorf("Left leads to %d", tabs.Selected())
	}
	widgettest.Key(tabs, fyne.KeyRight)
	if tabs.Selected() != 2 || len(said) != 3 {
		t.Errorf("Right over a hidden one leads to %d, told %v", tabs.Selected(), said)
	}
	test.TapAt(tabs, fyne.NewPos(tabs.Size().Width-1, 10))
	if tabs.Selected() != 2 {
		t.Error("a click beside the words chooses one")
	}
}

// TestTabsGiveWay: the words keep what is behind them free, by short ones and then by smaller letters, down to those of captions.
func TestTabsGiveWay(t *testing.T) {
	var tabs *Tabs
	widgettest.In(t, func() *fyne.Container {
		tabs = New([]string{"Fortschritt", "Dieser Schritt", "Ereignisse"}, []string{"", "", ""})
		tabs.Short, tabs.Trail = []string{"Verlauf", "Schritt", "Ereignisse"}, 60
		return container.NewStack(tabs)
	})
	end := func() (x float32) {
		tabs.edges(func(_ int, left, width float32) { x = left + width })
		return x
	}
	sizes := map[float32]bool{}
	for _, width := range []float32{500, 300, 240, 225, 215, 100} {
		tabs.Resize(fyne.NewSize(width, tabsHeight))
		size := tabs.textSize()
		if sizes[size] = true; end() > width-tabs.Trail+tabsTight && size > 11 {
			t.Errorf("in %v the words of size %v end at %v", width, size, end())
		}
	}
	if !sizes[13] || !sizes[11] || len(sizes) < 3 {
		t.Errorf("the sizes are %v", sizes)
	}
}
