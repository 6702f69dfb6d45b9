package surfaces

// Known returns the least value that the literature gives for the surface in its window, and where it is taken, in the
// plane of the transform; params are as for Probe. It is not known of a surface without such data, nor where a parameter
// lies beyond its slider.
func (s Surface) Known(params map[string]float64) (least float64, at []Point, ok bool) {
	s, err := s.At(params)
	if err != nil || len(s.Minima) == 0 {
		return 0, nil, false
	}
	for _, p := range s.Params {
		if v, given := params[p.Name]; given && !p.Whole() && !(p.Min <= v && v <= p.Max) {
			return 0, nil, false
		}
	}
	at = make([]Point, len(s.Minima))
	for i, p := range s.Minima {
		at[i] = s.Transform.Seen(p)
	}
	return s.Least, at, true
}
