package course

import (
	"math"

	"descentlab/app/game"
	"descentlab/app/words"
)

// A Hint says what some keys do, or the mouse.
type Hint struct {
	Keys []string // as they are shown
	Does string
}

// Hints say how the level is played.
func (c Course) Hints() []Hint {
	sideways, upwards, space := []string{"←", "→"}, []string{"↑", "↓"}, []string{words.T("space")}
	switch w := c.Level.Way.(type) {
	case game.Walk:
		if w.Deed == game.Push {
			return []Hint{{sideways, words.T("push the ball")}, {upwards, words.T("the size of the push")}}
		}
		return []Hint{{space, words.T("step down the slope")}, {upwards, words.T("how far: rate times slope")}}
	case game.Probing:
		if w.Two {
			return []Hint{{[]string{"W", "A", "S", "D"}, words.T("player 1 aims, space probes")},
				{[]string{"←", "↑", "↓", "→"}, words.T("player 2 aims, Enter probes")}}
		}
		return []Hint{{[]string{words.T("click")}, words.T("probe; or aim by arrows, then space")},
			{[]string{"⌫"}, words.T("take the last probe back; it counts")}}
	}
	list := []Hint{}
	knobs := c.Knobs()
	for i, keys := range [][]string{sideways, upwards} {
		if i < len(knobs) {
			list = append(list, Hint{keys, knobs[i].Label.String()})
		}
	}
	return append(list, Hint{space, words.T("run from the start")})
}

// Counts says what ends the level, or what stars are given for.
func (c Course) Counts() string {
	l := c.Level
	switch w := l.Way.(type) {
	case game.Walk:
		return words.T("It is over within %s of the lowest height, or after %d steps. Fewer steps earn more stars.",
			words.Digits(w.Near, 3), l.Limit)
	case game.Probing:
		if w.Two {
			return words.T("A height below %s wins. After %d probes nobody has won.", words.Digits(w.Goal, 4), l.Limit)
		}
		return words.T("It is over at a height below %s, or after %d probes. Fewer probes earn more stars.",
			words.Digits(w.Goal, 4), l.Limit)
	case game.Brink:
		return words.T("What counts: the steps of your fastest run, and every tenth by which your smallest rate that explodes is " +
			"above the critical one.")
	case game.Contest:
		return words.T("A start is won by whoever comes down in fewer steps and stays. Your best run counts.")
	case game.Launch:
		switch {
		case w.Price > 0:
			return words.T("What counts: the steps to the bottom, and %s for a push of 1. Your best run counts.", words.Digits(w.Price, 3))
		case w.Seeds > 1:
			return words.T("What counts: the steps until the ball stays in the deeper valley; with noise, of the slowest of %d runs.",
				w.Seeds)
		}
	}
	return words.T("What counts: the steps until the ball stays at the bottom. Your best run counts.")
}

// Progress says what is still asked for, once something is found of what a level asks for; nothing in most.
func (c Course) Progress() string {
	w, brink := c.Level.Way.(game.Brink)
	if !brink {
		return ""
	}
	best, least := c.State.Best(), w.Exploded(c.State)
	switch exploded := !math.IsInf(least, 1); {
	case best >= 0 && !exploded:
		return words.T("Your fastest run takes %s. What is the smallest rate that explodes?", words.Steps(c.State.Trials[best].Steps))
	case best < 0 && exploded:
		return words.T("The rate %s explodes. Which one comes down in the fewest steps?", words.Digits(least, 4))
	}
	return ""
}
