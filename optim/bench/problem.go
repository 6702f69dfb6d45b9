package bench

import (
	"math"

	"descentlab/optim"
)

// A Problem is a loss with a least value, and where a run begins. Those of one function are alike: each stands for a restart of
// the others.
type Problem struct {
	Function string // which all its instances have in common
	Instance int    // from 1
	// Objective makes the loss over the plane; each worker asks for one of its own. It must not be nil.
	Objective func() (optim.Objective, error)
	Least     float64 // the least loss; distances are counted from it
	X, Y      float64 // where runs begin
	Seed      uint64  // of methods that draw random numbers
	Box       optim.Box
}

// TargetCount is how many targets there are.
const TargetCount = 51

// perDecade is how many targets there are between two powers of ten.
const perDecade = 5

// Target is a distance from the least loss: number 0 is 1e2 and number 50 is 1e-8.
func Target(i int) float64 {
	if i%perDecade == 0 {
		return [...]float64{1e2, 1e1, 1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8}[i/perDecade]
	}
	return math.Pow(10, 2-float64(i)/perDecade)
}

// targets are all of them.
var targets = func() (list [TargetCount]float64) {
	for i := range list {
		list[i] = Target(i)
	}
	return list
}()
