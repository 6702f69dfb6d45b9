package fair

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/widgets/layout"
)

// low is the height of a pane in which rows of the table are seen only if what stands above them gives way, in units.
const low = 250

// A frame gives the pane all the room. Where that is low the idea is left out, and remarks stand below the table.
type frame struct{ *Pane }

// Layout places what scrolls.
func (f frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if is := size.Height < low; is == f.idea.Visible() {
		layout.SetShown(f.idea, !is)
		f.order(is)
		f.body.Refresh()
	}
	f.scroll.Move(fyne.Position{})
	f.scroll.Resize(size)
}

// order puts the remark before the table, or behind it.
func (f frame) order(behind bool) {
	list, remark := f.body.Objects, f.stale.Note.Box
	list = slices.DeleteFunc(slices.Clone(list), func(o fyne.CanvasObject) bool { return o == remark })
	at := slices.Index(list, fyne.CanvasObject(f.table))
	if behind {
		at++
	}
	f.body.Objects = slices.Insert(list, at, fyne.CanvasObject(remark))
}

// MinSize is that of what scrolls.
func (f frame) MinSize([]fyne.CanvasObject) fyne.Size { return f.scroll.MinSize() }
