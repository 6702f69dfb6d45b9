package surfaces

// mostFollowed bounds the work of Follow.
const mostFollowed = 200

// Follow returns the critical points that those of a surface nearly the same turn into, sorted as Critical sorts them. It
// looks for each by Newton's method in its neighbourhood, an eighth of the window at most. It is a quick guess while a
// parameter moves, and misses what is new. Flat and degenerate points are not followed; nothing is returned for more than 200
// points, nor for a window that Rect.Check refuses.
func (p *Probe) Follow(points []Critical, view Rect) []Critical {
	if view.Check() != nil || len(points) > mostFollowed {
		return nil
	}
	s := newSearch(p.eval, view)
	for _, c := range points {
		if c.Kind == Degenerate || c.Flat {
			continue
		}
		z, ok := s.descend(c.At, leash{first: 6, stride: 2, reach: 8, halving: 8})
		if ok && view.Contains(z.at) && !s.found.knows(z) {
			s.found.add(z)
		}
	}
	var followed []Critical
	for _, z := range s.found.distinct() {
		followed = append(followed, p.critical(z))
	}
	SortCritical(followed, view)
	return followed
}

// Remarks returns what a reader of the picture in a window ought to know of the surface, each in one sentence. It looks at
// some hundred places. There is nothing to say of a window that Rect.Check refuses.
func (p *Probe) Remarks(view Rect) []string {
	if view.Check() != nil {
		return nil
	}
	thin := p.Thinned(fewExamples)
	return Survey{Without: p.without(), Ground: newSearch(thin.eval, view).ground()}.Remarks()
}

// Used returns the parameters that the formula contains. It fails as Probe does.
func (s Surface) Used() ([]Param, error) {
	p, err := s.Probe(nil)
	if err != nil {
		return nil, err
	}
	var used []Param
	for _, param := range s.Params {
		if p.uses(param.Name) {
			used = append(used, param)
		}
	}
	return used, nil
}
