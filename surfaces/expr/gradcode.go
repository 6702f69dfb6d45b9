package expr

// A gradCode computes a polynomial with its gradient, at one point or for a block of points: the program's code and the way
// back in one. What an instruction gives goes to a place, which is a number or a block, and stays there as long as it is
// needed. Work that makes no difference to the bits is left out. No adjoint is cleared: the first term of the sum that it is
// takes the sum's place, which can change the sign of a zero only, and the derivatives get their zero added in the end. Where
// an adjoint is handed on as it is, both are one. Products are added by the instruction that makes them, with both
// roundings.
type gradCode struct {
	code    []pull
	results [3]uint16 // where the value and the derivatives are in the end
	still   []uint16  // the slots that fill the places from placeStill on
	places  int       // how many there are
}

// The first places, after those of x and y, which have the numbers of their slots: the results, and a one.
const (
	placeF = iota + 2
	placeFX
	placeFY
	placeOne
	placeStill
)

// The instructions that stand in gradCodes only. opPower is the adjoint a times the derivative of b ^ fn, fn being a whole
// number above 2. It is in ways back too, where a is the base. The value of such a power is computed by multiplications, whose
// product rule rounds differently.
const (
	opPower    = opNot + 1 + iota
	opSlope    // a * (2 * b)
	opMulAdd   // a * b + c
	opSlopeAdd // a * (2 * b) + c
)

// A gradWriter writes a gradCode. Values are numbered: those of the slots first, then a one, then what is added.
type gradWriter struct {
	p        *Program
	code     []pull
	made     []int // of each value: the instruction that makes it, or -1
	one      uint16
	adjoints []int // of each slot: the value, or -1
	uses     []int // of each value
}

// gradCode joins the code and the way back, which must not be nil.
func (p *Program) gradCode() gradCode {
	w := &gradWriter{p: p, one: uint16(len(p.start)), adjoints: make([]int, len(p.start))}
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
func (w *gradWriter) add(in instr) uint16 {
	out := uint16(len(w.made))
	w.made = append(w.made, len(w.code))
	w.code = append(w.code, pull{in, out})
	return out
}

// times is an adjoint times another value.
func (w *gradWriter) times(g, b uint16) uint16 {
	if g == w.one {
		return b
	}
	return w.add(instr{op: opMul, a: g, b: b})
}

// give adds a value to the adjoint of a slot, or subtracts it.
func (w *gradWriter) give(slot, v uint16, minus bool) {
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
func (w *gradWriter) pull(in *pull) {
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
func (w *gradWriter) derivative(slot int) uint16 {
	if v := w.adjoints[slot]; v >= 0 {
		return uint16(v)
	}
	return w.add(instr{op: opSub, a: w.one, b: w.one})
}

// count finds out how often each value is used for the results. An instruction whose value is not used is dropped.
func (w *gradWriter) count(results [3]uint16) {
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
func (w *gradWriter) fuse() {
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

// assign gives every value a place. A result gets its own, others share as few as will do.
func (w *gradWriter) assign(results [3]uint16) gradCode {
	var c gradCode
	place := make([]int, len(w.made))
	for v := range place {
		place[v] = -1
	}
	place[slotX], place[slotY], place[w.one] = slotX, slotY, placeOne
	for v := range w.p.start {
		if w.uses[v] > 0 && w.made[v] < 0 && v != slotX && v != slotY {
			place[v] = placeStill + len(c.still)
			c.still = append(c.still, uint16(v))
		}
	}
	for i, v := range results {
		if place[v] < 0 {
			place[v] = placeF + i
		}
		c.results[i] = uint16(place[v])
	}
	c.places = placeStill + len(c.still)
	shared := c.places
	var free []int
	for _, in := range w.code {
		if w.uses[in.out] == 0 {
			continue
		}
		for _, v := range in.operands() {
			old := *v
			*v = uint16(place[old])
			if w.uses[old]--; w.uses[old] == 0 && place[old] >= shared {
				free = append(free, place[old])
			}
		}
		if place[in.out] < 0 {
			if len(free) == 0 {
				free = append(free, c.places)
				c.places++
			}
			place[in.out], free = free[len(free)-1], free[:len(free)-1]
		}
		in.out = uint16(place[in.out])
		c.code = append(c.code, in)
	}
	return c
}
