package lanes

import "math"

// softplusTable are the constants of softplus; the assembly knows them by their places.
var softplusTable = [...]float64{
	0: log2e, 1: shifter, 2: -ln2High, 3: -ln2Low, 4: vanishing, 5: 1, 6: 2, 7: 0.5,
	// From 8 on the coefficients of (e^r - 1 - r)/r^2 for |r| <= ln(2)/2, the highest first, which interpolate it at the zeros of
	// a Chebyshev polynomial: with an error below 2e-17 of e^r.
	8: 0x1.af389ecfc4b9cp-26, 0x1.28917c89a43a7p-22, 0x1.71de0db2f6b19p-19, 0x1.a019b9149a41cp-16, 0x1.a01a01a7c2efep-13,
	0x1.6c16c17889ef1p-10, 0x1.11111111109b5p-7, 0x1.5555555553d68p-5, 0x1.5555555555556p-3, 0x1p-1,
	// From 18 on those of (log((1+s)/(1-s)) - 2s)/s^3 by s^2, for s <= 1/3, the highest first, found in the same way: with an
	// error below 2e-16 of it.
	18: 0x1.4b0a26c5f2aefp-3, 0x1.687a6e7c95176p-4, 0x1.eb905e8575054p-4, 0x1.10ac75dc602b1p-3, 0x1.3b18b294bebf9p-3,
	0x1.745cf0b0e03bdp-3, 0x1.c71c727143318p-3, 0x1.24924923d44c6p-2, 0x1.999999999a3ddp-2, 0x1.5555555555555p-1,
	28: negativeZero(), 29: exponentBias(),
}

const (
	log2e     = 0x1.71547652b82fep+0
	ln2High   = 0x1.62e42fefa39efp-1 // ln(2), and what is missing in it
	ln2Low    = 0x1.abc9e3b39803fp-56
	shifter   = 0x1.8p52 // added and subtracted, it rounds to the nearest whole number
	vanishing = -746     // e to that is 0
	bias      = 1023     // of exponents
)

func negativeZero() float64 { return math.Copysign(0, -1) }
func exponentBias() float64 { return math.Float64frombits(bias) }

// Softplus is log(1+e^x), within two units in the last place.
func Softplus(x float64) float64 {
	_, f := softplus(x)
	return f
}

// SoftplusJet is Softplus with its first and its second derivative; e^-|x| is taken once for all three.
func SoftplusJet(x float64) (f, f1, f2 float64) {
	e, f := softplus(x)
	small, large := e/(1+e), 1/(1+e)
	if x >= 0 {
		return f, large, large * small
	}
	return f, small, small * large
}

// softplus is log(1+e^x), with e = e^-|x|.
func softplus(x float64) (e, f float64) {
	k := &softplusTable
	t := max(-math.Abs(x), vanishing)
	n := math.FMA(t, log2e, shifter) - shifter
	r := math.FMA(n, -ln2Low, math.FMA(n, -ln2High, t)) // t - n*ln(2)
	p := horner(r, (*[10]float64)(k[8:18]))
	p = 1 + math.FMA(float64(r*r), p, r)
	half := int64(n) >> 1
	e = p * powerOfTwo(half) * powerOfTwo(int64(n)-half) // in two steps, for it may be a denormal number

	// log(1+e) = e - (h - s*(h + s^2*q)), where s = e/(2+e) and h = e^2/2 (Ng, fdlibm, 1993).
	s := e / (2 + e)
	z := float64(s * s)
	q := horner(z, (*[10]float64)(k[18:28]))
	h := float64(float64(0.5*e) * e)
	log := e - math.FMA(-s, h+float64(z*q), h)
	return e, max(x, 0) + log
}

// horner is the polynomial with these coefficients, the highest first.
func horner(x float64, c *[10]float64) float64 {
	p := math.FMA(x, c[0], c[1])
	p = math.FMA(x, p, c[2])
	p = math.FMA(x, p, c[3])
	p = math.FMA(x, p, c[4])
	p = math.FMA(x, p, c[5])
	p = math.FMA(x, p, c[6])
	p = math.FMA(x, p, c[7])
	p = math.FMA(x, p, c[8])
	return math.FMA(x, p, c[9])
}

// powerOfTwo is 2^n, which must be a normal number.
func powerOfTwo(n int64) float64 { return math.Float64frombits(uint64(n+bias) << 52) }

// softplusWidth is how many numbers the assembly takes at a time.
const softplusWidth = 8

// Softpluses stores Softplus at each x and, unless they are nil, its derivatives; the second one needs the first.
func Softpluses(value, slope, bend, x []float64) {
	done := softpluses(value[:len(x)], slope, bend, x)
	if rest := x[done:]; fast && len(rest) > 1 {
		var v, s, b, w [softplusWidth]float64
		copy(w[:], rest)
		softpluses(v[:], s[:], b[:], w[:])
		put(value, v[:], done)
		put(slope, s[:], done)
		put(bend, b[:], done)
		return
	}
	for i := done; i < len(x); i++ {
		v, s, b := SoftplusJet(x[i])
		put(value, []float64{v}, i)
		put(slope, []float64{s}, i)
		put(bend, []float64{b}, i)
	}
}

// put copies numbers to a place in what may be nil.
func put(to, from []float64, at int) {
	if to != nil {
		copy(to[at:], from)
	}
}
