package lanes

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// numbers are n of all kinds: small and large, denormal, infinite, none at all.
func numbers(rng *rand.Rand, n int) []float64 {
	special := []float64{0, math.Copysign(0, -1), 1, -1, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324, -5e-324, 1e-310,
		math.MaxFloat64, -math.MaxFloat64, 709.5, -709.5, -745, -746, -1e300}
	list := make([]float64, n)
	for i := range list {
		switch rng.IntN(4) {
		case 0:
			list[i] = special[rng.IntN(len(special))]
		case 1:
			list[i] = math.Float64frombits(rng.Uint64())
		default:
			list[i] = 40 * rng.NormFloat64()
		}
	}
	return list
}

func same(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}

var method = Adam{Keep1: 0.9, Keep2: 0.999, Scale1: 0.7, Scale2: 0.3, Eps: 1e-8}

// one is Apply to a single number, for which there is no instruction that takes several.
func (a Adam) one(g, m, v float64) (dir, mean, square float64) {
	d, ms, vs := []float64{g}, []float64{m}, []float64{v}
	a.Apply(d, ms, vs)
	return d[0], ms[0], vs[0]
}

// TestLanesAreThePlainOnes: of all lengths, of all numbers, and where the result takes an operand's place.
func TestLanesAreThePlainOnes(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, f := range map[string]struct {
		many func(d, a, b, c []float64)
		one  func(a, b, c float64) float64

		apart bool // the result is not for a's place
	}{
		"Add":      {func(d, a, b, _ []float64) { Add(d, a, b) }, func(a, b, _ float64) float64 { return a + b }, false},
		"Sub":      {func(d, a, b, _ []float64) { Sub(d, a, b) }, func(a, b, _ float64) float64 { return a - b }, false},
		"Mul":      {func(d, a, b, _ []float64) { Mul(d, a, b) }, func(a, b, _ float64) float64 { return a * b }, false},
		"Div":      {func(d, a, b, _ []float64) { Div(d, a, b) }, func(a, b, _ float64) float64 { return a / b }, false},
		"Slope":    {func(d, a, b, _ []float64) { Slope(d, a, b) }, func(a, b, _ float64) float64 { return a * (2 * b) }, false},
		"MulAdd":   {MulAdd, func(a, b, c float64) float64 { return float64(a*b) + c }, false},
		"SlopeAdd": {SlopeAdd, func(a, b, c float64) float64 { return float64(a*(2*b)) + c }, false},
		"Fill":     {func(d, _, _, _ []float64) { Fill(d, 1.5) }, func(_, _, _ float64) float64 { return 1.5 }, false},
		"AddScaled": {
			func(d, a, b, _ []float64) { copy(d, a); AddScaled(d, b, -1.7) },
			func(a, b, _ float64) float64 { return math.FMA(-1.7, b, a) },
			false,
		},
		"Adam": {
			func(d, a, b, c []float64) { copy(d, a); method.Apply(d, slices.Clone(b), slices.Clone(c)) },
			func(a, b, c float64) float64 { d, _, _ := method.one(a, b, c); return d },
			false,
		},
		"Adam's mean": {
			func(d, a, b, c []float64) { copy(d, b); method.Apply(slices.Clone(a), d, slices.Clone(c)) },
			func(a, b, c float64) float64 { _, m, _ := method.one(a, b, c); return m },
			true,
		},
		"Adam's mean square": {
			func(d, a, b, c []float64) { copy(d, c); method.Apply(slices.Clone(a), slices.Clone(b), d) },
			func(a, b, c float64) float64 { _, _, v := method.one(a, b, c); return v },
			true,
		},
		"Softpluses": {
			func(d, a, _, _ []float64) { Softpluses(d, nil, nil, a) },
			func(a, _, _ float64) float64 { return Softplus(a) },
			false,
		},
		"Softpluses' slope": {
			func(d, a, _, _ []float64) { Softpluses(make([]float64, len(d)), d, nil, a) },
			func(a, _, _ float64) float64 { _, s, _ := SoftplusJet(a); return s },
			false,
		},
		"Softpluses' bend": {
			func(d, a, _, _ []float64) { Softpluses(make([]float64, len(d)), make([]float64, len(d)), d, a) },
			func(a, _, _ float64) float64 { _, _, b := SoftplusJet(a); return b },
			false,
		},
	} {
		for n := range 70 {
			a, b, c := numbers(rng, n), numbers(rng, n), numbers(rng, n)
			want, d := make([]float64, n), make([]float64, n)
			for i := range want {
				want[i] = f.one(a[i], b[i], c[i])
			}
			f.many(d, a, b, c)
			if f.apart {
				copy(a, d)
			} else {
				f.many(a, a, b, c)
			}
			for i := range want {
				if !same(d[i], want[i]) || !same(a[i], want[i]) {
					t.Fatalf("%s, %d of %d: %v, in place %v, want %v", name, i, n, d[i], a[i], want[i])
				}
			}
		}
	}
}

