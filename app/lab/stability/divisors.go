package stability

import (
	"math"

	"descentlab/optim"
	"descentlab/optim/race"
)

// A divisor tells by what a method divides a coordinate of the gradient in an update.
type divisor struct {
	memories []string // of the row, that it needs
	// of is what update t divides a gradient g by, from the coordinate's memories before it.
	of func(memory []float64, g float64, t int) float64
}

// divided is the law of a method that divides.
func (l Law) divided(d divisor) Law {
	l.divide = &d
	return l
}

// Divisors tell by what the update that leaves row t of a run divides the two coordinates of the gradient, as follows from the
// row: 1 if the method divides by nothing. What they give is for one goroutine at a time.
func (l Law) Divisors(run *race.Run) func(t int) [2]float64 {
	if l.divide == nil {
		return func(int) [2]float64 { return [2]float64{1, 1} }
	}
	places, memory := make([]int, len(l.divide.memories)), make([]float64, len(l.divide.memories))
	for i, name := range l.divide.memories {
		f, _ := run.Plan.Field(name) // the catalogue's method has it
		places[i] = f.At
	}
	return func(t int) (list [2]float64) {
		row := run.Row(t)
		for axis := range list {
			for i, at := range places {
				memory[i] = row[at+axis]
			}
			g := run.Plan.Grad(row)[axis]
			if l.climbs {
				g = -g
			}
			list[axis] = l.divide.of(memory, g+l.penalty*run.Plan.X(row)[axis], t)
		}
		return list
	}
}

// adagrad divides by the root of the sum of all squared gradients, and by more from step to step.
func adagrad(s optim.Spec) divisor {
	first, eps, slower := s.Get("initial_accumulator_value").Num, s.Get("eps").Num, s.Get("lr_decay").Num
	return divisor{[]string{"adagrad.sum"}, func(memory []float64, g float64, t int) float64 {
		sum := memory[0]
		if t == 0 {
			sum = first
		}
		return (math.Sqrt(sum+g*g) + eps) * (1 + float64(t)*slower)
	}}
}

// rmsprop divides by the root of the mean square, or of the variance.
func rmsprop(s optim.Spec) divisor {
	keep, eps, centered := s.Get("alpha").Num, s.Get("eps").Num, s.Get("centered").Num != 0
	d := divisor{memories: []string{"rmsprop.square_avg"}}
	if centered {
		d.memories = append(d.memories, "rmsprop.grad_avg")
	}
	d.of = func(memory []float64, g float64, _ int) float64 {
		square := mix(memory[0], keep, g*g)
		if centered {
			mean := mix(memory[1], keep, g)
			square -= mean * mean
		}
		return math.Sqrt(square) + eps
	}
	return d
}

// adamDivisor divides by the root of the mean square, and makes up for the zero start of both means.
func adamDivisor(s optim.Spec) divisor {
	keep1, keep2, eps := s.Get("beta1").Num, s.Get("beta2").Num, s.Get("eps").Num
	most, corrects := s.Get("amsgrad").Num != 0, s.Get("bias_correction").Num != 0
	d := divisor{memories: []string{"adam.exp_avg_sq"}}
	if most {
		d.memories = append(d.memories, "adam.max_exp_avg_sq")
	}
	d.of = func(memory []float64, g float64, t int) float64 {
		square := mix(memory[0], keep2, g*g)
		if most {
			square = max(square, memory[1])
		}
		if !corrects {
			return math.Sqrt(square) + eps
		}
		root := math.Sqrt(square) / math.Sqrt(1-math.Pow(keep2, float64(t+1)))
		return (root + eps) * (1 - math.Pow(keep1, float64(t+1)))
	}
	return d
}

// mix is a moving average, one step on.
func mix(before, keep, now float64) float64 { return keep*before + (1-keep)*now }
