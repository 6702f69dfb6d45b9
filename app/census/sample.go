package census

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// chunk is how many matrices in a row are drawn from one stream of random numbers. Each chunk has a stream of its own, so that it
// does not matter who draws which, and when; and a larger census begins with the same matrices as a smaller one.
const chunk = 50

// A sampler draws matrices of one size, one after another, for one worker.
type sampler struct {
	n      int
	source rand.PCG
	random *rand.Rand
	hess   *mat.SymDense
	eigen  mat.EigenSym
	values []float64
}

func newSampler() *sampler {
	s := &sampler{}
	s.random = rand.New(&s.source)
	return s
}

// resize makes the next matrices n by n.
func (s *sampler) resize(n int) {
	if n != s.n {
		s.n, s.hess, s.values = n, mat.NewSymDense(n, nil), make([]float64, n)
	}
}

// count adds to index, of length n + 1, how many of the matrices from one number up to another, all in chunk k, have how many
// negative eigenvalues. It tells whether gonum has found the eigenvalues of all.
func (s *sampler) count(index []int, seed uint64, k, matrices int) bool {
	s.source.Seed(seed, uint64(s.n)<<40|uint64(k))
	for range matrices {
		s.draw()
		if !s.eigen.Factorize(s.hess, false) {
			return false
		}
		downhill := 0
		for _, v := range s.eigen.Values(s.values) {
			if v < 0 {
				downhill++
			}
		}
		index[downhill]++
	}
	return true
}

// draw fills the Hessian.
func (s *sampler) draw() {
	beside := 1 / math.Sqrt(float64(s.n))
	on := math.Sqrt2 * beside
	for i := range s.n {
		s.hess.SetSym(i, i, on*s.random.NormFloat64())
		for j := i + 1; j < s.n; j++ {
			s.hess.SetSym(i, j, beside*s.random.NormFloat64())
		}
	}
}
