package kit

import (
	"bytes"
	"image"

	"fyne.io/fyne/v2"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawings are the icons drawn so far. Their names tell their colours.
var drawings = map[drawingKey]*image.RGBA{}

type drawingKey struct {
	name string
	side int
}

const mostDrawings = 512 // two palettes in two sizes, and more

// drawing is a square icon as pixels, nil if it cannot be drawn.
func drawing(icon fyne.Resource, side int) *image.RGBA {
	key := drawingKey{icon.Name(), side}
	if picture, ok := drawings[key]; ok {
		return picture
	}
	if len(drawings) >= mostDrawings {
		clear(drawings)
	}
	drawings[key] = drawIcon(icon.Content(), side)
	return drawings[key]
}

func drawIcon(source []byte, side int) *image.RGBA {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(source))
	if err != nil || side <= 0 {
		return nil
	}
	picture := image.NewRGBA(image.Rect(0, 0, side, side))
	icon.SetTarget(0, 0, float64(side), float64(side))
	icon.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, picture, picture.Rect)), 1)
	return picture
}
