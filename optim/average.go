package optim

import "math"

// The moving averages are rounded as PyTorch rounds them: the past is multiplied first, and the new part is
// multiplied and added in one operation. A run that amplifies rounding goes another way after a hundred updates
// without that.

// average moves a mean on: keep*mean + (1-keep)*g.
func average(mean, keep, g float64) float64 { return math.FMA(1-keep, g, keep*mean) }

// averageSquare moves a mean square on: keep*mean + (1-keep)*g^2.
func averageSquare(mean, keep, g float64) float64 { return math.FMA((1-keep)*g, g, keep*mean) }
