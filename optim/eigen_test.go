package optim

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestEigenMeetsGonum compares with LAPACK's method on random matrices of many sizes, scales and ranks.
func TestEigenMeetsGonum(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for trial := range 600 {
		n := 1 + trial%8
		scale := math.Pow(10, 20*random.NormFloat64())
		a := symmetric(random, n, 1+random.IntN(n), scale)
		if trial%5 == 0 {
			a = symmetric(random, n, 0, scale)
		}
		checkEigen(t, n, a)
	}
}

// TestEigenSpecial has matrices with equal, opposite, tiny, huge and no eigenvalues at all.
func TestEigenSpecial(t *testing.T) {
	for _, a := range [][]float64{
		{0, 0, 0, 0}, {1, 0, 0, 1}, {0, 1, 1, 0}, {1, 1, 1, 1}, {2, 0, 0, -3}, {1e300, 1e300, 1e300, -1e300},
		{5e-324, 0, 0, 1e-310}, {1, 1e-200, 1e-200, 1}, {1, 1e-9, 1e-9, 1}, {802, -400, -400, 200}, {1e300, 1, 1, 1e-300},
		{2, 1, 1, 1, 2, 1, 1, 1, 2}, {0, 0, 1, 0, 0, 0, 1, 0, 0}, {1, 0, 0, 0, 1, 0, 0, 0, 1},
	} {
		checkEigen(t, int(math.Sqrt(float64(len(a)))), a)
	}
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for at := range 4 {
			a := []float64{1, 2, 2, 3}
			a[at] = bad
			if eigen(make([]float64, 2), make([]float64, 4), a) {
				t.Errorf("%v at %d passes", bad, at)
			}
		}
	}
}

// symmetric makes a random matrix of this rank, or for rank 0 with normal entries.
func symmetric(random *rand.Rand, n, rank int, scale float64) []float64 {
	a := make([]float64, n*n)
	if rank == 0 {
		for i := range n {
			for k := i; k < n; k++ {
				a[i*n+k] = scale * random.NormFloat64()
				a[k*n+i] = a[i*n+k]
			}
		}
		return a
	}
	for range rank {
		v := make([]float64, n)
		for i := range v {
			v[i] = random.NormFloat64()
		}
		weight := scale * random.NormFloat64()
		for i := range n {
			for k := range n {
				a[i*n+k] += weight * (v[i] * v[k])
			}
		}
	}
	return a
}

func checkEigen(t *testing.T, n int, a []float64) {
	t.Helper()
	values, vectors := make([]float64, n), make([]float64, n*n)
	if !eigen(values, vectors, slices.Clone(a)) {
		t.Fatalf("%v: not finite", a)
	}
	size := 0.0
	for _, v := range a {
		size = max(size, math.Abs(v))
	}
	var want mat.EigenSym
	if !want.Factorize(mat.NewSymDense(n, slices.Clone(a)), false) {
		t.Fatalf("%v: gonum cannot", a)
	}
	tol := 1e-14 * float64(n) * size
	for k, w := range want.Values(nil) {
		if !(math.Abs(values[k]-w) <= tol+5e-324) {
			t.Fatalf("%v: eigenvalues %v, gonum's %v", a, values, want.Values(nil))
		}
	}
	for k := range n {
		v := vectors[k*n:][:n]
		for j := range n {
			w := vectors[j*n:][:n]
			unit := 0.0
			if j == k {
				unit = 1
			}
			if math.Abs(dot(v, w)-unit) > 1e-14*float64(n) {
				t.Fatalf("%v: vectors %v are not orthonormal", a, vectors)
			}
			if off := dot(a[j*n:][:n], v) - values[k]*v[j]; !(math.Abs(off) <= tol+1e-323) {
				t.Fatalf("%v: vector %d of %v misses by %v", a, k, vectors, off)
			}
		}
	}
}
