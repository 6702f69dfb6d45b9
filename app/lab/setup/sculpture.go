package setup

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// MaxBumps is the largest number of bumps in a sculpture.
const MaxBumps = 64

// A Bump is a hill, a well or a ridge that the user has added to the surface: a Gaussian, round or long. Its coordinates are
// those of the formula, so that it is turned and stretched with the surface.
type Bump struct {
	X, Y   float64 // its middle
	Height float64 // of a hill; below zero the depth of a well
	Width  float64 // standard deviation, across
	Ratio  float64 // of its length to its width; 0: round
	Angle  float64 // of the long way against the x axis, in degrees, counterclockwise
}

// Length is the standard deviation along the long way.
func (b Bump) Length() float64 {
	if b.Ratio == 0 {
		return b.Width
	}
	return b.Width * b.Ratio
}

// Along is the unit vector of the long way.
func (b Bump) Along() surfaces.Point {
	sin, cos := math.Sincos(b.Angle * math.Pi / 180)
	return surfaces.Point{X: cos, Y: sin}
}

func (b Bump) check() error {
	for _, v := range []float64{b.X, b.Y, b.Height, b.Width, b.Ratio, b.Angle} {
		if !geom.Finite(v) {
			return words.Errorf("its numbers must be finite; got %v", v)
		}
	}
	if b.Width <= 0 || b.Ratio < 0 {
		return words.Errorf("width must be above 0 and ratio not below; got %v and %v", b.Width, b.Ratio)
	}
	return nil
}

func checkSculpture(bumps []Bump) error {
	if len(bumps) > MaxBumps {
		return words.Errorf("sculpture: at most %d wells, hills and ridges; got %d", MaxBumps, len(bumps))
	}
	for i, b := range bumps {
		if err := b.check(); err != nil {
			return At(fmt.Sprintf("[%d]", i), words.Errorf("sculpture: bump %d: %w", i+1, err))
		}
	}
	return nil
}

// Rounded is the bump in few digits, for windows about so wide: the formula that it adds should be readable.
func (b Bump) Rounded(width float64) Bump {
	unit := math.Pow(10, math.Floor(math.Log10(width))-2)
	at := func(v float64) float64 { return geom.Digits(math.Round(v/unit)*unit, 12) + 0 }
	return Bump{
		X: at(b.X), Y: at(b.Y), Height: geom.Digits(b.Height, 3), Width: geom.Digits(b.Width, 3),
		Ratio: geom.Digits(b.Ratio, 3), Angle: math.Round(b.Angle) + 0,
	}
}

// term is the bump in the grammar of formulas, with its sign before it.
func (b Bump) term() string {
	sign := " + "
	if b.Height < 0 {
		sign = " - "
	}
	x, y := shifted("x", b.X), shifted("y", b.Y)
	short, long := number(2*b.Width*b.Width), number(2*b.Length()*b.Length())
	var form string
	switch {
	case short == long:
		form = fmt.Sprintf("(%s^2 + %s^2)/%s", x, y, short)
	case math.Mod(b.Angle, 180) == 0:
		form = fmt.Sprintf("(%s^2/%s + %s^2/%s)", x, long, y, short)
	default:
		along := b.Along()
		cos, sin := number(along.X), number(along.Y)
		form = fmt.Sprintf("((%[1]s*%[3]s + %[2]s*%[4]s)^2/%[5]s + (%[1]s*%[4]s - %[2]s*%[3]s)^2/%[6]s)", cos, sin, x, y, long, short)
	}
	return fmt.Sprintf("%s%s*exp(-%s)", sign, number(math.Abs(b.Height)), form)
}

// shifted is a coordinate measured from a place: "(x - 1.5)".
func shifted(name string, by float64) string {
	switch {
	case by > 0:
		return fmt.Sprintf("(%s - %s)", name, number(by))
	case by < 0:
		return fmt.Sprintf("(%s + %s)", name, number(-by))
	}
	return name
}

// number is v in the few digits that formulas of a sculpture have.
func number(v float64) string { return strconv.FormatFloat(geom.Digits(v, 4), 'g', -1, 64) }

// sculpted is a formula with the bumps added.
func sculpted(formula string, bumps []Bump) string {
	if strings.ContainsAny(formula, "?<>=") {
		formula = "(" + formula + ")" // these bind less than a sum
	}
	var b strings.Builder
	b.WriteString(formula)
	for _, bump := range bumps {
		b.WriteString(bump.term())
	}
	return b.String()
}

// Relief is about how much the surface without its sculpture goes up and down in the home window: the height of a bump that
// is neither lost in it nor dwarfs it.
func (e *Experiment) Relief() float64 {
	s, err := e.level()
	if err != nil {
		return 1
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		return 1
	}
	const n = 17
	var values []float64
	for i := range n {
		for j := range n {
			x := e.Home.X0 + (float64(i)+0.5)/n*(e.Home.X1-e.Home.X0)
			y := e.Home.Y0 + (float64(j)+0.5)/n*(e.Home.Y1-e.Home.Y0)
			if v := probe.Value(x, y); geom.Finite(v) {
				values = append(values, v)
			}
		}
	}
	if len(values) == 0 {
		return 1
	}
	slices.Sort(values)
	if r := values[len(values)*3/4] - values[len(values)/4]; r > 0 {
		return geom.Digits(r, 2)
	}
	return 1
}
