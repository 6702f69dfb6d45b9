package optim

// power is base^n for n >= 0 by repeated squaring: several times faster than math.Pow and, unlike a running product,
// a pure function of n.
func power(base float64, n int) float64 {
	p := 1.0
	for ; n > 0; n >>= 1 {
		p *= [2]float64{1, base}[n&1] // a load, for no branch could be predicted here
		base *= base
	}
	return p
}
