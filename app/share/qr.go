package share

import (
	"image"
	"image/color"

	"rsc.io/qr"

	"descentlab/app/words"
)

// QuietZone is how many modules stay light around a QR code: readers want as many (ISO/IEC 18004).
const QuietZone = 4

// ErrNoQR says that a link has more letters than a QR code holds.
const ErrNoQR = words.Fault("this link is too long for a QR code")

// QR is the QR code of a link, a pixel for each module, with a quiet zone: as much redundant as a code that can still be read
// from a screen allows. The error is ErrNoQR for a link that has no room in one.
func QR(link string) (*image.Gray, error) {
	code, err := encode(link)
	if err != nil {
		return nil, ErrNoQR
	}
	side := code.Size + 2*QuietZone
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !code.Black(x-QuietZone, y-QuietZone) {
				picture.SetGray(x, y, color.Gray{Y: 0xff})
			}
		}
	}
	return picture, nil
}

// clear is how large a code is of which every module is well seen in a dialog, in modules.
const clear = 77

// encode makes the code of level M if that is not too dense, and else the smallest one.
func encode(link string) (*qr.Code, error) {
	if code, err := qr.Encode(link, qr.M); err == nil && code.Size <= clear {
		return code, nil
	}
	return qr.Encode(link, qr.L)
}
