package census

import (
	"math/big"
	"sync"
)

// Exact is the exact distribution of the index in n dimensions, n >= 1: the probability that k of the n eigenvalues are negative,
// for k from 0 to n. It must not be modified.
//
// The joint density of the eigenvalues is proportional to the product of exp(-x*x/2) over all and |x - y| over all pairs. Its
// integral with a weight z for each negative eigenvalue is a Pfaffian (de Bruijn 1955, On some multiple integrals involving
// determinants, Journal of the Indian Mathematical Society 19), a polynomial in z whose coefficients are the probabilities but
// for a factor. So the share of minima is 1/2 for n = 1, (2 - sqrt 2)/4 for n = 2, (pi - 2*sqrt 2)/(4*pi) for n = 3 (Dedieu and
// Malajovich 2008, On the number of minima of a random polynomial, Journal of Complexity 24), and for large n about
// exp(-n*n*ln(3)/4) (Dean and Majumdar 2006, Large deviations of extreme eigenvalues of random matrices, Physical Review
// Letters 97, 160201).
func Exact(n int) []float64 {
	known.Lock()
	defer known.Unlock()
	if list, ok := known.of[n]; ok {
		return list
	}
	values := make([]*big.Float, n+1) // of the polynomial at z = 0, 1, ..., n
	moments := newMoments(n)
	for z := range values {
		values[z] = pfaffian(moments.matrix(int64(z)))
	}
	// At z = 1 the coefficients add up to all there is.
	list := make([]float64, n+1)
	for k, c := range interpolated(values) {
		list[k], _ = real().Quo(c, values[1]).Float64()
	}
	known.of[n] = list
	return list
}

// known are the distributions that somebody has asked for.
var known = struct {
	sync.Mutex
	of map[int][]float64
}{of: map[int][]float64{}}

// precision, in bits, leaves more than a hundred digits after all that cancels for n = MaxDim.
const precision = 1024

func real() *big.Float { return new(big.Float).SetPrec(precision) }

func whole(n int64) *big.Float { return real().SetInt64(n) }

func product(a, b *big.Float) *big.Float { return real().Mul(a, b) }

// moments are integrals over positive x and y with the weight w(x) = exp(-x*x/2).
type moments struct {
	n     int
	gamma []*big.Float   // gamma[k] is the gamma function at k/2, k >= 1
	of    []*big.Float   // of[k] is that of x^k*w(x)
	pairs [][]*big.Float // pairs[j][k] is that of sgn(y - x)*x^j*y^k*w(x)*w(y)
}

func newMoments(n int) moments {
	m := moments{n: n, gamma: make([]*big.Float, 2*n+2), of: make([]*big.Float, n), pairs: make([][]*big.Float, n)}
	m.gamma[1], m.gamma[2] = real().Sqrt(pi()), whole(1)
	for k := 3; k < len(m.gamma); k++ {
		m.gamma[k] = product(m.gamma[k-2], real().Quo(whole(int64(k-2)), whole(2)))
	}
	scale := real().Quo(whole(1), real().Sqrt(whole(2))) // 2^((k-1)/2)
	for k := range m.of {
		m.of[k] = product(scale, m.gamma[k+1])
		scale = product(scale, real().Sqrt(whole(2)))
	}
	for j := range m.pairs {
		m.pairs[j] = make([]*big.Float, n)
		for k := range j + 1 {
			m.pairs[j][k] = m.pair(j, k)
		}
		for k := range j {
			m.pairs[k][j] = real().Neg(m.pairs[j][k])
		}
	}
	return m
}

// pair is pairs[j][k], k <= j, from those before: by parts over x, of which x*w(x) is the derivative of -w(x).
func (m moments) pair(j, k int) *big.Float {
	switch {
	case j == k:
		return real()
	case j == 1:
		return real().Sub(m.of[k], m.gamma[k+1])
	}
	return real().Sub(product(whole(int64(j-1)), m.pairs[j-2][k]), m.gamma[j+k])
}

