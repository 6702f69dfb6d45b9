package expr

// An Affine is a map of the plane: it takes (x, y) to (XX*x + XY*y + X0, YX*x + YY*y + Y0).
type Affine struct{ XX, XY, X0, YX, YY, Y0 float64 }

// Identity is the map that leaves every point where it is.
var Identity = Affine{XX: 1, YY: 1}

// At returns the image of a point.
func (a Affine) At(x, y float64) (float64, float64) {
	return a.XX*x + a.XY*y + a.X0, a.YX*x + a.YY*y + a.Y0
}

// nodes returns the nodes of the two coordinates of the image. Terms whose factor is 0 are left out, so that what
// depends on one coordinate alone is still known to.
func (a Affine) nodes(g builder) (x, y int32) {
	px, py := g.share(node{op: opX}), g.share(node{op: opY})
	sum := func(kx, ky, k0 float64) int32 {
		var terms []int32
		for _, part := range [...]struct {
			of int32
			k  float64
		}{{px, kx}, {py, ky}} {
			switch part.k {
			case 0:
			case 1:
				terms = append(terms, part.of)
			default:
				terms = append(terms, g.mul(part.of, g.constant(part.k)))
			}
		}
		if k0 != 0 || len(terms) == 0 {
			terms = append(terms, g.constant(k0))
		}
		id := terms[0]
		for _, t := range terms[1:] {
			id = g.add(id, t)
		}
		return id
	}
	return sum(a.XX, a.XY, a.X0), sum(a.YX, a.YY, a.Y0)
}
