package expr

// A pointCode computes a polynomial with its gradient for blocks of points: the program's code and the way back in one, as
// instructions each of which has a result of its own. That leaves out what gradBack does for nothing. No adjoint need be
// cleared: the first term of the sum that it is takes the sum's place, which differs by the sign of zeros only, and Grads
// sets that right in the end. Where an adjoint is handed on as it is, both are one. Products are added in the instruction
// that makes them, with both roundings.
type pointCode struct {
	code    []pull
	results [3]uint16 // where the value and the derivatives are in the end: views
	still   []uint16  // the slots that the views from viewStill on are filled with
	views   int       // how many there are
}

// The first views, after those of x and y, which are their slots: the results, and a block of ones.
const (
	viewF = iota + 2
	viewFX
	viewFY
	viewOne
	viewStill
)

// The instructions that stand in ways back only. opPower is the adjoint a, times the derivative of b ^ fn, fn being a whole
// number above 2; in a pull the base is a. The value of such a power is computed by multiplications, whose product rule
// rounds differently.
const (
	opPower    = opNot + 1 + iota
	opSlope    // a * (2 * b)
	opMulAdd   // a * b + c
	opSlopeAdd // a * (2 * b) + c
)

// A pointWriter writes a pointCode. Values are numbered: those of the slots first, then a one, then what is added.
type pointWriter struct {
	p        *Program
	code     []pull
	made     []int // of each value: the instruction that makes it, or -1
	one      uint16
	adjoints []int // of each slot: the value, or -1
	uses     []int // of each value
}

// pointCode joins the code and the way back, which must not be nil.
func (p *Program) pointCode() pointCode {
	w := &pointWriter{p: p, one: uint16(len(p.start)), adjoints: make([]int, len(p.start))}
	w.made = make([]int, len(p.start)+1)
	for i := range w.made {
		w.made[i] = -1
	}
	for i := range w.adjoints {
		w.adjoints[i] = -1
	}
	code, first := p.moving()
	for i, in := range code {
		w.made[first+i] = len(w.code)
		w.code = append(w.code, pull{in, uint16(first + i)})
	}
	w.adjoints[p.result] = int(w.one)
	for i := range p.back {
		w.pull(&p.back[i])
	}
	results := [3]uint16{p.result, w.derivative(slotX), w.derivative(slotY)}
	w.count(results)
	w.fuse()
	return w.assign(results)
}

// add appends an instruction and returns its value.
func (w *pointWriter) add(in instr) uint16 {
	out := uint16(len(w.made))
	w.made = append(w.made, len(w.code))
	w.code = append(w.code, pull{in, out})
	return out
}

// times is an adjoint times another value.
func (w *pointWriter) times(g, b uint16) uint16 {
	if g == w.one {
		return b
	}
	return w.add(instr{op: opMul, a: g, b: b})
}

// give adds a value to the adjoint of a slot, or subtracts it.
func (w *pointWriter) give(slot, v uint16, minus bool) {
	old := w.adjoints[slot]
	switch {
	case w.p.shapes[slot]&(hasX|hasY) == 0:
		return
	case old >= 0 && minus:
		v = w.add(instr{op: opSub, a: uint16(old), b: v})
	case old >= 0:
		v = w.add(instr{op: opAdd, a: uint16(old), b: v})
	case minus:
		v = w.add(instr{op: opNeg, a: v})
	}
	w.adjoints[slot] = int(v)
}

