package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// Sculpture describes the wells, hills and ridges that have been added to the surface.
func Sculpture(s lab.State) describe.Description {
	d := describe.Description{Title: words.T("What has been added to %s", surface(s))}
	bumps := s.Doc.Sculpture
	if len(bumps) == 0 {
		d.Text = words.T("Nothing has been added to the surface: no well, no hill, no ridge.")
		return d
	}
	var kind, list []string
	columns := make([][]float64, 6)
	for _, b := range bumps {
		what := words.T("hill")
		switch {
		case b.Height < 0:
			what = words.T("well")
		case b.Ratio > 0 && b.Ratio != 1:
			what = words.T("ridge")
		}
		kind = append(kind, what)
		list = append(list, words.T("%s at %s, %s high, %s wide", what, describe.Point(b.X, b.Y), describe.Number(b.Height),
			describe.Number(b.Width)))
		for k, v := range []float64{b.X, b.Y, b.Height, b.Width, b.Length(), b.Angle} {
			columns[k] = append(columns[k], v)
		}
	}
	n := len(bumps)
	d.Text = words.N(n, "%d bump has been added to the surface: %s.", "%d bumps have been added to the surface: %s.", n,
		describe.Listed(list, few))
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("what"), kind), describe.Numbers("x", "", columns[0]), describe.Numbers("y", "", columns[1]),
		describe.Numbers(words.T("height"), "", columns[2]),
		describe.Numbers(words.T("width"), words.T("standard deviation"), columns[3]),
		describe.Numbers(words.T("length"), words.T("standard deviation"), columns[4]),
		describe.Numbers(words.T("angle"), words.T("degrees"), columns[5]),
	}}
	return d
}
