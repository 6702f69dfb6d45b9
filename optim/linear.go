package optim

import "math"

// norm1 is the sum of the absolute values of a vector.
func norm1(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += math.Abs(x)
	}
	return sum
}

// scale multiplies a vector.
func scale(v []float64, by float64) {
	for i := range v {
		v[i] *= by
	}
}

// along stores the point x - step*dir, rounded as the plan rounds it when it is handed step*dir.
func along(point, x, dir []float64, step float64) {
	for i, d := range dir {
		point[i] = math.FMA(-1, float64(step*d), x[i])
	}
}
