package quiz

import (
	"math"

	"descentlab/app/gallery/claim"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// An Answer is what a reader has answered: the part that the question asks for.
type Answer struct {
	Choice string           // the key of an option
	Number float64          // of Number and Mark
	At     surfaces.Point   // of Basin
	Path   []surfaces.Point // of Sketch
}

// A Verdict is what an answer is worth.
type Verdict struct {
	Right bool
	Gap   float64 // how far off: of Number and Mark in their unit, of Basin and Sketch on the map; 0 of a choice
	Said  string  // what the run has shown, in a sentence
}

// MaxPoints is the largest number of points of a sketch.
const MaxPoints = 2000

// Judge compares an answer with what was computed. An error says that it is no answer to this question.
func (q *Question) Judge(s Solution, a Answer) (Verdict, error) {
	switch q.Kind {
	case Least, Most, Which:
		i := q.Option(a.Choice)
		if i < 0 {
			return Verdict{}, words.Errorf("%q is none of the answers", a.Choice)
		}
		if q.Kind == Which {
			return Verdict{Right: s.Right[i], Said: words.SentenceCase(q.renamed(s.Found[i])) + "."}, nil
		}
		said := words.T("%s: %s.", words.SentenceCase(q.Asked.Said(q.Doc.Names())), s.Values[i])
		return Verdict{Right: s.Right[i], Said: said}, nil
	case Number, Mark:
		return q.judgeNumber(s, a.Number)
	case Basin:
		return judgeBasin(s, a.At)
	}
	return q.judgeSketch(s, a.Path)
}

// renamed calls racers as the lab does.
func (q *Question) renamed(text string) string { return claim.Renamed(text, q.Names, q.Doc.Names()) }

func (q *Question) judgeNumber(s Solution, v float64) (Verdict, error) {
	if !geom.Finite(v) {
		return Verdict{}, words.Errorf("a number is needed")
	}
	gap, within := math.Abs(v-s.Number), q.Within
	if q.Percent {
		within *= math.Abs(s.Number)
	}
	found := words.Digits(s.Number, 5)
	said := words.T("The run says %s: you are off by %s.", found, words.Digits(gap, 3))
	if gap == 0 {
		said = words.T("The run says %s, exactly.", found)
	}
	return Verdict{Right: gap <= within*(1+1e-9), Gap: gap, Said: said}, nil
}

// judgeBasin takes the minimum that is nearest to what was picked.
func judgeBasin(s Solution, at surfaces.Point) (Verdict, error) {
	if !geom.Finite(at.X) || !geom.Finite(at.Y) {
		return Verdict{}, words.Errorf("a point of the map is needed")
	}
	nearest, name := math.Inf(1), ""
	for _, p := range s.Places {
		if d := p.At.Distance(at); d < nearest {
			nearest, name = d, p.Name
		}
	}
	v := Verdict{Right: name == s.Place.Name, Gap: at.Distance(s.Place.At)}
	v.Said = words.T("It settles at %s; you picked %s.", s.Place.Name, name)
	if v.Right {
		v.Said = words.T("It settles at %s.", s.Place.Name)
	}
	return v, nil
}

// judgeSketch measures how far the drawn line and the path lie apart: from each to the other, so that neither a dot at the start
// nor a line all over the map comes near.
func (q *Question) judgeSketch(s Solution, path []surfaces.Point) (Verdict, error) {
	if len(path) < 2 || len(path) > MaxPoints {
		return Verdict{}, words.Errorf("a line of 2 to %d points is needed; got %d", MaxPoints, len(path))
	}
	for _, p := range path {
		if !geom.Finite(p.X) || !geom.Finite(p.Y) {
			return Verdict{}, words.Errorf("a line of points of the map is needed")
		}
	}
	gap := max(apart(path, s.Path), apart(s.Path, path))
	return Verdict{
		Right: gap <= q.Within*s.size, Gap: gap,
		Said: words.T("Your line lies %s of the map's diagonal from the path.", words.Percent(gap/s.size)),
	}, nil
}

// samples is at how many places lines are compared.
const samples = 64

// apart is the mean distance of places along a line from another one.
func apart(line, from []surfaces.Point) float64 {
	sum := 0.0
	for _, p := range along(line) {
		nearest := p.Distance(from[0])
		for i := 1; i < len(from); i++ {
			nearest = min(nearest, toSegment(p, from[i-1], from[i]))
		}
		sum += nearest
	}
	return sum / samples
}

// along are places at equal distances on a line.
func along(line []surfaces.Point) []surfaces.Point {
	length := make([]float64, len(line))
	for i := 1; i < len(line); i++ {
		length[i] = length[i-1] + line[i].Distance(line[i-1])
	}
	list, k := make([]surfaces.Point, samples), 1
	for i := range list {
		at := length[len(line)-1] * float64(i) / (samples - 1)
		for k < len(line)-1 && length[k] < at {
			k++
		}
		part := 0.0
		if d := length[k] - length[k-1]; d > 0 {
			part = min((at-length[k-1])/d, 1)
		}
		a, b := line[k-1], line[k]
		list[i] = surfaces.Point{X: a.X + part*(b.X-a.X), Y: a.Y + part*(b.Y-a.Y)}
	}
	return list
}

// toSegment is the distance of a point from the line between two others.
func toSegment(p, a, b surfaces.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	part := 0.0
	if d := dx*dx + dy*dy; d > 0 {
		part = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/d, 0), 1)
	}
	return p.Distance(surfaces.Point{X: a.X + part*dx, Y: a.Y + part*dy})
}
