package race

import "slices"

// Path is the run with no more of its rows than position, loss and gradient norm, and the evaluations spent in all: a fraction of
// the memory, for who only looks at where it went. Of a path Row and Shadow are nil, LR and Taken are NaN, Evaluations are known
// of the last row alone (-1 for the others), and it cannot be resumed.
func (r *Run) Path() *Run {
	p := *r
	p.Plan = r.Plan.Fork() // the one that made the rows holds on to them
	p.pieces = r.forkPieces(-1)
	n, dim := len(r.rows)/r.width, r.Plan.Dim()
	p.path, p.spent = true, r.Evaluations(r.Steps)
	p.width, p.rows, p.taken, p.exact = dim+2, make([]float64, 0, n*(dim+2)), nil, nil
	for i := range n {
		row := r.rows[i*r.width : (i+1)*r.width]
		loss, slope := r.Plan.Loss(row), norm(r.Plan.Grad(row))
		if r.exact != nil {
			loss, slope = r.exact[2*i], r.exact[2*i+1]
		}
		p.rows = append(append(p.rows, r.Plan.X(row)...), loss, slope)
	}
	p.rows = slices.Clip(p.rows)
	return &p
}
