package expr

import "slices"

// sumLength is how many examples are added up at a time. Sums are taken over so many examples first and
// then over the sums, always in the same order, whatever is evaluated.
const sumLength = 64

// stretch is how many go through an instruction of an ahead at a time; the sums are those of parts of it.
const stretch = 2 * sumLength

// A Mean evaluates the mean of a formula over examples: the value, the gradient and the Hessian are the means of what
// Eval gives for each example, to the last bit, gradients being taken as Jet takes them. What depends on the example
// alone is computed only once. A Mean holds scratch space, so each goroutine needs its own: Fork is cheap.
type Mean struct {
	o      *MeanFormula
	p      *Program
	n      int
	params []float64
	// Of a value of the ahead that depends on the example alone and is needed, or is a column: what it is for every example.
	kept [][]float64

	from   *Mean // of a batch: what it was picked from, else nil
	picked []int32

	point *Eval     // what depends on the point alone
	one   *Eval     // a single example
	args  []float64 // of one: the parameters, and room for the columns of an example

	values  [][]float64  // blocks of each value of the ahead, of which the slots are the first
	results [6][]float64 // of the last block
	mended  [6][]float64 // room for what is not as it was computed
	picks   []uint16     // the values in kept that some level needs
}

func newMean(o *MeanFormula, n int, params []float64) *Mean {
	p := o.all
	m := &Mean{o: o, p: p, n: n, params: params, args: slices.Concat(params, make([]float64, len(o.columns)))}
	m.point, m.one = p.Bind(m.args...), o.each.Bind(m.args...)
	m.kept = make([][]float64, len(p.ahead.on))
	for _, l := range p.ahead.levels {
		for _, id := range l.loads {
			if !slices.Contains(m.picks, id) {
				m.picks = append(m.picks, id)
			}
		}
	}
	return m
}

// still returns the code that depends on the point and not on the example, and the slot of its first result.
func (p *Program) still() (code []instr, first int) {
	return p.code[p.ends[0]:p.ends[onX|onY]], p.leaves + p.ends[0]
}

// mixed returns the code that depends on both the point and the example, and the slot of its first result.
func (p *Program) mixed() (code []instr, first int) {
	return p.code[p.ends[onExample]:], p.leaves + p.ends[onExample]
}

// keep computes what depends on the example alone.
func (m *Mean) keep(columns [][]float64) {
	p := m.p
	m.makeValues()
	code, first := p.part(onExample)
	for id, on := range p.on {
		if on == onExample {
			m.kept[id] = make([]float64, m.n)
		}
	}
	for _, in := range p.ahead.early {
		m.kept[in.out] = make([]float64, m.n)
	}
	for i, c := range columns {
		m.kept[m.column(i)] = c
	}
	views := slices.Clone(m.values)
	for at := 0; at < m.n; at += sumLength {
		n := min(sumLength, m.n-at)
		for id, c := range m.kept {
			if c != nil {
				views[id] = c[at : at+n]
			}
		}
		execBlocks(views, code, first, n)
		p.ahead.exec(views, p.ahead.early, n)
	}
	for id := range m.kept {
		if (id < slotParams || id >= p.leaves) && !slices.Contains(m.picks, uint16(id)) {
			m.kept[id] = nil
		}
	}
}

// column returns the slot of column i.
func (m *Mean) column(i int) int { return slotParams + len(m.params) + i }

// Formula returns what m is the mean of.
func (m *Mean) Formula() *MeanFormula { return m.o }

// Len returns the number of examples.
func (m *Mean) Len() int { return m.n }

// Fork returns a Mean of the same examples with its own scratch space.
func (m *Mean) Fork() *Mean {
	f := newMean(m.o, m.n, m.params)
	f.kept, f.from, f.picked = m.kept, m.from, m.picked
	return f
}

// Batch returns a Mean with room for so many examples of m, which is no batch itself. It must not be evaluated before Pick
// has chosen them.
func (m *Mean) Batch(size int) *Mean {
	b := newMean(m.o, size, m.params)
	b.from = m
	for _, id := range b.picks {
		b.kept[id] = make([]float64, size)
	}
	return b
}

// Pick makes m, which Batch has made, the mean of these examples, numbered from 0; there must be as many as it has room
// for. The numbers are not copied and must not change before the next Pick.
func (m *Mean) Pick(examples []int32) {
	m.picked = examples
	for _, id := range m.picks {
		c, source := m.kept[id][:len(examples)], m.from.kept[id]
		for i, k := range examples {
			c[i] = source[k]
		}
	}
}

// dataless reports whether the formula says the same of every example.
func (m *Mean) dataless() bool { return m.p.on[m.p.result]&onExample == 0 }

// setExample makes m.one the formula of example i.
func (m *Mean) setExample(i int) {
	whole := m
	if m.from != nil {
		whole, i = m.from, int(m.picked[i])
	}
	columns := m.args[len(m.params):]
	for k := range columns {
		columns[k] = whole.kept[m.column(k)][i]
	}
	m.one.Set(m.args...)
}
