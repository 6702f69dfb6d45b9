package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"image"
	"image/color"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"descentlab/resources"
	"descentlab/widgets/plot"
)

var red = color.RGBA{R: 255, A: 255}

func font(t testing.TB) *plot.Font {
	t.Helper()
	f, err := plot.NewFont(resources.Sans, resources.Symbols, resources.Mono)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written is the file, and what is drawn on its page.
func written(t testing.TB, draw func(plot.Canvas)) (file []byte, page string) {
	t.Helper()
	c := New(200, 100, 2)
	draw(c)
	var b bytes.Buffer
	if err := c.Encode(&b, About{Title: "a title", Creator: "Descent Lab"}); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b.Bytes(), []byte("stream\n"))
	packed, err := zlib.NewReader(bytes.NewReader(b.Bytes()[at+len("stream\n"):]))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(packed)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), string(text)
}

// TestMarks: every kind of mark becomes operators of its own, at its place, in points from the lower left corner.
func TestMarks(t *testing.T) {
	at := plot.Vec{X: 40, Y: 20}
	file, page := written(t, func(c plot.Canvas) {
		c.Box(plot.Vec{}, 200, 100, 0, color.RGBA{A: 255})
		c.Box(at, 8, 8, 2, color.RGBA{R: 64, A: 128})
		c.Stroke([]plot.Piece{{A: at, B: plot.Vec{X: 80, Y: 20}, Radius: 2, Strength: 1}, {A: plot.Vec{X: 80, Y: 20},
			B: plot.Vec{X: 80, Y: 60}, Radius: 2, Strength: 1}}, plot.Pen{Color: red, Halo: color.RGBA{A: 255}, Reach: 1})
		c.Fill([]plot.Vec{{}, at, {X: 8}}, red)
		c.Circle(at, 4, 0, red)
		c.Circle(at, 4, 2, red)
		c.Image(image.NewRGBA(image.Rect(0, 0, 2, 2)), plot.Box{X1: 4, Y1: 4})
		c.Text(plot.Text{Text: "Adam", Size: 12, Ink: red, Font: font(t), Align: plot.AlignRight}, at)
		part := c.Part(plot.Box{X0: 100, Y0: 50, X1: 200, Y1: 100})
		part.Text(plot.Text{Text: "up ★", Size: 12, Ink: red, Font: font(t), Along: plot.Vec{Y: -1}, Bold: true}, at)
	})
	for _, want := range []string{
		"0 0 75 37.5 re f",                 // a unit is 3/8 points here: the page is 75 by 37.5
		"2.25 w 15 30 m 30 30 l 30 15 l S", // the halo, wider than
		"1.5 w 15 30 m 30 30 l 30 15 l S",  // the line
		"0 37.5 m 15 30 l 3 37.5 l h f",    // the polygon
		"/I", "Do",                         // the image
		"(\x00A\x00d\x00a\x00m) Tj",          // the text, in UTF-16
		"q\n37.5 0 37.5 18.75 re W n",        // the part, cut off
		"0 1 -1 0 52.5 11.25 cm", "w 2 Tr\n", // turned, and bold
		"gs", // half transparent
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %q in\n%s", want, page)
		}
	}
	open := 0
	for word := range strings.FieldsSeq(page) {
		switch word {
		case "q":
			open++
		case "Q":
			open--
		}
	}
	if open != 0 {
		t.Errorf("%d states are left open", open)
	}
	if fonts := regexp.MustCompile(`/FontFile2`).FindAll(file, -1); len(fonts) != 2 || len(file) > 60_000 {
		t.Errorf("%d fonts in %d bytes: want the letters of two", len(fonts), len(file))
	}
	if !bytes.Contains(file, []byte("/MediaBox [0 0 75.00 37.50]")) {
		t.Error("the page has another size")
	}
}

// TestEqualFiles: a file does not tell when it was made.
func TestEqualFiles(t *testing.T) {
	draw := func(c plot.Canvas) {
		c.Text(plot.Text{Text: "Adam ★ ∇", Size: 12, Ink: red, Font: font(t), Halo: red, Reach: 2}, plot.Vec{X: 5, Y: 50})
		c.Circle(plot.Vec{X: 9, Y: 9}, 3, 0, color.RGBA{R: 9, A: 90})
	}
	a, _ := written(t, draw)
	b, _ := written(t, draw)
	if !bytes.Equal(a, b) {
		t.Error("two files of one picture differ")
	}
}

