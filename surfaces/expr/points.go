package expr

// points is the scratch space for Grads. Every slot is seen as a block of values, one for each point.
type points struct {
	fresh    bool        // the blocks of what does not move have been filled
	values   [][]float64 // of blockLength
	adjoints [][]float64
	views    [][]float64 // of values, as long as the block at hand
	pulls    [][]float64 // of adjoints
}

// Grads stores Grad(xs[i], ys[i]) in f[i], fx[i] and fy[i], to the last bit. All five must be of one length; fx may be xs,
// and fy ys. The gradients of polynomials are taken for many points at a time, which is several times as fast.
func (e *Eval) Grads(f, fx, fy, xs, ys []float64) {
	if e.p.back == nil {
		for i, x := range xs {
			f[i], fx[i], fy[i] = e.Grad(x, ys[i])
		}
		return
	}
	e.readyPoints()
	for at := 0; at < len(xs); at += blockLength {
		end := min(at+blockLength, len(xs))
		e.gradsBack(f[at:end], fx[at:end], fy[at:end], xs[at:end], ys[at:end])
	}
}

// readyPoints makes the scratch space, or fills it again after Set.
func (e *Eval) readyPoints() {
	pts := &e.points
	if pts.fresh {
		return
	}
	pts.fresh = true
	n := len(e.slots)
	if pts.values == nil {
		pts.values, pts.adjoints = blocks(n), blocks(n)
		pts.views, pts.pulls = make([][]float64, n), make([][]float64, n)
	}
	for id, block := range pts.values {
		if e.p.on[id] == 0 {
			fill(block, e.slots[id])
		}
	}
}

// blocks makes n blocks that lie behind one another.
func blocks(n int) [][]float64 {
	list, space := make([][]float64, n), make([]float64, n*blockLength)
	for i := range list {
		list[i] = space[i*blockLength:][:blockLength:blockLength]
	}
	return list
}

// gradsBack is gradBack for one block of points.
func (e *Eval) gradsBack(f, fx, fy, xs, ys []float64) {
	pts, n := &e.points, len(xs)
	for id := range pts.values {
		pts.views[id], pts.pulls[id] = pts.values[id][:n], pts.adjoints[id][:n]
		clear(pts.pulls[id])
	}
	copy(pts.views[slotX], xs)
	copy(pts.views[slotY], ys)
	code, first := e.p.moving()
	execBlocks(pts.views, code, first, n)
	fill(pts.pulls[e.p.result], 1)
	sweepBlocks(pts.pulls, pts.views, e.p.back, n)
	copy(f, pts.views[e.p.result])
	copy(fx, pts.pulls[slotX])
	copy(fy, pts.pulls[slotY])
	for i := range f {
		if check := f[i] + fx[i] + fy[i]; check-check != 0 { // NaN or infinite
			f[i], fx[i], fy[i] = e.Grad(pts.views[slotX][i], pts.views[slotY][i])
		}
	}
}

// sweepBlocks is sweep over blocks of n values.
func sweepBlocks(adjoints, values [][]float64, back []pull, n int) {
	for i := range back {
		in := &back[i]
		g, da := adjoints[in.out][:n], adjoints[in.a][:n]
		a, b := values[in.a][:n], values[in.b][:n]
		switch in.op {
		case opAdd:
			db := adjoints[in.b][:n]
			for i, v := range g {
				da[i] += v
				db[i] += v
			}
		case opAddK, opSubK:
			for i, v := range g {
				da[i] += v
			}
		case opSub:
			db := adjoints[in.b][:n]
			for i, v := range g {
				da[i] += v
				db[i] -= v
			}
		case opKSub:
			db := adjoints[in.b][:n]
			for i, v := range g {
				db[i] -= v
			}
		case opMul:
			db := adjoints[in.b][:n]
			for i, v := range g {
				da[i] += prod(v, b[i])
				db[i] += prod(v, a[i])
			}
		case opMulK:
			for i, v := range g {
				da[i] += prod(v, b[i])
			}
		case opDivK:
			for i, v := range g {
				da[i] += v / b[i]
			}
		case opNeg:
			for i, v := range g {
				da[i] -= v
			}
		case opSquare:
			for i, v := range g {
				da[i] += prod(v, 2*a[i])
			}
		case opPower:
			for i, v := range g {
				da[i] += prod(v, powerRule(a[i], in.fn))
			}
		}
	}
}
