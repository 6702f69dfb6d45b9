package expr

import "descentlab/surfaces/expr/elementary"

// execDualBlocks is execDuals over blocks of n examples, by the same rules.
func execDualBlocks(views [][]dual, code []instr, first, n int) {
	for k := range code {
		in := &code[k]
		as, bs, ds := views[in.a][:n], views[in.b][:n], views[first+k][:n]
		switch in.op {
		case opAdd:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F+b.F, a.X+b.X, a.Y+b.Y
			}
		case opAddK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F+b.F, a.X, a.Y
			}
		case opSub:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, a.X-b.X, a.Y-b.Y
			}
		case opSubK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, a.X, a.Y
			}
		case opKSub:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, -b.X, -b.Y
			}
		case opMul:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				f, g := a.F, b.F
				d.F, d.X, d.Y = f*g, prod(f, b.X)+prod(a.X, g), prod(f, b.Y)+prod(a.Y, g)
			}
		case opMulK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				k := b.F
				d.F, d.X, d.Y = a.F*k, a.X*k, a.Y*k
			}
		case opNeg:
			for i := range ds {
				a, d := &as[i], &ds[i]
				d.F, d.X, d.Y = -a.F, -a.X, -a.Y
			}
		case opSquare:
			for i := range ds {
				a, d := &as[i], &ds[i]
				f := a.F
				d.F, d.X, d.Y = f*f, 2*prod(f, a.X), 2*prod(f, a.Y)
			}
		case opCall1:
			fn := &elementary.Table[in.fn]
			if fn.All != nil {
				for i := range ds {
					a, d := &as[i], &ds[i]
					f, f1, _ := fn.All(a.F)
					d.F, d.X, d.Y = f, f1*a.X, f1*a.Y
				}
				continue
			}
			for i := range ds {
				a, d := &as[i], &ds[i]
				f := fn.Value(a.F)
				f1, _ := fn.Derive(a.F, f)
				d.F, d.X, d.Y = f, f1*a.X, f1*a.Y
			}
		default:
			cs := views[in.c][:n]
			for i := range ds {
				ds[i].apply(in, &as[i], &bs[i], &cs[i])
			}
		}
	}
}
