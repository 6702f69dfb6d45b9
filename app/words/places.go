package words

import (
	"fmt"
	"math"
	"strings"

	"descentlab/internal/geom"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

// Kind is what a surface does at a point: "minimum".
func Kind(k surfaces.Kind) string {
	switch k {
	case surfaces.Minimum:
		return T("minimum")
	case surfaces.Saddle:
		return T("saddle")
	case surfaces.Maximum:
		return T("maximum")
	case surfaces.Degenerate:
		return T("degenerate")
	case surfaces.Slope:
		return T("slope")
	}
	return T("undefined")
}

// Flatness says what is to be known of a point whose kind the Hessian does not tell; "" of others.
func Flatness(c surfaces.Critical) string {
	switch {
	case !c.Flat || c.Curve:
		return ""
	case c.Kind != surfaces.Degenerate:
		return T("flat")
	case c.Proven:
		return T("neither minimum nor maximum")
	}
	return T("kind not known")
}

// Place is a critical point by its name: "saddle S1", "minimum A (global)".
func Place(k surfaces.Kind, name string, global bool) string {
	if global {
		return T("%s %s (global)", Kind(k), name)
	}
	return T("%s %s", Kind(k), name)
}

// Counted counts points of a kind: "1 saddle", "3 minima".
func Counted(n int, k surfaces.Kind) string {
	switch k {
	case surfaces.Minimum:
		return N(n, "%d minimum", "%d minima", n)
	case surfaces.Saddle:
		return N(n, "%d saddle", "%d saddles", n)
	case surfaces.Maximum:
		return N(n, "%d maximum", "%d maxima", n)
	}
	return N(n, "%d degenerate point", "%d degenerate points", n)
}

// At is a place by its coordinates, in four digits.
func At(p surfaces.Point) string { return "(" + Digits(p.X, 4) + say.Between() + Digits(p.Y, 4) + ")" }

// Roughly is At in two digits, or in whole numbers where they are no longer.
func Roughly(p surfaces.Point) string {
	rough := func(v float64) string {
		short, whole := Digits(v, 2), geom.Minus(fmt.Sprintf("%.0f", geom.Unsigned(v)))
		if math.Abs(v) >= 1 && strings.Contains(short, "e") && len(whole) <= len(short) {
			return whole
		}
		return short
	}
	return "(" + rough(p.X) + say.Between() + rough(p.Y) + ")"
}

// signed is a whole number with its sign: "+1", "−2".
func signed(n int) string { return geom.Minus(fmt.Sprintf("%+d", n)) }
