package expr

import "math"

// pick is the value of an instruction that selects among its operands, or of a condition, which is 1 or 0.
func pick(op opcode, a, b, c float64) float64 {
	var holds bool
	switch op {
	case opAbs:
		return math.Abs(a)
	case opRelu:
		return max(a, 0)
	case opMin:
		return min(a, b)
	case opMax:
		return max(a, b)
	case opSelect:
		if a != 0 {
			return b
		}
		return c
	case opLess:
		holds = a < b
	case opLessEq:
		holds = a <= b
	case opEqual:
		holds = a == b
	case opNotEqual:
		holds = a != b
	case opAnd:
		holds = a != 0 && b != 0
	case opOr:
		holds = a != 0 || b != 0
	case opNot:
		holds = a == 0
	}
	if holds {
		return 1
	}
	return 0
}

// A choice says where an instruction that selects takes its derivatives from.
type choice uint8

const (
	chooseNone  choice = iota // they are 0
	chooseA                   // those of a
	chooseMinus               // those of -a
	chooseB
	chooseC
	chooseMean // the mean of those of a and b
	chooseNaN
)

// chosen decides between the operands by their values.
func chosen(op opcode, a, b float64) choice {
	switch op {
	case opAbs, opRelu:
		switch {
		case a != a:
			return chooseNaN
		case a > 0:
			return chooseA
		case a < 0 && op == opAbs:
			return chooseMinus
		}
	case opMin, opMax:
		switch {
		case a != a || b != b:
			return chooseNaN
		case a == b:
			return chooseMean
		case a < b == (op == opMin):
			return chooseA
		}
		return chooseB
	case opSelect:
		if a != 0 {
			return chooseB
		}
		return chooseC
	}
	return chooseNone
}

// choose executes an instruction that selects. Derivatives are copied, never multiplied by 0 or 1, so what was not
// chosen leaves no trace.
func (d *Jet) choose(op opcode, a, b, c *Jet) {
	switch chosen(op, a.F, b.F) {
	case chooseNone:
		*d = Jet{}
	case chooseA:
		*d = *a
	case chooseMinus:
		*d = Jet{0, -a.X, -a.Y, -a.XX, -a.XY, -a.YY}
	case chooseB:
		*d = *b
	case chooseC:
		*d = *c
	case chooseMean:
		*d = Jet{0, mean(a.X, b.X), mean(a.Y, b.Y), mean(a.XX, b.XX), mean(a.XY, b.XY), mean(a.YY, b.YY)}
	case chooseNaN:
		*d = undefined
	}
	d.F = pick(op, a.F, b.F, c.F)
}

// choose is that of Jet up to first order.
func (d *dual) choose(op opcode, a, b, c *dual) {
	switch chosen(op, a.F, b.F) {
	case chooseNone:
		*d = dual{}
	case chooseA:
		*d = *a
	case chooseMinus:
		*d = dual{0, -a.X, -a.Y}
	case chooseB:
		*d = *b
	case chooseC:
		*d = *c
	case chooseMean:
		*d = dual{0, mean(a.X, b.X), mean(a.Y, b.Y)}
	case chooseNaN:
		*d = dual{undefined.F, undefined.X, undefined.Y}
	}
	d.F = pick(op, a.F, b.F, c.F)
}

// mean halves before it adds, which neither overflows nor, there being no sum of products, rounds differently
// elsewhere.
func mean(a, b float64) float64 { return prod(0.5, a) + prod(0.5, b) }
