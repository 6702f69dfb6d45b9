package written

import (
	"math"
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
)

// walked is the page of a walk: every push or step beside the step of gradient descent.
func walked(l *game.Level, w game.Walk, s game.State) Page {
	rival := l.Descent()
	p := Page{
		Floor: l.Ground.Lowest().Value,
		Table: Table{
			You: words.T("your own run"), Rival: words.T("gradient descent"),
			Columns: []Column{{Title: words.T("step")}, {Title: words.T("push")}, {Title: "w"}, {Title: words.T("height")},
				{Title: words.T("change")}, {Title: "w", Rival: true}, {Title: words.T("height"), Rival: true}},
		},
		Rules: []Rule{
			{Who: words.T("you"), Markup: byPush}, {Who: words.T("gradient descent"), Markup: byDescent, With: etaIs(l.Rate)},
		},
		Curves: []Curve{
			{Name: words.T("you")}, {Name: words.T("gradient descent"), Rival: true, Values: losses(rival.Run, rival.Arrives())},
		},
		Lead: comparing(l, s),
	}
	if w.Deed == game.Step {
		p.Columns[1].Title, p.Rules[0].Markup, p.Rules[0].With = "η", byDescent, words.T("another η at every step")
		p.Lead = following(l, s, rival)
	}
	for t, spot := range s.Spots {
		p.Curves[0].Values = append(p.Curves[0].Values, spot.Height)
		cells, tint := []string{strconv.Itoa(t), "", fixed(spot.At.X, 2), fixed(spot.Height, 3), "", "", ""}, make([]Tint, 7)
		if t > 0 {
			cells[1] = pushOf(w, spot.By)
			cells[4], tint[4] = change(s.Spots[t-1].Height, spot.Height)
		}
		if t <= rival.Arrives() {
			cells[5], cells[6] = fixed(rival.Run.X(t)[0], 2), fixed(rival.Run.Loss(t), 3)
		}
		p.Rows = append(p.Rows, Row{Cells: cells, Tint: tint, Spot: t, Last: t == len(s.Spots)-1})
	}
	return p
}

// pushOf is an action in the table.
func pushOf(w game.Walk, a game.Action) string {
	switch {
	case w.Deed == game.Step:
		return number(a.By)
	case a.By < 0:
		return "← " + number(-a.By)
	}
	return "→ " + number(a.By)
}

// comparing is the sentence on pushes by heights alone.
func comparing(l *game.Level, s game.State) string {
	low, wrong, past := l.Ground.Lowest().At.X, 0, 0
	for t := 1; t < len(s.Spots); t++ {
		from, to := s.Spots[t-1].At.X, s.Spots[t].At.X
		switch {
		case (from-low)*(to-low) < 0 && math.Abs(to-low) > math.Abs(from-low):
			past++
		case math.Abs(to-low) > math.Abs(from-low):
			wrong++
		}
	}
	switch {
	case wrong == 0 && past == 0:
		return words.T("You compared heights, and every push led nearer. The slope would have told the side, and how far.")
	case past == 0:
		return words.N(wrong, "You compared heights: %d push to the wrong side. The slope would have told the side, and how far.",
			"You compared heights: %d pushes to the wrong side. The slope would have told the side, and how far.", wrong)
	case wrong == 0:
		return words.N(past, "You compared heights: %d push past the valley. The slope would have told the side, and how far.",
			"You compared heights: %d pushes past the valley. The slope would have told the side, and how far.", past)
	}
	return words.T("You compared heights: %s, %s. The slope would have told the side, and how far.",
		words.N(wrong, "%d push to the wrong side", "%d pushes to the wrong side", wrong),
		words.N(past, "%d past the valley", "%d past the valley", past))
}

// following is the sentence on steps by the slope.
func following(l *game.Level, s game.State, rival game.Rival) string {
	low, leaps, least, most := l.Ground.Lowest().At.X, 0, math.Inf(1), 0.0
	for t := 1; t < len(s.Spots); t++ {
		if (s.Spots[t-1].At.X-low)*(s.Spots[t].At.X-low) < 0 {
			leaps++
		}
		slope := math.Abs(s.Spots[t-1].Slope.X)
		least, most = min(least, slope), max(most, slope)
	}
	lead := words.T("At one rate, %s, gradient descent needs %s: the slope that you met went from %s to %s, and no rate suits both.",
		number(l.Rate), words.Steps(rival.Looks), number(least), number(most))
	switch leaps {
	case 0:
		return lead
	case 1:
		return lead + " " + words.T("You leapt over the valley once.")
	}
	return lead + " " + words.T("You leapt over the valley %d times.", leaps)
}
