package record

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"descentlab/widgets/plot"
)

func testFont(t *testing.T) *plot.Font {
	t.Helper()
	f, err := plot.NewFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every kind of mark has its line.
func TestLines(t *testing.T) {
	red, half := color.RGBA{255, 0, 0, 255}, color.RGBA{64, 0, 0, 64}
	text := plot.Text{Text: "A", Font: testFont(t), Size: 11, Ink: red}
	fancy := text
	fancy.Align, fancy.Tabular, fancy.Reach, fancy.Along = plot.AlignRight, true, 1.5, plot.Vec{X: 0.6, Y: 0.8}
	for want, draw := range map[string]func(c plot.Canvas){
		`text "A" 120.5 88.0 size 11 #ff0000`: func(c plot.Canvas) { c.Text(text, plot.Vec{X: 120.5, Y: 88}) },
		`text "A" 1.0 2.0 size 11 right tabular along 0.60 0.80 haloed #ff0000`: func(c plot.Canvas) {
			c.Text(fancy, plot.Vec{X: 1, Y: 2})
		},
		"circle 3.0 4.0 radius 5.0 #ff0000 25%":     func(c plot.Canvas) { c.Circle(plot.Vec{X: 3, Y: 4}, 5, 0, half) },
		"ring 3.0 4.0 radius 5.0 width 1.5 #ff0000": func(c plot.Canvas) { c.Circle(plot.Vec{X: 3, Y: 4}, 5, 1.5, red) },
		"box 1.0 2.0 to 4.0 6.0 #ff0000":            func(c plot.Canvas) { c.Box(plot.Vec{X: 1, Y: 2}, 3, 4, 0, red) },
		"box 1.0 2.0 to 4.0 6.0 round 1.5 #ff0000":  func(c plot.Canvas) { c.Box(plot.Vec{X: 1, Y: 2}, 3, 4, 1.5, red) },
		"fill 3 corners 0.0 0.0 to 3.0 4.0 #ff0000": func(c plot.Canvas) { c.Fill([]plot.Vec{{}, {X: 3}, {Y: 4}}, red) },
		"image 1.0 2.0 to 4.0 6.0 of 3 by 4 pixels": func(c plot.Canvas) {
			c.Image(image.NewRGBA(image.Rect(0, 0, 3, 4)), plot.Box{X0: 1, Y0: 2, X1: 4, Y1: 6})
		},
		"stroke 0 pieces nowhere width 0.0 #ff0000": func(c plot.Canvas) { c.Stroke(nil, plot.Pen{Color: red}) },
		"circle NaN 4.0 radius 5.0 #ff0000":         func(c plot.Canvas) { c.Circle(plot.Vec{X: math.NaN(), Y: 4}, 5, 0, red) },
		"fill 2 corners nowhere #ff0000":            func(c plot.Canvas) { c.Fill([]plot.Vec{{X: math.NaN()}, {Y: math.Inf(1)}}, red) },
		"stroke 2 pieces 1.0 2.0 to 7.0 8.0 width 3.0 #ff0000 halo #ff0000 25%": func(c plot.Canvas) {
			a, b, d := plot.Vec{X: 1, Y: 2}, plot.Vec{X: 7, Y: 2}, plot.Vec{X: 7, Y: 8}
			c.Stroke([]plot.Piece{{A: a, B: b, Radius: 1}, {A: b, B: d, Radius: 1.5}}, plot.Pen{Color: red, Halo: half, Reach: 1})
		},
	} {
		c := New(200, 100)
		draw(c)
		if got := c.Marks.String(); got != want+"\n" {
			t.Errorf("recorded is %q, want %q", got, want)
		}
	}
}

// A text reaches over the width that its font gives it, from where it is aligned to.
func TestTextBounds(t *testing.T) {
	f := testFont(t)
	width, up := f.Width("wide", 20), f.CapHeight(20)
	for a, left := range map[plot.Align]float64{plot.AlignLeft: 50, plot.AlignCenter: 50 - width/2, plot.AlignRight: 50 - width} {
		c := New(100, 100)
		c.Text(plot.Text{Text: "wide", Font: f, Size: 20, Align: a}, plot.Vec{X: 50, Y: 40})
		if got, want := c.Marks[0].Bounds, (plot.Box{X0: left, Y0: 40 - up, X1: left + width, Y1: 40}); got != want {
			t.Errorf("aligned as %d it is in %v, want %v", a, got, want)
		}
	}
	c := New(100, 100)
	c.Text(plot.Text{Text: "wide", Font: f, Size: 20, Along: plot.Vec{Y: 1}}, plot.Vec{X: 50, Y: 40})
	if got, want := c.Marks[0].Bounds, (plot.Box{X0: 50, Y0: 40, X1: 50 + up, Y1: 40 + width}); got != want {
		t.Errorf("downwards it is in %v, want %v", got, want)
	}
}

// What is recorded stays when the caller goes on to use its memory for something else.
func TestMarksAreCopies(t *testing.T) {
	c := New(10, 10)
	line, corners := []plot.Piece{{Radius: 1}}, []plot.Vec{{X: 1}, {X: 2}, {X: 3}}
	pic := image.NewRGBA(image.Rect(0, 0, 2, 2))
	veil := &plot.Veil{Rect: pic.Rect, Cover: make([]uint8, 4), Inks: make([]color.RGBA, 1)}
	c.Stroke(line, plot.Pen{})
	c.Fill(corners, color.RGBA{})
	c.Image(pic, plot.Box{X1: 2, Y1: 2})
	c.Image(veil, plot.Box{X1: 2, Y1: 2})
	before := []any{c.Marks[0].Pieces[0], c.Marks[1].Points[2], c.Marks[2].Image.At(1, 1), c.Marks[3].Image.At(1, 1)}
	line[0].Radius, corners[2].X, pic.Pix[15], veil.Cover[3], veil.Inks[0] = 9, 9, 9, 9, color.RGBA{9, 9, 9, 9}
	after := []any{c.Marks[0].Pieces[0], c.Marks[1].Points[2], c.Marks[2].Image.At(1, 1), c.Marks[3].Image.At(1, 1)}
	if !slices.Equal(before, after) {
		t.Errorf("recorded was %v, now it is %v", before, after)
	}
}

func TestFinding(t *testing.T) {
	f, blue := testFont(t), color.RGBA{50, 100, 200, 255}
	c := New(100, 100)
	c.Box(plot.Vec{}, 100, 100, 0, color.RGBA{0, 0, 0, 255})
	c.Circle(plot.Vec{X: 5, Y: 5}, 2, 0, color.RGBA{25, 50, 100, 128}) // half as opaque
	c.Circle(plot.Vec{X: 5, Y: 5}, 2, 1, blue)
	c.Text(plot.Text{Text: "one", Font: f, Size: 11}, plot.Vec{X: 7})
	c.Text(plot.Text{Text: "two", Font: f, Size: 11, Ink: blue}, plot.Vec{X: 8})
	if got := c.Marks.Texts(); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("the texts are %q", got)
	}
	if m, ok := c.Marks.Find("two"); !ok || m.At.X != 8 {
		t.Errorf("two is %v, %t", m, ok)
	}
	if m, ok := c.Marks.Find("three"); ok {
		t.Errorf("three is %v", m)
	}
	if got := c.Marks.In(blue); len(got) != 3 || got[0].Kind != Circle || got[2].Kind != Text {
		t.Errorf("in blue are\n%s", got)
	}
	if got := c.Marks.Of(Ring, Box); len(got) != 2 || got[0].Kind != Box {
		t.Errorf("rings and boxes are\n%s", got)
	}
}
