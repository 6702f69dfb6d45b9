package written

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
)

// trialTable are the trials, one a row, with the values of the knobs and the steps.
func trialTable(l *game.Level, w game.Launch, s game.State) Table {
	list := Table{You: words.T("your tries"), Columns: []Column{{Title: words.T("try")}}}
	for _, k := range w.Knobs {
		list.Columns = append(list.Columns, Column{Title: k.Label.String()})
	}
	list.Columns = append(list.Columns, Column{Title: words.T("count")})
	for i, t := range s.Trials {
		_, values, err := w.Setting(l, t.By)
		if err != nil {
			continue // there is no such trial: it would not have been made
		}
		cells := []string{strconv.Itoa(i + 1)}
		for _, k := range w.Knobs {
			cells = append(cells, number(values[k.Name]))
		}
		tint := make([]Tint, len(list.Columns))
		switch {
		case t.Blew:
			tint[len(tint)-1] = Bad
			cells = append(cells, words.T("explodes"))
		case t.Steps < 0:
			cells = append(cells, words.T("never there"))
		default:
			cells = append(cells, strconv.Itoa(t.Steps))
		}
		if i == s.Best() {
			tint[len(tint)-1] = Good
		}
		list.Rows = append(list.Rows, Row{Cells: cells, Tint: tint, Spot: i, Last: i == len(s.Trials)-1})
	}
	return list
}

// slowest is the run of a trial that is last at the goal.
func slowest(l *game.Level, t game.Trial) *race.Run {
	last := t.Runs[0]
	for _, r := range t.Runs {
		if settled(l, r) > settled(l, last) {
			last = r
		}
	}
	return last
}

func settled(l *game.Level, r *race.Run) int {
	at := 0
	for t := range r.Steps + 1 {
		if !(r.Loss(t) < l.Height()) {
			at = t + 1
		}
	}
	return at
}

// launched is the page of the levels in which knobs are set.
func launched(l *game.Level, w game.Launch, s game.State) Page {
	rival := l.Descent()
	p := Page{Floor: l.Ground.Lowest().Value, Table: trialTable(l, w, s)}
	p.Rules = []Rule{
		{Who: words.T("you"), Markup: byBall}, {Who: words.T("gradient descent"), Markup: byDescent, With: etaIs(l.Rate)},
	}
	best := s.Best()
	if best < 0 {
		return p
	}
	t := s.Trials[best]
	run := slowest(l, t)
	end := settled(l, run)
	p.Steps = beside(l, words.T("your best run"), run, words.T("gradient descent"), rival.Run, end)
	p.Curves = []Curve{
		{Name: words.T("you"), Values: losses(run, end)},
		{Name: words.T("gradient descent"), Rival: true, Values: losses(rival.Run, max(end, min(rival.Arrives(), 100)))},
	}
	switch spec, _ := t.By.Spec(); {
	case w.Price > 0:
		p.Rules[0].Markup, p.Rules[0].With = byDescent, words.T("after a push of %s", number(t.By.By))
		p.Lead = offSaddle(l, w, t)
	case l.Ground.Flat:
		p.Lead = outOfTrap(l, t, spec, rival)
	default:
		p.Lead = alongRavine(l, t, rival)
	}
	return p
}

// outOfTrap is the sentence on what led over the hill.
func outOfTrap(l *game.Level, t game.Trial, spec optim.Spec, rival game.Rival) string {
	stuck := rival.Run.Loss(rival.Run.Steps)
	hill := l.Ground.Critical()[1].Value - stuck
	if spec.Get("grad_noise").Num > 0 {
		return words.T("Plain descent sticks at height %s, below a hill of %s. Noise shook the ball over it: in %[4]d runs, "+
			"after %[3]s at the latest.", number(stuck), number(hill), words.Steps(t.Steps), len(t.Runs))
	}
	return words.T("Plain descent sticks at height %s, below a hill of %s. With momentum %s the ball kept its speed and was over "+
		"it after %s.", number(stuck), number(hill), number(spec.Get("momentum").Num), words.Steps(t.Steps))
}

// offSaddle is the sentence on how far to push.
func offSaddle(l *game.Level, w game.Launch, t game.Trial) string {
	for _, c := range l.Ground.Critical() {
		if c.L1 < 0 && c.L2 > 0 {
			growth := 1 - l.Rate*c.L1
			return words.T("Every step multiplies the distance from the ridge by %s: a push ten times smaller costs about "+
				"%s more of rolling, and saves %s of pushing.",
				words.Unbroken("1 + "+number(l.Rate)+"·"+number(-c.L1)+" = "+number(growth)),
				words.Steps(int(math.Round(math.Log(10)/math.Log(growth)))), words.Steps(int(math.Ceil(w.Price*0.9*t.By.By))))
		}
	}
	return ""
}

