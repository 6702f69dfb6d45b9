// Package census takes the census of random critical points: how many of their directions go downhill, and how rarely none
// does, which is a minimum. It is the counterexample to the belief that learning in many dimensions gets stuck in local minima:
// in n dimensions the share of minima falls faster than exp(-n), and what is left are saddles.
//
// At a random critical point the Hessian is a matrix of the Gaussian orthogonal ensemble: symmetric, all entries independent and
// normal of mean 0, with variance 1/n beside the diagonal and 2/n on it, so that most eigenvalues lie between -2 and 2 whatever
// n is. (The scale changes no sign.) A direction goes downhill where an eigenvalue is negative; their number is the index.
//
// Sources: Bray and Dean 2007, Statistics of critical points of Gaussian fields on large-dimensional spaces, Physical Review
// Letters 98, 150201; Dauphin and others 2014, Identifying and attacking the saddle point problem in high-dimensional
// non-convex optimization, NeurIPS 27. Exact gives the expected shares, and says where they are from.
package census
