package expr

import (
	"slices"

	"descentlab/surfaces/expr/elementary"
)

// An ahead is the code that takes a formula and its derivatives over examples forward, for a block of them at a time: what exec,
// execDuals and execJets do, written out number by number, with the same roundings. What a derivative owes to the example alone,
// often all of a model's inside, is computed once and for all points: of a regression only the outermost function and the
// products with its slope are left.
//
// Values are numbered: those of the slots first, which have the numbers of theirs, then a zero and a one, then derivatives.
type ahead struct {
	on      []depends // of each value
	early   []pull    // what does not depend on the point
	intacts []intact  // what an opIntact stands for
	results [6]uint16 // the formula, and its derivatives in the order of Jet
	levels  [3]level
}

// The levels: what is computed for a value, a gradient, a Hessian.
const (
	levelValue = iota
	levelGrad
	levelJet
)

// extent is how many results a level has.
var extent = [...]int{levelValue: 1, levelGrad: 3, levelJet: 6}

// A level is what has to be computed at a point.
type level struct {
	code    []pull   // what depends on the point, for all examples
	scalars []scalar // values that depend on the point alone and are needed
	loads   []uint16 // those that do not depend on the point, are no constants of the program, and are needed
}

// The instructions that stand in aheads only.
const (
	opDerive  = opSlopeAdd + 1 + iota // value of the function fn at a; its derivative goes to b
	opDerive2                         // also, the second one goes to c
	opIntact                          // what intacts[a] is, of as many derivatives as the level b has
)

// An intact is an instruction that is not taken apart, with the values of its operands and its result.
type intact struct {
	instr
	a, b, c, out [6]uint16
}

// A scalar is a part of a slot that depends on the point alone, in the order of Jet.
type scalar struct{ value, slot, part uint16 }

// An aheadWriter writes an ahead.
type aheadWriter struct {
	*ahead
	parts [][6]uint16 // of each slot
	code  []pull
}

// aheadCode takes the mixed code apart.
func (p *Program) aheadCode() *ahead {
	n := len(p.start)
	zero, one := uint16(n), uint16(n+1)
	w := &aheadWriter{ahead: &ahead{on: append(slices.Clone(p.on), 0, 0)}, parts: make([][6]uint16, n)}
	var scalars []scalar
	for id := range w.parts {
		w.parts[id] = [6]uint16{uint16(id), zero, zero, zero, zero, zero}
		on := p.on[id]
		if !on.moves() || on&onExample != 0 {
			continue
		}
		scalars = append(scalars, scalar{uint16(id), uint16(id), 0})
		for k := 1; k < 6 && id != slotX && id != slotY; k++ {
			w.parts[id][k] = w.value(on)
			scalars = append(scalars, scalar{w.parts[id][k], uint16(id), uint16(k)})
		}
	}
	w.parts[slotX][1], w.parts[slotY][2] = one, one
	code, first := p.mixed()
	for i := range code {
		w.take(code[i], uint16(first+i))
	}
	w.results = w.parts[p.result]
	for l := range w.levels {
		w.level(l, n+2, scalars)
	}
	return w.ahead
}

func (w *aheadWriter) value(on depends) uint16 {
	w.on = append(w.on, on)
	return uint16(len(w.on) - 1)
}

// add appends an instruction and returns its value.
func (w *aheadWriter) add(op opcode, a, b, c uint16) uint16 {
	on := w.on[a] | w.on[b]
	if op == opMulAdd {
		on |= w.on[c]
	}
	in := pull{instr{op: op, a: a, b: b, c: c}, w.value(on)}
	if on.moves() {
		w.code = append(w.code, in)
	} else {
		w.early = append(w.early, in)
	}
	return in.out
}

func (w *aheadWriter) mul(a, b uint16) uint16       { return w.add(opMul, a, b, 0) }
func (w *aheadWriter) sum(a, b uint16) uint16       { return w.add(opAdd, a, b, 0) }
func (w *aheadWriter) mulAdd(a, b, c uint16) uint16 { return w.add(opMulAdd, a, b, c) }

