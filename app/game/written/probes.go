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
		Floor: l.Ground.Lowest().Value,
		Table: Table{You: yours(w), Columns: []Column{{Title: words.T("probe")}, {Title: words.T("place")},
			{Title: words.T("height")}, {Title: words.T("slope")}, {Title: words.T("downhill")}}},
		Rules: []Rule{{Who: words.T("gradient descent"), Markup: `x \leftarrow x - \eta \nabla f(x)`, With: etaIs(l.Rate)}},
	}
	spots := s.Standing()
	curve := Curve{Name: words.T("you")}
	for i, spot := range spots {
		curve.Values = append(curve.Values, spot.Height)
		name := strconv.Itoa(i + 1)
		if w.Two {
			name = words.T("%d: player %d", i+1, spot.By.Who+1)
		}
		p.Rows = append(p.Rows, Row{
			Cells: []string{
				name, "(" + fixed(spot.At.X, 2) + ", " + fixed(spot.At.Y, 2) + ")", words.Short(spot.Height),
				words.Short(math.Hypot(spot.Slope.X, spot.Slope.Y)), "",
			},
			Tint: []Tint{Plain, Plain, Plain, Bad, Bad}, Spot: i, Last: i == len(spots)-1, Slope: spot.Slope,
		})
	}
	p.Curves = []Curve{curve}
	o := l.Outcome(s)
	if len(spots) == 0 {
		return p
	}
	you := Bar{Name: words.T("you"), Looks: s.Used, Found: o.Reached}
	if w.Two {
		who := spots[len(spots)-1].By.Who
		you.Name, you.Looks = words.T("player %d", who+1), s.UsedBy(who)
	}
	p.Bars = append(p.Bars, you)
	for _, r := range l.Rivals(s.Spots[0].At) {
		p.Bars = append(p.Bars, Bar{Name: r.Name, Method: r.Spec.Method, Looks: r.Looks, Found: r.Looks >= 0})
	}
	if w.Two {
		p.Lead = foundFirst(s, o, p.Bars[2])
		return p
	}
	gd := p.Bars[2]
	switch {
	case len(spots) == 1 && s.Used == 1:
		p.Lead = words.T("You looked once: your first probe was deep enough. From there nobody has a way to go.")
		return p
	case gd.Found:
		p.Lead = words.T("You looked %d times, gradient descent %d: it takes one short step for every look. ", s.Used, gd.Looks)
	default:
		p.Lead = words.T("You looked %d times; gradient descent never comes that deep from your first probe. ", s.Used)
	}
	p.Lead += downward(spots)
	return p
}

// downward is the sentence on how many of the moves from spot to spot went downhill; nothing if there are none.
func downward(spots []game.Spot) string {
	along, moves := 0, len(spots)-1
	if moves < 1 {
		return ""
	}
	for i := range moves {
		if downhill(spots[i], spots[i+1]) {
			along++
		}
	}
	return words.N(moves, "%d of your %d move went within 45° of downhill.", "%d of your %d moves went within 45° of downhill.",
		along, moves)
}

// yours heads the table of probes.
func yours(w game.Probing) string {
	if w.Two {
		return words.T("probes of both")
	}
	return words.T("your probes")
}

// foundFirst is the sentence on a round of two players.
func foundFirst(s game.State, o game.Outcome, gd Bar) string {
	lead := words.T("Nobody found it.")
	if o.Reached {
		who := s.Spots[len(s.Spots)-1].By.Who
		mine, theirs := s.UsedBy(who), s.UsedBy(1-who)
		lead = words.T("Player %d found it with %s, player %d had probed %s.", who+1,
			words.N(mine, "%d probe", "%d probes", mine), 2-who, words.N(theirs, "%d time", "%d times", theirs))
	}
	if gd.Found {
		lead += " " + words.T("Gradient descent looks %d times from the first probe.", gd.Looks)
	}
	return lead
}

// downhill tells whether the way from one spot to the next is within 45 degrees of steepest descent.
func downhill(a, b game.Spot) bool {
	dx, dy := b.At.X-a.At.X, b.At.Y-a.At.Y
	along := -(dx*a.Slope.X + dy*a.Slope.Y)
	return along > math.Sqrt2/2*math.Hypot(dx, dy)*math.Hypot(a.Slope.X, a.Slope.Y)
}
