package figure

import (
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// PointColumns are the titles of what the list of critical points tells of each.
func PointColumns() [7]string {
	return [7]string{
		words.T("point"), words.T("kind"), words.T("x, y"), words.T("height"), words.T("least\ncurvature"),
		words.T("largest\ncurvature"), words.T("fastest\nsafe lr"),
	}
}

// PointCells are what the list tells of a place.
func PointCells(p lab.Place) [7]string {
	rate := "–"
	if p.Kind == surfaces.Minimum {
		rate = words.Short(p.StableRate())
	}
	kind := words.Kind(p.Kind)
	l1, l2 := words.Short(p.L1), words.Short(p.L2)
	switch {
	case p.Border:
		kind, l1, l2, rate = words.T("%s (on the border)", kind), "–", "–", "–"
	case p.Kink:
		kind, l1, l2, rate = words.T("%s (kink)", kind), "–", "–", "–"
	case p.Flat && p.Kind != surfaces.Degenerate:
		kind = words.T("%s (flat)", kind)
	}
	if math.IsInf(p.StableRate(), 1) {
		rate = "–"
	}
	return [7]string{PointSign(p) + " " + p.Name, kind, pointAt(p), words.Short(p.Value), l1, l2, rate}
}

// PointHint says all of a place in words, since a narrow list leaves columns away.
func PointHint(p lab.Place) string {
	if p.Border {
		return words.T("%s at %s: f = %s, on the border of the box, beyond which the loss would fall farther. Click to centre the map "+
			"on it.",
			p.Label(), pointAt(p), words.Short(p.Value))
	}
	if p.Kink {
		return words.T("%s at %s: f = %s. The gradient jumps across zero at this kink. Click to centre the map on it.",
			p.Label(), pointAt(p), words.Short(p.Value))
	}
	if more := words.Flatness(p.Critical); more != "" {
		return words.T("%s at %s (%s): f = %s, eigenvalues of the Hessian %s and %s. Click to centre the map on it.",
			p.Label(), pointAt(p), more, words.Short(p.Value), words.Short(p.L1), words.Short(p.L2))
	}
	return words.T("%s at %s: f = %s, eigenvalues of the Hessian %s and %s. Click to centre the map on it.",
		p.Label(), pointAt(p), words.Short(p.Value), words.Short(p.L1), words.Short(p.L2))
}

func pointAt(p lab.Place) string {
	return "(" + words.Short(p.At.X) + words.Between() + words.Short(p.At.Y) + ")"
}

// PointSign is the glyph of a place's kind in text, as in the caption of the map.
func PointSign(p lab.Place) string {
	switch p.Kind {
	case surfaces.Minimum:
		if p.Global {
			return "★"
		}
		return "⊙"
	case surfaces.Saddle:
		return "✕"
	case surfaces.Maximum:
		return "△"
	}
	return "◇"
}

// CensusText says whether the places of a field are all, and what else is to be known of them; the field's search must have
// ended.
func CensusText(f *lab.Field) string {
	return strings.Join(append([]string{f.Census.Sentence(f.Places)}, f.Census.Notes()...), " ")
}
