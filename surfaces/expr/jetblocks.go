package expr

// execJetBlocks is execJets over blocks of n examples, by the same rules.
func execJetBlocks(views [][]Jet, code []instr, first, n int) {
	for k := range code {
		in := &code[k]
		as, bs, ds := views[in.a][:n], views[in.b][:n], views[first+k][:n]
		switch in.op {
		case opAdd:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F+b.F, a.X+b.X, a.Y+b.Y
				d.XX, d.XY, d.YY = a.XX+b.XX, a.XY+b.XY, a.YY+b.YY
			}
		case opAddK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F+b.F, a.X, a.Y
				d.XX, d.XY, d.YY = a.XX, a.XY, a.YY
			}
		case opSub:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, a.X-b.X, a.Y-b.Y
				d.XX, d.XY, d.YY = a.XX-b.XX, a.XY-b.XY, a.YY-b.YY
			}
		case opSubK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, a.X, a.Y
				d.XX, d.XY, d.YY = a.XX, a.XY, a.YY
			}
		case opKSub:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				d.F, d.X, d.Y = a.F-b.F, -b.X, -b.Y
				d.XX, d.XY, d.YY = -b.XX, -b.XY, -b.YY
			}
		case opMul:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				f, x, y, g, u, v := a.F, a.X, a.Y, b.F, b.X, b.Y
				d.F, d.X, d.Y = f*g, prod(f, u)+prod(x, g), prod(f, v)+prod(y, g)
				d.XX = prod(f, b.XX) + prod(a.XX, g) + 2*prod(x, u)
				d.XY = prod(f, b.XY) + prod(a.XY, g) + (prod(x, v) + prod(y, u))
				d.YY = prod(f, b.YY) + prod(a.YY, g) + 2*prod(y, v)
			}
		case opMulK:
			for i := range ds {
				a, b, d := &as[i], &bs[i], &ds[i]
				k := b.F
				d.F, d.X, d.Y = a.F*k, a.X*k, a.Y*k
				d.XX, d.XY, d.YY = a.XX*k, a.XY*k, a.YY*k
			}
		case opNeg:
			for i := range ds {
				a, d := &as[i], &ds[i]
				d.F, d.X, d.Y = -a.F, -a.X, -a.Y
				d.XX, d.XY, d.YY = -a.XX, -a.XY, -a.YY
			}
		case opSquare:
			for i := range ds {
				a, d := &as[i], &ds[i]
				f, x, y := a.F, a.X, a.Y
				d.F, d.X, d.Y = f*f, 2*prod(f, x), 2*prod(f, y)
				d.XX = 2 * (prod(f, a.XX) + prod(x, x))
				d.XY = 2 * (prod(f, a.XY) + prod(x, y))
				d.YY = 2 * (prod(f, a.YY) + prod(y, y))
			}
		case opCall1:
			for i := range ds {
				f, f1, f2 := slope(in, as[i].F, 0)
				ds[i].chain(&as[i], f, f1, f2)
			}
		default:
			cs := views[in.c][:n]
			for i := range ds {
				ds[i].apply(in, &as[i], &bs[i], &cs[i])
			}
		}
	}
}
