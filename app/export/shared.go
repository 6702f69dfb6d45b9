package export

import (
	"context"
	"encoding/json"
	"image/color"
	"io"

	"descentlab/app/export/picture"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Shared is an experiment, or a document of another room, that is sent to somebody: its link, its file, or the link's QR code.
var Shared = kind[any]("experiment").Of(func(doc any) any { return doc }).
	With(".txt", sharedLink).With(".json", sharedFile).Pictured(sharedCode)

// sharedLink is the link in a line.
func sharedLink(out *Output, doc any) error {
	link, err := share.Link(doc)
	if err == nil {
		_, err = io.WriteString(out, link+"\n")
	}
	return err
}

// sharedFile is the file that the window saves.
func sharedFile(out *Output, doc any) error {
	data, err := json.MarshalIndent(doc, "", "  ")
	if err == nil {
		_, err = out.Write(append(data, '\n'))
	}
	return err
}

// moduleSize is the side of a module of a QR code, in units.
const moduleSize = 6

// sharedCode is the QR code, dark on light in every theme: not all readers know another one.
func sharedCode(_ context.Context, doc any) (picture.Picture, error) {
	link, err := share.Link(doc)
	if err != nil {
		return picture.Picture{}, err
	}
	code, err := share.QR(link)
	if err != nil {
		return picture.Picture{}, err
	}
	side := code.Rect.Dx()
	return picture.Picture{
		Title: words.T("QR code of %s", link), W: float64(side * moduleSize), H: float64(side * moduleSize),
		Draw: func(_ context.Context, on plot.Canvas, _ plot.Style) error {
			w, h := on.Size()
			module := max(float64(int(min(w, h)/float64(side))), 1)
			left, top := float64(int(w-module*float64(side)))/2, float64(int(h-module*float64(side)))/2
			light, dark := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
			on.Box(plot.Vec{}, w, h/2, 0, light) // in halves: they stay where no ground is wanted
			on.Box(plot.Vec{Y: h / 2}, w, h-h/2, 0, light)
			for y := range side {
				for x := 0; x < side; x++ {
					n := 0
					for x+n < side && code.GrayAt(x+n, y).Y == 0 {
						n++
					}
					if n > 0 {
						on.Box(plot.Vec{X: left + module*float64(x), Y: top + module*float64(y)}, module*float64(n), module, 0, dark)
						x += n
					}
				}
			}
			return nil
		},
	}, nil
}
