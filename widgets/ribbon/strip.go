// Package ribbon is a strip below a track that says of every place of it what will be if the thumb stands there.
package ribbon

import (
	"image/color"
	"slices"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Height is that of a strip below a track, in units.
const Height = 5

const (
	least     = 56 // width
	wordy     = 18 // the height from which on there is room for words
	gap       = 4  // at both sides of words
	mostDrawn = 24 // pieces; of more, the shortest are left to their neighbours
	mostTold  = 6  // pieces in which words stand
	markWidth = 2
)

// light is the ink on dark colours.
var light = color.NRGBA{0xf4, 0xf7, 0xfb, 0xff}

// A Piece is a part of a track, in one colour.
type Piece struct {
	To    float64 // where it ends, from 0 to 1; it begins where the one before it ends
	Color color.Color
	Text  string // that stands in it where there is room, as "ends in A"
	Hint  string // when the pointer rests on it
}

var (
	_ fyne.Widget       = (*Strip)(nil)
	_ fyne.Tappable     = (*Strip)(nil)
	_ fyne.Draggable    = (*Strip)(nil)
	_ desktop.Hoverable = (*Strip)(nil)
)

// A Strip is as wide as the middle of the thumb travels. Without pieces it is grey. What a piece means is told in words where
// the pointer rests.
type Strip struct {
	kit.Widget
	kit.Hinted

	// OnMoved tells of a place, from 0 to 1, that is clicked or dragged over; done ends the gesture.
	OnMoved func(place float64, done bool)

	pieces []Piece
	drawn  []Piece // not too many
	veiled bool
	place  float64 // of the thumb
	last   float64 // place that OnMoved was told of
	at     int     // piece under the pointer; -1: none

	ground, veil, mark *canvas.Rectangle
	bars               [mostDrawn]*canvas.Rectangle
	words              [mostTold]*canvas.Text
}

// New is a grey strip.
func New() *Strip {
	s := &Strip{at: -1, ground: canvas.NewRectangle(color.Transparent), veil: canvas.NewRectangle(color.Transparent),
		mark: canvas.NewRectangle(color.Transparent)}
	for i := range s.bars {
		s.bars[i] = canvas.NewRectangle(color.Transparent)
	}
	for i := range s.words {
		s.words[i] = canvas.NewText("", color.Transparent)
		s.words[i].Alignment = fyne.TextAlignCenter
	}
	s.ExtendHinted(s)
	s.ExtendBaseWidget(s)
	return s
}

// SetPieces shows pieces in their order, the last one of which ends at 1, or none. They are veiled if they are of another
// setting, and new ones on their way.
func (s *Strip) SetPieces(pieces []Piece, veiled bool) {
	if s.veiled == veiled && slices.Equal(s.pieces, pieces) {
		return
	}
	s.pieces, s.veiled, s.drawn = pieces, veiled, fewer(pieces)
	s.layout(s.Size())
	s.paint()
	if s.Hovered() { // what was said of the piece under the pointer is said anew
		s.Dismiss()
		s.say(min(s.at, max(len(pieces)-1, 0)))
		s.Hinted.MouseIn(nil)
	}
}

// SetPlace marks where the thumb stands.
func (s *Strip) SetPlace(place float64) {
	if s.place != place {
		s.place = place
		s.layout(s.Size())
	}
}

// fewer are at most as many pieces as are drawn: the shortest one goes to the one before it, again and again.
func fewer(pieces []Piece) []Piece {
	if len(pieces) <= mostDrawn {
		return pieces
	}
	pieces = slices.Clone(pieces)
	for len(pieces) > mostDrawn {
		shortest, least := 0, 2.0
		for i, p := range pieces {
			from := 0.0
			if i > 0 {
				from = pieces[i-1].To
			}
			if p.To-from < least {
				shortest, least = i, p.To-from
			}
		}
		if shortest > 0 {
			pieces[shortest-1].To = pieces[shortest].To
		}
		pieces = slices.Delete(pieces, shortest, shortest+1)
	}
	return pieces
}

// CreateRenderer is called by Fyne.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	parts := []fyne.CanvasObject{s.ground}
	for _, bar := range s.bars {
		parts = append(parts, bar)
	}
	parts = append(parts, s.veil)
	for _, text := range s.words {
		parts = append(parts, text)
	}
	return s.Consists(&kit.Parts{
		Drawn:   append(parts, s.mark),
		Least:   func() fyne.Size { return fyne.NewSize(least, Height) },
		Arrange: func(size fyne.Size) { s.layout(size); s.paint() },
		Paint:   s.paint,
	})
}

