package expr

import (
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr/elementary"
	"descentlab/surfaces/interval"
)

func (c *Enclosure) components() [6]interval.Interval {
	return [6]interval.Interval{c.F, c.X, c.Y, c.XX, c.XY, c.YY}
}

func encloser(t testing.TB, formula string, params ...float64) (*Encloser, *Eval) {
	t.Helper()
	p, err := Compile(formula, []string{"a", "b"}[:len(params)]...)
	if err != nil {
		t.Fatalf("%s: %v", formula, err)
	}
	return p.Encloser(params...), p.Bind(params...)
}

// checkEnclosed compares the jet at a point of the box with the enclosure over it. Rounding of the jet itself is let pass.
func checkEnclosed(t *testing.T, formula string, box geom.Rect, c *Enclosure, e *Eval, x, y float64) {
	t.Helper()
	j := components(e.Jet(x, y))
	scale := 0.0
	for _, v := range j {
		scale = math.Max(scale, math.Abs(v))
	}
	for i, in := range c.components() {
		switch v := j[i]; {
		case !geom.Finite(v):
			if c.Doubt == 0 && in.Bounded() {
				t.Errorf("%s over %v: %s is %v at (%v, %v), but nothing is in doubt in %v",
					formula, box, componentNames[i], v, x, y, in)
			}
		case c.Doubt&(interval.Void|interval.Rough) != 0:
			if geom.Finite(scale) {
				t.Errorf("%s over %v: %s is %v at (%v, %v), where there should be no value", formula, box, componentNames[i], v, x, y)
			}
		case geom.Finite(scale) && (v < in.Lo-1e-11*(1+scale) || v > in.Hi+1e-11*(1+scale)):
			t.Errorf("%s over %v: %s is %v at (%v, %v), not in %v", formula, box, componentNames[i], v, x, y, in)
		}
	}
	slopes := [2]interval.Interval{c.SlopeX, c.SlopeY}
	for i, in := range slopes {
		if v := j[1+i] * float64(signOfCore(e)); c.Doubt&(interval.Void|interval.Rough) == 0 && geom.Finite(scale) && scale > 1e-250 &&
			(in.Lo > 0 && v < -1e-11*scale || in.Hi < 0 && v > 1e-11*scale) {
			t.Errorf("%s over %v: the derivative is %v at (%v, %v), but its sign is that of %v", formula, box, j[1+i], x, y, in)
		}
	}
}

// signOfCore is -1 if the core of the formula is subtracted from something.
func signOfCore(e *Eval) int {
	sign, slot := 1, int(e.p.result)
	code, first := e.p.moving()
	for slot >= first {
		switch in := &code[slot-first]; in.op {
		case opAddK, opSubK:
			slot = int(in.a)
		case opKSub:
			slot, sign = int(in.b), -sign
		default:
			return sign
		}
	}
	return sign
}

// checkBox takes points of a box, and a box within it.
func checkBox(t *testing.T, formula string, rng *rand.Rand, box geom.Rect) {
	t.Helper()
	e, eval := encloser(t, formula)
	c := e.Over(box)
	at := func(lo, hi float64) float64 {
		switch rng.IntN(4) {
		case 0:
			return lo
		case 1:
			return hi
		}
		return geom.Clamp(lo+(hi-lo)*rng.Float64(), lo, hi)
	}
	for range 12 {
		checkEnclosed(t, formula, box, &c, eval, at(box.X0, box.X1), at(box.Y0, box.Y1))
	}
	x0, x1, y0, y1 := at(box.X0, box.X1), at(box.X0, box.X1), at(box.Y0, box.Y1), at(box.Y0, box.Y1)
	inner := geom.Rect{X0: min(x0, x1), X1: max(x0, x1), Y0: min(y0, y1), Y1: max(y0, y1)}
	d := e.Over(inner)
	if d.Doubt&^c.Doubt&^(interval.Void|interval.Rough) != 0 && c.Doubt&interval.Edge == 0 {
		t.Errorf("%s: doubt %b in %v, but %b in %v around it", formula, d.Doubt, inner, c.Doubt, box)
	}
	outer := c.components()
	for i, in := range d.components() {
		slack := 1e-12 * in.Size()
		if d.Doubt&interval.Void == 0 && (in.Lo < outer[i].Lo-slack || in.Hi > outer[i].Hi+slack) {
			t.Errorf("%s: %s in %v over %v, but in %v over %v around it", formula, componentNames[i], in, inner, outer[i], box)
		}
	}
}

