package clipboard

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
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

// TestFile: the first of the files that were copied, as the Explorer says it; a folder, or nothing, is none.
func TestFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Läufe 1.json")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ copied, want string }{{path + "\x00" + dir, path}, {dir, ""}, {"", ""}} {
		list := binary.LittleEndian.AppendUint32(nil, 20) // DROPFILES
		list = append(list, make([]byte, 12)...)
		list = binary.LittleEndian.AppendUint32(list, 1)
		for _, unit := range utf16.Encode([]rune(c.copied + "\x00\x00")) {
			list = binary.LittleEndian.AppendUint16(list, unit)
		}
		err := opened(t.Context(), func() error {
			emptyBoard.Call()
			return give(copied, list)
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := File(t.Context()); got != c.want {
			t.Errorf("of %q it is %q, want %q", c.copied, got, c.want)
		}
	}
}