// TestSoftplus compares with the library's functions.
func TestSoftplus(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	worst := 0.0
	for range 300_000 {
		x := 40 * (2*rng.Float64() - 1)
		if rng.IntN(4) == 0 {
			x = 745 * (2*rng.Float64() - 1)
		}
		e := math.Exp(-math.Abs(x))
		f, f1, f2 := SoftplusJet(x)
		want, slope := math.Max(x, 0)+math.Log1p(e), 1/(1+e)
		if x < 0 {
			slope = e / (1 + e)
		}
		for _, p := range [][2]float64{{f, want}, {f1, slope}, {f2, e / (1 + e) / (1 + e)}} {
			if p[1] > 1e-307 {
				worst = max(worst, math.Abs(p[0]/p[1]-1))
			}
		}
	}
	if worst > 6e-16 {
		t.Errorf("the error is up to %v", worst)
	}
	for x, want := range map[float64][3]float64{
		0: {math.Ln2, 0.5, 0.25}, math.Inf(1): {math.Inf(1), 1, 0}, math.Inf(-1): {}, -800: {}, 800: {800, 1, 0},
		-744: {math.Exp(-744), math.Exp(-744), math.Exp(-744)},
	} {
		if f, f1, f2 := SoftplusJet(x); [3]float64{f, f1, f2} != want {
			t.Errorf("at %v: %v %v %v, want %v", x, f, f1, f2, want)
		}
	}
}

func BenchmarkSoftpluses(b *testing.B) {
	x, v, s := numbers(rand.New(rand.NewPCG(5, 6)), 64), make([]float64, 64), make([]float64, 64)
	for i := range x {
		x[i] = float64(i%20) - 10
	}
	for b.Loop() {
		Softpluses(v, s, nil, x)
	}
}

func BenchmarkAdam(b *testing.B) {
	d, m, v := make([]float64, 256), make([]float64, 256), make([]float64, 256)
	for b.Loop() {
		for i := range d {
			d[i] = float64(i%20) - 10
		}
		method.Apply(d, m, v)
	}
}

// TestWatchIsThePlainOne: of all lengths and all numbers, each point is where plain arithmetic has it, and the lowest losses are
// those of the points inside.
func TestWatchIsThePlainOne(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	inside := 0
	for n := range 70 {
		for range 40 {
			w := Watch{X: numbers(rng, n), Y: numbers(rng, n), Square: numbers(rng, n), Best: numbers(rng, n)}
			x, y, losses := numbers(rng, n), numbers(rng, n), numbers(rng, n)
			for i := range x {
				if rng.IntN(3) == 0 { // near enough to matter
					w.X[i], w.Y[i], w.Square[i] = x[i]+0.5*rng.NormFloat64(), y[i], 1
				}
			}
			before, outside := slices.Clone(w.Best), numbers8(rng, Groups(n))
			w.Look(outside, x, y, losses)
			for i := range x {
				dx, dy := x[i]-w.X[i], y[i]-w.Y[i]
				in, best := float64(dx*dx)+float64(dy*dy) <= w.Square[i], before[i]
				if in && losses[i] < best {
					best = losses[i]
				}
				if in {
					inside++
				}
				if got := outside[i/4]>>(i%4)&1 == 0; got != in || math.Float64bits(best) != math.Float64bits(w.Best[i]) {
					t.Fatalf("point %d of %d: inside %v, want %v; lowest %v, want %v", i, n, got, in, w.Best[i], best)
				}
			}
			if n%4 != 0 && outside[n/4]>>(n%4) != 0 {
				t.Fatalf("of %d points, some after them are told of: %b", n, outside[n/4])
			}
		}
	}
	if inside < 10000 {
		t.Errorf("only %d were inside", inside)
	}
}

func numbers8(rng *rand.Rand, n int) []uint8 {
	list := make([]uint8, n)
	for i := range list {
		list[i] = uint8(rng.Uint32())
	}
	return list
}

// TestClipIsThePlainOne: of all lengths and all numbers, also where squares overflow.
func TestClipIsThePlainOne(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for n := range 40 {
		for range 60 {
			x, y, most := numbers(rng, n), numbers(rng, n), []float64{1, 0.3, 40, 1e308}[rng.IntN(4)]
			wantX, wantY := slices.Clone(x), slices.Clone(y)
			for i := range x {
				wantX[i], wantY[i] = clipped(x[i], y[i], most)
			}
			Clip(x, y, most)
			for i := range x {
				if !same(x[i], wantX[i]) || !same(y[i], wantY[i]) {
					t.Fatalf("vector %d of %d, at most %v: (%v, %v), want (%v, %v)", i, n, most, x[i], y[i], wantX[i], wantY[i])
				}
			}
		}
	}
}
