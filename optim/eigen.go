package optim

import (
	"math"

	"descentlab/internal/geom"
)

// eigen finds the eigenvalues of the symmetric matrix a (n times n numbers, row by row, n = len(values)) in ascending
// order, and stores their orthonormal eigenvectors in the rows of vectors. It overwrites a, allocates nothing, and is
// false if an entry is not finite.
//
// It is the cyclic Jacobi method (Golub & Van Loan 2013, Matrix Computations, section 8.5.3), which suits the few
// coordinates there are here: each rotation makes one entry beside the diagonal 0, and two of them for a plane are one.
func eigen(values, vectors, a []float64) bool {
	n := len(values)
	size := 0.0
	for _, v := range a {
		size = max(size, math.Abs(v)) // NaN stays NaN
	}
	if !geom.Finite(size) {
		return false
	}
	clear(vectors)
	for i := range n {
		vectors[i*n+i] = 1
	}
	scale := 1.0 // a power of two that keeps squares in range
	if size > 0 {
		_, e := math.Frexp(size)
		scale = math.Ldexp(1, -max(e, -1000))
	}
	for i := range a {
		a[i] *= scale
	}
	const sweeps = 50 // a handful is enough, for the convergence is quadratic
	for range sweeps {
		if !sweepOff(a, vectors, n) {
			break
		}
	}
	for i := range n {
		values[i] = a[i*n+i] / scale
	}
	ascending(values, vectors)
	return true
}

// sweepOff rotates every entry beside the diagonal away once and tells whether there were any that count.
func sweepOff(a, vectors []float64, n int) bool {
	rotated := false
	for p := range n {
		for q := p + 1; q < n; q++ {
			off := a[p*n+q]
			if off == 0 {
				continue
			}
			if least := min(math.Abs(a[p*n+p]), math.Abs(a[q*n+q])); math.Abs(off) <= 0x1p-60*least {
				a[p*n+q], a[q*n+p] = 0, 0
				continue
			}
			rotated = true
			rotate(a, vectors, n, p, q)
		}
	}
	return rotated
}

// rotate turns the coordinates p and q so that the entry between them becomes 0.
func rotate(a, vectors []float64, n, p, q int) {
	off := a[p*n+q]
	theta := (a[q*n+q] - a[p*n+p]) / (2 * off)
	t := math.Copysign(1, theta) / (math.Abs(theta) + math.Hypot(theta, 1))
	c := 1 / math.Hypot(t, 1)
	s := t * c
	a[p*n+p] -= t * off
	a[q*n+q] += t * off
	a[p*n+q], a[q*n+p] = 0, 0
	for k := range n {
		if k != p && k != q {
			kp, kq := a[k*n+p], a[k*n+q]
			a[k*n+p], a[k*n+q] = c*kp-s*kq, s*kp+c*kq
			a[p*n+k], a[q*n+k] = a[k*n+p], a[k*n+q]
		}
		vp, vq := vectors[p*n+k], vectors[q*n+k]
		vectors[p*n+k], vectors[q*n+k] = c*vp-s*vq, s*vp+c*vq
	}
}

// ascending sorts the eigenvalues, and their vectors with them.
func ascending(values, vectors []float64) {
	n := len(values)
	for i := 1; i < n; i++ {
		for j := i; j > 0 && values[j] < values[j-1]; j-- {
			values[j], values[j-1] = values[j-1], values[j]
			for k := range n {
				vectors[j*n+k], vectors[(j-1)*n+k] = vectors[(j-1)*n+k], vectors[j*n+k]
			}
		}
	}
}
