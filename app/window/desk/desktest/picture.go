package desktest

import (
	"bytes"
	"image/png"
)

// Picture is what the desk's window looks like, as a PNG file: equal pictures are equal texts.
func (d *Desk) Picture() string {
	d.t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, d.win.Canvas().Capture()); err != nil {
		d.t.Fatal(err)
	}
	return file.String()
}
