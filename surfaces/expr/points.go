package expr

// points is the scratch space for Grads: the places of the program's gradCode, for a block of points.
type points struct {
	fresh  bool        // the blocks of what does not move have been filled
	blocks [][]float64 // of blockLength; nil for the views of the caller's slices
	views  [][]float64 // of the blocks, as long as the block at hand, and of the caller's slices
	length int         // of the views of the blocks
}

// Grads stores Grad(xs[i], ys[i]) in f[i], fx[i] and fy[i], to the last bit. All five must be of one length and lie apart.
// The gradients of polynomials are taken for many points at a time, which is several times as fast. It tells whether all
// numbers that it has stored are known to be finite.
func (e *Eval) Grads(f, fx, fy, xs, ys []float64) (finite bool) {
	if e.p.back == nil {
		for i, x := range xs {
			f[i], fx[i], fy[i] = e.Grad(x, ys[i])
		}
		return false
	}
	e.readyPoints()
	finite = true
	for at := 0; at < len(xs); at += blockLength {
		end := min(at+blockLength, len(xs))
		finite = e.gradsBack(f[at:end], fx[at:end], fy[at:end], xs[at:end], ys[at:end]) && finite
	}
	return finite
}

// readyPoints makes the scratch space, or fills it again after Set.
func (e *Eval) readyPoints() {
	pts, code := &e.points, &e.p.grad
	if pts.fresh {
		return
	}
	pts.fresh = true
	if pts.views == nil {
		pts.views, pts.blocks = make([][]float64, code.places), make([][]float64, code.places)
		space := make([]float64, (code.places-placeOne)*blockLength)
		for i := placeOne; i < code.places; i++ {
			pts.blocks[i] = space[(i-placeOne)*blockLength:][:blockLength:blockLength]
		}
		fill(pts.blocks[placeOne], 1)
	}
	for i, slot := range code.still {
		fill(pts.blocks[placeStill+i], e.slots[slot])
	}
}

// gradsBack is gradBack for one block of points. It tells whether all numbers are finite.
func (e *Eval) gradsBack(f, fx, fy, xs, ys []float64) bool {
	pts, code, n := &e.points, &e.p.grad, len(xs)
	views := pts.views
	if pts.length != n {
		pts.length = n
		for i := placeOne; i < len(views); i++ {
			views[i] = pts.blocks[i][:n]
		}
	}
	views[slotX], views[slotY], views[placeF], views[placeFX], views[placeFY] = xs, ys, f, fx, fy
	for i := range code.code {
		in := &code.code[i]
		execBlock(views, &in.instr, views[in.out])
	}
	for i, from := range code.results {
		if to := placeF + i; int(from) != to {
			copy(views[to], views[from])
		}
	}
	return e.finish(f, fx, fy, xs, ys)
}

// finish adds to each derivative the zero with which the sum of its terms begins in gradBack, so that it never is -0. Points
// whose numbers are not all finite are asked again, one by one; it tells whether there are none.
func (e *Eval) finish(f, fx, fy, xs, ys []float64) (finite bool) {
	f, fx, fy = f[:len(xs)], fx[:len(xs)], fy[:len(xs)]
	finite = true
	for i := range f {
		x, y := fx[i]+0, fy[i]+0
		fx[i], fy[i] = x, y
		if check := f[i] + x + y; check-check != 0 { // NaN or infinite
			f[i], fx[i], fy[i] = e.Grad(xs[i], ys[i])
			finite = false
		}
	}
	return finite
}
