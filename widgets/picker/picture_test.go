package picker

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// thumbnail is a picture of a slope.
func thumbnail(c color.RGBA) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for y := range 48 {
		for x := range 64 {
			img.Set(x, y, color.RGBA{c.R, uint8(x * 4), uint8(y * 5), 0xff})
		}
	}
	return img
}

// surfaces is a long list of items, half of them with a picture.
func surfaces(n int) []Item {
	items := make([]Item, n)
	for i := range items {
		items[i] = Item{Key: fmt.Sprint("key", i), Title: fmt.Sprintf("Surface %d", i), Note: "A valley with a bend, and a note"}
		if i%2 == 0 {
			items[i].Picture = thumbnail(color.RGBA{R: uint8(i * 20)})
		}
	}
	return items
}

// TestPickerOpen draws an open list with a search field, the chosen item and the one under the pointer.
func TestPickerOpen(t *testing.T) {
	lengthy.Test(t)
	for name, p := range widgettest.Palettes {
		t.Run(name, func(t *testing.T) {
			picker := (*Picker)(nil)
			w := widgettest.Window(t, p, fyne.NewSize(320, 260), func() fyne.CanvasObject {
				picker = New(surfaces(14))
				picker.Prefix = "Surface: "
				picker.SetSelected("key1")
				return container.NewVBox(container.New(preferred{}, picker))
			})
			picker.Open()
			picker.list.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			widgettest.CheckGolden(t, "picker-"+name, widgettest.Shoot(w, 1))
		})
	}
}

// A picture that comes late is shown in the open list.
func TestPickerSetPicture(t *testing.T) {
	items := methods()
	empty := image.NewRGBA(image.Rect(0, 0, 1, 1))
	for i := range items {
		items[i].Picture = empty
	}
	p, _ := widgettest.In(t, func() *Picker { return New(items) })
	p.SetPicture("sgd", image.NewUniform(color.White))
	p.Open()
	late := image.NewRGBA(image.Rect(0, 0, 2, 2))
	p.SetPicture("lion", late)
	for _, row := range p.list.rows {
		if is := row.picture.Image == late; is != (row.item.Key == "lion") {
			t.Errorf("%s has the late picture: %t", row.item.Key, is)
		}
	}
	if p.items[0].Picture == empty || p.items[2].Picture != late {
		t.Error("the items have their old pictures")
	}
}

// preferred gives a picker the width that its title wants.
type preferred struct{}

func (preferred) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (preferred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(objects[0].(*Picker).PreferredWidth(), size.Height))
}
