package surfaces

import "context"

// fewExamples is how many of them a thorough search is affordable for.
const fewExamples = 200

// explore runs a search to its end. With many examples, of which every jet takes its time, it looks thoroughly at the
// mean over a few of them, follows what it finds to the zeros of the whole mean, which are near, and scans that only
// coarsely.
func (p *Probe) explore(ctx context.Context, s *search) (Check, error) {
	if p.Examples() <= fewExamples {
		return s.explore(ctx)
	}
	thin := p.Thinned(fewExamples)
	few := newSearch(thin.eval, s.view)
	few.limit = maxWork / thin.cost()
	if _, err := few.explore(ctx); err != nil {
		return Check{}, err
	}
	for _, z := range few.found.zeros { // all of a curve's, or it would fall into pieces
		if err := ctx.Err(); err != nil || s.spent() {
			return Check{}, err
		}
		if z, ok := s.descend(z.at, wandering); ok {
			s.keep(z)
		}
	}
	if err := s.scan(ctx, 8, true, nil); err != nil {
		return Check{}, err
	}
	if err := s.follow(ctx); err != nil || s.spent() {
		return Check{}, err
	}
	return s.audit(ctx)
}

// Thinned returns a probe of the mean over so many of the examples, one at least, taken at even distances, or over all if
// there are no more: for a picture in a hurry, which must say so.
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
