package bbob

import (
	"fmt"
	"math"
	"strings"

	"descentlab/internal/say"
)

// Functions is how many there are: they are numbered from 1.
const Functions = 24

// MostInstances is how many instances each function has here, numbered from 1. There would be more.
const MostInstances = 1000

// A Problem is an instance of a function.
type Problem struct {
	Function, Instance int
	Formula            string  // in x and y, in the grammar of package expr
	X, Y               float64 // where the optimum is
	Value              float64 // there
}

// titles are the names of the functions.
var titles = [Functions]string{
	"Sphere", "Ellipsoid", "Rastrigin", "Büche-Rastrigin", "Linear slope",
	"Attractive sector", "Step ellipsoid", "Rosenbrock", "Rosenbrock, rotated",
	"Ellipsoid, rotated", "Discus", "Bent cigar", "Sharp ridge", "Different powers",
	"Rastrigin, rotated", "Weierstrass", "Schaffers F7", "Schaffers F7, ill-conditioned", "Griewank-Rosenbrock",
	"Schwefel", "Gallagher's 101 peaks", "Gallagher's 21 peaks", "Katsuura", "Lunacek bi-Rastrigin",
}

// Title is the name of a function, 1 to Functions.
func Title(function int) string { return titles[function-1] }

// New states an instance of a function. The error says what is out of range.
func New(function, instance int) (Problem, error) {
	switch {
	case function < 1 || function > Functions:
		return Problem{}, say.Errorf("bbob: the functions are 1 to %d; there is no %d", Functions, function)
	case instance < 1 || instance > MostInstances:
		return Problem{}, say.Errorf("instance: must be a whole number from 1 to %d; got %d", MostInstances, instance)
	}
	p := Problem{Function: function, Instance: instance, Value: least(function, instance)}
	seed := seedOf(function, instance)
	at := shift(seed)
	f := &formula{}
	definitions[function-1](f, seed, &at)
	p.X, p.Y = at[0], at[1]
	p.Formula = strings.TrimSpace(f.String() + plus(p.Value))
	return p, nil
}

// definitions write the functions without the value at the optimum. They are given the place that is the optimum of most, and say
// where it is if it is elsewhere.
var definitions = [Functions]func(f *formula, seed int64, at *[2]float64){
	sphere, ellipsoid, rastrigin, bueche, slope,
	sector, steps, rosenbrock, rosenbrockTurned,
	ellipsoidTurned, discus, cigar, ridge, powers,
	rastriginTurned, weierstrass, schaffers(10), schaffers(1000), griewank,
	schwefel, gallagher(101), gallagher(21), katsuura, lunacek,
}

// Seeds of the two rotations of an instance: R of the report and Q.
func first(seed int64) matrix  { return rotation(seed + 1000000) }
func second(seed int64) matrix { return rotation(seed) }

// root10 is how much longer the second axis is than the first one where the condition number is 100.
var root10 = math.Sqrt(10)

func sphere(f *formula, _ int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.WriteString("u^2 + v^2")
}

func ellipsoid(f *formula, _ int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.oscillate("a", "u")
	f.oscillate("b", "v")
	f.WriteString("a^2 + 1e6*b^2")
}

// rastriginOf is the function of a and b.
const rastriginOf = "10*(2 - cos(2*pi*a) - cos(2*pi*b)) + a^2 + b^2"

func rastrigin(f *formula, _ int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.oscillate("a", "u")
	f.oscillate("q", "v")
	f.lean("p", "q", 0.2)
	f.let("b", "%s*p", number(root10))
	f.WriteString(rastriginOf)
}

func bueche(f *formula, _ int64, at *[2]float64) {
	at[0] = math.Abs(at[0]) // as COCO has it, and not the report
	f.from("u", "v", *at)
	f.oscillate("p", "u")
	f.oscillate("q", "v")
	f.let("a", "p > 0 ? 10*p : p")
	f.let("b", "%s*q", number(root10))
	f.WriteString(rastriginOf + " + 100*" + outside)
}

func slope(f *formula, _ int64, at *[2]float64) {
	steep := [2]float64{1, 10}
	for i := range at {
		at[i] = math.Copysign(5, at[i])
		steep[i] = math.Copysign(steep[i], at[i])
	}
	f.let("a", "%s*x < 25 ? x : %[1]s", number(at[0]))
	f.let("b", "%s*y < 25 ? y : %[1]s", number(at[1]))
	fmt.Fprintf(f, "55%s*a%s*b", less(steep[0]), less(steep[1]))
}

func sector(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("a", "b", first(seed).times(root10, second(seed)), "u", "v")
	f.let("s", "(%s*a > 0 ? 10000 : 1)*a^2 + (%s*b > 0 ? 10000 : 1)*b^2", number(at[0]), number(at[1]))
	f.rise("t", "s")
	f.WriteString("(t > 0 ? t^0.9 : 0)")
}

func steps(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	q := second(seed)
	q[1][0], q[1][1] = root10*q[1][0], root10*q[1][1]
	f.turn("a", "b", q, "u", "v")
	for _, name := range []string{"a", "b"} {
		f.let("step_"+name, "abs(%[1]s) > 0.5 ? floor(%[1]s + 0.5) : floor(10*%[1]s + 0.5)/10", name)
	}
	f.turn("p", "q", first(seed), "step_a", "step_b")
	f.WriteString("0.1*max(abs(a)/10000, p^2 + 100*q^2) + " + outside)
}

// rosenbrockOf is the function of a and b.
const rosenbrockOf = "100*(a^2 - b)^2 + (a - 1)^2"

func rosenbrock(f *formula, _ int64, at *[2]float64) {
	at[0], at[1] = 0.75*at[0], 0.75*at[1]
	f.let("a", "x%s + 1", less(at[0]))
	f.let("b", "y%s + 1", less(at[1]))
	f.WriteString(rosenbrockOf)
}

// halfway names a and b, which are 1 where the point is half of a diagonal of a turned square away from the origin.
func (f *formula) halfway(seed int64, at *[2]float64) {
	r := second(seed)
	*at = [2]float64{(r[0][0] + r[1][0]) / 2, (r[0][1] + r[1][1]) / 2}
	f.turn("p", "q", r, "x", "y")
	f.let("a", "p + 0.5")
	f.let("b", "q + 0.5")
}

func rosenbrockTurned(f *formula, seed int64, at *[2]float64) {
	f.halfway(seed, at)
	f.WriteString(rosenbrockOf)
}

func ellipsoidTurned(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("p", "q", first(seed), "u", "v")
	f.oscillate("a", "p")
	f.oscillate("b", "q")
	f.WriteString("a^2 + 1e6*b^2")
}

func discus(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("p", "q", first(seed), "u", "v")
	f.oscillate("a", "p")
	f.oscillate("b", "q")
	f.WriteString("1e6*a^2 + b^2")
}

func cigar(f *formula, seed int64, at *[2]float64) {
	*at = shift(seed + 1000000)
	f.from("u", "v", *at)
	f.turn("p", "q", first(seed), "u", "v")
	f.lean("t", "q", 0.5)
	f.turn("a", "b", first(seed), "p", "t")
	f.WriteString("a^2 + 1e6*b^2")
}

func ridge(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("a", "b", first(seed).times(root10, second(seed)), "u", "v")
	f.WriteString("a^2 + 100*abs(b)")
}

func powers(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("a", "b", first(seed), "u", "v")
	f.WriteString("hypot(a, b^3)") // the root of a^2 + b^6
}
