// Package bbob states the 24 noiseless functions of the Black-Box Optimization Benchmarking in two dimensions, as formulas of
// package expr: every instance is a formula of its own, with its shift, its rotations and its optimum put in, so that value,
// gradient and Hessian are exact.
//
// The functions are defined in N. Hansen, S. Finck, R. Ros and A. Auger, Real-Parameter Black-Box Optimization Benchmarking 2009:
// Noiseless Functions Definitions, INRIA research report RR-6829. Where that text and the suite bbob of COCO
// (github.com/numbbo/coco) differ, COCO counts, whose values are those that are published; so does the generator from which
// shifts and rotations come.
//
// Two things are not smooth by definition: the steps of f7 are level, so that its gradient is zero almost everywhere in
// the domain, and f23 has a kink at every 32nd binary digit. At the very optimum derivatives are zero, whatever the limit.
package bbob
