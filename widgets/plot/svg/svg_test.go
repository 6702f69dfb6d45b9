package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"

	"descentlab/resources"
	"descentlab/widgets/plot"
)

var red = color.RGBA{R: 255, A: 255}

// elements reads a file as XML, and returns the names and texts of its elements.
func elements(t *testing.T, text string) (names []string, texts string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names, texts
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			names = append(names, token.Name.Local)
		case xml.CharData:
			texts += string(token)
		}
	}
}

func written(t *testing.T, draw func(*Canvas)) string {
	t.Helper()
	c := New(100, 50)
	draw(c)
	var b bytes.Buffer
	if err := c.Encode(&b, 0.5, About{Title: "a <title> & more"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestElements(t *testing.T) {
	font, err := plot.NewFont(resources.Sans)
	if err != nil {
		t.Fatal(err)
	}
	at := plot.Vec{X: 10, Y: 20}
	text := written(t, func(c *Canvas) {
		c.Box(plot.Vec{}, 100, 50, 0, color.RGBA{A: 255})
		c.Box(at, 5, 5, 2, color.RGBA{R: 64, A: 128})
		corner := plot.Vec{X: 20, Y: 20}
		c.Stroke([]plot.Piece{{A: at, B: corner, Radius: 1, Strength: 1}, {A: corner, B: at, Radius: 1, Strength: 1},
			{A: at, B: at, Radius: 2, Strength: 0.5}}, plot.Pen{Color: red, Halo: color.RGBA{A: 255}, Reach: 1})
		c.Fill([]plot.Vec{{}, at, {X: 3}}, red)
		c.Circle(at, 4, 0, red)
		c.Circle(at, 4, 1.5, red)
		c.Image(image.NewRGBA(image.Rect(0, 0, 2, 2)), plot.Box{X1: 4, Y1: 4})
		c.Text(plot.Text{Text: "x < 3 & y > \"2\" ", Size: 12, Ink: red, Font: font, Align: plot.AlignCenter}, at)
		c.Text(plot.Text{Text: "up", Size: 12, Ink: red, Along: plot.Vec{Y: -1}, Bold: true, Halo: red, Reach: 2}, at)
	})
	names, texts := elements(t, text)
	want := "svg title rect rect path path path path path circle circle image text text"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("elements %s, want %s in\n%s", got, want, text)
	}
	for _, part := range []string{"a <title> & more", "x < 3 & y > \"2\" ", "up"} {
		if !strings.Contains(texts, part) {
			t.Errorf("%q is not among the texts %q", part, texts)
		}
	}
	for _, part := range []string{
		`width="50" height="25" viewBox="0 0 100 50"`, `d="M10 20l10 0-10 0"`, `d="M10 20h0"`, `stroke-width="4"`,
		`stroke-opacity="0.5"`,
		`fill="#7f0000" fill-opacity="0.502"`, `rx="2"`, `text-anchor="middle"`, "textLength=", "rotate(-90 10 20)", "paint-order",
		"data:image/png;base64,",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("there is no %s in\n%s", part, text)
		}
	}
}

// TestWildPlaces: what has no place is left out, and nothing else is.
func TestWildPlaces(t *testing.T) {
	nan, far := plot.Vec{X: math.NaN()}, plot.Vec{X: math.Inf(1)}
	text := written(t, func(c *Canvas) {
		for _, at := range []plot.Vec{nan, far} {
			c.Box(at, 5, 5, 0, red)
			c.Circle(at, 5, 0, red)
			c.Fill([]plot.Vec{{}, at, {X: 3}}, red)
			c.Stroke([]plot.Piece{{A: at, Radius: 1, Strength: 1}, {B: plot.Vec{X: 1}, Radius: 1, Strength: 1}},
				plot.Pen{Color: red})
			c.Text(plot.Text{Text: "x", Size: 9}, at)
			c.Image(image.NewRGBA(image.Rect(0, 0, 1, 1)), plot.Box{X0: at.X})
		}
		c.Text(plot.Text{Text: "a\x00b\x01", Size: 9, Ink: red}, plot.Vec{})
		c.Circle(plot.Vec{}, -1, 0, red)
		c.Fill([]plot.Vec{{}}, red)
	})
	names, _ := elements(t, text)
	wild := strings.Contains(text, "NaN") || strings.Contains(text, "Inf")
	if got := strings.Join(names, " "); got != "svg title path path text" || wild {
		t.Errorf("elements %s in\n%s", got, text)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestFullDisk(t *testing.T) {
	if err := New(1, 1).Encode(full{}, 1, About{}); err == nil {
		t.Error("what could not be written is no error")
	}
}

func FuzzText(f *testing.F) {
	f.Add("a < b", 3.0)
	f.Add("]]>\u0000\ufffe", math.NaN())
	f.Fuzz(func(t *testing.T, text string, at float64) {
		elements(t, written(t, func(c *Canvas) {
			c.Text(plot.Text{Text: text, Size: 10, Ink: red}, plot.Vec{X: at, Y: -at})
			c.Stroke([]plot.Piece{{A: plot.Vec{X: at}, B: plot.Vec{Y: at}, Radius: at, Strength: 1}}, plot.Pen{Color: red})
		}))
	})
}
