package optim

// dot is the inner product of two vectors.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// fill sets all components of a vector: a scalar among a rule's memories is kept so.
func fill(v []float64, value float64) {
	for i := range v {
		v[i] = value
	}
}
