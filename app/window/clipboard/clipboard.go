// Package clipboard puts pictures on the system's clipboard and takes them from there: Fyne's own has texts alone. A picture is a
// PNG file, whatever the system makes of it.
package clipboard

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"time"

	"descentlab/app/words"
)

// ErrNone is the error if there is no picture.
var ErrNone = words.Fault("there is no picture on the clipboard")

// most is how large a picture may be that is taken, in bytes.
const most = 64 << 20

// patience is how long another program may take to hand a picture over.
const patience = 3 * time.Second

// Put puts a picture on the clipboard. On most systems it is there as long as the program runs. It may take a while, and is not
// for the goroutine of the window.
func Put(ctx context.Context, png []byte) error {
	if !isPNG(png) {
		return words.Errorf("this is no PNG picture")
	}
	return put(ctx, png)
}

// Get is the picture that is on the clipboard, or ErrNone. It may wait for the program that has it: for this one, too, so that it
// is not for the goroutine of the window.
func Get(ctx context.Context) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	png, err := get(ctx)
	switch {
	case err != nil:
		return nil, err
	case len(png) > most:
		return nil, tooLarge(len(png))
	case !isPNG(png):
		return nil, ErrNone
	}
	return png, nil
}

// File is the path of a file that was copied in a file manager which says so in another way than by a text, as those of Windows
// and macOS do; "" if there is none. It may take a while, as Get may.
func File(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	path := file(ctx)
	if info, err := os.Stat(path); err != nil || !filepath.IsAbs(path) || !info.Mode().IsRegular() {
		return ""
	}
	return path
}

// tooLarge is the error if a picture has so many bytes.
func tooLarge(n int) error {
	return words.Errorf("the picture on the clipboard has %d MB; at most %d can be read", n>>20, most>>20)
}

func isPNG(data []byte) bool { return bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) }
