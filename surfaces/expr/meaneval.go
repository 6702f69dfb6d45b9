package expr

import (
	"math"

	"descentlab/internal/lanes"
)

// Value returns the mean of the formula at (x, y).
func (m *Mean) Value(x, y float64) float64 {
	if m.dataless() {
		return m.one.Value(x, y)
	}
	return m.sum(levelValue, x, y).F / float64(m.n)
}

// Row stores Value(xs[i], y) in dst[i], to the last bit. The dst must be as long as xs and may be xs.
func (m *Mean) Row(dst, xs []float64, y float64) {
	for i, x := range xs {
		dst[i] = m.Value(x, y)
	}
}

// EachValue stores the value of the formula at (x, y) for each example in dst, which must be as long as there are examples.
func (m *Mean) EachValue(dst []float64, x, y float64) {
	if m.dataless() {
		fill(dst, m.one.Value(x, y))
		return
	}
	m.each(levelValue, x, y, dst)
}

// Grad returns the mean at (x, y) with its gradient.
func (m *Mean) Grad(x, y float64) (f, fx, fy float64) {
	if m.dataless() {
		return m.one.Grad(x, y)
	}
	sum := m.sum(levelGrad, x, y)
	if math.IsNaN(sum.F) {
		return undefined.F, undefined.X, undefined.Y
	}
	n := float64(m.n)
	return sum.F / n, sum.X / n, sum.Y / n
}

// Grads stores Grad(xs[i], ys[i]) in f[i], fx[i] and fy[i]. All five must be of one length; fx may be xs, and fy ys. The
// answer is always false: whether all numbers are finite is not looked at.
func (m *Mean) Grads(f, fx, fy, xs, ys []float64) (finite bool) {
	for i, x := range xs {
		f[i], fx[i], fy[i] = m.Grad(x, ys[i])
	}
	return false
}

// EachGrad stores the value and the gradient of the formula at (x, y) for each example. The three must be as long as there
// are examples.
func (m *Mean) EachGrad(f, fx, fy []float64, x, y float64) {
	if m.dataless() {
		v, vx, vy := m.one.Grad(x, y)
		fill(f, v)
		fill(fx, vx)
		fill(fy, vy)
		return
	}
	m.each(levelGrad, x, y, f, fx, fy)
}

// Jet returns the mean at (x, y) with its gradient and its Hessian.
func (m *Mean) Jet(x, y float64) Jet {
	if m.dataless() {
		return m.one.Jet(x, y)
	}
	sum := m.sum(levelJet, x, y)
	if math.IsNaN(sum.F) {
		return undefined
	}
	n := float64(m.n)
	return Jet{sum.F / n, sum.X / n, sum.Y / n, sum.XX / n, sum.XY / n, sum.YY / n}
}

func (m *Mean) makeValues() {
	p := m.p
	m.values = make([][]float64, len(p.ahead.on))
	space := make([]float64, len(m.values)*stretch)
	for id := range m.values {
		m.values[id] = space[id*stretch:][:stretch:stretch]
		if id < len(p.on) && p.on[id] == 0 {
			fill(m.values[id], m.point.slots[id])
		}
	}
	fill(m.values[len(p.on)+1], 1)
}

// goTo computes what depends on the point alone.
func (m *Mean) goTo(l int, x, y float64) {
	p, e := m.p, m.point
	if m.values == nil {
		m.makeValues()
	}
	code, first := p.still()
	switch l {
	case levelValue:
		e.slots[slotX], e.slots[slotY] = x, y
		exec(e.slots, code, first)
	case levelGrad:
		e.duals[slotX].F, e.duals[slotY].F = x, y
		execDuals(e.duals, code, first)
	case levelJet:
		e.jets[slotX].F, e.jets[slotY].F = x, y
		execJets(e.jets, code, first)
	}
	n := min(stretch, m.n)
	for _, s := range p.ahead.levels[l].scalars {
		var v float64
		switch {
		case l == levelValue:
			v = e.slots[s.slot]
		case l == levelJet:
			v = e.jets[s.slot].parts()[s.part]
		case s.part == 0:
			v = e.duals[s.slot].F
		case s.part == 1:
			v = e.duals[s.slot].X
		default:
			v = e.duals[s.slot].Y
		}
		lanes.Fill(m.values[s.value][:n], v)
	}
}

// block computes what the level has for some examples, of which the first is example at. It is good until the next call.
func (m *Mean) block(l, at int) *[6][]float64 {
	a, n := m.p.ahead, min(stretch, m.n-at)
	for _, id := range a.levels[l].loads {
		m.values[id] = m.kept[id][at : at+n]
	}
	a.exec(m.values, a.levels[l].code, n)
	for k, id := range a.results[:extent[l]] {
		m.results[k] = m.values[id][:n]
	}
	return &m.results
}

// sum adds up what the level has for all examples.
func (m *Mean) sum(l int, x, y float64) (sum Jet) {
	m.goTo(l, x, y)
	for at := 0; at < m.n; at += stretch {
		results := m.block(l, at)
		for from, n := 0, len(results[0]); from < n; from += sumLength {
			to := min(from+sumLength, n)
			s := total(l, results, from, to)
			if check := s.F + s.X + s.Y + s.XX + s.XY + s.YY; check != check && l != levelValue {
				s = total(l, m.mend(l, results, at, x, y), from, to)
			}
			sum.add(&s)
		}
	}
	return sum
}

// total adds up a part of a block.
func total(l int, block *[6][]float64, from, to int) (s Jet) {
	if l == levelValue {
		for _, f := range block[0][from:to] {
			s.F += f
		}
		return s
	}
	s.F, s.X, s.Y = totals(block[0][from:to], block[1][from:to], block[2][from:to])
	if l == levelJet {
		s.XX, s.XY, s.YY = totals(block[3][from:to], block[4][from:to], block[5][from:to])
	}
	return s
}

// totals are the sums of three columns; they are not in memory while they grow.
func totals(as, bs, cs []float64) (a, b, c float64) {
	bs, cs = bs[:len(as)], cs[:len(as)]
	for i, v := range as {
		a, b, c = a+v, b+bs[i], c+cs[i]
	}
	return a, b, c
}

func (j *Jet) add(k *Jet) {
	j.F, j.X, j.Y, j.XX, j.XY, j.YY = j.F+k.F, j.X+k.X, j.Y+k.Y, j.XX+k.XX, j.XY+k.XY, j.YY+k.YY
}

// each stores what the level has for each example.
func (m *Mean) each(l int, x, y float64, to ...[]float64) {
	m.goTo(l, x, y)
	for at := 0; at < m.n; at += stretch {
		results := m.block(l, at)
		if l != levelValue {
			results = m.mend(l, results, at, x, y)
		}
		for k := range to {
			copy(to[k][at:], results[k])
		}
	}
}

// mend settles what has NaN in it by a look at the example alone. It leaves the block as it is and returns another.
func (m *Mean) mend(l int, block *[6][]float64, at int, x, y float64) *[6][]float64 {
	n := extent[l]
	for k := range n {
		m.mended[k] = append(m.mended[k][:0], block[k]...)
	}
	for i := range m.mended[0] {
		check := 0.0
		for k := range n {
			check += m.mended[k][i]
		}
		if check != check {
			m.setExample(at + i)
			j := m.one.Jet(x, y)
			for k, v := range j.parts() {
				if k < n {
					m.mended[k][i] = v
				}
			}
		}
	}
	return &m.mended
}
