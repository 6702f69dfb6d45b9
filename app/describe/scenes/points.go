package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// Points describes the list of the critical points, and whether they are all.
func Points(s lab.State) describe.Description {
	d := describe.Description{Title: words.T("Critical points of %s", surface(s))}
	f := s.Field
	if !f.Found() {
		d.Text = words.T("The critical points of %s are still being looked for.", surface(s))
		return d
	}
	census := words.T("Whether these are all is still being found out.")
	if f.Known {
		census = figure.CensusText(f)
	}
	d.Text = describe.Paragraph(words.T("%s, %s.", surface(s), words.Window(f.Region)), places(f), describe.Sentence(census))
	var kind, name, remark []string
	var x, y, value, l1, l2, rate []float64
	for i := range f.Places {
		p := &f.Places[i]
		kind, name, remark = append(kind, words.Kind(p.Kind)), append(name, p.Name), append(remark, remarkOf(p))
		x, y, value = append(x, p.At.X), append(y, p.At.Y), append(value, p.Value)
		l1, l2, rate = append(l1, p.L1), append(l2, p.L2), append(rate, stable(p))
	}
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("kind"), kind), describe.Texts(words.T("name"), name), describe.Numbers("x", "", x),
		describe.Numbers("y", "", y), describe.Numbers(words.T("value"), "", value),
		describe.Known(words.T("least eigenvalue of the Hessian"), "", l1),
		describe.Known(words.T("largest eigenvalue of the Hessian"), "", l2),
		describe.Known(words.T("fastest safe lr"), "", rate), describe.Texts(words.T("remark"), remark),
	}}
	return d
}

// remarkOf is what else is to be known of a place.
func remarkOf(p *lab.Place) string {
	switch {
	case p.Border:
		return words.T("on the border of the box")
	case p.Kink:
		return words.T("kink")
	case p.Global:
		return words.T("global")
	}
	return words.Flatness(p.Critical)
}

// stable is the rate up to which gradient descent can settle at a minimum; NaN elsewhere.
func stable(p *lab.Place) float64 {
	if r := p.StableRate(); p.Kind == surfaces.Minimum && !math.IsInf(r, 0) {
		return r
	}
	return math.NaN()
}