func (s *Strip) layout(size fyne.Size) {
	kit.Place(s.ground, 0, 0, size.Width, size.Height)
	kit.Place(s.veil, 0, 0, size.Width, size.Height)
	kit.Place(s.mark, float32(s.place)*size.Width-markWidth/2, 0, markWidth, size.Height)
	// Each bar reaches on below those after it, so that no rounding parts them.
	for i := range s.drawn {
		from := s.from(i)
		kit.Place(s.bars[i], from, 0, size.Width-from, size.Height)
	}
}

// from is where a piece that is drawn begins; that of no piece is where the strip ends.
func (s *Strip) from(i int) float32 {
	if i == 0 {
		return 0
	}
	return float32(s.drawn[i-1].To) * s.Size().Width
}

func (s *Strip) paint() {
	kit.PaintRect(s.ground, skin.Ink(s, theme.ColorNameSeparator), color.Transparent, 0)
	kit.PaintRect(s.veil, skin.Faded(skin.Ink(s, theme.ColorNameOverlayBackground), 0.6), color.Transparent, 0)
	kit.PaintRect(s.mark, skin.Ink(s, theme.ColorNameForeground), color.Transparent, 0)
	layout.SetShown(s.veil, s.veiled && len(s.drawn) > 0)
	layout.SetShown(s.mark, len(s.drawn) > 0)
	for i, bar := range s.bars {
		if i < len(s.drawn) {
			kit.PaintRect(bar, s.drawn[i].Color, color.Transparent, 0)
		}
		layout.SetShown(bar, i < len(s.drawn))
	}
	s.write()
}

// write puts words into the pieces that have room for them.
func (s *Strip) write() {
	size, told := s.Theme().Size(theme.SizeNameCaptionText), 0
	for i, p := range s.drawn {
		from, to := s.from(i), s.from(i+1)
		if told == mostTold || s.veiled || s.Size().Height < wordy ||
			fyne.MeasureText(p.Text, size, fyne.TextStyle{}).Width+2*gap > to-from {
			continue
		}
		text := s.words[told]
		told++
		kit.PaintText(text, p.Text, size, inkOn(p.Color))
		kit.Place(text, from, 0, to-from, s.Size().Height)
	}
	for k, text := range s.words {
		layout.SetShown(text, k < told)
	}
}

// inkOn is the ink that is read on a colour.
func inkOn(c color.Color) color.Color {
	red, green, blue, _ := c.RGBA()
	if 0.2126*float64(red)+0.7152*float64(green)+0.0722*float64(blue) > 0x8800 {
		return color.Black
	}
	return light
}

// Says is what the strip says of a place, from 0 to 1; "" while it is grey.
func (s *Strip) Says(place float64) string {
	for _, p := range s.pieces {
		if place <= p.To {
			return p.Hint
		}
	}
	return ""
}

// Tapped is called by Fyne for a click.
func (s *Strip) Tapped(ev *fyne.PointEvent) {
	s.Dismiss()
	s.move(s.placeAt(ev.Position.X), false)
	s.DragEnd()
}

// Dragged is called by Fyne while a pressed pointer moves.
func (s *Strip) Dragged(ev *fyne.DragEvent) {
	s.Dismiss()
	s.move(s.placeAt(ev.Position.X), false)
}

// DragEnd is called by Fyne when it is let go.
func (s *Strip) DragEnd() { s.move(s.last, true) }

func (s *Strip) move(place float64, done bool) {
	s.last = place
	if s.OnMoved != nil {
		s.OnMoved(place, done)
	}
}

// placeAt is the place at x.
func (s *Strip) placeAt(x float32) float64 {
	return min(max(float64(x/max(s.Size().Width, 1)), 0), 1)
}

// MouseIn says what the pointer is on.
func (s *Strip) MouseIn(ev *desktop.MouseEvent) {
	s.say(s.pieceAt(ev.Position.X))
	s.Hinted.MouseIn(ev)
}

// MouseMoved says what it has come to.
func (s *Strip) MouseMoved(ev *desktop.MouseEvent) {
	if at := s.pieceAt(ev.Position.X); at != s.at {
		s.Dismiss()
		s.say(at)
		s.Hinted.MouseIn(ev)
	}
}

// say has the hint tell of a piece.
func (s *Strip) say(at int) {
	s.at = at
	switch {
	case len(s.pieces) == 0, s.veiled:
		s.SetHint(say.T("Where the run would end for each value: being worked out …"))
	case at < len(s.pieces):
		s.SetHint(s.pieces[at].Hint)
	}
}

// pieceAt is the piece at x.
func (s *Strip) pieceAt(x float32) int {
	place := s.placeAt(x)
	for i, p := range s.pieces {
		if place <= p.To {
			return i
		}
	}
	return max(len(s.pieces)-1, 0)
}