func randomBox(rng *rand.Rand) geom.Rect {
	x, y := 4*rng.Float64()-2, 4*rng.Float64()-2
	if rng.IntN(4) == 0 {
		x, y = math.Round(x), math.Round(y)
	}
	w, h := math.Pow(10, 1-7*rng.Float64()), math.Pow(10, 1-7*rng.Float64())
	if rng.IntN(6) == 0 {
		w, h = 0, 0
	}
	return geom.Rect{X0: x - w*rng.Float64(), X1: x + w*rng.Float64(), Y0: y - h*rng.Float64(), Y1: y + h*rng.Float64()}
}

func TestEnclosuresOfOperations(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for i := range operations {
		for range 300 {
			formula, _ := operations[i].grow(rng, 1+rng.IntN(2), 0.3, -0.4)
			checkBox(t, formula, rng, randomBox(rng))
		}
	}
}

func TestEnclosuresOfRandomFormulas(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 4000 {
		formula, _ := grow(rng, 5, 4*rng.Float64()-2, 4*rng.Float64()-2)
		checkBox(t, formula, rng, randomBox(rng))
	}
}

// Formulas with domains, poles, kinks and jumps anywhere.
func TestEnclosuresWhereFormulasAreNotSmooth(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, formula := range []string{
		"sqrt(x)", "sqrt(x^2)", "sqrt(x^2+y^2)", "log(x*y)", "log10(x)", "1/x", "1/(x*y)", "x/y", "x^1.5", "x^0.5",
		"x^-2", "x^-0.5", "x^y", "x^floor(y)", "(x-9)^(y>0)", "(x-9)^y",
		"0^x", "2^x", "(-2)^x", "abs(x)", "abs(x)-abs(y)", "abs(abs(x)-1)", "max(x,y)", "min(x,y,1)", "relu(x-y)",
		"hypot(x,y)", "atan2(y,x)",
		"tan(x*y)", "asin(x)", "acos(x*y)", "cbrt(x)", "cbrt(x*y)", "floor(3*x)*y", "sign(x)*y", "x > y ? x^2 : y",
		"x > 0 ? log(x) : y",
		"max(sqrt(x), y)", "min(log(x), 0)", "exp(1/x)", "exp(-x^2)/exp(y)", "exp(x)*exp(y)*x-1",
		"3-exp(-x^2-y^2)*cos(x)", "x^65", "x^-65", "x^66",
		"x*log(x)", "x^6*(2+sin(1/x))", "(x > 0)*x + (y == 1)*y + (x != y) + !(x < y || y <= 0)", "softplus(100*x)",
		"sigmoid(-300*x)*y",
		"tanh(50*x*y)", "acos(1)+x", "log(0)*x", "sqrt(-1-x^2)", "relu(log(x))", "abs(x)^3", "(exp(x)-1)^2", "log(1e-310+x^2)",
	} {
		for range 300 {
			checkBox(t, formula, rng, randomBox(rng))
		}
	}
}

// Where a formula may have a kink, jump or edge its enclosure says so, and only there.
func TestEnclosuresSayWhatIsInDoubt(t *testing.T) {
	right, across := geom.Rect{X0: 1, X1: 2, Y0: 0.5, Y1: 1.5}, geom.Rect{X0: -1, X1: 2, Y0: -1, Y1: 1.5}
	for _, c := range []struct {
		formula string
		across  interval.Doubt
	}{
		{"x^2+sin(y)", 0}, {"abs(x)+y", interval.Kink}, {"relu(x)", interval.Kink}, {"max(x,-x)", interval.Kink},
		{"hypot(x,y)", interval.Kink},
		{"floor(x/3)", interval.Jump}, {"sign(x)", interval.Jump}, {"x>0?x:2", interval.Jump}, {"x>0", interval.Jump},
		{"sqrt(x)", interval.Edge}, {"log(x)", interval.Edge}, {"1/x", interval.Edge}, {"cbrt(x)", interval.Edge},
		{"x^1.5", interval.Edge},
	} {
		e, _ := encloser(t, c.formula)
		if got := e.Over(right).Doubt; got != 0 {
			t.Errorf("%s over %v: doubt %b, want none", c.formula, right, got)
		}
		if got := e.Over(across).Doubt; got != c.across {
			t.Errorf("%s over %v: doubt %b, want %b", c.formula, across, got, c.across)
		}
	}
	e, _ := encloser(t, "log(-x)")
	if got := e.Over(right).Doubt; got&interval.Void == 0 {
		t.Errorf("log(-x) over %v: doubt %b, want that there is no value", right, got)
	}
}

