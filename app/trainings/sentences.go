package trainings

import "descentlab/app/words"

// Sentence says how many trainings end about as deep as the best: "of 100 trainings with 8 hidden units 97 end within 10 % of the
// best loss, 0.0824".
func (n Net) Sentence() string {
	if len(n.Losses()) == 0 {
		return words.T("all trainings with %s diverge", units(n.Hidden))
	}
	return words.N(n.Near(), "of %d trainings with %s %d ends within %s of the best loss, %s",
		"of %d trainings with %s %d end within %s of the best loss, %s",
		len(n.Ends), units(n.Hidden), n.Near(), words.Percent(n.Within), words.Short(n.Best()))
}

func units(n int) string { return words.N(n, "%d hidden unit", "%d hidden units", n) }

// Sentence compares the smallest network with the largest one; "" before there are both.
func (s Study) Sentence() string {
	if len(s.Nets) < 2 {
		return ""
	}
	small, large := s.Nets[0], s.Nets[0]
	for _, n := range s.Nets {
		if n.Hidden < small.Hidden {
			small = n
		}
		if n.Hidden > large.Hidden {
			large = n
		}
	}
	if len(small.Losses()) == 0 || len(large.Losses()) == 0 {
		return ""
	}
	spread := func(n Net) string {
		list := n.Losses()
		return words.Percent(list[len(list)-1]/list[0] - 1)
	}
	return words.T("with %s the worst training ends %s above the best, with %s %s",
		units(small.Hidden), spread(small), units(large.Hidden), spread(large))
}
