// Package optim holds gradient methods as values: rules that turn a gradient into a step, plans that chain rules and
// lay all they remember out in one flat row, and the catalogue of methods and learning-rate schedules from which a
// user chooses by name.
//
// The conventions (names, defaults, order of operations, place of eps) are those of PyTorch 1.13.1 for every method
// and schedule that it has; where an entry differs, its comment says so. What PyTorch computes by fused multiplication
// and addition in moving averages, momentum and the step itself is fused here too, because runs that amplify rounding
// would part from PyTorch's otherwise.
//
//	spec, err := optim.ParseSpec("adam lr=0.05 schedule=cosine clip_norm=1")
//	plan, err := spec.Plan(2, 1000)
//	row := make([]float64, plan.Width())
//	plan.Start(row, objective, []float64{-1.2, 1})
//	for t := range 1000 {
//		plan.Next(row, row, objective, t)
//	}
package optim
