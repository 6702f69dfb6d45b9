package lanes

import "math"

// An Adam is an update of Kingma and Ba's method: the means m of the gradient and v of its square, which keep Keep1 and Keep2
// of their past, move on, and the direction is m/Scale1 / (sqrt(v)/Scale2 + Eps). Each mean is rounded in two steps, the past
// first.
type Adam struct{ Keep1, Keep2, Scale1, Scale2, Eps float64 }

// Apply takes the gradient from d and stores the direction there.
func (a Adam) Apply(d, m, v []float64) {
	m, v = m[:len(d)], v[:len(d)]
	for i := a.lanes(d, m, v); i < len(d); i++ {
		g := d[i]
		m[i] = math.FMA(1-a.Keep1, g, float64(a.Keep1*m[i]))
		v[i] = math.FMA(float64((1-a.Keep2)*g), g, float64(a.Keep2*v[i]))
		d[i] = m[i] / a.Scale1 / (math.Sqrt(v[i])/a.Scale2 + a.Eps)
	}
}

// AddScaled adds k*d to x, with one rounding.
func AddScaled(x, d []float64, k float64) {
	d = d[:len(x)]
	for i := addScaled(x, d, k); i < len(x); i++ {
		x[i] = math.FMA(k, d[i], x[i])
	}
}
