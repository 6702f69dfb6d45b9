package picker

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// methods is a list in groups, long enough for a search field.
func methods() []Item {
	items := []Item{
		{Key: "sgd", Title: "SGD", Detail: "1951", Group: "Descent", Note: "Steps straight down the gradient."},
		{Key: "heavy_ball", Title: "Heavy ball", Detail: "1964", Group: "Descent", Note: "Keeps its velocity."},
		{Key: "lion", Title: "Lion", Detail: "2023", Group: "Descent", Note: "Takes the sign of a mean."},
		{Key: "adam", Title: "Adam", Detail: "2014", Group: "Adaptive",
			Note: "Divides by the size of recent gradients, and its velocity is a mean as well: a long sentence."},
		{Key: "adamax", Title: "Adamax", Detail: "2014", Group: "Adaptive", Note: "Divides by the greatest."},
	}
	for i := range 12 {
		items = append(items, Item{
			Key: fmt.Sprint("chance", i), Title: fmt.Sprintf("Chance %d", i), Detail: "1953", Group: "Noise and chance", Note: "Draws.",
		})
	}
	return items
}

// shownAs lists what the open list shows, headings in brackets.
func shownAs(p *Picker) (names []string) {
	for _, o := range p.list.shelf.all {
		switch o := o.(type) {
		case *heading:
			names = append(names, "["+o.name+"]")
		case *row:
			names = append(names, o.item.Key)
		}
	}
	return names
}

func TestPickerGroups(t *testing.T) {
	p, _ := widgettest.In(t, func() *Picker { return New(methods()) })
	p.SetSelected("lion")
	p.Open()
	want := []string{"[Descent]", "sgd", "heavy_ball", "lion", "[Adaptive]", "adam", "adamax", "[Noise and chance]", "chance0"}
	if got := shownAs(p)[:len(want)]; !slices.Equal(got, want) {
		t.Errorf("the list shows %q, want %q", got, want)
	}
	widgettest.Key(p.list.search, fyne.KeyDown) // over the heading
	if row := p.list.current(); row.item.Key != "adam" {
		t.Errorf("below lion comes %s, want adam", row.item.Key)
	}
	for range 3 {
		widgettest.Key(p.list.search, fyne.KeyUp)
	}
	widgettest.Key(p.list.search, fyne.KeyUp)
	if y := p.list.shelf.scroll.Offset.Y; p.list.current().item.Key != "sgd" || y != 0 {
		t.Errorf("at the top %s is the active one and the list is scrolled by %v: its heading is out of view",
			p.list.current().item.Key, y)
	}
	for text, want := range map[string][]string{
		"ada":          {"adam", "adamax"},
		"2014":         {"adam", "adamax"},
		"velocity":     {"heavy_ball", "adam"},
		"adaptive max": {"adamax"},
		"heavy_":       {"heavy_ball"},
		"descent sign": {"lion"},
	} {
		p.Open()
		test.Type(p.list.search, text)
		if got := shownAs(p); !slices.Equal(got, want) {
			t.Errorf("%q shows %q, want %q without headings", text, got, want)
		}
	}
}

func TestPickerTellsMore(t *testing.T) {
	p, w := widgettest.In(t, func() *Picker { return New(methods()) })
	var said []string
	p.OnAbout = func(key string) { said = append(said, key) }
	p.OnPicked = func(key string) { t.Errorf("%s is picked", key) }
	p.Open()
	row := p.list.shown[1]
	row.MouseIn(widgettest.Mouse(1, 1, 0))
	if !row.about.Visible() || p.list.shown[0].about.Visible() {
		t.Error("the active row, and no other, has the button")
	}
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(row.about).AddXY(5, 5))
	if p.list != nil || len(said) != 1 {
		t.Errorf("told %q, list %v", said, p.list)
	}
	p.Open()
	widgettest.Key(p.list.search, fyne.KeyDown)
	widgettest.Key(p.list.search, fyne.KeyF1)
	if want := []string{"heavy_ball", "heavy_ball"}; !slices.Equal(said, want) || p.list != nil {
		t.Errorf("told %q, want %q; list %v", said, want, p.list)
	}
	p.OnAbout = nil
	p.Open()
	widgettest.Key(p.list.search, fyne.KeyF1)
	if p.list == nil || p.list.current().about != nil {
		t.Error("where nobody can tell more there is no button, and F1 does nothing")
	}
}

// TestPickerGroupsOpen draws an open list with headings, details and the button of the active row.
func TestPickerGroupsOpen(t *testing.T) {
	lengthy.Test(t)
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			t.Run(fmt.Sprintf("%s-%g", name, scale), func(t *testing.T) {
				picker := (*Picker)(nil)
				w := widgettest.Window(t, p, fyne.NewSize(420, 330), func() fyne.CanvasObject {
					picker = New(methods())
					picker.OnAbout = func(string) {}
					picker.SetSelected("heavy_ball")
					return container.NewVBox(container.New(preferred{}, picker))
				})
				picker.Open()
				widgettest.Key(picker.list.search, fyne.KeyDown)
				widgettest.CheckGolden(t, fmt.Sprintf("picker-groups-%s-%g", name, scale), widgettest.Shoot(w, scale))
			})
		}
	}
}