// pull writes what sweep does.
func (w *pointWriter) pull(in *pull) {
	g := uint16(w.adjoints[in.out])
	switch in.op {
	case opAdd:
		w.give(in.a, g, false)
		w.give(in.b, g, false)
	case opAddK, opSubK:
		w.give(in.a, g, false)
	case opSub:
		w.give(in.a, g, false)
		w.give(in.b, g, true)
	case opKSub:
		w.give(in.b, g, true)
	case opMul:
		w.give(in.a, w.times(g, in.b), false)
		w.give(in.b, w.times(g, in.a), false)
	case opMulK:
		w.give(in.a, w.times(g, in.b), false)
	case opDivK:
		w.give(in.a, w.add(instr{op: opDivK, a: g, b: in.b}), false)
	case opNeg:
		w.give(in.a, g, true)
	case opSquare:
		if g == w.one {
			w.give(in.a, w.add(instr{op: opAdd, a: in.a, b: in.a}), false)
			return
		}
		w.give(in.a, w.add(instr{op: opSlope, a: g, b: in.a}), false)
	case opPower:
		w.give(in.a, w.add(instr{op: opPower, fn: in.fn, a: g, b: in.a}), false)
	}
}

// derivative is the adjoint of a coordinate; it is zero, which is the difference of ones, if nothing was given to it.
func (w *pointWriter) derivative(slot int) uint16 {
	if v := w.adjoints[slot]; v >= 0 {
		return uint16(v)
	}
	return w.add(instr{op: opSub, a: w.one, b: w.one})
}

// count finds out how often each value is used for the results. An instruction whose value is not used is dropped.
func (w *pointWriter) count(results [3]uint16) {
	w.uses = make([]int, len(w.made))
	for _, v := range results {
		w.uses[v]++
	}
	for i := len(w.code) - 1; i >= 0; i-- {
		if in := &w.code[i]; w.uses[in.out] > 0 {
			for _, v := range in.operands() {
				w.uses[*v]++
			}
		}
	}
}

// operands are those that the instruction has.
func (in *pull) operands() []*uint16 {
	all := [3]*uint16{&in.a, &in.b, &in.c}
	switch in.op {
	case opPower, opSlope:
		return all[:2]
	case opMulAdd, opSlopeAdd:
		return all[:]
	}
	return all[:arity[in.op]]
}

// fuse puts products that are used once, in a sum, into the sum.
func (w *pointWriter) fuse() {
	for i := range w.code {
		in := &w.code[i]
		if w.uses[in.out] == 0 || in.op != opAdd && in.op != opAddK {
			continue
		}
		for _, v := range [2][2]uint16{{in.a, in.b}, {in.b, in.a}} {
			at := w.made[v[0]]
			if at < 0 || w.uses[v[0]] != 1 {
				continue
			}
			product := w.code[at].instr
			switch product.op {
			case opMul, opMulK:
				product.op = opMulAdd
			case opSquare:
				product.op, product.b = opMulAdd, product.a
			case opSlope:
				product.op = opSlopeAdd
			default:
				continue
			}
			product.c = v[1]
			in.instr = product
			w.uses[v[0]] = 0
			break
		}
	}
}

// assign gives every value a view. A result goes into its own view, others share as few as will do.
func (w *pointWriter) assign(results [3]uint16) pointCode {
	var c pointCode
	view := make([]int, len(w.made))
	for v := range view {
		view[v] = -1
	}
	view[slotX], view[slotY], view[w.one] = slotX, slotY, viewOne
	for v := range w.p.start {
		if w.uses[v] > 0 && w.made[v] < 0 && v != slotX && v != slotY {
			view[v] = viewStill + len(c.still)
			c.still = append(c.still, uint16(v))
		}
	}
	for i, v := range results {
		if view[v] < 0 {
			view[v] = viewF + i
		}
		c.results[i] = uint16(view[v])
	}
	c.views = viewStill + len(c.still)
	shared := c.views
	var free []int
	for _, in := range w.code {
		if w.uses[in.out] == 0 {
			continue
		}
		for _, v := range in.operands() {
			old := *v
			*v = uint16(view[old])
			if w.uses[old]--; w.uses[old] == 0 && view[old] >= shared {
				free = append(free, view[old])
			}
		}
		if view[in.out] < 0 {
			if len(free) == 0 {
				free = append(free, c.views)
				c.views++
			}
			view[in.out], free = free[len(free)-1], free[:len(free)-1]
		}
		in.out = uint16(view[in.out])
		c.code = append(c.code, in)
	}
	return c
}
