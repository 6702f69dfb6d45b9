package surfaces

import (
	"math/bits"
	"math/rand/v2"

	"descentlab/internal/say"

	"descentlab/surfaces/expr"
)

// Examples returns how many examples the loss is the mean over: 0 for a plain formula.
func (p *Probe) Examples() int {
	if p.mean == nil {
		return 0
	}
	return p.mean.Len()
}

// CheckBatch returns an error unless the loss has batches of that size: from 1 to Examples.
func (p *Probe) CheckBatch(size int) error {
	n := p.Examples()
	switch {
	case n == 0:
		return say.Errorf("batch: this surface has no examples to draw batches from; got %d", size)
	case size < 1 || size > n:
		return say.Errorf("batch: must be from 1 to %d, which is the number of examples; got %d", n, size)
	}
	return nil
}

// Batched returns a probe whose Eval, Many, Hessian and GaussNewton see a mini-batch: so many examples, drawn without
// replacement. Batch t of a seed is always the same. A batch of all examples is the loss itself. It fails as CheckBatch
// does.
func (p *Probe) Batched(size int, seed uint64) (*Probe, error) {
	if err := p.CheckBatch(size); err != nil {
		return nil, err
	}
	q := p.whole()
	if size < p.Examples() {
		q.batches = newBatches(q.mean, size, seed)
	}
	return q, nil
}

// Stochastic reports whether Eval differs from draw to draw.
func (p *Probe) Stochastic() bool { return p.batches != nil }

// Sampled reports whether losses differ from draw to draw: a batch has its own.
func (p *Probe) Sampled() bool { return p.Stochastic() }

// whole returns a probe that has no batches.
func (p *Probe) whole() *Probe {
	q := p.Fork()
	q.batches = nil
	return q
}

// Batch returns a probe of mini-batch t alone: its loss as a surface. Without batches, and for a negative t, it is the
// whole loss. The result is independent of p.
func (p *Probe) Batch(t int) *Probe {
	if p.batches == nil || t < 0 {
		return p.whole()
	}
	own := newBatches(p.mean, p.batches.size, p.batches.seed)
	return &Probe{eval: own.draw(t), mean: own.mean}
}

// Picked returns the indices of the examples in mini-batch t, from 0 and in no order; nil if the probe has no batches, or
// if t is negative.
func (p *Probe) Picked(t int) []int {
	if p.batches == nil || t < 0 {
		return nil
	}
	p.batches.draw(t)
	picked := make([]int, len(p.batches.picked))
	for i, k := range p.batches.picked {
		picked[i] = int(k)
	}
	return picked
}

// at is what evaluates a draw.
func (p *Probe) at(draw int) evaluator {
	if p.batches == nil || draw < 0 {
		return p.eval
	}
	return p.batches.draw(draw)
}

// Losses stores the loss of each example at (x, y) in dst, which must be as long as there are examples. It panics if there
// are none.
func (p *Probe) Losses(dst []float64, x, y float64) { p.mean.EachValue(dst, x, y) }

// GradientNoise returns the covariance, over all batches of that size, of a batch's gradient at (x, y): the noise that a
// step meets. That of a single example is the covariance of the examples' gradients, that of all examples is 0. Drawing
// without replacement makes it smaller than that of a single example divided by the size (W. G. Cochran, Sampling
// Techniques, 3rd ed., Wiley, 1977, theorem 2.2). The size must be from 1 to Examples; it panics if there are none.
func (p *Probe) GradientNoise(x, y float64, size int) (xx, xy, yy float64) {
	n := p.Examples()
	space := make([]float64, 3*n)
	f, gx, gy := space[:n], space[n:2*n], space[2*n:]
	p.mean.EachGrad(f, gx, gy, x, y)
	_, mx, my := p.mean.Grad(x, y)
	for i := range gx {
		dx, dy := gx[i]-mx, gy[i]-my
		xx, xy, yy = xx+dx*dx, xy+dx*dy, yy+dy*dy
	}
	scale := 0.0
	if n > 1 {
		scale = float64(n-size) / float64(n-1) / float64(n) / float64(size)
	}
	return xx * scale, xy * scale, yy * scale
}

// batches draws mini-batches. It belongs to one probe.
type batches struct {
	size   int
	seed   uint64
	mean   *expr.Mean // of the batch drawn last
	drawn  int        // its number, or -1
	picked []int32
	marks  []uint32 // of each example: the last round in which it was picked
	round  uint32
	source rand.PCG
}

func newBatches(whole *expr.Mean, size int, seed uint64) *batches {
	return &batches{
		size: size, seed: seed, mean: whole.Batch(size), drawn: -1,
		picked: make([]int32, size), marks: make([]uint32, whole.Len()),
	}
}

// batchStream sets the random numbers of batches apart from those of the gradient noise, which has the same seed.
const batchStream = 0x6d696e692d626174

// draw returns the mean over batch t. The examples are picked by R. W. Floyd's method (J. Bentley and R. W. Floyd, A
// sample of brilliance, Communications of the ACM 30(9), 1987), which takes one random number for each.
func (b *batches) draw(t int) *expr.Mean {
	if t == b.drawn {
		return b.mean
	}
	b.source.Seed(b.seed^batchStream, uint64(t))
	if b.round++; b.round == 0 { // once in four billion draws
		clear(b.marks)
		b.round = 1
	}
	n := len(b.marks)
	for i := range b.picked {
		last := n - b.size + i
		// The product's upper half is uniform from 0 to last but for one part in 2^50.
		k, _ := bits.Mul64(b.source.Uint64(), uint64(last+1))
		if b.marks[k] == b.round {
			k = uint64(last)
		}
		b.marks[k] = b.round
		b.picked[i] = int32(k)
	}
	b.mean.Pick(b.picked)
	b.drawn = t
	return b.mean
}
