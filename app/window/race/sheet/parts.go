package sheet

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/layout"
)

// parts is the layout that puts the head at the top and the code at the foot; the rest of the sheet, which scrolls, is
// between them.
type parts struct{}

const (
	codeShare = 0.36 // of the sheet's height
	codeLeast = 150
	codeMost  = 320
	slimmest  = 282 // width, which leaves the column free to shrink
	lowest    = 300
)

// Layout places head, body and code.
func (parts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[0].MinSize().Height
	code := min(max(size.Height*codeShare, codeLeast), codeMost)
	body := size.Height - head - code - 2*layout.PanelGap
	y := float32(0)
	for i, h := range []float32{head, max(body, 1), code} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, h))
		y += h + layout.PanelGap
	}
}

// MinSize is independent of what the parts hold, which scrolls.
func (parts) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(slimmest, lowest) }