// TestWildPlaces: what has no place is left out, and nothing else is.
func TestWildPlaces(t *testing.T) {
	_, page := written(t, func(c plot.Canvas) {
		for _, at := range []plot.Vec{{X: math.NaN()}, {X: math.Inf(1)}} {
			c.Box(at, 5, 5, 0, red)
			c.Circle(at, 5, 0, red)
			c.Fill([]plot.Vec{{}, at, {X: 3}}, red)
			c.Stroke([]plot.Piece{{A: at, Radius: 1, Strength: 1}, {B: plot.Vec{X: 8}, Radius: 1, Strength: 1}}, plot.Pen{Color: red})
			c.Text(plot.Text{Text: "x", Size: 9, Font: font(t)}, at)
			c.Image(image.NewRGBA(image.Rect(0, 0, 1, 1)), plot.Box{X0: at.X})
		}
		c.Text(plot.Text{Text: "a\x00b\x01 \U0001d465", Size: 9, Ink: red, Font: font(t)}, plot.Vec{})
		c.Circle(plot.Vec{}, -1, 0, red)
		c.Fill([]plot.Vec{{}}, red)
		c.Image(image.NewRGBA(image.Rectangle{}), plot.Box{X1: 9, Y1: 9})
	})
	if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") || strings.Count(page, "0 37.5 m 3 37.5 l S") != 2 {
		t.Errorf("%s", page)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestFullDisk(t *testing.T) {
	if err := New(1, 1, 1).Encode(full{}, About{}); err == nil {
		t.Error("what could not be written is no error")
	}
}

func FuzzText(f *testing.F) {
	f.Add("a < b", 3.0, 12.0)
	f.Add("]]>\u0000\ufffe(\\)", math.NaN(), 1e9)
	f.Add("\U0001d465 \xff", 1e300, -1.0)
	all := font(f)
	f.Fuzz(func(t *testing.T, text string, at, size float64) {
		written(t, func(c plot.Canvas) {
			c.Text(plot.Text{Text: text, Size: size, Ink: red, Font: all, Halo: red, Reach: at}, plot.Vec{X: at, Y: -at})
			c.Text(plot.Text{Text: text, Size: 10, Ink: red, Font: all, Tabular: true, Along: plot.Vec{Y: 1}}, plot.Vec{X: 3})
			c.Stroke([]plot.Piece{{A: plot.Vec{X: at}, B: plot.Vec{Y: at}, Radius: at, Strength: 1}}, plot.Pen{Color: red})
			c.Box(plot.Vec{X: at}, size, at, at, red)
			c.Circle(plot.Vec{X: at}, size, at, red)
		})
	})
}

// TestEqualPicturesAreEqualFiles, with images as wide as one another, too; and each shows its own pixels in its own place.
func TestEqualPicturesAreEqualFiles(t *testing.T) {
	draw := func(c plot.Canvas) {
		for i := range 4 {
			img := image.NewNRGBA(image.Rect(0, 0, 10, 5))
			img.SetNRGBA(i, 1, color.NRGBA{R: 255, A: 255})
			x := 20 * float64(i)
			c.Image(img, plot.Box{X0: x, Y0: 0, X1: x + 10, Y1: 5})
		}
	}
	first, page := written(t, draw)
	for range 20 {
		if again, _ := written(t, draw); !bytes.Equal(first, again) {
			t.Fatal("two files differ")
		}
	}
	for _, place := range []string{"q 3.75000 0 0 1.87500 0.00000", "q 4.12500 0 0 1.87500 7.50000"} {
		if !strings.Contains(page, place) {
			t.Errorf("nothing is at %s:\n%s", place, page)
		}
	}
}

// TestAttached: a file goes with the page, packed and under its name.
func TestAttached(t *testing.T) {
	c := New(20, 10, 1)
	var b bytes.Buffer
	if err := c.Encode(&b, About{File: File{Name: "a.json", Text: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Type /EmbeddedFile", "/EmbeddedFiles", "\x00a\x00.\x00j\x00s\x00o\x00n"} {
		if !bytes.Contains(b.Bytes(), []byte(want)) {
			t.Errorf("the file has no %q", want)
		}
	}
	if file, _ := written(t, func(plot.Canvas) {}); bytes.Contains(file, []byte("/EmbeddedFile ")) {
		t.Error("nothing was attached, and there is something")
	}
}
