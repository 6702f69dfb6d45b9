package real

import "math"

// A double is a number of twice the digits: the sum of two, of which the second is below half a unit in the last place of
// the first (Dekker 1971).
type double struct{ hi, lo float64 }

// sum is a+b without error, |a| >= |b|.
func sum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// plus is a + b.
func (a double) plus(b double) double {
	s := a.hi + b.hi
	v := s - a.hi
	rest := (a.hi - (s - v)) + (b.hi - v)
	return sum(s, rest+(a.lo+b.lo))
}

// times is a * b.
func (a double) times(b double) double {
	p := a.hi * b.hi
	rest := math.FMA(a.hi, b.hi, -p)
	return sum(p, rest+math.FMA(a.hi, b.lo, a.lo*b.hi))
}

// scaled is k*a.
func (a double) scaled(k float64) double {
	p := a.hi * k
	if math.IsInf(p, 0) {
		return double{p, 0}
	}
	return sum(p, math.FMA(a.lo, k, math.FMA(a.hi, k, -p)))
}

// odd are 1, 1/3, 1/5, ...: the coefficients of atanh. The terms from short on are too small to need two numbers.
var odd = func() (list [22]double) {
	for k := range list {
		n := float64(2*k + 1)
		list[k].hi = 1 / n
		list[k].lo = math.FMA(-list[k].hi, n, 1) / n
	}
	return list
}()

const short = 10

// logarithm is log(x) for positive finite x, with an error of about 1e-31 of it: the exponent's share, and for the rest m, from
// the root of 1/2 to the root of 2, 2*atanh((m-1)/(m+1)) by its series.
func logarithm(x float64) double {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	n, d := m-1, sum(m, 1)
	if m < 1 {
		d = sum(1, m)
	}
	s := double{hi: n / d.hi}
	s.lo = (math.FMA(-s.hi, d.hi, n) - s.hi*d.lo) / d.hi
	square := s.times(s)
	tail := 0.0
	for k := len(odd) - 1; k >= short; k-- {
		tail = math.FMA(tail, square.hi, odd[k].hi)
	}
	series := double{hi: tail}
	for k := short - 1; k >= 0; k-- {
		series = series.times(square).plus(odd[k])
	}
	return double{math.Ln2, 2.319046813846299558e-17}.scaled(float64(e)).plus(s.times(series).scaled(2))
}
