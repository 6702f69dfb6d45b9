package kit

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// The strips and the stack cover the whole without overlapping one another.
func TestCutOutLeavesNothingAndOverlapsNothing(t *testing.T) {
	at := func(x, y, w, h float32) area { return area{fyne.NewPos(x, y), fyne.NewSize(w, h)} }
	for name, stack := range map[string][]area{
		"nothing":   nil,
		"one":       {at(10, 30, 80, 40)},
		"two":       {at(10, 30, 80, 20), at(10, 54, 80, 36)},
		"touching":  {at(10, 30, 80, 20), at(10, 50, 80, 20)},
		"all of it": {at(0, 0, 100, 100)},
		"in three":  {at(5, 5, 90, 20), at(5, 30, 90, 20), at(5, 60, 90, 35)},
		"shuffled":  {at(10, 54, 80, 36), at(10, 30, 80, 20)},
	} {
		t.Run(name, func(t *testing.T) {
			whole := at(0, 0, 100, 100)
			strips := cutOut(whole, stack)
			if len(strips) > mostStrips {
				t.Errorf("%d strips, want at most %d", len(strips), mostStrips)
			}
			if name == "shuffled" {
				if len(strips) != 1 || strips[0] != whole {
					t.Errorf("%v, want the whole: the pictures do not stand one below the other", strips)
				}
				return
			}
			var count [100][100]int
			for _, a := range append(strips, stack...) {
				for y := a.at.Y; y < a.at.Y+a.size.Height; y++ {
					for x := a.at.X; x < a.at.X+a.size.Width; x++ {
						count[int(y)][int(x)]++
					}
				}
			}
			for y := range count {
				for x, n := range count[y] {
					if n != 1 {
						t.Fatalf("%d, %d is painted %d times", x, y, n)
					}
				}
			}
		})
	}
}

// A painted is a widget with a picture of one colour.
type painted struct {
	widget.BaseWidget
	size  fyne.Size
	solid bool
}

func (p *painted) Solid() bool { return p.solid }

func (p *painted) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRaster(func(w, h int) image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.Draw(picture, picture.Rect, image.NewUniform(color.Gray{90}), image.Point{}, draw.Src)
		return picture
	})
	return &Parts{
		Drawn:   []fyne.CanvasObject{r},
		Least:   func() fyne.Size { return p.size },
		Arrange: func(size fyne.Size) { Place(r, 0, 0, size.Width, size.Height) },
		Paint:   func() {},
	}
}

// stack is a panel with a button above two pictures.
func stack(solid bool) *Panel {
	var objects []fyne.CanvasObject
	objects = append(objects, NewButton("Reset", IconHome, "", nil))
	for range 2 {
		p := &painted{size: fyne.NewSize(200, 150), solid: solid}
		p.ExtendBaseWidget(p)
		objects = append(objects, p)
	}
	return NewPanel(container.New(layout.NewVBoxLayout(), objects...), nil)
}

// A sheet that lacks what is covered looks the same, at any scale, and is smaller.
func TestStripsLookLikeTheWholeSheet(t *testing.T) {
	withSheets(t)
	odd := fyne.NewSize(261.2, 377.7) // no whole pixels at any scale
	for _, scale := range []float32{1, 1.3, 2} {
		whole, w := widgettest.In(t, func() *Panel { return stack(false) })
		w.Resize(odd)
		want := widgettest.Shoot(w, scale)
		cut, w := widgettest.In(t, func() *Panel { return stack(true) })
		w.Resize(odd)
		w.Canvas().Refresh(cut)
		widgettest.Shoot(w, scale)
		got := widgettest.Shoot(w, scale)
		if far := unlike(got, want); far > 0 {
			t.Errorf("at %v: %.2f %% of the pixels look quite different", scale, 100*far)
		}
		if n := differing(got, want); n > 0 && scale != 1.3 { // where pictures are stretched to whole pixels
			t.Errorf("at %v: %d pixels differ", scale, n)
		}
		if a, b := painting(cut.sheet), painting(whole.sheet); a > b/2 {
			t.Errorf("at %v: %v of %v square units are painted", scale, a, b)
		}
	}
}