// alongRavine is the sentence on rate and momentum. The two that theory asks for shrink the slowest part of the error most at
// every step (Polyak 1964).
func alongRavine(l *game.Level, t game.Trial, rival game.Rival) string {
	low := l.Ground.Lowest()
	mu, lambda := math.Sqrt(low.L1), math.Sqrt(low.L2)
	rate, part := 4/((lambda+mu)*(lambda+mu)), (lambda-mu)/(lambda+mu)
	return words.T("The walls curve %s times as much as the floor. Gradient descent at %s needs %s, you %d; theory asks for "+
		"rate %s and momentum %s.",
		number(low.L2/low.L1), number(l.Rate), words.Steps(rival.Looks), t.Steps, number(rate), number(part*part))
}

// exploded is the page of the level that asks for two rates.
func exploded(l *game.Level, w game.Brink, s game.State) Page {
	p := Page{Floor: l.Ground.Lowest().Value, Table: trialTable(l, w.Launch, s)}
	p.Rules = []Rule{{Who: words.T("you"), Markup: byDescent}}
	best, least := s.Best(), w.Exploded(s)
	if best < 0 || math.IsInf(least, 1) {
		return p
	}
	curvature, critical := l.Ground.Lowest().L1, w.Critical(l)
	fast, _ := s.Trials[best].By.Spec()
	rate := fast.Get("lr").Num
	p.Rules[0].With = etaIs(rate)
	for _, t := range s.Trials {
		if spec, _ := t.By.Spec(); spec.Get("lr").Num == least {
			p.Steps = beside(l, etaIs(rate), s.Trials[best].Runs[0], etaIs(least), t.Runs[0], 20)
			p.Curves = append(p.Curves, Curve{Name: etaIs(least), Rival: true, Values: losses(t.Runs[0], 20)})
			break
		}
	}
	p.Curves = append(p.Curves, Curve{Name: etaIs(rate), Values: losses(s.Trials[best].Runs[0], 20)})
	p.Lead = words.T("Every step multiplies the distance to the lowest point by %s: %s at %s. Beyond %s it grows; "+
		"your %s is %s above.",
		words.Unbroken("1 − "+number(curvature)+"·η"), words.Digits(1-curvature*rate, 2), number(rate),
		words.Unbroken("η = 2/"+number(curvature)+" = "+number(critical)), number(least),
		words.Unbroken(words.Percent(least/critical-1)))
	return p
}

// contested is the page of the contest: the steps from every start beside Adam's.
func contested(l *game.Level, w game.Contest, s game.State) Page {
	p := Page{Floor: l.Ground.Lowest().Value, Table: Table{You: words.T("your best try"), Rival: words.T("tuned Adam")}}
	best := 0
	for i, t := range s.Trials {
		if t.Wins > s.Trials[best].Wins {
			best = i
		}
	}
	if len(s.Trials) == 0 {
		return p
	}
	t, adam := s.Trials[best], w.Adam(l)
	p.Columns = []Column{{Title: words.T("start")}, {Title: words.T("steps")}, {Title: words.T("steps"), Rival: true}}
	for i, n := range t.Counts {
		tint := []Tint{Plain, Bad, Plain}
		if n >= 0 && (adam.Counts[i] < 0 || n < adam.Counts[i]) {
			tint[1] = Good
		}
		p.Rows = append(p.Rows, Row{
			Cells: []string{strconv.Itoa(i + 1), steps(n), steps(adam.Counts[i])}, Tint: tint, Spot: i, Last: i == len(t.Counts)-1,
		})
	}
	spec, _ := t.By.Spec()
	p.Rules = []Rule{{Who: words.T("you"), Markup: mathOf(spec), With: t.By.Racer}, {Who: words.T("Adam"), With: adam.By.Racer,
		Markup: mathOf(optim.Spec{Method: "adam"})}}
	p.Lead = words.T("%s was down sooner than Adam from %d of %d starts: half of them take it %s at most, Adam %d. "+
		"Adam's rate, %s, is the best of %d for all of them.",
		t.By.Racer, t.Wins, len(w.Starts), words.Steps(middle(t.Counts)), middle(adam.Counts),
		number(rateOf(adam)), len(w.Knobs[0].Values))
	return p
}

// middle is the count that half of the starts need at most; who is never there comes last.
func middle(counts []int) int {
	list := slices.Clone(counts)
	slices.SortFunc(list, func(a, b int) int { return cmp.Compare(uint(a), uint(b)) }) // -1 is the largest
	return list[(len(list)-1)/2]
}

func rateOf(t game.Trial) float64 {
	spec, _ := t.By.Spec()
	return spec.Get("lr").Num
}

// mathOf is the last line of a method's mathematics: its step.
func mathOf(spec optim.Spec) string {
	m, err := optim.LookupMethod(spec.Method)
	if err != nil || len(m.Math) == 0 {
		return ""
	}
	return words.Maths(m.Math[len(m.Math)-1:])[0]
}

func steps(n int) string {
	if n < 0 {
		return words.T("never")
	}
	return strconv.Itoa(n)
}