// The enclosure of a smooth formula shrinks with the box, as fast as the box where nothing is amiss.
func TestEnclosuresAreTight(t *testing.T) {
	for _, formula := range []string{
		"x^2+y^2", "sin(x)*cos(y)", "exp(-x^2-y^2)*x", "log(x)+sqrt(y)", "x^y", "hypot(x,y)", "atan2(y,x)",
		"tanh(x)*softplus(y)", "x/y", "tan(x/2)+asin(y/9)",
	} {
		e, _ := encloser(t, formula)
		for _, h := range []float64{1e-3, 1e-6} {
			c := e.Over(geom.Rect{X0: 1.2, X1: 1.2 + h, Y0: 0.7, Y1: 0.7 + h})
			for i, in := range c.components() {
				if in.Width() > 60*h {
					t.Errorf("%s over %g: %s is in %v, as wide as %g", formula, h, componentNames[i], in, in.Width())
				}
			}
		}
	}
}

// Common factors that are powers of e leave the slopes: -cos(x)*exp(-x^2) is flat at 12, but its slopes are not.
func TestSlopesWithoutCommonFactor(t *testing.T) {
	e, _ := encloser(t, "7-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))")
	c := e.Over(geom.Rect{X0: -10.2, X1: -10.15, Y0: -9.55, Y1: -9.5})
	if c.X.Size() > 1e-100 || c.SlopeX.Has(0) || c.SlopeX.Size() < 0.1 || c.Faint {
		t.Errorf("slopes in %v, derivative in %v, faint %v", c.SlopeX, c.X, c.Faint)
	}
	if c := e.Over(geom.Rect{X0: -50, X1: -49.9, Y0: -50, Y1: -49.9}); !c.Faint {
		t.Error("exp(-5000) should be faint")
	}
}

func TestPieces(t *testing.T) {
	e, _ := encloser(t, "abs(x)+max(2*y,-y)")
	var slopes [][2]float64
	if !e.Pieces(square1, func(c Enclosure) bool {
		slopes = append(slopes, [2]float64{c.SlopeX.Mid(), c.SlopeY.Mid()})
		return c.Doubt == 0 && c.SlopeX.Width() < 1e-9
	}) || len(slopes) != 4 {
		t.Fatalf("pieces with slopes %v", slopes)
	}
	for i, want := range [][2]float64{{1, 2}, {-1, 2}, {1, -1}, {-1, -1}} {
		if math.Hypot(slopes[i][0]-want[0], slopes[i][1]-want[1]) > 1e-12 {
			t.Errorf("piece %d has the slopes %v, want %v", i, slopes[i], want)
		}
	}
	e, _ = encloser(t, "abs(x)+abs(y)+abs(x+y)+abs(x-y)+abs(2*x+y)+abs(x+2*y)")
	if e.Pieces(square1, func(Enclosure) bool { return true }) {
		t.Error("six open choices should be too many")
	}
}

var square1 = geom.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}

func TestEveryFunctionHasAnEnclosure(t *testing.T) {
	for _, f := range elementary.Table {
		switch f.Kind {
		case elementary.Smooth, elementary.Flat:
			if f.Over == nil {
				t.Errorf("%s has no enclosure", f.Name)
			}
		case elementary.Smooth2:
			if f.Over2 == nil {
				t.Errorf("%s has no enclosure", f.Name)
			}
		}
	}
}

// FuzzEnclose checks that the jet at a point of a box lies in the enclosure over it.
func FuzzEnclose(f *testing.F) {
	for _, row := range readTable(f, "grammar.txt") {
		f.Add(row[0], 0.5, -1.5, 0.3, 2., 0.5, 0.5)
	}
	for _, row := range readTable(f, "jets.txt") {
		f.Add(row[0], 0., 1., 1., 1e-3, 0.1, 1.)
	}
	f.Fuzz(func(t *testing.T, text string, x, y, w, h, u, v float64) {
		p, err := Compile(text, "a", "aa", "b")
		box := geom.Rect{X0: x, X1: x + math.Abs(w), Y0: y, Y1: y + math.Abs(h)}
		if err != nil || box.Check() != nil || !(0 <= u && u <= 1 && 0 <= v && v <= 1) {
			return
		}
		c := p.Encloser(2, 3, 0.5).Over(box)
		for _, in := range c.components() {
			if !(in.Lo <= in.Hi) {
				t.Fatalf("%q over %v: %+v", text, box, c)
			}
		}
		eval := p.Bind(2, 3, 0.5)
		checkEnclosed(t, text, box, &c, eval, geom.Clamp(x+u*(box.X1-x), x, box.X1), geom.Clamp(y+v*(box.Y1-y), y, box.Y1))
	})
}
