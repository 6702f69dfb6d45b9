package quiz

import (
	"context"
	"math"

	"descentlab/app/lab"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Solution is what the runs say.
type Solution struct {
	Values []measure.Value  // of each option of Least and Most
	Found  []string         // what the race has shown of each claim of Which
	Right  []bool           // which options are right
	Number float64          // of Number and Mark; the step of Mark is a whole one
	Path   []surfaces.Point // of Sketch
	Place  *lab.Place       // of Basin
	Places []lab.Place      // that can be picked
	size   float64          // of the window, from corner to corner
}

// Solve runs all answers. The error says what cannot be computed.
func (q *Question) Solve(ctx context.Context, b *measure.Bench) (Solution, error) {
	switch q.Kind {
	case Least, Most:
		return q.compare(ctx, b)
	case Which:
		return q.check(ctx, b)
	case Number:
		v, err := b.Value(ctx, q.Doc, q.Asked)
		if err == nil && !geom.Finite(v.Num) {
			err = words.Errorf("there is no such number: %s", v.Why)
		}
		return Solution{Number: v.Num}, err
	}
	return q.predict(ctx, b)
}

// compare measures every option.
func (q *Question) compare(ctx context.Context, b *measure.Bench) (s Solution, err error) {
	best := math.Inf(1)
	size := func(v measure.Value) float64 {
		if !geom.Finite(v.Num) {
			v.Num = math.Inf(1) // what never comes, or has left the numbers, is more than any number
		}
		if q.Kind == Most {
			return -v.Num
		}
		return v.Num
	}
	for _, o := range q.Options {
		v, err := b.Value(ctx, o.doc, q.Asked)
		if err != nil {
			return s, err
		}
		s.Values, best = append(s.Values, v), min(best, size(v))
	}
	for _, v := range s.Values {
		s.Right = append(s.Right, size(v) == best)
	}
	return s, nil
}

// check looks at every claim.
func (q *Question) check(ctx context.Context, b *measure.Bench) (s Solution, err error) {
	for _, o := range q.Options {
		r, err := b.Claim(ctx, q.Doc, q.Names, o.Claim)
		if err != nil {
			return s, err
		}
		s.Right, s.Found = append(s.Right, r.OK), append(s.Found, r.Found)
	}
	return s, nil
}

// predict runs the race that is to be foretold.
func (q *Question) predict(ctx context.Context, b *measure.Bench) (s Solution, err error) {
	run, err := b.Run(ctx, q.Doc, lab.WantSeen)
	if err != nil {
		return s, err
	}
	r := run.Tape.Runs[q.Racer]
	s.size = math.Hypot(q.Doc.Home.X1-q.Doc.Home.X0, q.Doc.Home.Y1-q.Doc.Home.Y0)
	switch q.Kind {
	case Mark:
		if r.Verdict.Kind == race.Finished {
			return s, words.Errorf("%s does not break off within %s", q.Names[q.Racer], words.Steps(q.Doc.Steps))
		}
		s.Number = float64(r.Verdict.Step)
	case Basin:
		w := run.Standings(q.Doc.Steps)[q.Racer].Where
		if w.Place == nil || w.Kind != lab.Settled {
			return s, words.Errorf("%s does not settle at a place that is known: %s", q.Names[q.Racer], w)
		}
		s.Place = w.Place
		for _, p := range run.Field.Places {
			if p.Kind == s.Place.Kind {
				s.Places = append(s.Places, p)
			}
		}
	case Sketch:
		for t := 0; t <= r.LastSound(); t++ {
			x := r.X(t)
			s.Path = append(s.Path, surfaces.Point{X: x[0], Y: x[1]})
		}
		if len(s.Path) < 2 {
			return s, words.Errorf("%s makes no step that could be drawn", q.Names[q.Racer])
		}
	}
	return s, nil
}

// Check says why the question cannot be asked: nothing is right, or all, or it cannot be computed.
func (q *Question) Check(ctx context.Context, b *measure.Bench) error {
	s, err := q.Solve(ctx, b)
	if err != nil || !q.Chooses() {
		return err
	}
	right := 0
	for _, is := range s.Right {
		if is {
			right++
		}
	}
	if right != 1 {
		return words.Errorf("one answer should be right; computed, %d are", right)
	}
	return nil
}
