package expr

import "math"

// Value returns the mean of the formula at (x, y).
func (m *Mean) Value(x, y float64) float64 {
	if m.dataless() {
		return m.one.Value(x, y)
	}
	sum := 0.0
	m.valuesAt(x, y, func(block []float64) { sum += total(block) })
	return sum / float64(m.n)
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
	m.valuesAt(x, y, func(block []float64) { dst = dst[copy(dst, block):] })
}

func total(block []float64) float64 {
	sum := 0.0
	for _, v := range block {
		sum += v
	}
	return sum
}

func (m *Mean) makeValues() {
	p := m.p
	m.values = make([][]float64, len(p.start))
	space := make([]float64, len(p.start)*sumLength)
	for id := range m.values {
		m.values[id] = space[id*sumLength:][:sumLength:sumLength]
		if p.on[id] == 0 {
			fill(m.values[id], m.point.slots[id])
		}
	}
}

// valuesAt hands the values of all examples over, a block at a time.
func (m *Mean) valuesAt(x, y float64, take func([]float64)) {
	p := m.p
	if m.values == nil {
		m.makeValues()
	}
	slots := m.point.slots
	slots[slotX], slots[slotY] = x, y
	code, first := p.still()
	exec(slots, code, first)
	for _, id := range m.scalars {
		fill(m.values[id], slots[id])
	}
	code, first = p.mixed()
	for at := 0; at < m.n; at += sumLength {
		n := min(sumLength, m.n-at)
		for _, id := range m.loads {
			m.values[id] = m.kept[id][at : at+n]
		}
		execBlocks(m.values, code, first, n)
		take(m.values[p.result][:n])
	}
}

// Grad returns the mean at (x, y) with its gradient.
func (m *Mean) Grad(x, y float64) (f, fx, fy float64) {
	if m.dataless() {
		return m.one.Grad(x, y)
	}
	var sum dual
	m.dualsAt(x, y, func(block []dual) {
		var s dual
		for i := range block {
			d := &block[i]
			s.F, s.X, s.Y = s.F+d.F, s.X+d.X, s.Y+d.Y
		}
		sum.F, sum.X, sum.Y = sum.F+s.F, sum.X+s.X, sum.Y+s.Y
	})
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
	at := 0
	m.dualsAt(x, y, func(block []dual) {
		for i := range block {
			f[at], fx[at], fy[at] = block[i].F, block[i].X, block[i].Y
			at++
		}
	})
}

func (m *Mean) makeDuals() {
	p := m.p
	m.duals = make([][]dual, len(p.start))
	space := make([]dual, len(p.start)*sumLength)
	for id := range m.duals {
		m.duals[id] = space[id*sumLength:][:sumLength:sumLength]
		if p.on[id] == 0 {
			for i := range m.duals[id] {
				m.duals[id][i].F = m.point.slots[id]
			}
		}
	}
}

// dualsAt hands the values and gradients of all examples over, a block at a time.
func (m *Mean) dualsAt(x, y float64, take func([]dual)) {
	p := m.p
	if m.duals == nil {
		m.makeDuals()
	}
	slots := m.point.duals
	slots[slotX].F, slots[slotY].F = x, y
	code, first := p.still()
	execDuals(slots, code, first)
	for _, id := range m.scalars {
		block, v := m.duals[id][:min(sumLength, m.n)], slots[id]
		for i := range block {
			block[i] = v
		}
	}
	code, first = p.mixed()
	for at := 0; at < m.n; at += sumLength {
		n := min(sumLength, m.n-at)
		for _, id := range m.loads {
			column, block := m.kept[id][at:at+n], m.duals[id][:n]
			for i := range block {
				block[i] = dual{F: column[i]}
			}
		}
		execDualBlocks(m.duals, code, first, n)
		block := m.duals[p.result][:n]
		for i := range block {
			d := &block[i]
			if check := d.F + d.X + d.Y; check != check {
				m.setExample(at + i)
				j := m.one.Jet(x, y)
				*d = dual{j.F, j.X, j.Y}
			}
		}
		take(block)
	}
}

func (m *Mean) makeJets() {
	p := m.p
	m.jets = make([][]Jet, len(p.start))
	space := make([]Jet, len(p.start)*sumLength)
	for id := range m.jets {
		m.jets[id] = space[id*sumLength:][:sumLength:sumLength]
		if p.on[id] == 0 {
			for i := range m.jets[id] {
				m.jets[id][i].F = m.point.slots[id]
			}
		}
	}
}

// Jet returns the mean at (x, y) with its gradient and its Hessian.
func (m *Mean) Jet(x, y float64) Jet {
	if m.dataless() {
		return m.one.Jet(x, y)
	}
	p := m.p
	if m.jets == nil {
		m.makeJets()
	}
	slots := m.point.jets
	slots[slotX].F, slots[slotY].F = x, y
	code, first := p.still()
	execJets(slots, code, first)
	for _, id := range m.scalars {
		block, v := m.jets[id][:min(sumLength, m.n)], slots[id]
		for i := range block {
			block[i] = v
		}
	}
	code, first = p.mixed()
	var sum Jet
	for at := 0; at < m.n; at += sumLength {
		n := min(sumLength, m.n-at)
		for _, id := range m.loads {
			column, block := m.kept[id][at:at+n], m.jets[id][:n]
			for i := range block {
				block[i] = Jet{F: column[i]}
			}
		}
		execJetBlocks(m.jets, code, first, n)
		part := m.sumJets(m.jets[p.result][:n], at, x, y)
		sum.add(&part)
	}
	if math.IsNaN(sum.F) {
		return undefined
	}
	n := float64(m.n)
	return Jet{sum.F / n, sum.X / n, sum.Y / n, sum.XX / n, sum.XY / n, sum.YY / n}
}

// sumJets adds a block up, of which the first is example at. What has NaN in it is settled by a look at the example alone.
func (m *Mean) sumJets(block []Jet, at int, x, y float64) (sum Jet) {
	for i := range block {
		j := &block[i]
		if check := j.F + j.X + j.Y + j.XX + j.XY + j.YY; check != check {
			m.setExample(at + i)
			*j = m.one.Jet(x, y)
		}
		sum.add(j)
	}
	return sum
}

func (j *Jet) add(k *Jet) {
	j.F, j.X, j.Y, j.XX, j.XY, j.YY = j.F+k.F, j.X+k.X, j.Y+k.Y, j.XX+k.XX, j.XY+k.XY, j.YY+k.YY
}
