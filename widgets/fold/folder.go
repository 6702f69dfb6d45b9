package fold

import (
	"slices"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
)

// A Folder is a panel that is one line while it is closed, and shows rows below that while it is open.
type Folder struct {
	*Fold
	Panel *kit.Panel // what is seen of it

	rows *fyne.Container
	body *fyne.Container // the rows with their margins
}

// Label is the width for the labels of rows in a folder, as on the cards beside it.
const Label = 68

// NewFolder is a closed folder. It is for the owner to open it when it is tapped.
func NewFolder(title string) *Folder {
	f := &Folder{Fold: NewFold(title), rows: container.New(fynelayout.NewCustomPaddedVBoxLayout(6))}
	f.body = container.New(fynelayout.NewCustomPaddedLayout(0, 10, foldPad, 8), f.rows)
	f.body.Hide()
	f.Panel = kit.NewFilled(container.New(fynelayout.NewCustomPaddedVBoxLayout(0), f.Fold, f.body), nil)
	return f
}

// Show opens the folder with rows, or closes it, and tells whether it takes another room now.
func (f *Folder) Show(open bool, rows ...fyne.CanvasObject) (changed bool) {
	if !open {
		rows = nil
	}
	if changed = open != f.body.Visible() || !slices.Equal(rows, f.rows.Objects); changed {
		f.rows.Objects = rows
		layout.SetShown(f.body, open)
		f.rows.Refresh()
	}
	return changed
}

// Opened tells whether it is open.
func (f *Folder) Opened() bool { return f.body.Visible() }
