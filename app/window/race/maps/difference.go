package maps

import (
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// A difference is what two maps of basins do not agree in, made once for each pair of passes. The zero value is ready.
type difference struct {
	own, other *sweep.Sheet
	colours    string // of the palette
	cells      *plot.Cells
	part       float64 // of the starts
}

// of is its picture, of races of so many steps; nil unless both maps are there, of the same starts and places.
func (d *difference) of(own, other basinMap, steps int, palette *plot.Palette) *plot.Cells {
	if !sameCells(own, other) {
		return nil
	}
	if d.own != own.sheet || d.other != other.sheet || d.colours != palette.Key() {
		paint := figure.NewPainter(palette, own.places, steps)
		*d = difference{own: own.sheet, other: other.sheet, colours: palette.Key()}
		d.cells, d.part = paint.Difference(other.sheet, own.sheet, own.view)
	}
	return d.cells
}

// sameCells tells whether a cell of the one map is of the same start as that of the other, and a target the same place.
func sameCells(a, b basinMap) bool {
	return a.sheet != nil && b.sheet != nil && a.sheet.W == b.sheet.W && a.sheet.H == b.sheet.H && a.view == b.view &&
		samePlaces(a.places, b.places)
}

// samePlaces tells whether two lists are one.
func samePlaces(a, b []lab.Place) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
