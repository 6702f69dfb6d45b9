package plot

import (
	"image/color"
	"slices"
)

// A LegendEntry says what a colour of a picture stands for, or a range of colours.
type LegendEntry struct {
	Colors []color.RGBA // one, or the stops of a range, equally far apart; none for a remark
	From   string       // what the first one of a range stands for, written before it
	Text   string       // what the colour stands for, or the last one of a range
	Brief  string       // said instead of Text where there is little room; "" for the same
	Shaped bool         // the colour is that of a glyph
	Glyph  Glyph        // and of which
}

// Equal tells whether two entries say the same.
func (e LegendEntry) Equal(o LegendEntry) bool {
	return e.From == o.From && e.Text == o.Text && e.Brief == o.Brief && e.Shaped == o.Shaped && e.Glyph == o.Glyph &&
		slices.Equal(e.Colors, o.Colors)
}
