package shelf

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/widgettest"
)

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "shelf")
	if err != nil {
		panic(err)
	}
	os.Setenv("XDG_CACHE_HOME", dir)
	status := widgettest.Main(m)
	os.RemoveAll(dir)
	os.Exit(status)
}

// TestShelf: the experiments of a lesson with their pictures; one that the gallery has not is left out, and without any there is
// no shelf.
func TestShelf(t *testing.T) {
	d := desktest.On(t, "sphere", 1, "sgd lr=0.1")
	s := New(d, func() {})
	var pressed []string
	s.OnPressed = func(key string) { pressed = append(pressed, key) }
	d.Window().SetContent(s.Object())
	d.Window().Resize(fyne.NewSize(268, 400))
	s.Set([]string{"one-step", "mine-alone", "speed-limit"})
	d.Settle()
	if len(s.items) != 2 {
		t.Fatalf("%d experiments", len(s.items))
	}
	for _, it := range s.items {
		if it.picture == nil || it.draw(92, 64).Bounds().Dx() != 92 {
			t.Errorf("%s has no picture", it.of.Key)
		}
	}
	seen := desktest.Texts(s.Object(), false)
	for _, want := range []string{"One step is enough", "Speed limit", fmt.Sprintf("All %d experiments", len(gallery.All()))} {
		if !slices.Contains(seen, want) {
			t.Errorf("it does not say %q: %q", want, seen)
		}
	}
	s.items[1].Tapped(nil)
	widgettest.Key(s.items[0], fyne.KeySpace)
	if !slices.Equal(pressed, []string{"speed-limit", "one-step"}) {
		t.Errorf("it tells %q", pressed)
	}
	before := s.items[0].picture
	d.SetLight()
	s.Draw()
	d.Settle()
	if s.items[0].picture == before || s.items[0].picture == nil {
		t.Error("the pictures do not follow the theme")
	}
	if s.Set(nil); s.Object().Visible() {
		t.Error("an empty shelf is seen")
	}
}
