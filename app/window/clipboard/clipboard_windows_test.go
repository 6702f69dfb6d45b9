package clipboard

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// TestClipboard: a picture comes back to the byte, also as the pixels of which other programs know more; texts are none.
func TestClipboard(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	img.SetNRGBA(0, 0, color.NRGBA{R: 1, G: 2, B: 3, A: 255})
	img.SetNRGBA(2, 1, color.NRGBA{R: 7, G: 8, B: 9, A: 255})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := Put(t.Context(), b.Bytes()); err != nil {
		t.Fatal(err)
	}
	got, err := Get(t.Context())
	if err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%v; %d bytes come back of %d", err, len(got), b.Len())
	}
	var pixels []byte
	err = opened(t.Context(), func() (err error) {
		pixels, err = take(dib)
		return err
	})
	if err != nil || len(pixels) < 40+24 || binary.LittleEndian.Uint32(pixels[4:]) != 3 ||
		!bytes.Equal(pixels[40+8:40+12], []byte{9, 8, 7, 255}) || !bytes.Equal(pixels[40+12:40+16], []byte{3, 2, 1, 255}) {
		t.Errorf("%v; the pixels are %v", err, pixels)
	}
	words := windows.StringToUTF16("words")
	err = opened(t.Context(), func() error {
		const text = 13 // CF_UNICODETEXT
		emptyBoard.Call()
		return give(text, unsafe.Slice((*byte)(unsafe.Pointer(&words[0])), 2*len(words)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Get(t.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("words are taken for a picture: %v", err)
	}
}

// TestTooLarge: a picture that is too large is said to be, and the clipboard stays free.
func TestTooLarge(t *testing.T) {
	large := append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, most+2<<20)...)
	err := opened(t.Context(), func() error {
		emptyBoard.Call()
		return give(format(), large)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Get(t.Context()); err == nil || !strings.Contains(err.Error(), " 66 MB") {
		t.Errorf("it says %v", err)
	}
}
