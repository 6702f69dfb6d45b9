// Package contest holds benchmarks: racers on a suite of problems, with equal budgets, tuned within equal numbers of trials on
// problems that do not count. What is counted is package bench's; here is which problems there are, what the rules are in words,
// and how a run is looked at.
package contest
