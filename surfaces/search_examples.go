package surfaces

import "context"

// fewExamples is how many of them a thorough search is affordable for.
const fewExamples = 200

// search looks for the zeros of the gradient in a window. With many examples, of which every jet takes its time, it
// looks thoroughly at the mean over a few of them, follows what it finds to the zeros of the whole mean, which are near,
// and scans that only coarsely.
func (p *Probe) search(ctx context.Context, view Rect) (*search, error) {
	s := newSearch(p.eval, view)
	if p.Examples() <= fewExamples {
		return s, s.run(ctx)
	}
	few := newSearch(p.Thinned(fewExamples).eval, view)
	if err := few.run(ctx); err != nil {
		return s, err
	}
	for _, z := range few.found.zeros { // all of a curve's, or it would fall into pieces
		if err := ctx.Err(); err != nil {
			return s, err
		}
		if z, ok := s.descend(z.at, wandering); ok {
			s.keep(z)
		}
	}
	return s, s.scan(ctx, 8, true, nil)
}

// Thinned returns a probe of the mean over so many of the examples, taken at even distances, or over all if there are no
// more: for a picture in a hurry, which must say so.
func (p *Probe) Thinned(most int) *Probe {
	n := p.Examples()
	if n <= most {
		return p.whole()
	}
	m := p.mean.Batch(most)
	examples := make([]int32, most)
	for i := range examples {
		examples[i] = int32(i * n / most)
	}
	m.Pick(examples)
	return &Probe{eval: m, mean: m}
}
