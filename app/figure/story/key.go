package story

import (
	"descentlab/app/lab/chronicle"
	"descentlab/widgets/plot"
)

// Lengths of the key, in units.
const (
	keyRow    = 19.0
	keyRadius = 7.5
	keyLine   = 1.4
	keyText   = 22.0 // from the left edge of a column
)

// How many columns and rows the key has.
const (
	keyColumns = 2
	keyRows    = (chronicle.Kinds + keyColumns - 1) / keyColumns
)

// KeyHeight is that of the key, in units.
const KeyHeight = keyRow * keyRows

// A Key says what the signs of events stand for, in columns.
type Key struct{ Style plot.Style }

// KeyAt is the kind whose sign and name stand at a place of the key in a width, all in units; ok is false where there is none.
func KeyAt(x, y, width float64) (kind chronicle.Kind, ok bool) {
	if x < 0 || y < 0 || x >= width || y >= KeyHeight {
		return 0, false
	}
	kind = chronicle.Kind(int(x/width*keyColumns)*keyRows + int(y/keyRow))
	return kind, kind < chronicle.Kinds
}

// Draw draws it as wide as the canvas.
func (k Key) Draw(on plot.Canvas) {
	w, h := on.Size()
	st, p := k.Style, k.Style.Palette
	on.Box(plot.Vec{}, w, h, 0, p.Panel)
	px := func(units float64) float64 { return units * st.Scale }
	size := px(st.TextSize)
	for kind := range chronicle.Kind(chronicle.Kinds) {
		i, j := int(kind)/keyRows, int(kind)%keyRows
		x, y := w/keyColumns*float64(i), px(keyRow*(float64(j)+0.5))
		Sign(kind).Draw(on, plot.Vec{X: x + px(keyRadius+1), Y: y}, px(keyRadius), px(keyLine), p.Text)
		text := st.Font.Shorten(Name(kind), size, w/keyColumns-px(keyText))
		on.Text(plot.Text{Text: text, Font: st.Font, Size: size, Ink: p.Text},
			plot.Vec{X: x + px(keyText), Y: y + st.Font.CapHeight(size)/2})
	}
}

// DrawSign draws the sign of a kind in all of a canvas, on the ground of panels.
func DrawSign(on plot.Canvas, kind chronicle.Kind, st plot.Style) {
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, st.Palette.Panel)
	Sign(kind).Draw(on, plot.Vec{X: w / 2, Y: h / 2}, keyRadius*st.Scale, keyLine*st.Scale, st.Palette.Text)
}
