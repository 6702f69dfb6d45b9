package rail

import "fyne.io/fyne/v2"

// Lengths of a rail, in units.
const (
	Wide = 64 // of the rail, with the line at its right
	Slim = 48 // and where the window is narrower than Roomy
	// Roomy is the width of a window from which on the rail is wide.
	Roomy = 1180

	top, foot    = 8, 8 // above the rooms, and below the foot
	itemHeight   = 56
	footHeight   = 44
	iconSize     = 22
	iconTop      = 9  // of a room's item, above its icon
	wordMiddle   = 41 // of a room's item, to the middle of its word
	wordSize     = 11
	pillX, pillY = 7, 2 // of a pill in its item
	slimPillX    = 4
	pillRadius   = 8
	pillStrength = 0.1
	barWidth     = 3
	barHeight    = 40
	barRadius    = 2
)

// slim tells whether a rail of that size, without its line, has no words.
func slim(size fyne.Size) bool { return size.Width < Wide-1 }

// least is the height that all items need.
func (r *Rail) least() float32 {
	return float32(top + r.rooms*itemHeight + (len(r.items)-r.rooms)*footHeight + foot)
}

// box is the place of an item on a rail of that size: the rooms stand at the top, the others at the foot.
func (r *Rail) box(i int, size fyne.Size) (fyne.Position, fyne.Size) {
	if i < r.rooms {
		return fyne.NewPos(0, float32(top+i*itemHeight)), fyne.NewSize(size.Width, itemHeight)
	}
	y := size.Height - foot - float32((len(r.items)-i)*footHeight)
	return fyne.NewPos(0, y), fyne.NewSize(size.Width, footHeight)
}

// pillOf is the place of an item's pill.
func (r *Rail) pillOf(i int, size fyne.Size) (fyne.Position, fyne.Size) {
	at, box := r.box(i, size)
	x := float32(pillX)
	if slim(size) {
		x = slimPillX
	}
	return at.AddXY(x, pillY), box.SubtractWidthHeight(2*x, 2*pillY)
}

// itemAt is the item at a place of the rail, or -1.
func (r *Rail) itemAt(p fyne.Position) int {
	for i := range r.items {
		if at, box := r.box(i, r.Size()); p.Y >= at.Y && p.Y < at.Y+box.Height {
			return i
		}
	}
	return -1
}

// A Layout puts what a rail chooses into a window, a header across it, and the rail below that at the left. In this order Tab
// leads through them.
type Layout struct{}

// Layout is called by Fyne.
func (Layout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, header, rail := objects[0], objects[1], objects[2]
	y, x := header.MinSize().Height, float32(Wide)
	if size.Width < Roomy {
		x = Slim
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(header, 0, 0, size.Width, y)
	place(rail, 0, y, x, max(size.Height-y, 0))
	place(rest, x, y, max(size.Width-x, 0), max(size.Height-y, 0))
}

// MinSize is called by Fyne.
func (Layout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rest, header, rail := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(header.Width, Slim+rest.Width), header.Height+max(rail.Height, rest.Height))
}
