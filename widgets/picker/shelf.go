package picker

import (
	"sort"

	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A shelf holds the rows of a list and their headings below one another without gaps, and has only those in the window that can
// be seen: to lay out dozens of rows would keep the list from opening at once.
type shelf struct {
	box    *fyne.Container
	scroll *container.Scroll
	all    []piece
	tops   []float32 // where each begins, and where the last ends
	width  float32
}

// A piece is what stands on a shelf. Its height is known before it is drawn.
type piece interface {
	fyne.CanvasObject
	height() float32
}

func newShelf() *shelf {
	s := &shelf{tops: []float32{0}}
	s.box = container.New(s)
	s.scroll = container.NewVScroll(s.box)
	s.scroll.OnScrolled = func(fyne.Position) { s.show() }
	return s
}

// hold takes other pieces, and begins at the top.
func (s *shelf) hold(all []piece) {
	s.all, s.tops = all, make([]float32, 1, len(all)+1)
	for i, p := range all {
		s.tops = append(s.tops, s.tops[i]+p.height())
	}
	s.box.Objects = nil
	s.scroll.ScrollToTop()
	s.scroll.Refresh()
	s.show()
}

// total is the height of all pieces.
func (s *shelf) total() float32 { return s.tops[len(s.all)] }

// show has those in the window that can be seen, if only in part.
func (s *shelf) show() {
	top := s.scroll.Offset.Y
	bottom := top + s.scroll.Size().Height
	first := sort.Search(len(s.all), func(i int) bool { return s.tops[i+1] > top })
	last := sort.Search(len(s.all), func(i int) bool { return s.tops[i] >= bottom })
	seen := make([]fyne.CanvasObject, 0, max(last-first, 0))
	for i := first; i < last; i++ {
		kit.Place(s.all[i], 0, s.tops[i], s.width, s.tops[i+1]-s.tops[i])
		seen = append(seen, s.all[i])
	}
	s.box.Objects = seen
}

// reveal scrolls the pieces from one to another into view.
func (s *shelf) reveal(first, last int) {
	top, bottom, offset := s.tops[first], s.tops[last+1], s.scroll.Offset
	switch {
	case top < offset.Y:
		offset.Y = top
	case bottom > offset.Y+s.scroll.Size().Height:
		offset.Y = bottom - s.scroll.Size().Height
	default:
		return
	}
	s.scroll.ScrollToOffset(offset)
	s.show()
}

// MinSize is part of fyne.Layout: as high as everything that could be seen.
func (s *shelf) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, s.total()) }

// Layout is part of fyne.Layout: pieces are as wide as the list.
func (s *shelf) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	s.show()
}
