package kit

import (
	"slices"

	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A sheet is one picture of what the widgets of a panel consist of: rectangles, texts, icons. Each would be a picture and a
// call of OpenGL's for itself, in every frame; drawn by software such a call takes about a tenth of a millisecond and holds 64
// KB. The sheet is painted only when something on it changes.
//
// The widgets stay where they are and get all gestures: only what they are drawn by is left out of what Fyne paints. What has a
// picture of its own, as a chart has, or belongs to a widget of Fyne's, is painted by Fyne above the sheet. Below what covers the
// sheet nothing is painted: it consists of strips.
type sheet struct {
	owner   skinned
	frame   func([]mark) []mark // appends what lies below all
	content fyne.CanvasObject

	strips [mostStrips]strip
	bell   *canvas.Rectangle // shows nothing, and is asked for when a look is wanted
	size   fyne.Size
	shown  []mark
	reach  []area           // of each of those
	solid  []area           // what of it is covered
	parts  []*Parts         // that it draws
	soiled bool             // a look has been asked for
	redone []*canvas.Raster // on it, that have another picture since the last look

	lastMarks []mark // room for the next look: there are several in every frame
	lastParts []*Parts
	lastSolid []area
}

// skinned is what has a theme.
type skinned interface {
	fyne.CanvasObject
	Theme() fyne.Theme
}

// sheeted says that panels have sheets.
var sheeted bool

// DrawSheets is for the window of the real program, before it is made. Without it, panels are drawn by Fyne object by object.
func DrawSheets() {
	sheeted = true
	layout.Changed = touch
}

// onSheets tells on which sheet something is drawn. It belongs to the goroutine of the window.
var onSheets = map[fyne.CanvasObject]*sheet{}

// touch has what has changed painted anew.
func touch(o fyne.CanvasObject) {
	s := onSheets[o]
	if s == nil {
		return
	}
	if r, is := o.(*canvas.Raster); is && !slices.Contains(s.redone, r) {
		s.redone = append(s.redone, r)
	}
	s.soil()
}

func newSheet(owner skinned, frame func([]mark) []mark, content fyne.CanvasObject) *sheet {
	s := &sheet{owner: owner, frame: frame, content: content, bell: canvas.NewRectangle(nil)}
	for i := range s.strips {
		s.strips[i].of = s
		s.strips[i].raster = canvas.NewRaster(s.strips[i].draw)
		s.strips[i].raster.ScaleMode = canvas.ImageScalePixels
		s.strips[i].raster.Hide()
	}
	return s
}

// drawn are the strips, and what lies on them.
func (s *sheet) drawn() []fyne.CanvasObject {
	list := []fyne.CanvasObject{s.bell}
	for i := range s.strips {
		list = append(list, s.strips[i].raster)
	}
	return append(list, s.content)
}

// resize gives the sheet its size.
func (s *sheet) resize(size fyne.Size) {
	if s.size != size {
		s.size = size
		s.cut()
		s.soil()
	}
}

// soil asks for a look: before the next frame Fyne asks the panel for what there is to paint. Many things change at a time, and
// each strip that is asked for costs a walk up the stack.
func (s *sheet) soil() {
	if !s.soiled {
		s.soiled = true
		s.bell.Refresh()
	}
}

// look has those strips painted on which something has changed, told of or not: Fyne hides, moves and sizes things as well.
func (s *sheet) look() {
	changed := s.collect()
	if other := s.cut(); !changed && !other && !s.soiled {
		return
	}
	s.soiled = false
	s.measure()
	for i := range s.strips {
		if p := &s.strips[i]; p.raster.Visible() && p.changed() {
			p.raster.Refresh()
		}
	}
	s.redone = s.redone[:0]
}

// measure takes in how far the marks reach.
func (s *sheet) measure() {
	s.reach = s.reach[:0]
	for _, m := range s.shown {
		s.reach = append(s.reach, m.reach())
	}
}

// forget gives everything back: the panel is not seen any more, and may be gone for good.
func (s *sheet) forget() {
	for _, p := range s.parts {
		p.leave(s)
	}
	s.parts, s.lastParts, s.shown, s.lastMarks, s.solid, s.lastSolid, s.redone, s.reach = nil, nil, nil, nil, nil, nil, nil, nil
	for i := range s.strips {
		s.strips[i].marks, s.strips[i].known = nil, false
	}
}

// collect takes in what is to be seen, and reports whether that has changed.
func (s *sheet) collect() bool {
	g := gathering{sheet: s, font: skin.Typeface(s.owner), marks: s.frame(s.lastMarks[:0]), parts: s.lastParts[:0],
		solid: s.lastSolid[:0]}
	g.walk(s.content, fyne.Position{})
	s.parts, s.lastParts = g.parts, s.parts
	s.shown, s.lastMarks = g.marks, s.shown
	s.solid, s.lastSolid = g.solid, s.solid
	for _, p := range s.lastParts {
		if !slices.Contains(s.parts, p) {
			p.leave(s)
		}
	}
	return !slices.Equal(s.shown, s.lastMarks)
}

// A gathering goes through a panel.
type gathering struct {
	sheet *sheet
	font  *plot.Font
	marks []mark
	parts []*Parts

	pictures []area // that Fyne paints over the sheet
	solid    []area // those that nothing is seen through
}

// Solid is a widget with a picture of its own that may cover all that is below it.
type Solid interface{ Solid() bool }

// An area is where something lies on the sheet.
type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) meets(b area) bool {
	return a.at.X < b.at.X+b.size.Width && b.at.X < a.at.X+a.size.Width &&
		a.at.Y < b.at.Y+b.size.Height && b.at.Y < a.at.Y+a.size.Height
}

// walk takes in an object, whose parent is at a place of the sheet's.
func (g *gathering) walk(o fyne.CanvasObject, at fyne.Position) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	size := o.Size()
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			g.walk(child, at)
		}
	case interface{ shownParts() *Parts }:
		p := o.shownParts()
		if p == nil {
			return
		}
		// What lies over a picture has to be painted after it.
		if !slices.ContainsFunc(g.pictures, area{at, size}.meets) {
			g.take(p, at)
		}
	case fyne.Widget:
		g.pictures = append(g.pictures, area{at, size})
		if s, is := o.(Solid); is && s.Solid() {
			g.solid = append(g.solid, area{at, size})
		}
	}
}

// take takes in a widget's parts.
func (g *gathering) take(p *Parts, at fyne.Position) {
	g.parts = append(g.parts, p)
	p.enter(g.sheet, g.font)
	for i, o := range p.Drawn {
		if !p.on[i].is {
			g.walk(o, at)
		} else if o.Visible() {
			g.marks = append(g.marks, markOf(o, at.Add(o.Position())))
		}
	}
}
