package written

import (
	"math"
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
)

// probed is the page of a foggy map: the probes, and what methods need who set out from the first one.
func probed(l *game.Level, w game.Probing, s game.State) Page {
	p := Page{
		You: words.T("your probes"), Floor: l.Ground.Lowest().Value,
		Columns: []Column{{Title: words.T("probe")}, {Title: words.T("place")}, {Title: words.T("height")}, {Title: words.T("slope")}},
		Rules:   []Rule{{Who: words.T("gradient descent"), Markup: `x \leftarrow x - \eta \nabla f(x)`, With: etaIs(l.Rate)}},
	}
	spots := s.Standing()
	you := Curve{Name: words.T("you")}
	for i, spot := range spots {
		you.Values = append(you.Values, spot.Height)
		p.Rows = append(p.Rows, Row{
			Cells: []string{
				strconv.Itoa(i + 1), "(" + fixed(spot.At.X, 2) + ", " + fixed(spot.At.Y, 2) + ")", words.Short(spot.Height),
				words.Short(math.Hypot(spot.Slope.X, spot.Slope.Y)),
			},
			Tint: []Tint{Plain, Plain, Plain, Bad}, Spot: i, Last: i == len(spots)-1,
		})
	}
	p.Curves = []Curve{you}
	o := l.Outcome(s)
	if len(spots) == 0 {
		return p
	}
	p.Bars = append(p.Bars, Bar{Name: words.T("you"), Looks: s.Used, Found: o.Reached})
	for _, r := range l.Rivals(s.Spots[0].At) {
		p.Bars = append(p.Bars, Bar{Name: r.Name, Method: r.Spec.Method, Looks: r.Looks, Found: r.Looks >= 0})
	}
	along, moves := 0, len(spots)-1
	for i := range moves {
		if downhill(spots[i], spots[i+1]) {
			along++
		}
	}
	gd := p.Bars[2]
	if gd.Found {
		p.Lead = words.T("You looked %d times, gradient descent %d: it takes one short step for every look. ", s.Used, gd.Looks)
	} else {
		p.Lead = words.T("You looked %d times; gradient descent never comes that deep from your first probe. ", s.Used)
	}
	p.Lead += words.N(moves, "%d of your %d move went within 45° of downhill.", "%d of your %d moves went within 45° of downhill.",
		along, moves)
	return p
}

// downhill tells whether the way from one spot to the next is within 45 degrees of steepest descent.
func downhill(a, b game.Spot) bool {
	dx, dy := b.At.X-a.At.X, b.At.Y-a.At.Y
	along := -(dx*a.Slope.X + dy*a.Slope.Y)
	return along > math.Sqrt2/2*math.Hypot(dx, dy)*math.Hypot(a.Slope.X, a.Slope.Y)
}