// take writes what execJets does with an instruction of the mixed code.
func (w *aheadWriter) take(in instr, out uint16) {
	a, b, d := w.parts[in.a], w.parts[in.b], &w.parts[out]
	value := pull{in, out}
	switch in.op {
	case opAdd, opSub, opAddK, opSubK, opKSub, opMul, opMulK, opNeg, opSquare, opDiv, opDivK:
	case opCall1:
		value.op, value.b, value.c = opDerive2, w.value(everything), w.value(everything)
	default:
		for k := 1; k < 6; k++ {
			d[k] = w.value(everything)
		}
		value.instr = instr{op: opIntact, a: uint16(len(w.intacts)), b: levelJet}
		w.intacts = append(w.intacts, intact{in, a, b, w.parts[in.c], *d})
	}
	w.code = append(w.code, value)
	// A part above 2 is the derivative by i and j.
	for k, by := range [6][2]int{3: {1, 1}, 4: {1, 2}, 5: {2, 2}} {
		i, j := by[0], by[1]
		twice := func(u, v [6]uint16) uint16 { // two equal products, or two that swap i and j
			if i == j {
				product := w.mul(u[i], v[i])
				return w.sum(product, product)
			}
			return w.mulAdd(u[i], v[j], w.mul(u[j], v[i]))
		}
		switch {
		case k == 0:
		case in.op == opAdd, in.op == opSub:
			d[k] = w.add(in.op, a[k], b[k], 0)
		case in.op == opAddK, in.op == opSubK:
			d[k] = a[k]
		case in.op == opKSub:
			d[k] = w.add(opNeg, b[k], b[k], 0)
		case in.op == opMulK, in.op == opDivK:
			d[k] = w.add(in.op, a[k], b[0], 0)
		case in.op == opNeg:
			d[k] = w.add(opNeg, a[k], a[k], 0)
		case in.op == opMul:
			if d[k] = w.mulAdd(a[0], b[k], w.mul(a[k], b[0])); k > 2 {
				d[k] = w.sum(d[k], twice(a, b))
			}
		case in.op == opSquare:
			half := w.mul(a[0], a[k])
			if k > 2 {
				half = w.sum(half, w.mul(a[i], a[j]))
			}
			d[k] = w.sum(half, half)
		case in.op == opDiv:
			rest := w.add(opSub, a[k], w.mul(out, b[k]), 0)
			if k > 2 {
				rest = w.add(opSub, rest, twice(*d, b), 0)
			}
			d[k] = w.add(opDiv, rest, b[0], 0)
		case in.op == opCall1 && k < 3:
			d[k] = w.mul(value.b, a[k])
		case in.op == opCall1:
			d[k] = w.mulAdd(value.b, a[k], w.mul(value.c, w.mul(a[i], a[j])))
		}
	}
}

// level keeps of the code what its results need, and lists what of it others compute; made is the first value of the ahead's own.
func (w *aheadWriter) level(l, made int, scalars []scalar) {
	needed := make([]bool, len(w.on))
	need := func(values ...uint16) {
		for _, v := range values {
			needed[v] = true
		}
	}
	n, to := extent[l], &w.levels[l]
	need(w.results[:n]...)
	for _, in := range slices.Backward(w.code) {
		switch {
		case in.op == opIntact:
			whole := &w.intacts[in.a]
			if in.b = uint16(l); l == levelValue {
				in.instr = whole.instr
			}
			need(slices.Concat(whole.a[:n], whole.b[:n], whole.c[:n], whole.out[:n])...)
		case in.op == opDerive2:
			in.op = [...]opcode{opCall1, opDerive, opDerive2}[l]
			need(in.out, in.a)
		case needed[in.out]:
			for _, v := range in.operands() {
				need(*v)
			}
		default:
			continue
		}
		to.code = append(to.code, in)
	}
	slices.Reverse(to.code)
	for v, on := range w.on {
		if needed[v] && (on == onExample || on == 0 && v >= made) {
			to.loads = append(to.loads, uint16(v))
		}
	}
	for _, s := range scalars {
		if needed[s.value] {
			to.scalars = append(to.scalars, s)
		}
	}
}

// exec executes code on views of values.
func (a *ahead) exec(views [][]float64, code []pull, n int) {
	for i := range code {
		switch in := &code[i]; in.op {
		case opDerive:
			elementary.Table[in.fn].Slopes(views[in.out][:n], views[in.b][:n], views[in.a][:n])
		case opDerive2:
			elementary.Table[in.fn].Jets(views[in.out][:n], views[in.b][:n], views[in.c][:n], views[in.a][:n])
		case opIntact:
			a.intacts[in.a].exec(views, n, extent[in.b])
		default:
			execBlock(views, &in.instr, views[in.out][:n])
		}
	}
}

// exec is dual.apply, or Jet.apply if there are six parts.
func (w *intact) exec(views [][]float64, n, parts int) {
	for i := range n {
		var in [3][6]float64
		for k := range parts {
			in[0][k], in[1][k], in[2][k] = views[w.a[k]][i], views[w.b[k]][i], views[w.c[k]][i]
		}
		var out [6]float64
		if a, b, c := &in[0], &in[1], &in[2]; parts == 3 {
			var d dual
			d.apply(&w.instr, &dual{a[0], a[1], a[2]}, &dual{b[0], b[1], b[2]}, &dual{c[0], c[1], c[2]})
			out = [6]float64{d.F, d.X, d.Y}
		} else {
			var d Jet
			d.apply(&w.instr, jetOf(a), jetOf(b), jetOf(c))
			out = d.parts()
		}
		for k := range parts {
			views[w.out[k]][i] = out[k]
		}
	}
}

func jetOf(p *[6]float64) *Jet   { return &Jet{p[0], p[1], p[2], p[3], p[4], p[5]} }
func (j *Jet) parts() [6]float64 { return [6]float64{j.F, j.X, j.Y, j.XX, j.XY, j.YY} }
