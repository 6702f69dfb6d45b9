package provenance

import (
	"fmt"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A Tongue is how something is told: as files have it, or to people.
type Tongue bool

// The tongues: English for programs, with numbers that read back, and the reader's language with its numbers.
const (
	English Tongue = false
	Reader  Tongue = true
)

func (t Tongue) say(english string, args ...any) string {
	if t == Reader {
		return words.T(english, args...)
	}
	return fmt.Sprintf(english, args...)
}

// Number is a number in full.
func (t Tongue) Number(v float64) string {
	if t == Reader {
		return geom.Minus(exact(v))
	}
	return exact(v)
}

// Point is a point of the plane.
func (t Tongue) Point(p surfaces.Point) string {
	between := ", "
	if t == Reader {
		between = words.Between()
	}
	return "(" + t.Number(p.X) + between + t.Number(p.Y) + ")"
}

// Window is a part of the plane.
func (t Tongue) Window(r surfaces.Rect) string {
	return t.say("x %s to %s, y %s to %s", t.Number(r.X0), t.Number(r.X1), t.Number(r.Y0), t.Number(r.Y1))
}

// list is all that was done, or that nothing was.
func (t Tongue) list(done []string) string {
	if len(done) == 0 {
		return t.say("nothing")
	}
	return strings.Join(done, "; ")
}

// Normalised says what of the examples of an experiment was normalised.
func Normalised(doc *setup.Experiment, in Tongue) string {
	s, err := doc.Landscape()
	if err != nil {
		return in.list(nil) // it has been checked
	}
	for _, param := range s.Params {
		v, set := doc.Params[param.Name]
		if !set {
			v = param.Default
		}
		if param.Name == "normalise" && v != 0 {
			return in.say("inputs to mean 0 and spread 1")
		}
	}
	return in.list(nil)
}

// limits says by what the gradients of racer i, from 0, are cut off.
func (t Tongue) limits(i int, spec fmt.Stringer) (list []string) {
	for word := range strings.FieldsSeq(spec.String()) {
		if strings.HasPrefix(word, "clip_") {
			list = append(list, t.say("gradients of racer %d by %s", i+1, word))
		}
	}
	return list
}

// Clipped says what was cut off, of positions, gradients and the heights that are drawn on the surface of a probe; nil probe:
// heights are left out.
func Clipped(doc *setup.Experiment, probe *surfaces.Probe, in Tongue) string {
	var list []string
	if doc.Bounds != nil {
		list = append(list, in.say("positions to %s", in.Window(*doc.Bounds)))
	}
	for i, r := range doc.Racers {
		list = append(list, in.limits(i, r.Spec)...)
		for _, c := range r.Changes {
			for _, limit := range in.limits(i, c.Spec) {
				list = append(list, in.say("%s from step %d on", limit, c.At))
			}
		}
	}
	if probe == nil {
		return in.list(list)
	}
	const side = 96 // enough to tell
	ground := figure.Ground{Probe: probe, View: doc.View, W: side, H: side, Spacing: figure.Spacings[doc.Look.Levels]}
	field := ground.Field(figure.Isolines)
	scale := field.HeightScale()
	lo, hi := scale.Ends()
	below, above := field.Clipped(scale)
	number := func(v float64) string {
		if in == Reader {
			return plot.Number(v)
		}
		return geom.Hyphen(plot.Number(v))
	}
	if below {
		list = append(list, in.say("colours of heights below %s", number(lo)))
	}
	if above {
		list = append(list, in.say("colours of heights above %s", number(hi)))
	}
	return in.list(list)
}