// matrix is that of all pairs of powers, where negative numbers have a weight z; if n is odd it has a border of single powers,
// for a Pfaffian needs an even size.
func (m moments) matrix(z int64) [][]*big.Float {
	size := m.n + m.n%2
	a := make([][]*big.Float, size)
	for j := range a {
		a[j] = make([]*big.Float, size)
		for k := range a[j] {
			switch {
			case j < m.n && k < m.n:
				a[j][k] = m.entry(j, k, z)
			case j < m.n:
				a[j][k] = product(m.of[j], whole(1+z*sign(j)))
			case k < m.n:
				a[j][k] = product(m.of[k], whole(-1-z*sign(k)))
			default:
				a[j][k] = real()
			}
		}
	}
	return a
}

// entry adds up where x and y are of one sign, and where they are not.
func (m moments) entry(j, k int, z int64) *big.Float {
	alike := product(m.pairs[j][k], whole(1-z*z*sign(j+k)))
	apart := product(product(m.of[j], m.of[k]), whole(z*(sign(j)-sign(k))))
	return alike.Add(alike, apart)
}

// sign is (-1)^k.
func sign(k int) int64 { return 1 - 2*int64(k%2) }

// pfaffian of an antisymmetric matrix of even size, which it spoils: elimination by pairs of rows and columns.
func pfaffian(a [][]*big.Float) *big.Float {
	result := whole(1)
	for at := 0; at < len(a); at += 2 {
		pivot := at + 1
		for k := pivot + 1; k < len(a); k++ {
			if real().Abs(a[at][k]).Cmp(real().Abs(a[at][pivot])) > 0 {
				pivot = k
			}
		}
		if a[at][pivot].Sign() == 0 {
			return real()
		}
		if pivot != at+1 {
			a[at+1], a[pivot] = a[pivot], a[at+1]
			for _, row := range a {
				row[at+1], row[pivot] = row[pivot], row[at+1]
			}
			result.Neg(result)
		}
		result = product(result, a[at][at+1])
		for j := at + 2; j < len(a); j++ {
			for k := at + 2; k < len(a); k++ {
				less := product(a[at][j], a[at+1][k])
				less.Sub(less, product(a[at][k], a[at+1][j]))
				a[j][k] = real().Sub(a[j][k], less.Quo(less, a[at][at+1]))
			}
		}
	}
	return result
}

// interpolated are the coefficients of the polynomial that has the given values at 0, 1, 2 and so on: by Newton's differences.
func interpolated(values []*big.Float) []*big.Float {
	rest := append([]*big.Float{}, values...)
	sum, basis := make([]*big.Float, len(values)), []*big.Float{whole(1)} // z*(z-1)*...*(z-k+1) / k!
	for k := range sum {
		sum[k] = real()
	}
	for k := range values {
		for i, c := range basis {
			sum[i].Add(sum[i], product(rest[0], c))
		}
		next := make([]*big.Float, len(basis)+1)
		for i := range next {
			next[i] = real()
			if i > 0 {
				next[i].Add(next[i], basis[i-1])
			}
			if i < len(basis) {
				next[i].Sub(next[i], product(whole(int64(k)), basis[i]))
			}
			next[i].Quo(next[i], whole(int64(k+1)))
		}
		basis = next
		for i := range rest[1:] {
			rest[i] = real().Sub(rest[i+1], rest[i])
		}
		rest = rest[:len(rest)-1]
	}
	return sum
}

// pi by the mean of arithmetic and geometric means (Brent and Salamin 1976), whose digits double in each round.
func pi() *big.Float {
	a, b := whole(1), real().Quo(whole(1), real().Sqrt(whole(2)))
	t, p := real().SetFloat64(0.25), whole(1)
	for range 10 {
		mean := real().Add(a, b)
		mean.Quo(mean, whole(2))
		b = real().Sqrt(product(a, b))
		off := real().Sub(a, mean)
		t.Sub(t, product(p, product(off, off)))
		a, p = mean, product(p, whole(2))
	}
	sum := real().Add(a, b)
	return real().Quo(product(sum, sum), product(whole(4), t))
}
