package window

import (
	"fyne.io/fyne/v2"

	"descentlab/app/window/describing"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/gesture"
)

// describe says in words what is shown: by the picture under the pointer, else where the focus is, else by the main one of the
// room. It gives the sheet, or nil if there is nothing to describe.
func (u *ui) describe() *describing.Sheet {
	u.closeMenus()
	var spots []desk.Spot
	if r, is := u.seen.room.(desk.Describer); is {
		spots = r.Spots()
	}
	if len(spots) == 0 {
		u.notice(words.T("There is no picture here to be described."))
		return nil
	}
	at := u.spotOf(spots, gesture.Pointed())
	if focused, is := u.win.Canvas().Focused().(fyne.CanvasObject); at < 0 && is {
		at = u.spotOf(spots, focused)
	}
	sheet := describing.Open(u.win, spots, max(at, 0), u.Copy)
	u.over = sheet.Key
	return sheet
}

// says is what a screen reader reads of the window: what the main picture of the room shows. While the race plays it stays as it
// was, for nobody could follow.
func (u *ui) says() string {
	if !u.reads.stale || u.lab.State().Playing {
		return u.reads.text
	}
	u.reads.stale = false
	u.reads.text = u.seen.kind.Name
	if r, is := u.seen.room.(desk.Describer); is {
		if spots := r.Spots(); len(spots) > 0 {
			d := spots[0].Describe()
			u.reads.text = d.Title + ". " + d.Text
		}
	}
	return u.reads.text
}

// spotOf is the spot in which an object lies; -1 if it lies in none.
func (u *ui) spotOf(spots []desk.Spot, o fyne.CanvasObject) int {
	if o == nil || !o.Visible() {
		return -1
	}
	d := u.app.Driver()
	middle := d.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	for i, spot := range spots {
		from, size := d.AbsolutePositionForObject(spot.Object), spot.Object.Size()
		if p := middle.Subtract(from); p.X >= 0 && p.Y >= 0 && p.X < size.Width && p.Y < size.Height {
			return i
		}
	}
	return -1
}
