package words

import (
	"strings"

	"descentlab/surfaces"
)

// what lists all that there is, curves and level parts as well: "4 maxima and 1 curve of critical points".
func (c Census) what() string {
	var list []string
	curves, levels := c.Check.Proof.Curves, len(c.Check.Proof.Levels)
	for _, kind := range []surfaces.Kind{surfaces.Minimum, surfaces.Maximum, surfaces.Saddle, surfaces.Degenerate} {
		n := c.Counted[kind]
		if kind == surfaces.Degenerate {
			n -= curves // one point of each stands for it
		}
		if n > 0 {
			list = append(list, Counted(n, kind))
		}
	}
	if curves > 0 {
		list = append(list, N(curves, "%d curve of critical points", "%d curves of critical points", curves))
	}
	if levels > 0 {
		list = append(list, N(levels, "%d level part", "%d level parts", levels))
	}
	return And(list)
}

// parts says what else is to be known of curves and level parts.
func (c Census) parts() (said string) {
	p := c.Check.Proof
	const most = 3
	if n := len(p.Levels); n > 0 && n <= most {
		in := make([]string, n)
		for i, r := range p.Levels {
			in[i] = Window(r)
		}
		said += " " + T("Level, to working precision, it is within %s.", strings.Join(in, T(" and ")))
	}
	if p.Off == 0 {
		return said
	}
	off := Digits(p.Off, 2)
	switch {
	case len(p.Levels) == 0:
		said += " " + N(p.Curves, "Nothing is proven closer than %s to the curve.",
			"Nothing is proven closer than %s to the curves.", off)
	case p.Curves == 0:
		said += " " + T("Nothing is proven closer than %s to the border of what is level.", off)
	default:
		said += " " + T("Nothing is proven closer than %s to a curve or to the border of what is level.", off)
	}
	return said
}
