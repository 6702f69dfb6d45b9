package bbob

import "math"

// stream is the generator of BBOB 2009: the minimal standard one of Park and Miller (Communications of the ACM 31(10), 1988) by
// Schrage's method, shuffled by a table of Bays and Durham. It returns n numbers in (0, 1).
func stream(seed int64, n int) []float64 {
	const (
		modulus = 2147483647
		fair    = 67108865 // the modulus by the size of the table, rounded up
	)
	state := max(seed, -seed, 1)
	step := func() int64 {
		high := state / 127773
		if state = 16807*(state-high*127773) - 2836*high; state < 0 {
			state += modulus
		}
		return state
	}
	var table [32]int64
	for i := 39; i >= 0; i-- {
		if v := step(); i < len(table) {
			table[i] = v
		}
	}
	out, last := make([]float64, n), table[0]
	for i := range out {
		fresh := step()
		place := last / fair
		last, table[place] = table[place], fresh
		if out[i] = float64(last) / modulus; out[i] == 0 {
			out[i] = 1e-99
		}
	}
	return out
}

// normal returns n numbers of the standard normal distribution, by Box and Muller.
func normal(seed int64, n int) []float64 {
	u := stream(seed, 2*n)
	out := make([]float64, n)
	for i := range out {
		if out[i] = math.Sqrt(-2*math.Log(u[i])) * math.Cos(2*math.Pi*u[n+i]); out[i] == 0 {
			out[i] = 1e-99
		}
	}
	return out
}

// shift is where the optimum of most functions lies: in [-4, 4] for both coordinates, to four digits.
func shift(seed int64) (at [2]float64) {
	for i, u := range stream(seed, 2) {
		if at[i] = 8*math.Floor(1e4*u)/1e4 - 4; at[i] == 0 {
			at[i] = -1e-5
		}
	}
	return at
}

// A matrix has rows and columns.
type matrix [2][2]float64

// rotation orthonormalises the columns of a matrix of normal numbers by Gram and Schmidt.
func rotation(seed int64) (m matrix) {
	g := normal(seed, 4)
	m = matrix{{g[0], g[2]}, {g[1], g[3]}}
	for i := range 2 {
		for j := range i {
			dot := m[0][i]*m[0][j] + m[1][i]*m[1][j]
			m[0][i] -= dot * m[0][j]
			m[1][i] -= dot * m[1][j]
		}
		length := math.Sqrt(m[0][i]*m[0][i] + m[1][i]*m[1][i])
		m[0][i] /= length
		m[1][i] /= length
	}
	return m
}

// times is the product of a, the diagonal matrix of 1 and scale, and b.
func (a matrix) times(scale float64, b matrix) (c matrix) {
	for i := range 2 {
		for j := range 2 {
			c[i][j] = a[i][0]*b[0][j] + a[i][1]*scale*b[1][j]
		}
	}
	return c
}

// least is the value at the optimum, a number with two digits behind the point between -1000 and 1000. Functions that are the
// same but for one detail have it from one seed.
func least(function, instance int) float64 {
	seed := seedOf(function, instance)
	ratio := normal(seed, 1)[0] / normal(seed+1, 1)[0]
	return min(1000, max(-1000, math.Floor(100*100*ratio+0.5)/100))
}

// seedOf is where the numbers of an instance begin.
func seedOf(function, instance int) int64 {
	switch function {
	case 4:
		function = 3
	case 18:
		function = 17
	}
	return int64(function) + 10000*int64(instance)
}

// Start is where a run on an instance may begin, in [-4, 4] for both coordinates: COCO leaves that to the methods, here it is the
// same for all. It comes from the generator too, and depends on the function and the instance alone.
func Start(function, instance int) [2]float64 {
	return shift(seedOf(function, instance) + 3000000 + int64(function))
}
