package contents

import (
	"image"
	"image/color"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"
)

func TestMain(m *testing.M) { os.Exit(widgettest.Main(m)) }

// TestListTellsWhatIsDone: a lesson in the making is not counted, and a click or Enter opens one.
func TestListTellsWhatIsDone(t *testing.T) {
	var l *List
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(268, 300), func() fyne.CanvasObject {
		l = New()
		return l.Object()
	})
	var opened []int
	l.OnOpen = func(i int) { opened = append(opened, i) }
	items := []Item{{Number: 1, Title: "The loop", Share: 1}, {Number: 2, Title: "Learning rate", Share: 1. / 3, Note: "1 of 3"},
		{Title: "Mine", Making: true, Share: 1}}
	l.Set(items, 1)
	seen := widgettest.Read(l.rows[1])
	if l.done.Text() != "1 of 2 done" || !slices.Equal(seen, []string{"2", "Learning rate", "1 of 3"}) {
		t.Errorf("%q, and of the second one %q", l.done.Text(), seen)
	}
	if !l.rows[1].title.TextStyle.Bold || l.rows[0].title.TextStyle.Bold {
		t.Error("the open one does not stand out")
	}
	l.rows[0].Tapped(nil)
	widgettest.Key(l.rows[2], fyne.KeyReturn)
	if !slices.Equal(opened, []int{0, 2}) {
		t.Errorf("it opens %v", opened)
	}
	whole, part := l.rows[0].draw(32, 32), l.rows[1].draw(32, 32)
	items[1].Share = 2. / 3
	l.Set(items, 1)
	if more := l.rows[1].draw(32, 32); inked(part) >= inked(more) || inked(more) >= inked(whole) {
		t.Errorf("rings of %d, %d and %d dots", inked(part), inked(more), inked(whole))
	}
	if l.Set(items[:2], 0); l.Len() != 2 {
		t.Errorf("%d rows", l.Len())
	}
}

// inked is how many dots of a picture are in a strong colour.
func inked(picture image.Image) (n int) {
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			if hi, lo := max(c.R, c.G, c.B), min(c.R, c.G, c.B); c.A > 128 && hi-lo > 100 {
				n++
			}
		}
	}
	return n
}
