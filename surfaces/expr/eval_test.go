package expr

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestJets compares derivatives where formulas are not smooth with those of a table. 0 and -0 count as equal.
func TestJets(t *testing.T) {
	for _, row := range readTable(t, "jets.txt") {
		at, want := numbers(t, row[1]), numbers(t, row[2])
		got := components(bind(t, row[0], 2, 3, 0.5).Jet(at[0], at[1]))
		for i := range got {
			if got[i] != want[i] && !(math.IsNaN(got[i]) && math.IsNaN(want[i])) {
				t.Errorf("%s at %v: %s is %v, want %v", row[0], at, componentNames[i], got[i], want[i])
			}
		}
	}
}

func numbers(t *testing.T, fields string) (all []float64) {
	for _, field := range strings.Fields(fields) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// formulas are those of all tables, with the parameters a, b and c, and many random ones.
func formulas(t testing.TB) (all []string) {
	for _, s := range readReference(t) {
		all = append(all, s.Formula)
	}
	for _, name := range []string{"grammar.txt", "jets.txt"} {
		for _, row := range readTable(t, name) {
			all = append(all, row[0])
		}
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		formula, _ := grow(rng, 5, 1, 1)
		all = append(all, formula)
	}
	return all
}

// special are coordinates at which formulas tend to break.
var special = []float64{
	0, math.Copysign(0, -1), 1, -1, 2, 0.5, -3, 1e-320, 1e200, -1e200,
	math.Inf(1), math.Inf(-1), math.NaN(),
}

// TestRow checks that rows are values to the last bit, for rows of many lengths, with and without a change of xs, y
// and parameters.
func TestRow(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, formula := range formulas(t) {
		row, value := bind(t, formula, 2, 3, 0.5), bind(t, formula, 2, 3, 0.5)
		for _, n := range []int{0, 1, 5, blockLength, 3*blockLength + 7, 2} {
			xs, dst := make([]float64, n), make([]float64, n)
			for i := range xs {
				xs[i] = 4*rng.Float64() - 2
			}
			copy(xs, special)
			for _, y := range []float64{rng.Float64(), special[rng.IntN(len(special))]} {
				row.Row(dst, xs, y)
				compareRow(t, formula, dst, xs, y, value)
			}
			a := rng.Float64()
			row.Set(a, 3, 0.5)
			value.Set(a, 3, 0.5)
			row.Row(dst, xs, 0.25)
			compareRow(t, formula, dst, xs, 0.25, value)
			aliased := slices.Clone(xs)
			row.Row(aliased, aliased, -1)
			compareRow(t, formula, aliased, xs, -1, value)
		}
	}
}

func compareRow(t *testing.T, formula string, got, xs []float64, y float64, e *Eval) {
	t.Helper()
	for i, x := range xs {
		if want := e.Value(x, y); !sameNumber(got[i], want) {
			t.Fatalf("%s at (%v, %v): the row has %v, want %v", formula, x, y, got[i], want)
		}
	}
}

// sameNumber reports whether a and b have the same bits or are both NaN.
func sameNumber(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}

// TestAgreement checks that Value, Grad and Jet give the same bits, or nearly so for the gradients of polynomials.
func TestAgreement(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, formula := range append(formulas(t), polynomials...) {
		e := bind(t, formula, 2, 3, 0.5)
		for i := range 60 {
			x, y := 4*rng.Float64()-2, 4*rng.Float64()-2
			if i < 2*len(special) {
				x = special[i%len(special)]
			}
			if i >= len(special) {
				y = special[rng.IntN(len(special))]
			}
			compareDerivatives(t, e, x, y)
		}
		if e.p.back != nil {
			for range 60 {
				compareRounding(t, e, 4*rng.Float64()-2, 4*rng.Float64()-2)
			}
		}
	}
}

// compareDerivatives checks what holds to the last bit: all but the finite gradients of polynomials.
func compareDerivatives(t *testing.T, e *Eval, x, y float64) {
	t.Helper()
	v, j := e.Value(x, y), e.Jet(x, y)
	f, fx, fy := e.Grad(x, y)
	sum := fx + fy
	finite := sum-sum == 0
	if !sameNumber(v, j.F) || !sameNumber(f, j.F) ||
		!(e.p.back != nil && finite) && (!sameNumber(fx, j.X) || !sameNumber(fy, j.Y)) {
		t.Errorf("%q at (%v, %v): value %v, gradient %v %v %v, jet %v", e.p.text, x, y, v, f, fx, fy, j)
	}
	if e.p.back != nil {
		compareSweep(t, e, x, y)
	}
	var many [3][2]float64
	e.Grads(many[0][:], many[1][:], many[2][:], []float64{x, y}, []float64{y, y})
	if !sameNumber(many[0][0], f) || !sameNumber(many[1][0], fx) || !sameNumber(many[2][0], fy) {
		t.Errorf("%q at (%v, %v): gradient %v %v %v, among many %v", e.p.text, x, y, f, fx, fy, many)
	}
}

func TestNoAllocations(t *testing.T) {
	e := bind(t, peaks+"+ a*x^y + hypot(x, y)/y + max(x, y) + abs(x) + (x > y ? log(x) : floor(y)) + sqrt(x)", 2)
	xs, dst := make([]float64, 300), make([]float64, 300)
	e.Row(dst, xs, 0)
	for name, f := range map[string]func(){
		"Value": func() { e.Value(1, 2) },
		"Grad":  func() { e.Grad(0, 2) },
		"Jet":   func() { e.Jet(0, 2) },
		"Row":   func() { e.Row(dst, xs, 2) },
		"Set":   func() { e.Set(3) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func TestProgram(t *testing.T) {
	p, err := Compile("rate*x^0 + rate", "unused", "rate")
	if err != nil {
		t.Fatal(err)
	}
	if p.Text() != "rate*x^0 + rate" {
		t.Errorf("Text is %q", p.Text())
	}
	params := p.Params()
	if !slices.Equal(params, []string{"unused", "rate"}) {
		t.Errorf("Params are %q", params)
	}
	params[0] = "changed"
	if p.Params()[0] != "unused" {
		t.Error("Params can be changed from outside")
	}
	for name, want := range map[string]bool{"x": true, "y": false, "rate": true, "unused": false, "other": false} {
		if p.Uses(name) != want {
			t.Errorf("Uses(%q) is %v, want %v", name, !want, want)
		}
	}
	e := p.Bind(1, 2)
	if got := e.Value(0, 0); got != 4 {
		t.Errorf("value %v, want 4", got)
	}
	e.Set(1, 5)
	if got := e.Value(0, 0); got != 10 {
		t.Errorf("value %v after Set, want 10", got)
	}
}

func TestWrongCountPanics(t *testing.T) {
	p, err := Compile("x", "a")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if want := "expr: got 0 parameters, want 1: [a]"; recover() != want {
			t.Errorf("no panic with %q", want)
		}
	}()
	p.Bind()
}

// TestConcurrent evaluates one program in many goroutines; the race detector sees what is shared.
func TestConcurrent(t *testing.T) {
	p, err := Compile(peaks)
	if err != nil {
		t.Fatal(err)
	}
	want := p.Bind().Jet(0.3, 0.4)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			e := p.Bind()
			for range 100 {
				if got := e.Jet(0.3, 0.4); got != want {
					t.Errorf("got %v, want %v", got, want)
				}
			}
		})
	}
	all.Wait()
}

// TestSharing counts instructions: equal parts are computed once, constants not at all, and nothing unneeded is left.
func TestSharing(t *testing.T) {
	for _, test := range []struct {
		formula string
		want    int
	}{
		{"x", 0},
		{"2*pi + sin(1)", 0},
		{"x^2", 1},
		{"x^8", 3},
		{"x^4 + x^2", 3},
		{"sin(x)*sin(x)", 2},
		{"x*y + y*x", 2},
		{"(x - y)^2 + exp((x - y)^2)", 4},
		{"1*x/1 - 0", 0},
		{"- -x", 0},
		{"x + -y", 1},
		{"-x*-1", 0},
		{"2 > 1 ? x : sin(y)", 0},
		{"x^0*y", 0},
	} {
		p, err := Compile(test.formula)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.code) != test.want {
			t.Errorf("%s takes %d instructions, want %d", test.formula, len(p.code), test.want)
		}
	}
}
