package desktest

import (
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/draw"
)

// Picture is a digest of what the desk's window looks like: equal pictures have equal ones.
func (d *Desk) Picture() string {
	shot := d.win.Canvas().Capture()
	pixels, ok := shot.(*image.NRGBA)
	if !ok {
		pixels = image.NewNRGBA(shot.Bounds())
		draw.Draw(pixels, pixels.Rect, shot, shot.Bounds().Min, draw.Src)
	}
	sum := sha256.Sum256(pixels.Pix)
	return hex.EncodeToString(sum[:])
}
