// Package lanes computes with many numbers at a time: on amd64 with AVX2 and FMA four by one instruction, elsewhere one by one.
// Both ways give the same bits, for every product, sum and root is rounded by itself or in an FMA as the plain Go of this
// package writes it; that Go is the fallback and what the tests hold the assembly against. (It is assembly, for simd/archsimd
// needs an experiment that a plain build does not switch on.)
//
// The slices of a call have the length of the first one at least. They may be the same, else they must lie apart.
package lanes

// Add stores a + b.
func Add(d, a, b []float64) {
	a, b = a[:len(d)], b[:len(d)]
	for i := add(d, a, b); i < len(d); i++ {
		d[i] = a[i] + b[i]
	}
}

// Sub stores a - b.
func Sub(d, a, b []float64) {
	a, b = a[:len(d)], b[:len(d)]
	for i := sub(d, a, b); i < len(d); i++ {
		d[i] = a[i] - b[i]
	}
}

// Mul stores a * b.
func Mul(d, a, b []float64) {
	a, b = a[:len(d)], b[:len(d)]
	for i := mul(d, a, b); i < len(d); i++ {
		d[i] = a[i] * b[i]
	}
}

// Div stores a / b.
func Div(d, a, b []float64) {
	a, b = a[:len(d)], b[:len(d)]
	for i := div(d, a, b); i < len(d); i++ {
		d[i] = a[i] / b[i]
	}
}

// Slope stores a * 2b.
func Slope(d, a, b []float64) {
	a, b = a[:len(d)], b[:len(d)]
	for i := slope(d, a, b); i < len(d); i++ {
		d[i] = a[i] * (2 * b[i])
	}
}

// MulAdd stores a*b + c, the product being rounded before it is added.
func MulAdd(d, a, b, c []float64) {
	a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
	for i := mulAdd(d, a, b, c); i < len(d); i++ {
		d[i] = float64(a[i]*b[i]) + c[i]
	}
}

// SlopeAdd stores a*2b + c, the product being rounded before it is added.
func SlopeAdd(d, a, b, c []float64) {
	a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
	for i := slopeAdd(d, a, b, c); i < len(d); i++ {
		d[i] = float64(a[i]*(2*b[i])) + c[i]
	}
}

// Fill stores v everywhere.
func Fill(d []float64, v float64) {
	for i := fill(d, v); i < len(d); i++ {
		d[i] = v
	}
}
