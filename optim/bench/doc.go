// Package bench compares optimizers on many problems by how many evaluations they take to come how close to the least loss, as
// COCO does (Hansen et al., COCO: a platform for comparing continuous optimizers in a black-box setting, arXiv:1603.08785, and
// COCO: performance assessment, arXiv:1605.03560).
//
// A run is judged by targets: 51 distances from the least loss, from 1e2 down to 1e-8, equally far apart on a logarithmic scale.
// Every run on every problem either meets a target after some evaluations or does not within its budget. Nothing else counts:
// not where a run ends, nor how long it takes by the clock.
//
//	trials, err := bench.Run(ctx, specs, problems, bench.Options{Budget: 2000})
//	r := bench.Results{Problems: problems, Budget: 2000, Trials: trials}
//	curve := r.Runtimes(0)
//	fmt.Println(curve.Fraction(500))
//
// What is compared are racers with their settings. Settings that were chosen on the very problems that count would make every
// method look good that has enough of them, so Tune chooses them on others, within a number of trials that is equal for all.
package bench