// painting is the area that a sheet paints.
func painting(s *sheet) (sum float32) {
	for i := range s.strips {
		if s.strips[i].raster.Visible() {
			sum += s.strips[i].area.size.Width * s.strips[i].area.size.Height
		}
	}
	return sum
}

// differing counts the pixels that are not the same.
func differing(a, b image.Image) (n int) {
	size := a.Bounds()
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// When a picture shrinks, what it has covered is painted, even if the sheet was to be painted anyway.
func TestWhatIsUncoveredIsPainted(t *testing.T) {
	withSheets(t)
	var p *painted
	panel, w := widgettest.In(t, func() *Panel {
		p = &painted{size: fyne.NewSize(200, 150), solid: true}
		p.ExtendBaseWidget(p)
		return NewPanel(container.New(layout.NewVBoxLayout(), p), nil)
	})
	widgettest.Shoot(w, 1)
	widgettest.Shoot(w, 1)
	before := painting(panel.sheet)
	panel.sheet.soil()
	p.Resize(fyne.NewSize(200, 120))
	panel.sheet.look()
	if after := painting(panel.sheet); after < before+200*30 {
		t.Errorf("%v square units are painted, before it %v: want 200 by 30 more", after, before)
	}
}

// toPaint are the strips that a look would have painted.
func toPaint(s *sheet) (list []int) {
	s.collect()
	s.measure()
	for i := range s.strips {
		if p := &s.strips[i]; p.raster.Visible() && p.changed() {
			list = append(list, i)
		}
	}
	s.redone = nil
	return list
}

// Only those strips are painted on which something changes.
func TestOnlyWhatChangesIsPainted(t *testing.T) {
	withSheets(t)
	var above, below *Button
	var small *canvas.Raster
	panel, w := widgettest.In(t, func() *Panel {
		p := &painted{size: fyne.NewSize(200, 150), solid: true}
		p.ExtendBaseWidget(p)
		above, below = NewButton("above", "", "", nil), NewButton("below", "", "", nil)
		small = canvas.NewRaster(func(w, h int) image.Image { return image.NewRGBA(image.Rect(0, 0, w, h)) })
		small.SetMinSize(fyne.NewSize(20, 20))
		stamp := &stamp{}
		stamp.parts = Parts{Drawn: []fyne.CanvasObject{small}, Least: small.MinSize, Arrange: small.Resize, Paint: func() {}}
		stamp.ExtendBaseWidget(stamp)
		return NewPanel(container.New(layout.NewVBoxLayout(), above, p, below, stamp), nil)
	})
	widgettest.Shoot(w, 1)
	widgettest.Shoot(w, 1)
	const top, bottom = 0, 1 // of the strips of one picture
	for _, change := range []struct {
		what string
		do   func()
		want []int
	}{
		{"nothing", func() {}, nil},
		{"the button above", func() { above.SetOn(true) }, []int{top}},
		{"the button below", func() { below.SetText("Below") }, []int{bottom}},
		{"both", func() { above.SetOn(false); below.SetText("below") }, []int{top, bottom}},
		{"there and back", func() { above.SetOn(true); above.SetOn(false) }, nil},
		{"a small picture", func() { Redraw(small) }, []int{bottom}},
	} {
		if change.do(); !slices.Equal(toPaint(panel.sheet), change.want) {
			t.Errorf("%s: painted %v, want %v", change.what, toPaint(panel.sheet), change.want)
		}
	}
}

// A stamp is a widget that consists of a small picture.
type stamp struct {
	widget.BaseWidget
	parts Parts
}

func (s *stamp) CreateRenderer() fyne.WidgetRenderer { return &s.parts }
func (s *stamp) shownParts() *Parts                  { return &s.parts }
