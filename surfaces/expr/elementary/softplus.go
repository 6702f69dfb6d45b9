package elementary

import "math"

// softplus is log(1+exp(x)), written so that exp never overflows. PyTorch returns x itself from x = 20 on, which
// differs by less than 2.1e-9.
func softplus(x float64) float64 {
	return max(x, 0) + log1pOfUnit(math.Exp(-math.Abs(x)))
}

// softplusAll takes the exponential of softplus, sigmoid(x) and sigmoid(-x) once.
func softplusAll(x float64) (f, f1, f2 float64) {
	e := math.Exp(-math.Abs(x))
	f = max(x, 0) + log1pOfUnit(e)
	small, large := e/(1+e), 1/(1+e)
	if x >= 0 {
		return f, large, large * small
	}
	return f, small, small * large
}

// unitLog are log(t) and 1/t at the points t = 1 + k/16.
var unitLog = func() (table [17]struct{ log, inverse float64 }) {
	for k := range table {
		t := 1 + float64(k)/16
		table[k].log, table[k].inverse = math.Log(t), 1/t
	}
	return table
}()

// log1pOfUnit is math.Log1p from 0 to 1, within two units in the last place and without its unpredictable branches: the
// classifiers' losses over many examples spend most of their time here. It goes to the nearest point t of the table and
// takes the Taylor series of log(1+r) from there, |r| <= 1/32.
func log1pOfUnit(e float64) float64 {
	if !(e <= 1) {
		return e // NaN
	}
	k := int(16*e + 0.5)
	near := &unitLog[k]
	r := (e - float64(k)/16) * near.inverse
	r2 := r * r
	r4 := r2 * r2
	q := (1./2 - product(1./3, r)) + product(r2, 1./4-product(1./5, r)) +
		product(r4, (1./6-product(1./7, r))+product(r2, 1./8-product(1./9, r)+product(1./10, r2)))
	return near.log + (r - product(r2, q))
}

// product is rounded before it is added to anything, which without the conversion depends on the machine.
func product(a, b float64) float64 { return float64(a * b) }
