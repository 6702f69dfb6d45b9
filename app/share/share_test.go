package share

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// documents are the default experiment, all of the gallery, one of many examples, and one with texts of several alphabets.
func documents() []setup.Experiment {
	list := []setup.Experiment{setup.Default()}
	for _, e := range gallery.All() {
		list = append(list, e.Doc)
	}
	many := setup.Default()
	r := rand.New(rand.NewPCG(1, 2))
	u, v := make([]float64, 5000), make([]float64, 5000)
	for i := range u {
		u[i], v[i] = r.NormFloat64(), r.NormFloat64()
	}
	s, err := surfaces.Lookup("linear_regression")
	if err != nil {
		panic(err)
	}
	many.SetSurface(s)
	named := surfaces.Dataset{Title: "Größe <&> 体重 🏔", Columns: []surfaces.Column{
		{Name: "u", Label: "Größe", Values: u}, {Name: "t", Label: "体重", Values: v}}}
	if err := many.SetData(&named); err != nil {
		panic(err)
	}
	return append(list, many)
}

// picture is a PNG picture, or an SVG one, that carries a document.
func picture(t testing.TB, ending string, doc any) []byte {
	var b bytes.Buffer
	w, err := Into(ending, &b, doc)
	if err != nil {
		t.Fatal(err)
	}
	plain := drawn(t, ending)
	for len(plain) > 0 { // in pieces, as encoders write
		n := min(7, len(plain))
		if wrote, err := w.Write(plain[:n]); err != nil || wrote != n {
			t.Fatal(wrote, err)
		}
		plain = plain[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// drawn is a picture that carries nothing.
func drawn(t testing.TB, ending string) []byte {
	switch ending {
	case ".gif":
		img := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.Black, color.White, color.Gray{99}})
		img.SetColorIndex(3, 4, 1)
		var b bytes.Buffer
		film := gif.GIF{Image: []*image.Paletted{img, img}, Delay: []int{5, 5},
			Config: image.Config{Width: 40, Height: 30, ColorModel: img.Palette}}
		if err := gif.EncodeAll(&b, &film); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	case ".svg":
		return []byte(`<?xml version="1.0"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg" aria-label="x > y" width="9">` +
			`<title>A &lt; B</title><path d="M0 0"/></svg>` + "\n")
	}
	img := image.NewRGBA(image.Rect(0, 0, 40, 30))
	img.Set(3, 4, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRoundTrips: a document is the same after a file, a PNG, an SVG, a link and the clipboard.
func TestRoundTrips(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	for i, doc := range documents() {
		text, err := ascii(doc)
		if err != nil {
			t.Fatal(err)
		}
		same := func(way string, d Document, err error) {
			t.Helper()
			got := setup.Experiment{}
			if err == nil {
				got, _, err = d.Experiment()
			}
			if err != nil || !reflect.DeepEqual(got, doc) {
				t.Errorf("document %d by %s: %v\n%+v\n%+v", i, way, err, got, doc)
			}
			if again, err := ascii(got); err != nil || !bytes.Equal(again, text) {
				t.Errorf("document %d by %s is written otherwise: %v", i, way, err)
			}
		}
		file := filepath.Join(dir, "e.descent.json")
		if err := setup.SaveExperiment(file, doc); err != nil {
			t.Fatal(err)
		}
		d, err := Open(file)
		same("file", d, err)
		d, err = Paste("\n" + string(d.Text))
		same("text of the file", d, err)
		for _, name := range []string{"e.png", "e.svg", "e.gif", "called otherwise.json"} {
			ending := filepath.Ext(name)
			if !TakesIn(ending) {
				ending = ".png"
			}
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, picture(t, ending, doc), 0o600); err != nil {
				t.Fatal(err)
			}
			d, err := Open(path)
			same(name, d, err)
		}
		for name, data := range map[string][]byte{
			"e.pdf": pageOf(text, true), "plain.pdf": pageOf(text, false), "e.ipynb": bookOf(string(text)),
		} {
			d, err := find(name, bytes.NewReader(data), int64(len(data)))
			same(name, d, err)
		}
		d, err = Paste(string(picture(t, ".svg", doc)))
		same("text of an SVG", d, err)
		link, err := Link(doc)
		if err != nil {
			t.Fatal(err)
		}
		d, err = Paste(link)
		same("link", d, err)
		d, err = OfLink("Look: <" + link[:30] + "\r\n \u200b" + link[30:] + "> and say what you see")
		same("link in a letter", d, err)
		d, err = OfLink(strings.NewReplacer("-", "+", "_", "/").Replace(link) + " or so")
		same("link in the other alphabet", d, err)
	}
}

// pageOf is a PDF with an attached file, packed or as it is, between another one and a list of both.
func pageOf(document []byte, packed bool) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles 9 0 R >> >>\nendobj\n")
	file := func(contents []byte, packed bool) {
		filter := ""
		if packed {
			contents, filter = zipped(contents), "/Filter /FlateDecode "
		}
		fmt.Fprintf(&b, "2 0 obj\n<< /Type /EmbeddedFile %s/Length %d >>\nstream\r\n%s\nendstream\nendobj\n", filter, len(contents),
			contents)
	}
	file([]byte("name,age\n"), !packed)
	file(document, packed)
	b.WriteString("trailer\n<< /Root 1 0 R >>\n%%EOF\n")
	return b.Bytes()
}

// bookOf is a notebook with a text in the place of a document.
func bookOf(document string) []byte {
	data, _ := json.Marshal(map[string]any{
		"cells":    []any{map[string]any{"cell_type": "markdown", "metadata": map[string]any{}, "source": []string{"# A race"}}},
		"metadata": map[string]any{NotebookKey: document, "language_info": map[string]any{"name": "python"}},
		"nbformat": 4, "nbformat_minor": 5,
	})
	return data
}

// TestPicturesStayWhatTheyAre: a picture that carries an experiment shows what it showed without.
func TestPicturesStayWhatTheyAre(t *testing.T) {
	doc := setup.Default()
	plain, err := png.Decode(bytes.NewReader(drawn(t, ".png")))
	if err != nil {
		t.Fatal(err)
	}
	with, err := png.Decode(bytes.NewReader(picture(t, ".png", doc)))
	if err != nil || !reflect.DeepEqual(plain, with) {
		t.Errorf("PNG: %v", err)
	}
	film, err := gif.DecodeAll(bytes.NewReader(drawn(t, ".gif")))
	if err != nil {
		t.Fatal(err)
	}
	carrying, err := gif.DecodeAll(bytes.NewReader(picture(t, ".gif", doc)))
	if err != nil || !reflect.DeepEqual(film, carrying) {
		t.Errorf("GIF: %v", err)
	}
	svg := string(picture(t, ".svg", doc))
	at := strings.Index(svg, "<metadata>")
	if at < 0 || strings.Index(svg, "<title>") < at || strings.Count(svg, "width=\"9\">\n<metadata>") != 1 {
		t.Errorf("SVG: %s", svg)
	}
	if rest := svg[:at-1] + svg[strings.Index(svg, "</metadata>")+len("</metadata>"):]; rest != string(drawn(t, ".svg")) {
		t.Errorf("SVG without its metadata: %s", rest)
	}
	for _, none := range []string{"", "<svg", "short", strings.Repeat("no picture at all, ", 9999)} {
		for _, ending := range []string{".png", ".svg", ".gif", ".bmp"} {
			var b bytes.Buffer
			w, err := Into(ending, &b, doc)
			if err != nil {
				t.Fatal(err)
			}
			_, err = w.Write([]byte(none))
			if closed := w.Close(); err != nil || closed != nil || b.String() != none {
				t.Errorf("%q as %s became %q: %v, %v", none[:min(9, len(none))], ending, b.String()[:min(9, b.Len())], err, closed)
			}
		}
	}
}

// TestLinksAreShort: of the default experiment, and of all in the gallery, so that a QR code holds them.
func TestLinksAreShort(t *testing.T) {
	link, err := Link(setup.Default())
	if err != nil || len(link) > 60 {
		t.Errorf("the default experiment's has %d letters: %v", len(link), err)
	}
	changed := setup.Default()
	changed.Start, changed.Surface, changed.Seed = surfaces.Point{X: -0.731, Y: 2.25}, "", 12345
	changed.Formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
	if link, err = Link(changed); err != nil || len(link) > 300 {
		t.Errorf("a changed one's has %d letters: %v", len(link), err)
	}
	longest := 0
	for _, e := range gallery.All() {
		link, err := Link(e.Doc)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := QR(link); err != nil {
			t.Errorf("%s: %v", e.Key, err)
		}
		longest = max(longest, len(link))
	}
	if longest > 1500 {
		t.Errorf("the longest has %d letters", longest)
	}
}

// TestDictionaryStays: links that are in the world need the one that they were made with.
func TestDictionaryStays(t *testing.T) {
	if got := crc32.ChecksumIEEE(dictionary); got != 0x3d29d8b7 {
		t.Errorf("its checksum is %#x", got)
	}
	e, err := gallery.Find("adam-rotation")
	if err != nil {
		t.Fatal(err)
	}
	for text, doc := range map[string]setup.Experiment{
		"descentlab:AQxcHTiIGo2JwRITgAAAAP__": setup.Default(),
		"descentlab:AVbVLVOyIjEmEG0wAz1TLUiry9RAqzLOCKV9A4seEx0T9OhBEoJFj4GOkZ6FkYWJ" +
			"kbmhkYm5iZmhpYEx3siClKtYYgspnEyxxxZSfFpaoGAjpKiiQsACAgAA__8": e.Doc,
	} {
		d, err := OfLink(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := d.Experiment(); err != nil || !reflect.DeepEqual(got, doc) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

// TestCutLinks: a link that is cut off anywhere, or has a letter that is another one, is no experiment, and that is said.
func TestCutLinks(t *testing.T) {
	e, err := gallery.Find("adam-rotation")
	if err != nil {
		t.Fatal(err)
	}
	link, err := Link(e.Doc)
	if err != nil {
		t.Fatal(err)
	}
	for n := range link {
		d, err := Paste(link[:n])
		if err == nil {
			t.Fatalf("%q is %s", link[:n], d.Text)
		}
		switch text := err.Error(); {
		case n > len(Scheme) && !strings.Contains(text, "cut off"):
			t.Errorf("cut after %d: %v", n, err)
		case n == len(Scheme) && !errors.Is(err, errNoLink), n > 0 && n < len(Scheme) && !strings.Contains(text, "descentlab:"):
			t.Errorf("cut after %d: %v", n, err)
		}
		if n < len(Scheme) {
			continue
		}
		other := []byte(link)
		if other[n] = 'A'; link[n] == 'A' {
			other[n] = 'B'
		}
		// Some bits of the last letter say nothing.
		if d, err := Paste(string(other)); err == nil && n < len(link)-1 {
			t.Errorf("with another letter at %d it is %s", n, d.Text)
		}
	}
}
