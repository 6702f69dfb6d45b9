package resources

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"testing"
)

// The icon must not need what simple SVG renderers lack: strokes that scale,
// gradients, clipping, styles, text.
func TestIconIsSimple(t *testing.T) {
	allowed := map[string]bool{"svg": true, "rect": true, "path": true, "circle": true}
	d, shapes := xml.NewDecoder(bytes.NewReader(Icon)), 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		shapes++
		if !allowed[e.Name.Local] {
			t.Errorf("element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			if a.Name.Local == "stroke" || a.Name.Local == "style" {
				t.Errorf("%s has the attribute %s", e.Name.Local, a.Name.Local)
			}
		}
	}
	if shapes < 10 {
		t.Errorf("only %d elements", shapes)
	}
}

// The picture for packages is square, large, and transparent in its corners.
func TestIconPicture(t *testing.T) {
	f, err := os.Open("icon.png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("size %v, want 512 by 512", b)
	}
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner is not transparent")
	}
	if _, _, _, a := img.At(256, 256).RGBA(); a != 0xffff {
		t.Error("the middle is not opaque")
	}
}
